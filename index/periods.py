"""Times as people name them ("tahun lalu", "maret 2023", "rka 25"), to a first and a last day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_ROMANS = ("i", "ii", "iii", "iv")
_NTH = ("pertama", "kedua", "ketiga", "keempat")
_SINGLE = {"setahun": "tahun", "sebulan": "bulan", "seminggu": "minggu"}
_MONTHS_IN = {"bulan": 1, "triwulan": 3, "kuartal": 3, "tw": 3, "caturwulan": 4, "semester": 6, "tahun": 12}
_SHIFTS = {
    "lalu": -1, "kemarin": -1, "kemaren": -1, "sebelumnya": -1, "silam": -1,
    "ini": 0, "sekarang": 0, "berjalan": 0, "depan": 1, "mendatang": 1,
}  # fmt: skip
_UNTIL_NOW = frozenset(("terakhir", "belakangan", "belakang"))
_PAPERS = "rka dpa dppa apbd apbn apbdes lra rkpd renja lakip lkjip lppd lkpj dipa ta"
_PAPERS_OF_A_YEAR = frozenset(_PAPERS.split())
"""Papers that are made for one year, so that two digits after them are a year; "ta" is tahun anggaran."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TWO_YEARS = re.compile(r"((?:19|20)[0-9]{2})((?:19|20)[0-9]{2})")
_FROM, _BEFORE = frozenset(("sejak", "mulai", "semenjak")), frozenset(("sebelum", "sampai", "hingga"))
_TO = (("sampai", "dengan"), ("sampai",), ("hingga",), ("s", "d"), ("sd",))
_LONG_AGO = 1945
"""The year with which a time begins that has no beginning: hardly anything in an office is older."""
_BEGIN = _FROM | _BEFORE | _PAPERS_OF_A_YEAR | {*MONTHS, *_NUMBERS, *_SINGLE, *_MONTHS_IN, "minggu", "hari", "antara"}
"""Words that a time begins with, unless it begins with a digit."""


@dataclass(frozen=True)
class Period:
    """Days from ``first`` to ``last``, and the words (by place, ``start`` to ``stop``) that name them.

    ``spent``: these words say nothing else, so that they need not stand in a document.
    ``names``: what a title calls it besides its year: any of these sets of words.
    ``year_at``: the place of a year that was written with two digits.
    """

    first: date
    last: date
    start: int
    stop: int
    spent: bool = False
    names: tuple[frozenset[str], ...] = (frozenset(),)
    year_at: int | None = None


def period_in(forms: Sequence[str], today: date) -> Period | None:
    """The first time that these words (folded) name, as seen from ``today``, or None.

    A year in four digits is left a word: titles have it, and what was written in that year has it too.
    """
    readers: tuple[Callable[[Sequence[str], int, date], Period | None], ...]
    readers = (_until_now, _ago, _relative, _part_of_year, _month, _years, _open_years, _short_year)
    for at in (at for at, form in enumerate(forms) if form in _BEGIN or form[:1].isdecimal()):
        for read in readers:
            try:
                period = read(forms, at, today)
            except (ValueError, OverflowError):  # a time before the first year or after the last
                continue
            if period:
                return period
    return None


def _until_now(forms: Sequence[str], at: int, today: date) -> Period | None:
    """2 tahun terakhir, setahun terakhir, enam bulan belakangan."""
    count, unit, after = _counted(forms, at)
    if not unit or _at(forms, after) not in _UNTIL_NOW:
        return None
    return Period(_back(today, unit, count or 1), today, at, after + 1, spent=True)


def _ago(forms: Sequence[str], at: int, today: date) -> Period | None:
    """Dua tahun lalu: the whole year that lies so far back."""
    count, unit, after = _counted(forms, at)
    if not count or not unit or _SHIFTS.get(_at(forms, after)) != -1:
        return None
    return _around(_back(today, unit, count), unit, at, after + 1)


def _relative(forms: Sequence[str], at: int, today: date) -> Period | None:
    """Tahun lalu, bulan ini, triwulan lalu, minggu depan."""
    unit, shift = forms[at], _SHIFTS.get(_at(forms, at + 1))
    if shift is None or unit not in (*_MONTHS_IN, "minggu", "hari"):
        return None
    first = _around(today, unit, at, at + 2).first
    return _around(_back(first, unit, -shift), unit, at, at + 2)


def _part_of_year(forms: Sequence[str], at: int, today: date) -> Period | None:
    """Triwulan II 2024, semester 1, tw 3 tahun 2023; without a year the last that has begun."""
    unit, nth = forms[at], _nth(_at(forms, at + 1))
    months = _MONTHS_IN.get(unit, 0)
    if not 1 < months < 12 or not 1 <= nth <= 12 // months:
        return None
    year, stop, _ = _year(forms, at + 2)
    month = 1 + (nth - 1) * months
    year = year or today.year - (date(today.year, month, 1) > today)
    called = ("triwulan", "kuartal") if months == 3 else (unit,)
    names = tuple(frozenset((name, word)) for name in called for word in _words_for(nth))
    return Period(date(year, month, 1), _end(year, month + months - 1), at, stop, names=names)


