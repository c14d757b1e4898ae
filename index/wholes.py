"""Words that say one thing only side by side: an article of a law, a date, an amount of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.periods import MONTHS

_NUMBERED = frozenset(("pasal", "bab", "lampiran"))
"""Parts of a law that are headed by their name and number; of letters and paragraphs only the sign stands there."""

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_NUMBER = re.compile(r"[0-9]{1,3}[a-z]?")
_DAY = re.compile(r"0?[1-9]|[12][0-9]|3[01]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AMOUNT = re.compile(r"[1-9][0-9]{3,11}")
_SHORT_AMOUNT = re.compile(r"([1-9][0-9]{0,2})(rb|ribu|jt|juta|miliar|milyar)?")
_THOUSANDS = {"rb": 1, "ribu": 1, "jt": 2, "juta": 2, "miliar": 3, "milyar": 3}

Way = tuple[str, ...]


class Whole(NamedTuple):
    """How many words it takes, and each way in which it is written."""

    length: int
    ways: tuple[Way, ...]


def whole_at(forms: Sequence[str], at: int) -> Whole | None:
    """What the words (folded) from this place on say together, or None."""
    return _part(forms, at) or _date(forms, at) or _amount(forms, at)


def is_part(way: Way) -> bool:
    """Whether this is a part of a law by its number."""
    return len(way) == 2 and way[0] in _NUMBERED


def _part(forms: Sequence[str], at: int) -> Whole | None:
    """Pasal 17, bab 4 (which is written IV), lampiran II."""
    name, number = forms[at], _next(forms, at + 1)
    if name not in _NUMBERED or not (_NUMBER.fullmatch(number) or number in _ROMANS):
        return None
    ways = [(name, number)]
    if name != "pasal" and number.isdecimal() and 0 < int(number) <= len(_ROMANS):
        ways.insert(0, (name, _ROMANS[int(number) - 1]))
    return Whole(2, tuple(ways))


def _date(forms: Sequence[str], at: int) -> Whole | None:
    """12 Maret 2025."""
    day, month, year = forms[at], _next(forms, at + 1), _next(forms, at + 2)
    if not _DAY.fullmatch(day) or month not in MONTHS or not _YEAR.fullmatch(year):
        return None
    plain = str(int(day))
    return Whole(3, tuple(dict.fromkeys(((plain, month, year), (plain.zfill(2), month, year)))))


def _amount(forms: Sequence[str], at: int) -> Whole | None:
    """10000 and 10 ribu, which are written 10.000: words of their own between the points."""
    form = forms[at]
    if _AMOUNT.fullmatch(form):
        return None if _YEAR.fullmatch(form) else Whole(1, ((form,), _in_thousands(form)))
    match = _SHORT_AMOUNT.fullmatch(form)
    unit = (match[2] or _next(forms, at + 1)) if match else ""
    if not match or unit not in _THOUSANDS:
        return None
    said = (form,) if match[2] else (form, unit)
    return Whole(len(said), (_in_thousands(match[1] + "000" * _THOUSANDS[unit]), said))


def _in_thousands(digits: str) -> Way:
    return tuple(f"{int(digits):,}".split(","))


def _next(forms: Sequence[str], at: int) -> str:
    return forms[at] if at < len(forms) else ""
