"""The terms within which a request and an objection are answered, in working days, and their calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.workdays import Calendar, add_workdays


@dataclass(frozen=True)
class Terms:
    """Working days each (UU 14/2008 articles 22, 36 and 37; ``completion`` is the offices' own custom).

    ``objection`` is the requester's term to object, ``objection_answer`` the superior's to answer, ``dispute`` the
    requester's to go to the Komisi Informasi after it.
    """

    calendar: Calendar
    answer: int = 10
    extension: int = 7
    completion: int = 3
    objection: int = 30
    objection_answer: int = 30
    dispute: int = 14

    def after(self, start: date, days: int) -> date:
        """The last day of a term; the day after ``start`` is its first."""
        return add_workdays(start, days, self.calendar)
