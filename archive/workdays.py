"""Working days of a public office, and dates counted in them.

The day after receipt is day 1. Cuti bersama (collective leave, decreed a year at a time) counts as free
unless the calendar says otherwise: no rule decides it, so both counts are to be had.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from archive.holidays import Holiday, HolidayKind, national_holidays
from archive.office_hours import FIVE_DAYS, WEEKDAYS, Week

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days and hours an office works: those of ``hours``, less ``holidays``.

    ``years`` are the years whose national holidays are known, ``leave_years`` those whose cuti bersama is:
    dates in others may yet move.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    hours: Week = field(default_factory=lambda: FIVE_DAYS)
    years: frozenset[int] = frozenset()
    leave_years: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Count:
    """How a due date was counted: the days that did not count, each with its reason, and what is unsure."""

    start: date
    days: int
    due: date
    skipped: tuple[tuple[date, str], ...]
    warnings: tuple[str, ...] = ()


def load_calendar(
    extra: Iterable[Holiday] = (),
    *,
    worked: Collection[date] = (),
    collective_leave: bool = True,
    hours: Week = FIVE_DAYS,
) -> Calendar:
    """The national calendar with the office's own days added; without cuti bersama if so asked.

    ``worked`` are days of the national table that this office works. ValueError if no weekday is worked.
    """
    if not any(hours.values()):
        raise ValueError("Kalender perlu paling sedikit satu hari kerja dalam seminggu.")
    known = (*national_holidays(), *extra)
    leave = HolidayKind.COLLECTIVE_LEAVE
    free = [h for h in known if (collective_leave or h.kind is not leave) and h.day not in worked]
    # A day with two names keeps the weightier: later entries overwrite earlier ones.
    by_day = {holiday.day: holiday.name for holiday in sorted(free, key=_weight)}
    years = frozenset(h.day.year for h in known if h.kind is HolidayKind.NATIONAL)
    # Where cuti bersama is worked, a decree on it moves nothing.
    leave_years = frozenset(h.day.year for h in known if h.kind is leave) if collective_leave else years
    return Calendar(by_day, {day: spans for day, spans in hours.items() if spans}, years, leave_years)


def is_workday(day: date, calendar: Calendar) -> bool:
    """Whether the office works on this day."""
    return day.weekday() in calendar.hours and day not in calendar.holidays


def add_workdays(start: date, days: int, calendar: Calendar) -> date:
    """The last day of a term of so many working days; 0 is the day itself. ValueError below 0."""
    return explain(start, days, calendar).due


def count_workdays(start: date, end: date, calendar: Calendar) -> int:
    """Working days after ``start`` up to and with ``end``; negative if ``end`` comes first."""
    if end < start:
        return -count_workdays(end, start, calendar)
    return sum(is_workday(day, calendar) for day in _days_after(start, (end - start).days))


def explain(start: date, days: int, calendar: Calendar) -> Count:
    """Count a term and tell how: what was skipped and why, and the years whose free days are not known yet."""
    if days < 0:
        raise ValueError("Jumlah hari kerja tidak boleh kurang dari nol.")
    day, left, skipped = start, days, []
    while left:
        day += _DAY
        reason = _reason(day, calendar)
        if reason:
            skipped.append((day, reason))
        else:
            left -= 1
    return Count(start, days, day, tuple(skipped), _warnings(start, day, calendar))


def unknown_free_days(year: int, calendar: Calendar) -> str:
    """What of this year's free days the calendar does not know yet, in Indonesian; '' where it knows all."""
    if year not in calendar.years:
        return f"Hari libur nasional tahun {year} belum ada di kalender"
    if year not in calendar.leave_years:
        return f"Cuti bersama tahun {year} belum ada di kalender"
    return ""


def _reason(day: date, calendar: Calendar) -> str:
    named = calendar.holidays.get(day)
    if named is not None:
        return named
    return "" if day.weekday() in calendar.hours else WEEKDAYS[day.weekday()]


def _warnings(start: date, due: date, calendar: Calendar) -> tuple[str, ...]:
    found = (unknown_free_days(year, calendar) for year in range(start.year, due.year + 1))
    return tuple(f"{words}; batas waktu dapat bergeser." for words in found if words)


def _days_after(start: date, days: int) -> Iterator[date]:
    return (start + timedelta(days=n) for n in range(1, days + 1))


def _weight(holiday: Holiday) -> int:
    return (HolidayKind.LOCAL, HolidayKind.COLLECTIVE_LEAVE, HolidayKind.NATIONAL).index(holiday.kind)
