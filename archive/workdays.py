"""Working days of a public office, and dates counted in them.

The day after receipt is day 1. Cuti bersama (collective leave, decreed a year at a time) counts as free
unless the calendar says otherwise: no rule decides it, so both counts are to be had.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

MONDAY_TO_FRIDAY = frozenset(range(5))
_DAY = timedelta(days=1)
_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class HolidayKind(StrEnum):
    """Who makes a day free: the law, a decree on collective leave, or the office's own region."""

    NATIONAL = "libur"
    COLLECTIVE_LEAVE = "cuti_bersama"
    LOCAL = "setempat"


@dataclass(frozen=True)
class Holiday:
    """A free day, with the decree or table it is taken from."""

    day: date
    name: str
    kind: HolidayKind = HolidayKind.LOCAL
    source: str = ""


@dataclass(frozen=True)
class Calendar:
    """The days an office works: ``weekdays`` as of ``date.weekday()``, less ``holidays``.

    ``leave_years`` are the years whose cuti bersama is known; dates in others may yet move.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
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
    collective_leave: bool = True,
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY,
) -> Calendar:
    """The national calendar with the office's own days added; without cuti bersama if so asked.

    ValueError if no weekday is worked.
    """
    if not weekdays & set(range(7)):
        raise ValueError("Kalender perlu paling sedikit satu hari kerja dalam seminggu.")
    known = (*national_holidays(), *extra)
    leave = HolidayKind.COLLECTIVE_LEAVE
    free = [holiday for holiday in known if collective_leave or holiday.kind is not leave]
    # A day with two names keeps the weightier: later entries overwrite earlier ones.
    by_day = {holiday.day: holiday.name for holiday in sorted(free, key=_weight)}
    return Calendar(by_day, weekdays, frozenset(h.day.year for h in known if h.kind is leave))


@cache
def national_holidays() -> tuple[Holiday, ...]:
    """National holidays and cuti bersama that come with the kiosk."""
    text = (files("archive") / "holidays.toml").read_text(encoding="utf-8")
    return tuple(_holiday(row) for row in tomllib.loads(text)["holidays"])


def is_workday(day: date, calendar: Calendar) -> bool:
    """Whether the office works on this day."""
    return day.weekday() in calendar.weekdays and day not in calendar.holidays


def add_workdays(start: date, days: int, calendar: Calendar) -> date:
    """The last day of a term of so many working days; 0 is the day itself. ValueError below 0."""
    return explain(start, days, calendar).due


def count_workdays(start: date, end: date, calendar: Calendar) -> int:
    """Working days after ``start`` up to and with ``end``; negative if ``end`` comes first."""
    if end < start:
        return -count_workdays(end, start, calendar)
    return sum(is_workday(day, calendar) for day in _days_after(start, (end - start).days))


def explain(start: date, days: int, calendar: Calendar) -> Count:
    """Count a term and tell how: what was skipped and why, and the years whose cuti bersama is unknown."""
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


def _reason(day: date, calendar: Calendar) -> str:
    named = calendar.holidays.get(day)
    if named is not None:
        return named
    return "" if day.weekday() in calendar.weekdays else _NAMES[day.weekday()]


def _warnings(start: date, due: date, calendar: Calendar) -> tuple[str, ...]:
    unknown = [year for year in range(start.year, due.year + 1) if year not in calendar.leave_years]
    return tuple(
        f"Cuti bersama tahun {year} belum ada di kalender; batas waktu dapat bergeser." for year in unknown
    )


def _days_after(start: date, days: int) -> Iterator[date]:
    return (start + timedelta(days=n) for n in range(1, days + 1))


def _weight(holiday: Holiday) -> int:
    return (HolidayKind.LOCAL, HolidayKind.COLLECTIVE_LEAVE, HolidayKind.NATIONAL).index(holiday.kind)


def _holiday(row: Mapping[str, Any]) -> Holiday:
    return Holiday(row["date"], row["name"], HolidayKind(row["kind"]), row["source"])
