"""Files of a segment: read in place, and checked."""

from __future__ import annotations

import mmap
import os
import sys
import zlib
from typing import Any

MAPPED = sys.platform != "win32"
"""Windows can't delete a file while it is mapped; there a file is read piece by piece."""

CHUNK = 1 << 20


class Damaged(Exception):
    """A file of the index is not what was written."""


class Opened:
    """A file open for reading, mapped into memory where that does no harm."""

    def __init__(self, storage: Any, name: str) -> None:  # noqa: ANN401 - Whoosh is untyped
        """Raises Damaged or OSError if there is nothing to read."""
        self.name = name
        if not storage.file_length(name):
            raise Damaged(name)
        self._file = storage.open_file(name)
        self._number: int = self._file.fileno()
        self._map: mmap.mmap | None = None
        if MAPPED:
            self._map = mmap.mmap(self._number, 0, access=mmap.ACCESS_READ)

    def read(self, begin: int, size: int) -> bytes:
        """So many bytes; raises Damaged if the file ends before."""
        if sys.platform != "win32" and self._map is not None:
            piece = os.pread(self._number, size, begin)  # of a small piece sooner done than a view of the map
        else:
            self._file.seek(begin)
            piece = bytes(self._file.read(size))
        if len(piece) != size:
            raise Damaged(self.name)
        return piece

    def view(self, begin: int, size: int) -> bytes | memoryview:
        """The same where little of it is needed, here and there: in place, if it is mapped."""
        if self._map is None:
            return self.read(begin, size)
        piece = memoryview(self._map)[begin : begin + size]
        if len(piece) != size:
            raise Damaged(self.name)
        return piece

    def close(self) -> None:
        """Let go of the file; pieces that are still in use keep the map until they are gone."""
        self._map = None
        if not self._file.is_closed:
            self._file.close()


def checksum(storage: Any, name: str) -> list[int]:  # noqa: ANN401 - Whoosh is untyped
    """Size and CRC-32 of a file."""
    size = crc = 0
    with storage.open_file(name) as file:
        while chunk := file.read(CHUNK):
            size, crc = size + len(chunk), zlib.crc32(chunk, crc)
    return [size, crc]
