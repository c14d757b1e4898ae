"""Which documents a sample office has, and in what form each came."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from archive.workdays import Calendar
from ppid_tui.demo.days import back, workday_from
from ppid_tui.demo.words import OfficeWords
from ppid_tui.demo.writing import Writing, write

FIRST_DAY = date(2018, 1, 8)
YEARLY_MISSING = 3  # Of seven yearly reports the fourth is missing: what an officer should notice.
FRESH = 4

Signer = Callable[[date], tuple[str, str]]


class Form(StrEnum):
    """How a document came: as which file, or on paper alone."""

    PDF = ".pdf"
    DOCX = ".docx"
    XLSX = ".xlsx"
    PHOTO = ".jpg"
    SCAN = "scan.pdf"
    SKEWED = "skewed.pdf"
    SIGNED_SCAN = "draft.docx"
    PAPER = ""

    @property
    def ending(self) -> str:
        """The ending of its file."""
        return self.value[self.value.rfind(".") :] if self.value else ""


@dataclass(frozen=True)
class Planned:
    """A document to be made; ``fresh`` ones have just come in and nobody decided on them yet."""

    writing: Writing
    form: Form
    place: int
    fresh: bool = False

    @property
    def file_name(self) -> str:
        """Unit, number in the list, name: as the offices' own SOPs name softcopies."""
        plain = re.sub(r"[^\w\- ]+", " ", f"{self.writing.unit} {self.place:03} {self.writing.title}")
        return " ".join(plain.split())[:100].strip() + self.form.ending


_SPECIAL: tuple[tuple[str, Form], ...] = (
    ("keputusan", Form.SIGNED_SCAN),
    ("surat", Form.SCAN),
    ("keputusan", Form.SKEWED),
    ("daftar_pribadi", Form.PDF),
    ("nota", Form.PDF),
    ("evaluasi", Form.DOCX),
    ("rekap", Form.XLSX),
    ("foto", Form.PHOTO),
    ("dip", Form.PDF),
    ("pengumuman", Form.PDF),
    ("sop", Form.DOCX),
    ("keputusan", Form.PAPER),
    ("notulen", Form.PAPER),
    ("perjanjian", Form.PAPER),
    ("anggaran", Form.PDF),
    ("laporan", Form.PDF),
)
_USUAL: tuple[tuple[str, Form], ...] = (
    ("perjalanan", Form.PDF),
    ("notulen", Form.DOCX),
    ("keputusan", Form.PDF),
    ("laporan", Form.PDF),
    ("anggaran", Form.PDF),
    ("surat", Form.PDF),
    ("perjanjian", Form.PDF),
    ("sop", Form.PDF),
    ("anggaran", Form.DOCX),
    ("laporan", Form.DOCX),
    ("surat", Form.DOCX),
    ("pengumuman", Form.PDF),
)
_FRESH: tuple[tuple[str, Form], ...] = (("surat", Form.PDF), ("laporan", Form.PDF))


def plan(
    words: OfficeWords, documents: int, rng: Random, today: date, calendar: Calendar, signer: Signer
) -> list[Planned]:
    """So many documents, the telling ones first; the same for the same rng and day."""
    return [
        Planned(write_one(key, words, rng, day, place, signer), form, place, fresh)
        for place, (key, form, day, fresh) in zip(range(1, documents + 1), _drafts(rng, today, calendar), strict=False)
    ]


def write_one(key: str, words: OfficeWords, rng: Random, day: date, place: int, signer: Signer) -> Writing:
    """The document at this place of the list, for one of the office's programmes in turn."""
    program = words.programs[(place * 5 + place // 6) % len(words.programs)]
    serial = 40 + place * 7 + rng.randrange(7)
    return write(key, Random(rng.getrandbits(64)), words, program, day, serial, signer(day))


def usual(place: int) -> str:
    """The kind of the document at this place of a long list."""
    return _USUAL[place % len(_USUAL)][0]


def any_day(rng: Random, today: date, calendar: Calendar) -> date:
    """A working day since 2018, a month or more back."""
    span = (today - timedelta(days=30) - FIRST_DAY).days
    return workday_from(FIRST_DAY + timedelta(days=rng.randrange(max(1, span))), calendar)


def _drafts(rng: Random, today: date, calendar: Calendar) -> Iterator[tuple[str, Form, date, bool]]:
    for key, form in _FRESH:
        yield key, form, back(today, FRESH, calendar), True
    for years in (7, 6, 5, 4, 3, 2, 1):
        if years != 7 - YEARLY_MISSING:
            yield "laporan_tahunan", Form.PDF, _year_end(today.year - years, calendar), False
    for key, form in _SPECIAL:
        yield key, form, any_day(rng, today, calendar), False
    while True:
        for key, form in _USUAL:
            yield key, form, any_day(rng, today, calendar), False


def _year_end(year: int, calendar: Calendar) -> date:
    return back(date(year, 12, 30), 0, calendar)
