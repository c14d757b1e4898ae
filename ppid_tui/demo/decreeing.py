"""The last decree of the sample office's list of public information; what came later is new since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archive.model import Right
from ppid_tui.demo.days import Event, at, back, event
from ppid_tui.demo.taking import Desk
from ppid_tui.desk.decrees import edition_of, first_values
from ppid_tui.desk.dip import rows
from ppid_tui.desk.dip_editions import decree

WORKDAYS_AGO = 40


def decree_events(desk: Desk) -> Iterator[Event]:
    """One decree, some weeks ago, if there was anything to list then."""
    when = at(back(desk.today, WORKDAYS_AGO, desk.office.calendar), 10)
    yield event(when, lambda: _decree(desk, when.date()))


def _decree(desk: Desk, day: date) -> None:
    by = desk.staff.who_may(Right.DECIDE)
    if rows(desk.office, by):
        values = {**first_values(desk.office, day), "number": f"{day.month:02}/SK-DIP/{day.year}"}
        decree(desk.office, edition_of(values, None, day), by, at(day, 10))
