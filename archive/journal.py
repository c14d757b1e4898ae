"""A TinyDB storage that loses nothing: append-only JSON Lines, one line one commit.

A line is ``["<crc32>",{"documents":{"1":{…}},"audit":{"9":{…}}}]``: a checksum of what follows it, then every
changed document whole, null for a removed one. It counts once it is synced; memory changes after that. So
what was acknowledged is there after a kill or a power cut, and what was not is there whole or not at all.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from archive.filelock import FileLock
from archive.journal_file import JournalFile
from archive.lines import copied, from_text, gc_paused, to_line, to_text
from archive.rows import Changes, Row, Rows

Tables = dict[str, dict[str, Any]]
OWN = "_store"
"""The table of what the store tells of itself. TinyDB neither sees nor drops it."""
_WORTH_COMPACTING = 100
_MANY = 10_000


class TransactionError(Exception):
    """A transaction used wrongly: one whose inner part failed would be kept, or none was begun."""


class JournalStorage(Storage):
    """The tables in memory and the journal beneath them. ``indexed`` names the fields of each table to index.

    Threads may read while another writes. Other processes may write the same file: what they committed is
    seen at the next read, and always before a write. Raises OSError where the file can't be read or written,
    and then file and memory are as they were. What ``before_writing`` raises refuses a transaction.
    """

    before_writing: Callable[[], None] | None = None

    def __init__(self, path: Path, indexed: Mapping[str, Sequence[str]] | None = None) -> None:
        self.path = path
        self._indexed = dict(indexed or {})
        self._writing = threading.RLock()
        self._memory = threading.RLock()
        self._mine = threading.local()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._file = JournalFile(path)
        with self._lock.held():
            self._start_over()
            self._catch_up()
        if self._stored > _MANY:
            gc.freeze()  # or the collector would stop the kiosk to look at every row, in vain

    @property
    def problems(self) -> tuple[str, ...]:
        """What was found damaged and put aside, a sentence a line of the file, for the officer."""
        return self._file.problems

    # Reading

    @contextmanager
    def reading(self, table: str) -> Iterator[Rows]:
        """The rows of a table as this thread sees them, held still; copy before giving anything away."""
        self._refresh()
        with self._memory:
            yield self._view(table)

    def read(self) -> Tables | None:
        """Everything, copied; what TinyDB itself asks for. Tables of ours use `reading`."""
        self._refresh()
        with self._memory:
            names = {*self._tables, *(self._changes or ())} - {OWN}
            seen = {name: self._view(name).items() for name in names}
        return {name: {key: copied(row) for key, row in rows} for name, rows in seen.items() if rows} or None

    def _view(self, table: str) -> Rows:
        return self._live(table) if self._changes is None else self._changing(table)

    def _changing(self, table: str) -> Changes:
        changes = self._changes
        if changes is None:
            raise TransactionError("nothing is changed outside a transaction")
        if table not in changes:
            changes[table] = Changes(self._live(table), self._indexed.get(table, ()))
        return changes[table]

    def _live(self, table: str) -> Rows:
        if table not in self._tables:
            self._tables[table] = Rows(self._indexed.get(table, ()))
        return self._tables[table]

    @property
    def _changes(self) -> dict[str, Changes] | None:
        """This thread's open transaction; no other thread sees it."""
        return getattr(self._mine, "changes", None)

    # Writing

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything changed inside becomes one line, or nothing at all if an exception leaves it.

        Re-entrant in a thread: an inner transaction is part of the outer one.
        """
        with self._writing:
            if self._changes is not None:
                try:
                    yield
                except BaseException:
                    self._mine.broken = True
                    raise
                return
            with self._lock.held():
                self._catch_up()
                if self.before_writing:
                    self.before_writing()
                with self._begun() as changes:
                    yield
                    self._commit(changes)

    @contextmanager
    def _begun(self) -> Iterator[dict[str, Changes]]:
        self._mine.changes, self._mine.broken = {}, False
        try:
            yield self._mine.changes
        finally:
            self._mine.changes = None

    def put(self, table: str, key: str, row: Mapping[str, Any] | None) -> None:
        """Keep a copy of the row under this id, None to remove it; inside a transaction only."""
        changes = self._changing(table)
        if row is None:
            changes.remove(key)
            return
        old, new = changes.get(key), to_text(row)
        if old is None or to_text(old) != new:  # the rows themselves would take 1 for True
            changes.write(key, from_text(new), new)

    def next_id(self, table: str) -> int:
        """An id that was never given out; inside a transaction only, and to be used in it."""
        changes = self._changing(table)
        changes.highest += 1
        return changes.highest

    def write(self, data: Tables) -> None:
        """Make the tables equal to these; what TinyDB itself asks for when it drops tables."""
        with self.transaction():
            for table in {*self._tables, *data} - {OWN}:
                self._make_equal(table, data.get(table, {}))

    def _make_equal(self, table: str, wanted: Mapping[str, Row]) -> None:
        for key, _ in self._view(table).items():
            if key not in wanted:
                self.put(table, key, None)
        for key, row in wanted.items():
            self.put(table, key, row)

    def _commit(self, changes: Mapping[str, Changes]) -> None:
        if self._mine.broken:
            raise TransactionError("a part of it failed, and the error was swallowed")
        changes = {table: rows for table, rows in changes.items() if rows.written}
        if changes:
            line = to_line({table: rows.written for table, rows in changes.items()})
            self._file.append(line)
            self._apply({table: rows.changed() for table, rows in changes.items()})
            self._file.took(len(line))

    # Keeping up with the file

    def _refresh(self) -> None:
        """Take in what other processes committed, but never wait for a writer: the next read will do."""
        if self._changes is not None or not self._file.behind or not self._writing.acquire(blocking=False):
            return
        try:
            with self._lock.held_if_free() as held:
                if held:
                    self._catch_up()
        finally:
            self._writing.release()

    def _catch_up(self) -> None:
        if not self._file.behind:
            return
        with self._memory, gc_paused():
            if self._file.replaced:
                self._start_over()
            for commit in self._file.read_on():
                self._apply(commit)

    def _start_over(self) -> None:
        with self._memory:
            self._file.start_over()
            self._tables: dict[str, Rows] = {}
            self._stored = 0

    def _apply(self, commit: Mapping[str, Mapping[str, Row | None]]) -> None:
        with self._memory:
            for table, rows in commit.items():
                live = self._live(table)
                self._stored += len(rows)
                for key, row in rows.items():
                    if row is None:
                        live.remove(key)
                    else:
                        live.put(key, row)

    # Writing anew

    def compact(self) -> None:
        """Write the file with nothing but what is live: what was removed is then gone for good.

        Raises OSError, and leaves the file as it was, where the disk is full, or on Windows where another
        process has it open.
        """
        if self._changes is not None:
            raise TransactionError("compact() inside a transaction")
        with self._writing, self._lock.held():
            self._catch_up()
            try:
                self._file.rewrite(self._live_lines())
            finally:
                self._start_over()
                self._catch_up()

    def _live_lines(self) -> Iterator[bytes]:
        for table, live in sorted(self._tables.items(), key=lambda item: item[0] != OWN):
            for key, row in live.items():
                yield to_line({table: {key: row}})
            highest = str(live.highest)
            if live.highest and live.get(highest) is None:
                yield to_line({table: {highest: None}})  # or its id would be given out again

    def close(self) -> None:
        """Close the file, and write it anew first where most of it is of no more use."""
        with self._writing:
            if self._file.closed:
                return
            with suppress(OSError), self._lock.held_if_free() as held:
                if held:
                    self._catch_up()
                    if self._stored > 2 * sum(map(len, self._tables.values())) + _WORTH_COMPACTING:
                        self._file.rewrite(self._live_lines())
            self._file.close()
            self._lock.close()
