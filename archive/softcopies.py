"""The files themselves: kept by SHA-256, written once, never changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from archive.filelock import sync_folder

ENDINGS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
}
BLOCK = 1 << 20


@dataclass(frozen=True)
class Staged:
    """A copy that is not yet part of the archive: its bytes are on disk and its digest is known."""

    path: Path
    sha256: str
    size: int


class Softcopies:
    """The folder ``softcopies`` of the archive: ``ab/abcd….pdf``, and ``staging`` beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._staging = folder.with_name("staging")

    def stage(self, source: Path) -> Staged:
        """Copy a file in, reading it once; the source may be a stick that is pulled out next. Raises OSError."""
        self._staging.mkdir(parents=True, exist_ok=True)
        target = self._staging / uuid.uuid4().hex
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

    def keep(self, staged: Staged, media_type: str) -> Path:
        """Move a staged copy to its place; one that is there already stays as it is."""
        target = self.path(staged.sha256, media_type)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            staged.path.unlink()
        else:
            staged.path.replace(target)
            sync_folder(target.parent)
        return target

    def path(self, sha256: str, media_type: str) -> Path:
        """Where the file with this digest lies, whether or not it is there."""
        return self.folder / sha256[:2] / (sha256 + ENDINGS.get(media_type, ".bin"))

    def holds(self, sha256: str) -> bool:
        """Whether any file with this digest is kept."""
        return any((self.folder / sha256[:2]).glob(f"{sha256}.*"))

    def is_sound(self, sha256: str, media_type: str) -> bool:
        """Whether the file is there and still has its digest."""
        path = self.path(sha256, media_type)
        return path.is_file() and digest_of(path) == sha256

    def sweep(self) -> None:
        """Remove staged copies that a power cut left; their sources were never touched."""
        shutil.rmtree(self._staging, ignore_errors=True)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()
