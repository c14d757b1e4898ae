"""What the Whoosh index holds of a document: words, stems and title as postings, its facts as a column.

The text itself is not in it. A position says page and place: the page in its upper bits, page 0 being the
record (title, number, summary), so that a page is found without reading any.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import Any

from whoosh.columns import VarBytesColumn
from whoosh.fields import COLUMN, ID, FieldType, Schema
from whoosh.formats import Positions

from index.language import stem, tokens
from index.model import Entry
from index.query import name_forms

PAGE_SHIFT = 18
"""Bits of a position within its page."""

LAST_IN_PAGE = (1 << PAGE_SHIFT) - 1
LAST_PAGE = (1 << 32 - PAGE_SHIFT) - 1
LEAD = 200
"""Characters of the summary that are kept, to show where a document has no pages."""

SCHEMA_VERSION = "1"

Postings = dict[str, list[int]]


@dataclass(frozen=True)
class Facts:
    """What is known of a document without reading it. ``day`` is an ordinal, 0 where there is no date."""

    document_id: int
    information_class: str
    year: int
    unit: str
    kind: str
    day: int
    length: int
    pages: int
    number: tuple[str, ...]
    lead: str


class PagePositions(Positions):  # type: ignore[misc]
    """Positions as differences in 32-bit integers: a third of the time of Whoosh's pickled lists."""

    def encode(self, poslist: list[int]) -> bytes:
        return array("I", [poslist[0], *map(sub, poslist[1:], poslist)]).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        return list(accumulate(array("I", valuestring)))

    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // 4

    def decode_weight(self, valuestring: bytes) -> float:
        return float(len(valuestring) // 4)


class Counted(FieldType):  # type: ignore[misc]
    """A field that is given its postings ready made, ``{term: positions}``, without a Token for each word."""

    def __init__(self) -> None:
        super().__init__(PagePositions(), analyzer=None)

    def index(self, value: Postings, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        encode = self.format.encode
        for term, positions in value.items():
            yield term.encode("utf-8"), len(positions), float(len(positions)), encode(positions)


def schema() -> Schema:
    """Fields: exact words, stems, stems of the title; who it is; its facts."""
    return Schema(
        id=ID(unique=True),
        words=Counted(),
        stems=Counted(),
        title=Counted(),
        facts=COLUMN(VarBytesColumn()),
    )


def fields_of(entry: Entry) -> dict[str, Any]:
    """An entry as the fields of one Whoosh document."""
    words: Postings = {}
    length = 0
    for page, text in enumerate((_record(entry), *entry.pages)):
        length += _count(text, min(page, LAST_PAGE) << PAGE_SHIFT, words)
    title: Postings = {}
    _count(f"{entry.title}\n{entry.number}", 0, title)
    return {
        "id": str(entry.document_id),
        "words": words,
        "stems": _stems_apart(words),
        "title": _stemmed(title),
        "facts": _facts(entry, length),
    }


def facts_from(raw: bytes) -> Facts:
    """The facts as ``fields_of`` wrote them."""
    values = json.loads(raw)
    values[-2] = tuple(values[-2])
    return Facts(*values)


def _record(entry: Entry) -> str:
    return "\n".join((entry.title, entry.number, entry.kind, entry.unit, entry.summary))


def _count(text: str, base: int, into: Postings) -> int:
    """Add the words of one page to the postings; give how many they are."""
    last = 0
    for token in tokens(text):
        last = min(token.position, LAST_IN_PAGE)
        into.setdefault(token.form, []).append(base + last)
    return last


def _stemmed(words: Postings) -> Postings:
    stems: Postings = {}
    for form, positions in words.items():
        stems.setdefault(stem(form), []).extend(positions)
    return {form: sorted(set(positions)) for form, positions in stems.items()}


def _stems_apart(words: Postings) -> Postings:
    """Stems of those words that differ from their stem; the others are found among the words."""
    return _stemmed({form: positions for form, positions in words.items() if stem(form) != form})


def _facts(entry: Entry, length: int) -> bytes:
    day = entry.date.toordinal() if entry.date else 0
    year = entry.year or (entry.date.year if entry.date else 0)
    lead = " ".join((entry.summary or entry.title).split())[:LEAD]
    values = (entry.document_id, entry.information_class, year, entry.unit, entry.kind, day, length)
    return json.dumps([*values, len(entry.pages), name_forms(entry.number), lead]).encode("utf-8")
