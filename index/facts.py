"""What is known of documents without reading them: as columns for all, as ``Facts`` for one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import StructColumn, VarBytesColumn

from index.codec.numbers import Ints
from index.model import Entry
from index.query import name_forms

LEAD = 200
"""Characters of the summary that are kept, to show where a document has no pages."""

NUMBERS = StructColumn(">qqqqqiiii", (0,) * 9)
REST = VarBytesColumn()
"""As JSON what does not fit into numbers."""

_ROMAN = re.compile(r"[ivx]+")
_NAMES = ("document_id", "information_class", "unit", "kind", "series", "year", "day", "length", "pages")
_ROW = np.dtype([(name, ">i8" if n < 5 else ">i4") for n, name in enumerate(_NAMES)])


@dataclass(frozen=True)
class Facts:
    """What is known of a document without reading it. ``day`` is an ordinal, 0 where there is no date.

    ``series``: the same for editions of one report, and for whatever is titled alike.
    """

    document_id: int
    information_class: str
    year: int
    unit: str
    kind: str
    series: int
    day: int
    length: int
    pages: int
    number: tuple[str, ...]
    lead: str


@dataclass(frozen=True)
class Columns:
    """Facts of all documents by their number. Class, unit, kind and series are ``code_of`` their names."""

    document_id: Ints
    information_class: Ints
    unit: Ints
    kind: Ints
    series: Ints
    year: Ints
    day: Ints
    length: Ints
    pages: Ints


@cache
def code_of(name: str) -> int:
    """A number that stands for a name, the same in every segment; 0 for ''."""
    return int.from_bytes(blake2b(name.encode("utf-8"), digest_size=8).digest(), "big", signed=True) if name else 0


def numbers_of(entry: Entry, length: int) -> tuple[int, ...]:
    """The row of a document of so many words."""
    day = entry.date.toordinal() if entry.date else 0
    year = entry.year or (entry.date.year if entry.date else 0)
    names = (code_of(name) for name in (entry.information_class, entry.unit, entry.kind, _series_of(entry.title)))
    return (entry.document_id, *names, year, day, length, len(entry.pages))


def _series_of(title: str) -> str:
    """A title without what tells one edition from the next: years and other numbers."""
    return " ".join(form for form in name_forms(title) if form.isalpha() and not _ROMAN.fullmatch(form))


def rest_of(entry: Entry) -> bytes:
    """What the row leaves out."""
    lead = " ".join((entry.summary or entry.title).split())[:LEAD]
    rest = (entry.information_class, entry.unit, entry.kind, name_forms(entry.number), lead)
    return json.dumps(rest).encode("utf-8")


def rows_from(raw: bytes, docs: int) -> NDArray[Any]:
    """The rows of a segment's documents. Raises ValueError if there are not so many."""
    return np.frombuffer(raw, _ROW, docs)


def joined(rows: list[NDArray[Any]]) -> Columns:
    """The rows of all segments as columns."""
    every = np.concatenate(rows) if rows else np.zeros(0, _ROW)
    return Columns(*(every[name].astype(np.int64) for name in _NAMES))


def facts_from(row: NDArray[Any], rest: bytes) -> Facts:
    """Both halves of one document's facts together."""
    known = dict(zip(_NAMES, row.tolist(), strict=True))
    known["information_class"], known["unit"], known["kind"], number, lead = json.loads(rest)
    return Facts(**known, number=tuple(number), lead=lead)


class FactsByDoc(Mapping[int, Facts]):
    """The facts of living documents by their number, each read when it is first asked for."""

    def __init__(self, alive: NDArray[np.bool_], read: Callable[[int], Facts]) -> None:
        self._alive, self._read = alive, read
        self._known: dict[int, Facts] = {}

    def __getitem__(self, doc: int) -> Facts:
        facts = self._known.get(doc)
        if facts is None:
            if doc not in self:
                raise KeyError(doc)
            facts = self._known[doc] = self._read(doc)
        return facts

    def __contains__(self, doc: object) -> bool:
        return isinstance(doc, int) and 0 <= doc < len(self._alive) and bool(self._alive[doc])

    def __iter__(self) -> Iterator[int]:
        return iter(np.flatnonzero(self._alive).tolist())

    def __len__(self) -> int:
        return int(np.count_nonzero(self._alive))
