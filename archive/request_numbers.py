"""Registration numbers by the office's own pattern: without gaps, and none twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from string import Formatter

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
PARTS = {"urut", "bulan", "tahun"}


@dataclass(frozen=True)
class Taken:
    """A number that was given out: its place in the sequence, and the day by whose year it counts."""

    number: str
    serial: int
    day: date


def pattern_fault(pattern: str) -> str:
    """Why no number can be made by this pattern, in Indonesian; '' where it can."""
    try:
        names = {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}
        numbered(pattern, 1, date(2026, 1, 1))
    except (ValueError, KeyError, IndexError):
        return f'"{pattern}" belum dapat dibaca. Tulis seperti "{{urut:03}}/PPID/{{bulan}}/{{tahun}}"'
    return "" if "urut" in names and names <= PARTS else f'"{pattern}" harus memuat {{urut}}'


def numbered(pattern: str, serial: int, day: date) -> str:
    """The number of this place in the sequence: {urut} the place, {bulan} the month in roman, {tahun} the year."""
    return pattern.format(urut=serial, bulan=ROMAN[day.month - 1], tahun=day.year)


def next_number(pattern: str, taken: Iterable[Taken], day: date) -> tuple[int, str]:
    """The next place in the sequence, and its number. The sequence begins anew each year if the year stands in it.

    To be asked in the same transaction that keeps the row: so two kiosks, or a power cut, never share or lose one.
    """
    known = list(taken)
    yearly = "{tahun}" in pattern
    before = (one.serial for one in known if not yearly or one.day.year == day.year)
    serial, numbers = max(before, default=0) + 1, {one.number for one in known}
    while numbered(pattern, serial, day) in numbers:  # another pattern was in use before
        serial += 1
    return serial, numbered(pattern, serial, day)