def _month(forms: Sequence[str], at: int, today: date) -> Period | None:
    """Bulan Maret, Maret 2023, Maret tahun 23; a month alone may be anything."""
    said = forms[at] == "bulan"
    name = _at(forms, at + said)
    number = MONTHS.index(name) + 1 if name in MONTHS else 0
    year, stop, year_at = _year(forms, at + said + 1)
    if not number or not (said or year) or (at and forms[at - 1].isdecimal()):
        return None
    year = year or today.year - (date(today.year, number, 1) > today)
    return Period(date(year, number, 1), _end(year, number), at, stop, names=(frozenset((name,)),), year_at=year_at)


def _years(forms: Sequence[str], at: int, _today: date) -> Period | None:
    """2020-2022, 2020 sampai 2022, antara 2020 dan 2022."""
    between = forms[at] == "antara"
    at_years = at + between + (_at(forms, at + between) == "tahun")
    together = _TWO_YEARS.fullmatch(_at(forms, at_years))
    if together:
        return _from_to(int(together[1]), int(together[2]), at, at_years + 1)
    first, after, _ = _year(forms, at_years)
    to = () if between else next((to for to in _TO if tuple(forms[after : after + len(to)]) == to), None)
    last, stop, _ = _year(forms, after + len(to)) if first and to is not None else (0, after, None)
    return _from_to(first, last, at, stop) if last else None


def _open_years(forms: Sequence[str], at: int, today: date) -> Period | None:
    """Sejak 2024, sebelum tahun 2020, sampai 2022."""
    year, stop, _ = _year(forms, at + 1) if forms[at] in _FROM | _BEFORE else (0, at, None)
    if not year:
        return None
    if forms[at] in _FROM:
        return _from_to(year, max(year, today.year), at, stop)
    last = year - (forms[at] == "sebelum")
    return _from_to(min(_LONG_AGO, last), last, at, stop)


def _from_to(first: int, last: int, start: int, stop: int) -> Period:
    first, last = sorted((first, last))
    return Period(date(first, 1, 1), date(last, 12, 31), start, stop, spent=True)


def _short_year(forms: Sequence[str], at: int, _today: date) -> Period | None:
    """Tahun 23, rka 25, ta 24; not the "tahun 23" of "nomor 5 tahun 23"."""
    headed = forms[at] in _PAPERS_OF_A_YEAR
    year, stop, year_at = _year(forms, at + headed) if headed or forms[at] == "tahun" else (0, at, None)
    if year_at is None or (at and forms[at - 1].isdecimal()):
        return None
    return Period(date(year, 1, 1), date(year, 12, 31), at, stop, year_at=year_at)


def _year(forms: Sequence[str], at: int) -> tuple[int, int, int | None]:
    """A year in four digits, or in two after "tahun" or a paper's name; where it ends; where the two stand."""
    said = _at(forms, at) == "tahun"
    word = _at(forms, at + said)
    if _YEAR.fullmatch(word):
        return int(word), at + said + 1, None
    short = len(word) == 2 and word.isascii() and word.isdecimal()
    if short and (said or _at(forms, at - 1) in _PAPERS_OF_A_YEAR):
        return 2000 + int(word), at + said + 1, at + said
    return 0, at, None


def _counted(forms: Sequence[str], at: int) -> tuple[int, str, int]:
    """How many of which unit, and what place comes after: 2 tahun, dua bulan, setahun, tahun."""
    if forms[at] in _SINGLE:
        return 1, _SINGLE[forms[at]], at + 1
    count = _number(forms[at])
    unit = _at(forms, at + (count > 0))
    known = unit in _MONTHS_IN or unit in ("minggu", "hari")
    return (count, unit, at + (count > 0) + 1) if known else (0, "", at)


def _around(day: date, unit: str, start: int, stop: int) -> Period:
    """The whole year, month or other unit that this day lies in."""
    if unit in ("minggu", "hari"):
        first = day - timedelta(days=day.weekday() if unit == "minggu" else 0)
        return Period(first, first + timedelta(days=6 if unit == "minggu" else 0), start, stop, spent=True, names=())
    months = _MONTHS_IN[unit]
    month = 1 + (day.month - 1) // months * months
    names = {1: (frozenset((MONTHS[month - 1],)),), 12: (frozenset[str](),)}.get(months, ())
    return Period(date(day.year, month, 1), _end(day.year, month + months - 1), start, stop, spent=True, names=names)


def _back(day: date, unit: str, count: int) -> date:
    """The day so many units before; of a month that is shorter, its last."""
    if unit in ("minggu", "hari"):
        return day - timedelta(days=count * (7 if unit == "minggu" else 1))
    months = day.year * 12 + day.month - 1 - count * _MONTHS_IN[unit]
    year, month = months // 12, months % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(year)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), _end(year, month))


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _at(forms: Sequence[str], place: int) -> str:
    return forms[place] if 0 <= place < len(forms) else ""


def _number(word: str) -> int:
    if word in _NUMBERS:
        return _NUMBERS.index(word) + 1
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= 2 else 0


def _nth(word: str) -> int:
    for names in (_ROMANS, _NTH):
        if word in names:
            return names.index(word) + 1
    return _number(word)


def _words_for(nth: int) -> tuple[str, ...]:
    return _ROMANS[nth - 1], str(nth), _NUMBERS[nth - 1], _NTH[nth - 1]
