"""The trail: who changed what and when, each entry chained by its digest to the one before.

Its order is the sequence, never the time: a laptop's clock may jump. This year's and last year's entries are
live in the records; older ones lie in closed files (`archive.years`), in the same chain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from statistics import median_low
from typing import Any

from archive.chain import BEGINNING, Break, breaks, sealed, typed
from archive.model import AuditEntry
from archive.rows import Row, Rows
from archive.table import RecordsDB
from archive.years import ClosedYear, ClosedYears, day_of, listing_breaks, old_years

BACK = timedelta(minutes=10)
AHEAD = timedelta(days=400)
_RECENT = 21
_FEW = 1000

Held = list[tuple[int, Row]]


class Trail:
    """The audit table and its closed years in ``folder``. Its last sequence is the archive's clock of changes."""

    def __init__(self, db: RecordsDB, folder: Path) -> None:
        self._table = db.table("audit")
        self._storage = db.storage
        self._closed = ClosedYears(db.table("audit_years"), folder)

    # Writing

    def together(self) -> AbstractContextManager[Any]:
        """What is changed inside is kept as one commit with the entries made inside."""
        return self._storage.transaction()

    def append(
        self,
        at: datetime,
        by: str,
        action: str,
        table: str,
        record_id: int,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        note: str = "",
    ) -> AuditEntry:
        """Add an entry at the end of the chain; looks that must be known are entries too."""
        with self.together():
            sequence, previous = self._end()
            body = {
                "at": at.isoformat(timespec="seconds"),
                "by": by,
                "action": action,
                "table": table,
                "record_id": record_id,
                "before": before,
                "after": after,
                "note": note,
                "sequence": sequence + 1,
                "previous": previous,
            }
            row = sealed(body)
            self._table.insert(row)
        entry = typed(row)
        assert entry is not None
        return entry

    def close_old_years(self) -> bool:
        """Move the years before last year into closed files; whether there was anything to move.

        Raises OSError, and then those years stay live. Looks at two entries only when there is nothing to do.
        """
        if not self._may_be_old():
            return False
        with self.together():
            years = old_years(self._live())
            for year, entries in years:
                self._closed.keep(year, entries)
                self._table.remove(doc_ids=[number for number, _ in entries])
        return bool(years)

    # Reading

    @property
    def sequence(self) -> int:
        """The sequence of the last change; 0 in an empty archive."""
        return self._end()[0]

    @property
    def head(self) -> str:
        """The digest of the last entry: whoever keeps it can tell later whether the chain was changed."""
        return self._end()[1]

    def entries(self, after: int = 0) -> Iterator[AuditEntry]:
        """The entries after a sequence, oldest first; closed years are read only as far as they are asked for."""
        closed, live = self._at_once(after)
        old = (row for year in closed for number, row in self._closed.read(year) if number and number > after)
        return filter(None, (typed(row) for row in chain(old, (row for _, row in live)) if row))

    def find(
        self,
        record: tuple[str, int] | None = None,
        by: str = "",
        day_from: date | None = None,
        day_to: date | None = None,
        action: str = "",
        limit: int = 200,
    ) -> list[AuditEntry]:
        """The newest entries, newest first: of a record (its table and id), an officer, days (both included), a kind.

        Of the officer's name and of the action a part is enough, in capitals or not.
        """
        fits = _matcher(record, by.casefold(), day_from, day_to, action.casefold())
        found = (entry for row in self._newest_first(fits, day_from, day_to) if (entry := typed(row)))
        return list(islice(found, limit))

    def problems(self, head: str = "") -> list[Break]:
        """Breaks in the chain as (where, reason); with ``head``, also whether that entry still stands in it.

        Reads every closed year, a line at a time.
        """
        end = self.sequence
        closed, live = self._at_once()
        old = (entry for year in closed for entry in self._closed.read(year, strictly=True))
        joints = listing_breaks(closed, live[0][0]) if live and closed else ()
        return [*breaks(chain(old, live), end, head), *joints]

    def clock_problem(self, at: datetime) -> str:
        """Why the laptop's clock seems wrong, for the officer; '' where it seems right.

        The last entry may itself have been made with a wrong clock, so the recent ones are looked at as well.
        """
        times = self._recent_times()
        if not times:
            return ""
        last = max(times[0], median_low(times))
        told = f"Jam laptop menunjukkan {_told(at)}, sedangkan catatan terakhir dibuat {_told(last)}."
        if at < last - BACK:
            return f"{told} Periksa tanggal dan jam laptop. Urutan catatan tetap terjaga."
        if at > last + AHEAD:
            return f"{told} Periksa apakah tanggal laptop sudah benar."
        return ""

    # What lies where

    def _end(self) -> tuple[int, str]:
        with self._storage.reading(self._table.name) as rows:
            last = rows.highest
            row = rows.get(str(last))
            if row is None and len(rows):  # removed by someone else; the chain goes on from what is left
                row = max(rows.items(), key=lambda item: int(item[0]))[1]
        return last, str(row.get("digest")) if row else BEGINNING

    def _live(self, after: int = 0) -> Held:
        with self._storage.reading(self._table.name) as rows:
            return _numbered(rows, after)

    def _at_once(self, after: int = 0) -> tuple[list[ClosedYear], Held]:
        """Closed files and live entries of one moment: another process may close a year between two looks."""
        while True:
            closed, live = self._closed.all(), self._live(after)
            if closed == self._closed.all():
                return [year for year in closed if year.last > after], live

    def _newest_first(self, fits: Callable[[Row], bool], day_from: date | None, day_to: date | None) -> Iterator[Row]:
        lowest = self.sequence + 1
        for number, row in self._live_newest_first():
            lowest = number
            if fits(row):
                yield row
        for year in reversed(self._closed.all()):
            if year.may_hold(day_from, day_to):
                held = self._closed.read(year)
                yield from reversed([row for number, row in held if row and number and number < lowest and fits(row)])

    def _live_newest_first(self) -> Iterator[tuple[int, Row]]:
        """A few at a time, since mostly the first few are enough."""
        closed = self._closed_until()
        with self._storage.reading(self._table.name) as rows:
            numbers: Sequence[int] = range(rows.highest, closed, -1)
            if len(numbers) > 2 * len(rows) + _FEW:  # someone else's doing
                numbers = sorted((int(key) for key, _ in rows.items()), reverse=True)
        for start in range(0, len(numbers), _FEW):
            with self._storage.reading(self._table.name) as rows:
                few = [(n, row) for n in numbers[start : start + _FEW] if (row := rows.get(str(n)))]
            yield from few

    def _closed_until(self) -> int:
        return max((year.last for year in self._closed.all()), default=0)

    def _may_be_old(self) -> bool:
        start = self._closed_until() + 1
        with self._storage.reading(self._table.name) as rows:
            first, last = rows.get(str(start)), rows.get(str(rows.highest))
        begun, now = day_of(first or {}), day_of(last or {})
        return bool(last) and not (begun and now and now.year - 1 <= begun.year <= now.year)

    def _recent_times(self) -> list[datetime]:
        """When the latest entries were made, the last one first."""
        with self._storage.reading(self._table.name) as rows:
            numbers = range(rows.highest, max(rows.highest - _RECENT, 0), -1)
            found = [typed(row) for number in numbers if (row := rows.get(str(number)))]
        return [entry.at.replace(tzinfo=None) for entry in found if entry]


def _numbered(rows: Rows, after: int) -> Held:
    """The rows numbered higher, in order; after 0 all of them, even those under a number that is none of ours.

    They are never changed in place, so they are not copied.
    """
    span = range(after + 1, rows.highest + 1)
    if after and len(span) < len(rows):
        return [(number, row) for number in span if (row := rows.get(str(number))) is not None]
    found = ((int(key), row) for key, row in rows.items())
    return sorted((item for item in found if item[0] > after or not after), key=lambda item: item[0])


def _matcher(
    record: tuple[str, int] | None, by: str, day_from: date | None, day_to: date | None, action: str
) -> Callable[[Row], bool]:
    """Whether an entry as it is kept is one that was asked for; quick, since all of them are asked."""
    first, last = str(day_from or ""), str(day_to or "~")

    def fits(row: Row) -> bool:
        return (
            (record is None or (row.get("table"), row.get("record_id")) == record)
            and first <= str(row.get("at"))[:10] <= last
            and (not by or by in str(row.get("by")).casefold())
            and (not action or action in str(row.get("action")).casefold())
        )

    return fits


def _told(at: datetime) -> str:
    return f"{at:%d-%m-%Y} pukul {at:%H.%M}"
