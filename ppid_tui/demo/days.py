"""Days of the sample's story, told backwards from today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from archive.workdays import Calendar, is_workday
from ppid_tui.desk.progress import Progress

DAY = timedelta(days=1)
LEBARAN = "Hari Raya Idul Fitri"


@dataclass(frozen=True)
class Event:
    """Something that happened in the office; events are told in the order of their time."""

    at: datetime
    do: Callable[[], Iterator[Progress]]


def event(at: datetime, do: Callable[[], object]) -> Event:
    """An event that tells no progress of its own."""

    def told() -> Iterator[Progress]:
        do()
        return iter(())

    return Event(at, told)


def workday_from(day: date, calendar: Calendar) -> date:
    """This day, or the next on which the office works."""
    while not is_workday(day, calendar):
        day += DAY
    return day


def back(today: date, days: int, calendar: Calendar) -> date:
    """The working day that lies so many working days before today; 0 is the last one up to today."""
    day = today
    while not is_workday(day, calendar):
        day -= DAY
    for _ in range(days):
        day -= DAY
        while not is_workday(day, calendar):
            day -= DAY
    return day


def lebaran_between(start: date, end: date, calendar: Calendar) -> date | None:
    """The last Idul Fitri between these days; None if the calendar has none there."""
    feasts = (day for day, name in calendar.holidays.items() if name.startswith(LEBARAN))
    return max((day for day in feasts if start < day < end), default=None)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A time of this day."""
    return datetime.combine(day, time(hour, minute))
