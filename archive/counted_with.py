"""The calendar with which the open deadlines were counted last: when another is in force, they move."""

from __future__ import annotations

from datetime import date

from archive.office_hours import parse_spans, spans_text
from archive.rows import Row
from archive.table import KeptTable
from archive.workdays import Calendar


class CountedWith:
    """The table ``calendar``, of one row at most."""

    def __init__(self, table: KeptTable) -> None:
        self._table = table

    def last(self) -> Calendar | None:
        """The calendar that was kept, None if there never was one."""
        return next((_calendar(row) for row in self._table.all()), None)

    def keep(self, calendar: Calendar) -> None:
        """Keep this one in place of the one before. To look and to keep belong in one transaction of the records."""
        self._table.truncate()
        self._table.insert(_row(calendar))


def _row(calendar: Calendar) -> Row:
    return {
        "holidays": {day.isoformat(): name for day, name in calendar.holidays.items()},
        "hours": {str(day): spans_text(spans) for day, spans in calendar.hours.items()},
        "years": sorted(calendar.years),
        "leave_years": sorted(calendar.leave_years),
    }


def _calendar(row: Row) -> Calendar:
    return Calendar(
        {date.fromisoformat(day): name for day, name in row["holidays"].items()},
        {int(day): parse_spans(text) for day, text in row["hours"].items()},
        frozenset(row["years"]),
        frozenset(row["leave_years"]),
    )
