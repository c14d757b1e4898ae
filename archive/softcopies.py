"""The files themselves: kept by SHA-256, written once, never changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from archive.filelock import sync_folder
from archive.staging import BLOCK, Staged, Staging

__all__ = ["BLOCK", "ENDINGS", "Softcopies", "Staged", "digest_of"]

ENDINGS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
}


class Softcopies:
    """The folder ``softcopies`` of the archive: ``ab/abcd….pdf``, and ``staging`` beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.staging = Staging(folder.with_name("staging"))

    def stage(self, source: Path) -> Staged:
        """Copy a file in, to be read and kept; see `Staging.stage`. Raises OSError."""
        return self.staging.stage(source)

    def keep(self, staged: Staged, media_type: str) -> Path:
        """Move a staged copy to its place; one that is there already stays as it is."""
        target = self.path(staged.sha256, media_type)
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(self.folder)
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

    def discard(self, sha256: str) -> None:
        """Remove a file that no record names: what a power cut left between the file and its record."""
        for path in (self.folder / sha256[:2]).glob(f"{sha256}.*"):
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave no copy behind that did not become part of the archive."""
        self.staging.close()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()
