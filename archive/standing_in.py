"""Doing another's role for a time: as Plt., Plh. or on their behalf, from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Capacity(StrEnum):
    """As what one stands in, in the words that stand before the position on a paper (Permendagri 1/2023)."""

    PLT = "Plt."
    PLH = "Plh."
    AN = "a.n."


@dataclass(frozen=True)
class StandIn:
    """One officer doing a role of the SOP in another's stead; both days count, without ``last`` until told.

    ``order`` is the letter of appointment (surat perintah), '' where it is not known.
    """

    role: str
    capacity: Capacity
    first: date
    last: date | None = None
    order: str = ""

    def on(self, day: date) -> bool:
        """Whether it counts on this day."""
        return self.first <= day <= (self.last or day)

    def ended(self, day: date) -> bool:
        """Whether it is over."""
        return self.last is not None and self.last < day
