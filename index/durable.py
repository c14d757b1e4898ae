"""Files that are on the disk before they have their names, and sealed where it is known what must stand in them."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import Any
from weakref import WeakSet

from whoosh.filedb.filestore import FileStorage

from index.codec import Damaged


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Files of one build; whatever gets its final name is on the disk before it has it.

    Whoosh leaves files open when it meets a damaged one, so they are remembered here, to be let go.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), supports_mmap=False)
        self._opened: WeakSet[Any] = WeakSet()

    def open_file(self, name: str, **options: object) -> Any:  # noqa: ANN401 - Whoosh is untyped
        if name.endswith(".toc"):
            check_seal(Path(self._fpath(name)))
        file = super().open_file(name, **options)
        self._opened.add(file)
        return file

    def release(self) -> None:
        """Close whatever was left open."""
        for file in list(self._opened):
            if not file.is_closed:
                file.close()

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        if newname.endswith(".toc"):
            seal(Path(self._fpath(oldname)))
        sync_file(Path(self._fpath(oldname)))
        super().rename_file(oldname, newname, safe)
        sync_folder(Path(self.folder))


def seal(path: Path) -> None:
    """Put a checksum after a table of contents; Whoosh reads only as far as it wrote."""
    content = path.read_bytes()
    path.write_bytes(content + zlib.crc32(content).to_bytes(4, "little"))


def check_seal(path: Path) -> None:
    """Raise Damaged unless the table of contents is what was written."""
    content = path.read_bytes()
    if zlib.crc32(content[:-4]) != int.from_bytes(content[-4:], "little"):
        raise Damaged(path.name)


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the folder's names are on the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
