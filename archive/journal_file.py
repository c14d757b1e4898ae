"""The journal's file: read on, append, cut what is torn, set aside what is damaged, write anew."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

from archive.filelock import sync, sync_folder
from archive.lines import Commit, from_line


class JournalFile:
    """The file and how far it was read. Everything but `behind` is to be called under the lock only.

    ``end`` is the first byte not yet read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._aside = path.with_name(path.name + ".rusak")
        self._damaged: dict[bytes, str] = {}
        self._to_set_aside: list[bytes] = []
        if not path.exists():
            path.touch()
            sync_folder(path.parent)
        self._file = self._opened()

    def _opened(self) -> FileIO:
        file = self.path.open("r+b", buffering=0)
        self._inode = os.fstat(file.fileno()).st_ino
        self.end = self._line = 0
        return file

    @property
    def problems(self) -> tuple[str, ...]:
        """What was damaged, a sentence a line, for the officer; also what was left out in writing anew since."""
        return tuple(self._damaged.values())

    @property
    def behind(self) -> bool:
        """Whether the file is another or of another length than what was read; true where `replaced` is."""
        now = self.path.stat()
        return now.st_size != self.end or now.st_ino != self._inode

    @property
    def replaced(self) -> bool:
        """Whether what was read is no longer the beginning of the file."""
        now = self.path.stat()
        return now.st_size < self.end or now.st_ino != self._inode

    def start_over(self) -> None:
        """Open the file anew, to be read from its first line."""
        self.close()
        self._file = self._opened()

    def read_on(self) -> Iterator[Commit]:
        """The commits not yet read; each counts as read when the next one is asked for.

        Under the lock every line is either synced or was torn off in the writing, and then is cut off.
        """
        self._file.seek(self.end)
        *lines, tail = self._file.read().split(b"\n")
        for line in lines:
            commit = from_line(line)
            if commit is None:
                self._note_damage(line)
            else:
                yield commit
            self.took(len(line) + 1)
        if tail:
            yield from self._mended(tail)
        with suppress(OSError):
            self._set_aside()

    def append(self, line: bytes) -> None:
        """Return when the line is on the disk; raises OSError with the file as it was. See `took`."""
        try:
            self._file.seek(self.end)
            _write_all(self._file, line)
            sync(self._file)
        except BaseException:
            self._cut()
            raise

    def took(self, length: int) -> None:
        """Count a line as read, once memory has it: if that is interrupted, the line is read again."""
        self._line += 1
        self.end += length

    def rewrite(self, lines: Iterable[bytes]) -> None:
        """Put these lines in place of the file, all or none, and close it. Raises OSError.

        On Windows that includes another process having it open.
        """
        self._set_aside()
        new = self.path.with_name(self.path.name + ".new")
        try:
            with new.open("wb") as file:
                file.writelines(lines)
                file.flush()
                sync(file)
            self.close()  # Windows replaces no file that is open
            new.replace(self.path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
        sync_folder(self.path.parent)

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._file.closed

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _cut(self) -> None:
        self._file.truncate(self.end)
        sync(self._file)

    def _mended(self, tail: bytes) -> Iterator[Commit]:
        """A line that is whole but for its line end counts; any other tail is put aside and cut off."""
        for line in (tail, tail[:-1]):
            commit = from_line(line)
            if commit is not None:
                self.append(line + b"\n")
                yield commit
                self.took(len(line) + 1)
                return
        if text := tail.rstrip(b"\0"):  # zeros are what a power cut leaves of a line that was never written
            self._to_set_aside.append(text)
            with suppress(OSError):
                self._set_aside()
        self._cut()

    def _note_damage(self, line: bytes) -> None:
        if line not in self._damaged:
            self._to_set_aside.append(line)
            where = f"Baris {self._line + 1} di {self.path.name} rusak dan disisihkan ke {self._aside.name}."
            self._damaged[line] = f"{where} Catatan lain tetap terbuka."

    def _set_aside(self) -> None:
        """Copy what is damaged beside the file, each once: it stays in it only until it is written anew."""
        if not self._to_set_aside:
            return
        with self._aside.open("a+b", buffering=0) as file:
            file.seek(0)
            known = set(file.read().split(b"\n"))
            _write_all(file, b"".join(line + b"\n" for line in self._to_set_aside if line not in known))
            sync(file)
        self._to_set_aside.clear()


def _write_all(file: FileIO, text: bytes) -> None:
    """Write to the last byte: on a nearly full disk a write may come back short, without an error."""
    rest = memoryview(text)
    while rest:
        rest = rest[file.write(rest) :]
