"""Pages of text beside the softcopies: the index is rebuilt from them without reading a file again."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from archive.filelock import sync_folder

DAMAGED = (OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error)
"""What a missing or damaged bundle raises; a flipped bit may claim a password or a method of another age."""


class Texts:
    """The folder ``text`` of the archive: ``ab/abcd….zip``, a member a page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, key: str, pages: Sequence[str], durable: bool = True) -> None:
        """Keep the pages under this key, in place of what stood there."""
        target = self._path(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_suffix(".new")
        with beside.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
                for number, text in enumerate(pages, 1):
                    bundle.writestr(_member(number), text)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(target)
        if durable:
            sync_folder(target.parent)

    def page(self, key: str, number: int) -> str:
        """The text of one page, counted from 1. Raises KeyError if there is none."""
        try:
            with zipfile.ZipFile(self._path(key)) as bundle:
                return bundle.read(_member(number)).decode("utf-8")
        except DAMAGED as error:
            raise KeyError(f"{key} {number}") from error

    def pages(self, key: str) -> list[str]:
        """All pages, in order; none if the key is unknown or its bundle is damaged."""
        try:
            with zipfile.ZipFile(self._path(key)) as bundle:
                return [bundle.read(name).decode("utf-8") for name in sorted(bundle.namelist())]
        except DAMAGED:
            return []

    def holds(self, key: str) -> bool:
        """Whether pages are kept under this key."""
        return self._path(key).is_file()

    def discard(self, key: str) -> None:
        """Remove pages that no record names."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.zip"


def _member(number: int) -> str:
    return f"{number:05}.txt"
