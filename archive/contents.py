"""The records as of one moment, while they go on being written; and what a copy of them says of itself."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from archive.chain import BEGINNING
from archive.filelock import FileLock
from archive.journal import OWN
from archive.lines import from_line
from archive.softcopies import BLOCK

_ANY_DIGEST = re.compile(rb"[0-9a-f]{64}")
_SOFTCOPY = re.compile(rb'"sha256":"([0-9a-f]{64})"')


@dataclass
class Contents:
    """What a records file holds: the form's version, the trail's end, records a table, damaged lines.

    ``named`` are all digests that stand in it, now or formerly and in whatever field, so that no file is left
    behind; ``softcopies`` those that are surely of files.
    """

    schema: int = 1
    sequence: int = 0
    head: str = BEGINNING
    counts: dict[str, int] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    softcopies: set[str] = field(default_factory=set)
    damaged: int = 0


@contextmanager
def as_of_now(records: Path) -> Iterator[Iterator[bytes]]:
    """The file's bytes up to the last commit; what is added later, or put in its place, is not among them.

    The lock is held only for finding that place. Raises OSError.
    """
    with closing(FileLock(records.with_name(records.name + ".lock"))) as lock, lock.held():
        file = records.open("rb")
        end = _end_of_last_line(file)
    with file:
        file.seek(0)
        yield _first(file, end)


def read_contents(records: Path) -> Contents:
    """Read a copy that nobody writes, line by line. Raises OSError."""
    contents, ids = Contents(), defaultdict[str, set[str]](set)
    with records.open("rb") as file:
        for line in file:
            _take(contents, ids, line.rstrip(b"\n"))
    contents.counts = {table: len(there) for table, there in ids.items() if there and table != OWN}
    return contents


def _take(contents: Contents, ids: dict[str, set[str]], line: bytes) -> None:
    commit = from_line(line)
    if commit is None:
        contents.damaged += 1
        return
    for table, rows in commit.items():
        for key, row in rows.items():
            (ids[table].discard if row is None else ids[table].add)(key)
            if row is not None and table == OWN:
                contents.schema = int(row["version"])
            elif row is not None and table == "audit" and int(key) >= contents.sequence:
                contents.sequence, contents.head = int(key), str(row.get("digest"))
    contents.named |= {found.decode() for found in _ANY_DIGEST.findall(line)}
    contents.softcopies |= {found.decode() for found in _SOFTCOPY.findall(line)}


def _end_of_last_line(file: BinaryIO) -> int:
    end = file.seek(0, os.SEEK_END)
    while end:
        start = max(0, end - BLOCK)
        file.seek(start)
        if (last := file.read(end - start).rfind(b"\n")) >= 0:
            return start + last + 1
        end = start
    return 0


def _first(file: BinaryIO, rest: int) -> Iterator[bytes]:
    while rest and (block := file.read(min(BLOCK, rest))):
        rest -= len(block)
        yield block
