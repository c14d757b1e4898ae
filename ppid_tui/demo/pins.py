"""``demo.json``: what a sample office was made from, and its PINs, which only a sample may tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

CONTENT_VERSION = 2
"""Changes whenever the same settings would make another sample."""


@dataclass(frozen=True)
class SamplePin:
    """An officer of the sample office and the PIN to sign in with; ``roles`` by their titles."""

    name: str
    position: str
    roles: tuple[str, ...]
    pin: str


@dataclass(frozen=True)
class Settings:
    """What decides the content of a sample."""

    office: str
    documents: int
    seed: int
    today: date
    version: int = CONTENT_VERSION


@dataclass(frozen=True)
class Made:
    """A sample that was made to its end."""

    settings: Settings
    pins: tuple[SamplePin, ...]


def sample_pins(home: Path) -> list[SamplePin]:
    """The PINs of the sample office in this home; none where there is no sample."""
    made = read_made(home)
    return list(made.pins) if made else []


def read_made(home: Path) -> Made | None:
    """What was made in this home; None if nothing was, or not to its end."""
    try:
        return msgspec.json.decode((home / "demo.json").read_bytes(), type=Made)
    except (OSError, msgspec.DecodeError):
        return None


def write_made(home: Path, made: Made) -> None:
    """Say that the sample is complete."""
    beside = home / "demo.json.new"
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(made)))
    beside.replace(home / "demo.json")
