"""What can be read out of anything that left the kiosk: files of every kind, and what stood on the screen."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from pypdf import PdfReader


def told(folder: Path) -> str:
    """Every word in every file of a folder, names included, in small letters and on one line."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    words = " ".join(f"{unquote(path.name)} {' '.join(_texts(path))}" for path in files)
    return " ".join(words.casefold().split())


def digests(folder: Path) -> set[str]:
    """The SHA-256 of every file, and of those packed in others."""
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".pdf":
        yield from (page.extract_text() for page in PdfReader(path).pages)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    else:
        yield unquote(path.read_text(encoding="utf-8", errors="replace"))
