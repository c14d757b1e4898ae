"""Copies that are not yet part of the archive, in a folder of each process that makes them."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from archive.filelock import FileLock

BLOCK = 1 << 20
_LOCK = "owner.lock"


@dataclass(frozen=True)
class Staged:
    """A copy that is not yet part of the archive: its bytes are on disk and its digest is known."""

    path: Path
    sha256: str
    size: int


class Staging:
    """The folder ``staging``: within it a folder for each owner, whose lock the system frees when the owner dies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held = ExitStack()
        self._owner = ""

    @property
    def owner(self) -> str:
        """The name of our own folder, begun when first asked for. Raises OSError."""
        if not self._owner:
            self.folder.mkdir(parents=True, exist_ok=True)
            name = uuid.uuid4().hex
            with closing(FileLock(self.folder / _LOCK)) as all_owners, all_owners.held():
                (self.folder / name).mkdir()
                lock = self._held.enter_context(closing(FileLock(self.folder / name / _LOCK)))
                self._held.enter_context(lock.held())
            self._owner = name
        return self._owner

    def stage(self, source: Path) -> Staged:
        """Copy a file in, reading it once; the source may be a stick that is pulled out next. Raises OSError."""
        target = self.folder / self.owner / uuid.uuid4().hex
        digest = hashlib.sha256()
        try:
            with source.open("rb") as reader, target.open("wb") as writer:
                while block := reader.read(BLOCK):
                    digest.update(block)
                    writer.write(block)
                writer.flush()
                os.fsync(writer.fileno())
        except OSError:
            target.unlink(missing_ok=True)
            raise
        return Staged(target, digest.hexdigest(), target.stat().st_size)

    def lives(self, owner: str) -> bool:
        """Whether this owner, in whatever process, is still at work."""
        lock = self.folder / owner / _LOCK
        if not lock.is_file():
            return False
        with closing(FileLock(lock)) as other, other.held_if_free() as free:
            return not free

    def sweep(self) -> None:
        """Remove what owners left that are dead; the sources of their copies were never touched."""
        if not self.folder.is_dir():
            return
        with closing(FileLock(self.folder / _LOCK)) as all_owners, all_owners.held():
            for path in self.folder.iterdir():
                if path.is_dir() and not self.lives(path.name):
                    shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Leave no copy behind."""
        if self._owner:
            self._held.close()
            shutil.rmtree(self.folder / self._owner, ignore_errors=True)
            self._owner = ""
