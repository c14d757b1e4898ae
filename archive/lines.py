"""The lines of the journal, to bytes and back."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from zlib import crc32

import msgspec

from archive.rows import Row

Commit = dict[str, dict[str, Row | None]]
"""Of each table the changed rows by id, whole; None for a removed one."""

_commits = msgspec.json.Decoder(Commit)
_rows = msgspec.json.Decoder(Row)


def to_line(commit: Mapping[str, Mapping[str, Row | msgspec.Raw | None]]) -> bytes:
    """One commit as a line of the file: ``["<crc32>",{"documents":{"1":{…}}}]``; rows may be JSON already."""
    body = msgspec.json.encode(commit)
    return b'["%08x",%b]\n' % (crc32(body), body)


def from_line(line: bytes) -> Commit | None:
    """The commit of a line without its line end; None where it is damaged."""
    body = line[12:-1]
    if line[:12] != b'["%08x",' % crc32(body) or line[-1:] != b"]":
        return None
    try:
        return _commits.decode(body)
    except msgspec.DecodeError:
        return None


def to_text(row: Mapping[str, Any]) -> bytes:
    """A row as it stands in the file."""
    return msgspec.json.encode(row)


def from_text(text: bytes) -> Row:
    """A row as it comes back from the file."""
    return _rows.decode(text)


def copied(row: Mapping[str, Any]) -> Row:
    """A copy all the way down, as it would come back from the file."""
    return _rows.decode(msgspec.json.encode(row))


@contextmanager
def gc_paused() -> Iterator[None]:
    """Without the cyclic collector: while thousands of rows are read it would look at all of them in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
