"""Closed years of the trail: files of their own, ``audit/2025.jsonl``, not read when the archive is opened.

A file holds an entry a line, oldest first; the first one goes on from the last one of the file before, and
the live trail goes on from the last file. The list of files is a table of the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from archive.chain import Break, Numbered
from archive.filelock import sync, sync_folder
from archive.rows import Row
from archive.table import KeptTable


@dataclass(frozen=True)
class ClosedYear:
    """A closed file: the sequences in it, both ends included, and the earliest and latest day it speaks of.

    Days are not in order of sequence where the clock was wrong.
    """

    file: str
    year: int
    first: int
    last: int
    day_from: date | None = None
    day_to: date | None = None

    def may_hold(self, day_from: date | None, day_to: date | None) -> bool:
        """Whether an entry of these days, both included, can be in it."""
        if self.day_from is None or self.day_to is None:
            return True
        return (day_from or self.day_to) <= self.day_to and self.day_from <= (day_to or self.day_from)


class ClosedYears:
    """The folder of closed files and the table that lists them."""

    def __init__(self, table: KeptTable, folder: Path) -> None:
        self._table = table
        self._folder = folder

    def all(self) -> list[ClosedYear]:
        """The closed files, oldest first."""
        listed = []
        for row in self._table.all():
            with suppress(msgspec.ValidationError):  # someone else's doing: its entries will be missed
                listed.append(msgspec.convert(dict(row), ClosedYear))
        return sorted(listed, key=lambda closed: closed.first)

    def path(self, closed: ClosedYear) -> Path:
        """Where the file lies, whether or not it is there."""
        return self._folder / Path(closed.file).name

    def read(self, closed: ClosedYear, strictly: bool = False) -> Iterator[Numbered]:
        """The entries of a file, oldest first, a line at a time; nothing where it can't be read.

        ``strictly``: a line counts as unreadable unless it stands there to the byte as it was written.
        """
        with suppress(OSError), self.path(closed).open("rb") as file:
            for line in file:
                number, row = _from_line(line)
                yield (number, row) if row and (not strictly or line == _to_line(row)) else (None, None)

    def keep(self, year: int, entries: Sequence[tuple[int, Row]]) -> None:
        """Write a file and list it; inside the transaction that takes the entries out of the live trail.

        The file is on the disk before anything else happens, and one that is not listed counts for nothing:
        after a kill at any point the same is simply done again. Raises OSError.
        """
        days = sorted(day for _, row in entries if (day := day_of(row)))
        closed = ClosedYear(self._free_name(year), year, entries[0][0], entries[-1][0], *days[:1], *days[-1:])
        self._write(self.path(closed), (row for _, row in entries))
        self._table.insert(msgspec.to_builtins(closed))

    def _free_name(self, year: int) -> str:
        taken = {closed.file for closed in self.all()}
        names = (f"{year:04}{part}.jsonl" for part in ("", *(f"-{n}" for n in range(2, len(taken) + 3))))
        return next(name for name in names if name not in taken)

    def _write(self, path: Path, rows: Iterable[Row]) -> None:
        path.parent.mkdir(exist_ok=True)
        new = path.with_name(path.name + ".new")
        with new.open("wb") as file:
            file.writelines(map(_to_line, rows))
            file.flush()
            sync(file)
        new.replace(path)
        sync_folder(path.parent)
        sync_folder(path.parent.parent)


def old_years(entries: Sequence[tuple[int, Row]]) -> list[tuple[int, list[tuple[int, Row]]]]:
    """The entries of each year before the last one, oldest first: what may be closed.

    Order is by sequence: an entry from a day when the clock was wrong stays among those made around it.
    """
    said = [day.year if (day := day_of(row)) else 0 for _, row in entries]
    now = said[-1] if said else 0
    reached = next((year for year in said if 0 < year <= now), 0)
    years: dict[int, list[tuple[int, Row]]] = {}
    for entry, year in zip(entries, said, strict=True):
        reached = year if reached < year <= now else reached
        years.setdefault(reached, []).append(entry)
    return [(year, held) for year, held in years.items() if year < now - 1]


def listing_breaks(closed: Sequence[ClosedYear], first_live: int) -> Iterator[Break]:
    """Where the list of files does not join up, from the first entry of all to the live ones."""
    ends = [0, *(year.last for year in closed)]
    starts = [*(year.first for year in closed), first_live]
    for end, start in zip(ends, starts, strict=True):
        if start != end + 1:
            yield f"jejak {end + 1}", "daftar tahun yang ditutup tidak bersambung di sini"


def day_of(row: Row) -> date | None:
    """The day that an entry says it was made; None where it says nothing sensible."""
    try:
        return date.fromisoformat(str(row.get("at"))[:10])
    except ValueError:
        return None


def _to_line(row: Row) -> bytes:
    return msgspec.json.encode(row, order="sorted") + b"\n"


def _from_line(line: bytes) -> Numbered:
    with suppress(msgspec.DecodeError):
        row = msgspec.json.decode(line, type=Row)
        number = row.get("sequence")
        return (number, row) if isinstance(number, int) else (None, None)
    return None, None
