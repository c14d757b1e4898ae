"""Dates as Indonesian offices write them: 1 MARET 2021, 30 Nopember 2023, 1-Apr-24, 03/07/2023."""

from __future__ import annotations

import datetime
import re

# Older and shortened spellings, and English ones from spreadsheets, all by their first letters.
_MONTHS = (
    r"jan\w*",
    r"[fp]e?br?\w*",
    r"mar\w*|mrt",
    r"apr\w*",
    r"mei|may",
    r"jun\w*",
    r"jul\w*",
    r"agu?s\w*|aug\w*",
    r"sep\w*",
    r"o[kc]t\w*",
    r"no[vp]\w*",
    r"de[sc]\w*",
)
_MONTH = "|".join(_MONTHS)
_DAY = r"(?<![\w/.-])(?P<d>[0-3]?[0-9OIl])"
_YEAR = r"(?P<y>[12][0-9OIl]{3}|\d\d)(?![\w/])"
_FORMS = (
    re.compile(rf"{_DAY}(?:\s+|\s*[-.]\s*)(?P<m>{_MONTH})\.?(?:\s+|\s*[-.,]\s*){_YEAR}", re.IGNORECASE),
    re.compile(rf"{_DAY}\s*(?P<s>[/.-])\s*(?P<m>[01]?\d)\s*(?P=s)\s*{_YEAR}"),
    re.compile(r"(?<![\w/.-])(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\w/])"),
)
_LOOKALIKES = str.maketrans("OoIl", "0011")


def find_date(text: str) -> datetime.date | None:
    """The first date in the text, day before month; None where there is none that the calendar has."""
    found = sorted((match for form in _FORMS for match in form.finditer(text)), key=re.Match.start)
    return next((day for day in map(_date, found) if day), None)


def whole_year(digits: str) -> int:
    """The year of "2018", of "2OI8" as scans have it, and of "24": below 70 it is this century."""
    year = int(digits.translate(_LOOKALIKES))
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


def _date(match: re.Match[str]) -> datetime.date | None:
    month = match["m"].lower()
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return datetime.date(whole_year(match["y"]), number, int(match["d"].translate(_LOOKALIKES)))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return next(number for number, form in enumerate(_MONTHS, 1) if re.fullmatch(form, name))
