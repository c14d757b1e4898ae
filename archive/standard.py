"""How long a step may take, as the SOP sheets write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class TimeUnit(StrEnum):
    """Units of a time standard, as the sheets write them."""

    MINUTES = "menit"
    HOURS = "jam"
    DAYS = "hari"
    WORKDAYS = "hari kerja"
    OPEN = "tentatif"

    @property
    def is_days(self) -> bool:
        """Whether a standard in this unit has a due date; minutes and hours are only measured."""
        return self in (TimeUnit.DAYS, TimeUnit.WORKDAYS)


@dataclass(frozen=True)
class Standard:
    """How long a step may take. ``amount`` is 0 where the sheet says "tentatif"."""

    amount: int
    unit: TimeUnit


def parse_time(text: str) -> Standard:
    """Read a sheet's time ("5 menit", "1 Jam", "10 hari kerja", "- Tentatif"); ValueError for all else."""
    words = " ".join(text.casefold().split()).removeprefix("- ")
    if words == TimeUnit.OPEN:
        return Standard(0, TimeUnit.OPEN)
    found = re.fullmatch(r"([0-9]{1,4}) (menit|jam|hari kerja|hari)", words)
    if not found:
        raise ValueError(f'waktu "{text}" tidak dikenal')
    return Standard(int(found[1]), TimeUnit(found[2]))
