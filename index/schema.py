"""What the Whoosh index holds of a document: words, stems and title as postings, its facts as columns.

The text itself is not in it. A position says page and place: the page in its upper bits, page 0 being the
record (title, number, summary), so that a page is found without reading any.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import sub
from typing import Any

import numpy as np
from whoosh.fields import COLUMN, ID, FieldType, Schema
from whoosh.formats import Positions

from index.codec import PAGE_SHIFT as PAGE_SHIFT
from index.codec.inverting import Form, Words, as_it_is
from index.codec.numbers import Ints
from index.facts import NUMBERS, REST, numbers_of, rest_of
from index.facts import Facts as Facts
from index.forms import forms_of
from index.language import stem
from index.model import Entry

LAST_IN_PAGE = (1 << PAGE_SHIFT) - 1
LAST_PAGE = (1 << 32 - PAGE_SHIFT) - 1

SCHEMA_VERSION = "4"


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
    """A field that is given the words of a document as they stand, and keeps each under ``form`` of it."""

    def __init__(self, form: Form = as_it_is) -> None:
        super().__init__(PagePositions(), analyzer=None)
        self.form = form

    def index(self, value: Words, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """For Whoosh's own writer; ours takes the words as they are."""
        found: dict[str, list[int]] = {}
        for word, position in zip(value.forms, value.positions.tolist(), strict=True):
            if form := self.form(word):
                found.setdefault(form, []).append(position)
        for form, positions in found.items():
            unique = sorted(set(positions))
            yield form.encode("utf-8"), len(unique), float(len(unique)), self.format.encode(unique)


def stem_apart(form: str) -> str:
    """The stem of a word that differs from it; the others are found among the words."""
    root = stem(form)
    return root if root != form else ""


def schema() -> Schema:
    """Fields: exact words, stems, stems of the title; who it is; its facts."""
    return Schema(
        id=ID(unique=True),
        words=Counted(),
        stems=Counted(stem_apart),
        title=Counted(stem),
        numbers=COLUMN(NUMBERS),
        facts=COLUMN(REST),
    )


def fields_of(entry: Entry) -> dict[str, Any]:
    """An entry as the fields of one Whoosh document."""
    words, length = _words((_record(entry), *entry.pages))
    title, _ = _words((f"{entry.title}\n{entry.number}",))
    return {
        "id": str(entry.document_id),
        "words": words,
        "stems": words,
        "title": title,
        "numbers": numbers_of(entry, length),
        "facts": rest_of(entry),
    }


def _record(entry: Entry) -> str:
    return "\n".join((entry.title, entry.number, entry.kind, entry.unit, entry.summary))


def _words(pages: Iterable[str]) -> tuple[Words, int]:
    """The words of all pages, and how many they are."""
    forms: list[str] = []
    positions: list[Ints] = [np.zeros(0, np.int64)]
    length = 0
    for page, text in enumerate(pages):
        words = forms_of(text)
        forms += words.forms
        positions.append(np.minimum(words.positions, LAST_IN_PAGE) + (min(page, LAST_PAGE) << PAGE_SHIFT))
        length += int(words.positions[-1]) + 1 if len(words.positions) else 0
    return Words(forms, np.concatenate(positions)), length
