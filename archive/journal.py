"""A TinyDB storage that loses nothing: append-only JSON Lines, one line one commit.

A line is ``["<crc32>",{"documents":{"1":{…}},"audit":{"9":{…}}}]``: a checksum of what follows it, then every
changed document whole, null for a removed one. It counts once it is synced; memory changes after that. So
what was acknowledged is there after a kill or a power cut, and what was not is there whole or not at all.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from archive.filelock import FileLock, sync, sync_folder
from archive.lines import Commit, copied, from_line, gc_paused, opened, to_line, write_all
from archive.rows import Changes, Row, Rows

Tables = dict[str, dict[str, Any]]
_WORTH_COMPACTING = 100


class TransactionError(Exception):
    """An inner transaction failed and its error was swallowed; the outer one may not keep a half of it."""


class JournalStorage(Storage):
    """The tables in memory and the journal beneath them. ``indexed`` names the fields of each table to index.

    Threads may read while another writes. Other processes may write the same file: what they committed is
    seen at the next read, and always before a write. Raises OSError where the file can't be read or written,
    and then file and memory are as they were. ``problems`` says, for the officer, what was found damaged.
    """

    def __init__(self, path: Path, indexed: Mapping[str, Sequence[str]] | None = None) -> None:
        self.path = path
        self.problems: tuple[str, ...] = ()
        self._indexed = dict(indexed or {})
        self._writing = threading.RLock()
        self._memory = threading.RLock()
        self._mine = threading.local()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(path.with_name(path.name + ".lock"))
        self._file = opened(path)
        with self._lock.held():
            self._start_over()
            self._catch_up()

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
            names = {*self._tables, *(self._changes or ())}
            seen = {name: self._view(name).items() for name in names}
        return {name: {key: copied(row) for key, row in rows} for name, rows in seen.items() if rows} or None

    def _view(self, table: str) -> Rows:
        changes = self._changes
        if changes is None:
            return self._live(table)
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
                with self._joined():
                    yield
                return
            with self._lock.held():
                self._catch_up()
                with self._begun() as changes:
                    yield
                    self._commit(changes)

    @contextmanager
    def _joined(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._mine.broken = True
            raise

    @contextmanager
    def _begun(self) -> Iterator[dict[str, Changes]]:
        self._mine.changes, self._mine.broken = {}, False
        try:
            yield self._mine.changes
        finally:
            self._mine.changes = None

    def put(self, table: str, key: str, row: Mapping[str, Any] | None) -> None:
        """Keep a copy of the row under this id, None to remove it."""
        with self.transaction():
            rows = self._view(table)
            if row is None:
                rows.remove(key)
            else:
                rows.put(key, copied(row))

    def next_id(self, table: str) -> int:
        """An id that was never given out; to be used in the transaction it is asked in."""
        with self.transaction():
            rows = self._view(table)
            rows.highest += 1
            return rows.highest

    def write(self, data: Tables) -> None:
        """Make the tables equal to these; what TinyDB itself asks for when it drops tables."""
        with self.transaction():
            for table in {*self._tables, *data}:
                self._make_equal(table, data.get(table, {}))

    def _make_equal(self, table: str, wanted: Mapping[str, Row]) -> None:
        rows = self._view(table)
        for key, row in rows.items():
            if key not in wanted:
                self.put(table, key, None)
            elif copied(wanted[key]) != row:
                self.put(table, key, wanted[key])
        for key in wanted.keys() - dict(rows.items()).keys():
            self.put(table, key, wanted[key])

    def _commit(self, changes: Mapping[str, Changes]) -> None:
        if self._mine.broken:
            raise TransactionError("bagian dari perubahan ini gagal, maka tidak ada yang disimpan")
        commit = {table: rows.as_json() for table, rows in changes.items()}
        commit = {table: rows for table, rows in commit.items() if rows}
        if commit:
            line = to_line(commit)
            self._append(line)
            self._apply(commit)
            self._end += len(line)
            self._lines += 1

    def _append(self, line: bytes) -> None:
        try:
            self._file.seek(self._end)
            write_all(self._file, line)
            sync(self._file)
        except BaseException:
            self._cut(self._end)
            raise

    def _cut(self, end: int) -> None:
        self._file.truncate(end)
        sync(self._file)

    # Keeping up with the file

    def _refresh(self) -> None:
        """Take in what other processes committed, but never wait for a writer: the next read will do."""
        if self._changes is not None or not self._behind() or not self._writing.acquire(blocking=False):
            return
        try:
            with self._lock.held_if_free() as held:
                if held:
                    self._catch_up()
        finally:
            self._writing.release()

    def _behind(self) -> bool:
        now = self.path.stat()
        return now.st_size != self._end or now.st_ino != self._inode

    def _catch_up(self) -> None:
        """Read on from where we are. Under the lock, so that every line is synced, or torn and never was."""
        now = self.path.stat()
        with self._memory, gc_paused():
            if now.st_ino != self._inode or now.st_size < self._end:
                self._start_over()
            if now.st_size > self._end:
                self._read_on()

    def _start_over(self) -> None:
        self._file.close()
        self._file = opened(self.path)
        self._inode = os.fstat(self._file.fileno()).st_ino
        self._tables: dict[str, Rows] = {}
        self._damaged: list[bytes] = []
        self.problems = ()
        self._end = self._lines = self._stored = 0

    def _read_on(self) -> None:
        self._file.seek(self._end)
        text = self._file.read()
        whole = text[: text.rfind(b"\n") + 1]
        for line in whole.split(b"\n")[:-1]:
            self._lines += 1
            commit = from_line(line)
            if commit is None:
                self._note_damage(line)
            else:
                self._apply(commit)
        self._end += len(whole)
        if len(whole) < len(text):
            self._cut(self._end)
        with suppress(OSError):
            self._set_aside()

    def _apply(self, commit: Commit) -> None:
        with self._memory:
            for table, rows in commit.items():
                live = self._live(table)
                self._stored += len(rows)
                for key, row in rows.items():
                    if row is None:
                        live.remove(key)
                    else:
                        live.put(key, row)

    # Damage, and rewriting

    def _note_damage(self, line: bytes) -> None:
        self._damaged.append(line)
        where = f"Baris {self._lines} di {self.path.name} rusak dan disisihkan ke {self._aside.name}."
        self.problems += (f"{where} Catatan lain tetap terbuka.",)

    @property
    def _aside(self) -> Path:
        return self.path.with_name(self.path.name + ".rusak")

    def _set_aside(self) -> None:
        """Copy damaged lines beside the file, each once: rewriting drops them."""
        if not self._damaged:
            return
        with self._aside.open("a+b", buffering=0) as file:
            file.seek(0)
            known = set(file.read().split(b"\n"))
            write_all(file, b"".join(line + b"\n" for line in self._damaged if line not in known))
            sync(file)

    def compact(self) -> None:
        """Write the file anew with nothing but what is live: what was removed is then gone for good.

        Raises OSError, and leaves the file as it was, where the disk is full, or on Windows where another
        process has it open.
        """
        if self._changes is not None:
            raise RuntimeError("compact() inside a transaction")
        with self._writing, self._lock.held():
            try:
                self._rewrite()
            finally:
                self._start_over()
                self._catch_up()

    def _rewrite(self) -> None:
        self._catch_up()
        self._set_aside()
        new = self.path.with_name(self.path.name + ".new")
        try:
            with new.open("wb") as file:
                file.writelines(self._live_lines())
                file.flush()
                sync(file)
            self._file.close()  # Windows replaces no file that is open
            new.replace(self.path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
        sync_folder(self.path.parent)

    def _live_lines(self) -> Iterator[bytes]:
        for table, live in self._tables.items():
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
            live = sum(len(rows) for rows in self._tables.values())
            if self._stored > 2 * live + _WORTH_COMPACTING:
                with suppress(OSError), self._lock.held_if_free() as held:
                    if held:
                        self._rewrite()
            self._file.close()
            self._lock.close()
