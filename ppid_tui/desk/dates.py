"""Dates as officers type them: "3 Juli 2023", "3/7/23", "03-07-2023", "2023-07-03"."""

from __future__ import annotations

import re
from datetime import date

from ppid_tui.printouts.labels import MONTHS

OTHER_NAMES = {
    "agt": "agustus", "ags": "agustus", "aug": "agustus", "oct": "oktober", "dec": "desember",
    "may": "mei", "nop": "november", "nopember": "november", "peb": "februari", "pebruari": "februari",
}  # fmt: skip
"""Older spellings, and what people abbreviate otherwise."""
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})\s*[-. ]?\s*([A-Za-z]{3,})\.?,?\s*[-. ]?\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_date(text: str) -> date | None:
    """The day that is meant; None where none is, or where there is no such day."""
    typed = text.strip()
    if found := _ISO.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        return _day(_year(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(typed):
        return _day(_year(found[3]), _month(found[2]), int(found[1]))
    return None


def _month(word: str) -> int:
    """The month of this name or abbreviation, or 0: a slip is asked about, not guessed."""
    name = OTHER_NAMES.get(word.lower(), word.lower())
    return next((n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(name)), 0)


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
