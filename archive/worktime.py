"""Minutes and hours as an office works them: a night, a rest at noon and a free day do not count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from archive.workdays import Calendar, is_workday

Stretch = tuple[datetime, datetime]
_MINUTE = timedelta(minutes=1)


def worked_minutes(start: datetime, end: datetime, calendar: Calendar) -> int:
    """Whole minutes of office hours between two moments; 0 where the end comes first."""
    days = ((start + timedelta(days=n)).date() for n in range((end.date() - start.date()).days + 1))
    stretches = (stretch for day in days for stretch in _stretches(day, calendar))
    worked = sum((max(timedelta(), min(to, end) - max(since, start)) for since, to in stretches), timedelta())
    return worked // _MINUTE


def time_up(start: datetime, minutes: int, calendar: Calendar) -> datetime:
    """When so many minutes of office hours will have passed; the start itself for 0. ValueError below 0."""
    if minutes < 0:
        raise ValueError("Lama waktu tidak boleh kurang dari nol.")
    left, day, moment = minutes * _MINUTE, start.date(), start
    while left:
        for since, to in _stretches(day, calendar):
            begin = max(since, start)
            part = min(left, max(timedelta(), to - begin))
            left -= part
            if part and not left:
                moment = begin + part
        day += timedelta(days=1)
    return moment


def _stretches(day: date, calendar: Calendar) -> Iterator[Stretch]:
    """The office hours of this day."""
    if is_workday(day, calendar):
        for start, end in calendar.hours[day.weekday()]:
            yield datetime.combine(day, start), datetime.combine(day, end)
