"""Guesses a document's record from its pages.

Nothing guessed is final: the officer sees the line it was read from, and corrects it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Generic, TypeVar

from .dates import find_date, whole_year
from .headings import Heading, find_heading, tidy_number
from .kinds import by_short_name
from .letterhead import find_unit
from .letters import letter_fields

T = TypeVar("T")
_FIRST_PAGES = 3
_MAX_CHARS = 1_000_000


@dataclass(frozen=True)
class Field(Generic[T]):
    """One guessed value, the line of the document it was read from, and how sure (0 to 1)."""

    value: T
    line: str = ""
    sure: float = 0.0


@dataclass(frozen=True)
class Guess:
    """What a document seems to be; '' and None, sure 0, where nothing was found.

    ``title`` and ``number`` are as the document writes them, with single spaces and none around a slash.
    """

    kind: Field[str] = Field("")
    number: Field[str] = Field("")
    title: Field[str] = Field("")
    date: Field[datetime.date | None] = Field(None)
    year: Field[int | None] = Field(None)
    unit: Field[str] = Field("")


_ENACTED = re.compile(
    r"(?:ditetapkan|disahkan|dikeluarkan|dibuat)\s+di\b.{0,80}?\btanggal\s*:?\s*(?P<day>.{6,40})",
    re.IGNORECASE | re.DOTALL,
)
_PLACE_AND_DAY = re.compile(r"^[A-Z][\w .]{2,30},\s*(?P<day>(?:tanggal\s+)?[0-3]?\d[\s/.-].{4,24})$", re.MULTILINE)
_OF_YEAR = re.compile(r"\bTAHUN\s+(?:ANGGARAN\s+|PELAJARAN\s+)?(?P<year>[12][0-9OIl]{3})\b", re.IGNORECASE)
_IN_NUMBER = re.compile(r"(?:^|[/.\s])(?P<year>(?:19|20)\d\d)$|/[IVX]+-(?P<short>\d\d)$")
_IN_NAME = re.compile(
    r"(?P<kind>[A-Za-z]+)[\W_]*(?:No(?:mor)?[\W_]+)?(?P<number>\d+)[\W_]+(?:tahun|thn|th)?[\W_]*"
    r"(?P<year>(?:19|20)\d\d)(?!\d)(?:[\W_]+tentang)?[\W_]*(?P<title>.*)",
    re.IGNORECASE,
)


def guess(pages: Sequence[str], name: str) -> Guess:
    """The record of a document as its pages tell it, and its file name where they are silent."""
    lines = _lines(pages[:_FIRST_PAGES])
    found = _from_heading(find_heading(lines))
    found = _or(found, _from_letter(lines))
    found = replace(found, date=_date(pages, found.date), unit=_unit(lines))
    named = _from_name(name)
    if not found.number.value or not found.kind.value:
        found = _or(found, named)
    found = replace(found, title=found.title if found.title.value else named.title)
    return replace(found, year=_year(found, named))


def _lines(pages: Sequence[str]) -> list[str]:
    """The lines without those of a web address alone or a page number alone; wide gaps stay, as columns."""
    lines = (line.strip() for page in pages for line in page[:20_000].split("\n"))
    return [line for line in lines if line and not re.fullmatch(r"[-–\s\d]+|(?:www\.|jdih\.|https?:)\S+", line)]


def _or(first: Guess, second: Guess) -> Guess:
    """The first guess, with the second's where the first has none."""
    return Guess(
        kind=first.kind if first.kind.value else second.kind,
        number=first.number if first.number.value else second.number,
        title=first.title if first.title.value else second.title,
        date=first.date if first.date.value else second.date,
        year=first.year if first.year.value else second.year,
        unit=first.unit if first.unit.value else second.unit,
    )


def _from_heading(heading: Heading | None) -> Guess:
    if not heading:
        return Guess()
    sure = 0.95 if heading.number else 0.7
    return Guess(
        kind=Field(heading.kind, heading.line, sure),
        number=Field(heading.number, heading.number_line, 0.95 if heading.number else 0.0),
        title=Field(heading.title, heading.title_line, sure - 0.05 if heading.title else 0.0),
        year=Field(heading.year, heading.number_line, 0.95 if heading.year else 0.0),
    )


def _from_letter(lines: Sequence[str]) -> Guess:
    fields = letter_fields(lines[:60])
    number, title, day = (fields.get(field) for field in ("number", "title", "date"))
    numbered = tidy_number(number.value) if number else ""
    date = find_date(day.value) if day else None
    letter = numbered and title and title.line.lower().startswith(("hal", "perihal"))
    return Guess(
        kind=Field("Surat", title.line, 0.8) if letter and title else Field(""),
        number=Field(numbered, number.line, 0.85) if number and numbered else Field(""),
        title=Field(title.value, title.line, 0.85) if title else Field(""),
        date=Field(date, day.line, 0.85) if day and date else Field(None),
    )


def _date(pages: Sequence[str], labelled: Field[datetime.date | None]) -> Field[datetime.date | None]:
    """Where it was decided, else the label's, else place and day, else the first date on page one."""
    text = "\n".join(pages)[:_MAX_CHARS]
    for pattern, sure in ((_ENACTED, 0.9), (_PLACE_AND_DAY, 0.8)):
        if labelled.value and pattern is _PLACE_AND_DAY:
            return labelled
        for match in pattern.finditer(text):
            day = find_date(match["day"])
            if day:
                return Field(day, " ".join(match[0].split()), sure)
    return labelled if labelled.value else _first_date(pages)


def _first_date(pages: Sequence[str]) -> Field[datetime.date | None]:
    for line in _lines(pages[:1])[:40]:
        day = find_date(line)
        if day:
            return Field(day, line, 0.4)
    return Field(None)


def _unit(lines: Sequence[str]) -> Field[str]:
    unit, line = find_unit(lines)
    return Field(unit, line, 0.8 if unit else 0.0)


def _year(found: Guess, named: Guess) -> Field[int | None]:
    """The number's own year, else the title's, else the date's, else the file name's."""
    if found.year.value:
        return found.year
    in_number = _IN_NUMBER.search(found.number.value)
    if in_number:
        return Field(whole_year(in_number["year"] or in_number["short"]), found.number.line, 0.9)
    in_title = _OF_YEAR.search(found.title.value)
    if in_title:
        return Field(whole_year(in_title["year"]), found.title.line, 0.8)
    if found.date.value:
        return Field(found.date.value.year, found.date.line, found.date.sure - 0.1)
    return named.year


def _from_name(name: str) -> Guess:
    """All of it from "PP 27 Tahun 2002 - Limbah.pdf"; from other names a title, and maybe a year."""
    stem = PurePath(name).stem.replace("_", " ")
    title = " ".join(stem.split())
    full = _IN_NAME.match(stem)
    kind = by_short_name(full["kind"]) if full else ""
    if not full or not kind:
        year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", stem)
        return Guess(title=Field(title, name, 0.3), year=Field(int(year[0]), name, 0.5) if year else Field(None))
    return Guess(
        kind=Field(kind, name, 0.6),
        number=Field(full["number"], name, 0.6),
        title=Field(full["title"].strip(" -") or title, name, 0.5),
        year=Field(int(full["year"]), name, 0.6),
    )
