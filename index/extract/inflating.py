"""A bound on what the compressed streams of a PDF may grow to."""

from __future__ import annotations

import types
import zlib

from pdfminer import pdftypes

MAX_INFLATED = 64 * 1024 * 1024


def bound_inflating() -> None:
    """Gives pdfminer a zlib that stops at 64 MB: a page of paper never needs more, a bomb always does.

    There is no setting for it, and only POSIX has a memory limit on top.
    """
    bounded = types.SimpleNamespace(decompress=_inflate, decompressobj=_Inflater, error=zlib.error)
    setattr(pdftypes, "zlib", bounded)  # noqa: B010 - to mypy it is a module


def _inflate(data: bytes) -> bytes:
    inflater = _Inflater()
    out = inflater.decompress(data)
    if not inflater.eof:
        raise zlib.error("incomplete stream")
    return out


class _Inflater:
    """A zlib.decompressobj that raises MemoryError beyond the limit."""

    def __init__(self) -> None:
        self._inflater = zlib.decompressobj()
        self._left = MAX_INFLATED

    @property
    def eof(self) -> bool:
        return self._inflater.eof

    def decompress(self, data: bytes) -> bytes:
        out = self._inflater.decompress(data, self._left + 1)
        self._left -= len(out)
        if self._left < 0:
            raise MemoryError("inflates beyond the limit")
        return out
