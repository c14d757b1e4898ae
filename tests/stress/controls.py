"""The store with one of its safeguards taken out: a stress test that such a store passes proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from typing import Any

from archive import journal_file
from archive.filelock import FileLock
from archive.journal_file import JournalFile


def without_sync() -> None:
    """Acknowledge what only the system's memory has."""
    _put(journal_file, "sync", lambda file: None)
    _put(journal_file, "sync_folder", lambda folder: None)


def without_flush() -> None:
    """Acknowledge what only the program's own memory has; a thousand bytes go to the file together."""
    waiting: list[bytes] = []

    def append(file: JournalFile, line: bytes) -> None:
        waiting.append(line)
        if sum(map(len, waiting)) > 1000:
            file._file.seek(0, 2)
            file._file.write(b"".join(waiting))
            waiting.clear()

    _put(JournalFile, "append", append)
    _put(JournalFile, "took", lambda file, length: None)


def without_lock() -> None:
    """Write beside others without waiting for them."""

    @contextmanager
    def held(lock: FileLock) -> Iterator[bool]:
        yield True

    _put(FileLock, "held", held)
    _put(FileLock, "held_if_free", held)


def without_counting() -> None:
    """Take a write that came back short for a whole one."""

    def write_once(file: FileIO, text: bytes) -> None:
        file.write(text)

    _put(journal_file, "_write_all", write_once)


def without_cutting() -> None:
    """Leave a torn line where it is, and write behind it."""

    def leave(file: JournalFile) -> None:
        file.end = file.path.stat().st_size

    _put(JournalFile, "_cut", leave)


CONTROLS = {work.__name__: work for work in (without_sync, without_flush, without_lock, without_counting)}
CONTROLS["without_cutting"] = without_cutting


def _put(where: Any, name: str, what: Any) -> None:  # noqa: ANN401 - a module or a class, and anything in it
    assert hasattr(where, name), name
    setattr(where, name, what)
