"""The manifest of the index: which build is current, what made it, and how far it has come."""

from __future__ import annotations

import json
import os
import time
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import whoosh

from index.durable import sync_file, sync_folder
from index.language import LANGUAGE_VERSION
from index.schema import SCHEMA_VERSION

ENGINE_VERSION = f"schema {SCHEMA_VERSION}, language {LANGUAGE_VERSION}, whoosh {whoosh.versionstring()}"
"""What an index was made with; made with anything else, it is made anew."""

TICK = 2_000_000_000
"""Nanoseconds that the coarsest clock of a file system may stand still."""

Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Manifest:
    """Which build is current, what made it, and the last archive sequence that it has taken in."""

    build: str
    sequence: int = 0
    version: str = ENGINE_VERSION


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest, or None where there is none that can be read."""
    try:
        return Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step."""
    fresh = folder / f"manifest.{uuid.uuid4().hex}.tmp"
    fresh.write_text(json.dumps(asdict(manifest)), encoding="utf-8")
    sync_file(fresh)
    fresh.replace(folder / "manifest.json")
    sync_folder(folder)


def stamp(folder: str, build: str) -> Stamp | None:
    """What of the manifest and of the build's folder changes with every commit; None while that can't be told.

    A commit within the same tick of the clock may leave the same times, so what is as young as that tells nothing.
    """
    try:
        # A Path takes longer to make than to ask.
        manifest, files = os.stat(f"{folder}/manifest.json"), os.stat(f"{folder}/{build}")  # noqa: PTH116
    except OSError:
        return None
    if time.time_ns() - max(manifest.st_mtime_ns, files.st_mtime_ns) < TICK:
        return None
    return manifest.st_ino, manifest.st_mtime_ns, files.st_mtime_ns


def with_sequence(manifest: Manifest, sequence: int) -> Manifest:
    """The manifest after taking in the archive up to this sequence."""
    return replace(manifest, sequence=sequence)
