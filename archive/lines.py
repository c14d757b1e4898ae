"""The lines of the journal, to bytes and back, and the file they lie in."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from archive.filelock import sync_folder
from archive.rows import Row

Commit = dict[str, dict[str, Row | None]]
"""Of each table the changed rows by id, whole; None for a removed one."""

_commits = msgspec.json.Decoder(Commit)
_rows = msgspec.json.Decoder(Row)


def to_line(commit: Mapping[str, Mapping[str, Row | None]]) -> bytes:
    """One commit as a line of the file: ``["<crc32>",{"documents":{"1":{…}}}]``."""
    body = msgspec.json.encode(commit)
    return b'["%08x",%b]\n' % (crc32(body), body)


def from_line(line: bytes) -> Commit | None:
    """The commit of a line without its line end; None where it is damaged."""
    body = line[12:-1]
    if line[:12] != b'["%08x",' % crc32(body) or line[-1:] != b"]":
        return None
    with suppress(msgspec.DecodeError):
        return _commits.decode(body)
    return None


def copied(row: Mapping[str, Any]) -> Row:
    """A copy all the way down, as it would come back from the file."""
    return _rows.decode(msgspec.json.encode(row))


def opened(path: Path) -> FileIO:
    """The file for reading and writing, unbuffered; an empty one if there is none."""
    if not path.exists():
        path.touch()
        sync_folder(path.parent)
    return path.open("r+b", buffering=0)


def write_all(file: FileIO, text: bytes) -> None:
    """Write to the last byte: on a nearly full disk a write may come back short, without an error."""
    rest = memoryview(text)
    while rest:
        rest = rest[file.write(rest) :]


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
