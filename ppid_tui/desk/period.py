"""A month, a quarter or a year to report on, and the one before or after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ppid_tui.printouts.labels import MONTHS

YEAR, QUARTER, MONTH = 12, 3, 1
SIZES = (YEAR, QUARTER, MONTH)


@dataclass(frozen=True)
class Period:
    """``months`` long (12, 3 or 1) from the first of a month on."""

    first: date
    months: int = YEAR

    @property
    def last(self) -> date:
        """Its last day."""
        return self.moved(1).first - timedelta(days=1)

    @property
    def title(self) -> str:
        """As officers say it: "tahun 2026", "triwulan II 2026", "Maret 2026"."""
        if self.months == YEAR:
            return f"tahun {self.first.year}"
        if self.months == QUARTER:
            return f"triwulan {('I', 'II', 'III', 'IV')[(self.first.month - 1) // QUARTER]} {self.first.year}"
        return f"{MONTHS[self.first.month - 1]} {self.first.year}"

    def moved(self, by: int) -> Period:
        """The period so many later, or earlier."""
        month = self.first.year * 12 + self.first.month - 1 + by * self.months
        return Period(date(month // 12, month % 12 + 1, 1), self.months)

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last


def period_of(day: date, months: int = YEAR) -> Period:
    """The period of this length that holds the day."""
    return Period(date(day.year, (day.month - 1) // months * months + 1, 1), months)
