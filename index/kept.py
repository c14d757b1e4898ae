"""One segment of the index, open for reading; what was read of it stays known when its files are closed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.codec import Lexicons, OfficeCodec, TermsReader
from index.codec.numbers import Ints
from index.facts import REST, Facts, facts_from, rows_from
from index.held import Held

Counts = NDArray[np.int32]


class Matches(NamedTuple):
    """Documents in order, and how often the term stands in each."""

    docs: Ints
    repeats: Counts


NONE = Matches(np.zeros(0, np.int64), np.zeros(0, np.int32))

MOST = 500_000
"""Documents that are remembered for the terms of a segment, at 12 bytes each."""

DOC_SHIFT = 32
"""Bits of a position within its document, where both are one number."""


def weight_of(found: Matches) -> int:
    """How many documents these are."""
    return len(found.docs)


class Kept:
    """A segment never changes, but for what is deleted in it; deleted documents are told like the others."""

    def __init__(self, storage: Any, segment: Any) -> None:  # noqa: ANN401 - Whoosh is untyped
        """Raises Damaged or OSError."""
        with storage.open_file(OfficeCodec.column_filename(segment, "numbers")) as file:
            self.rows = rows_from(file.read(), segment.doc_count_all())
        self._reader: TermsReader | None = TermsReader(storage, segment)
        self.lexicons: Lexicons = self._reader.lexicons
        self._columns: Any = segment.codec().per_document_reader(storage, segment)
        self._rest: Any = None
        self._facts: dict[int, Facts] = {}
        self.matches = Held(self._matches, weight_of, MOST)

    def open(self, storage: Any, segment: Any) -> None:  # noqa: ANN401
        """Open the files again, if they were closed. Raises Damaged or OSError."""
        if self._reader is None:
            self._reader = TermsReader(storage, segment, self.lexicons)
            self._columns = segment.codec().per_document_reader(storage, segment)

    def close(self) -> None:
        """Let go of all files."""
        if self._reader is not None:
            self._reader.close()
            self._columns.close()
            self._rest = None
        self._reader = None

    def facts(self, doc: int) -> Facts:
        """What is known of one document; removed ones too."""
        if doc not in self._facts:
            if self._rest is None:
                self._rest = self._columns.column_reader("facts", REST)
            self._facts[doc] = facts_from(self.rows[doc], self._rest[doc])
        return self._facts[doc]

    @cached_property
    def names(self) -> dict[int, str]:
        """What the codes of classes, units and kinds stand for."""
        found = {0: ""}
        for column in ("information_class", "unit", "kind"):
            codes, first = np.unique(self.rows[column], return_index=True)
            names = (getattr(self.facts(doc), column) for doc in first.tolist())
            found |= dict(zip(codes.tolist(), names, strict=True))
        return found

    def positions(self, field: str, term: str, wanted: Ints) -> Iterator[tuple[int, list[int]]]:
        """Where the term stands in those of the wanted documents, given in order, that have it."""
        docs, repeats, places = self._located(field, term, wanted)
        spans, flat = pairwise(accumulate(repeats.tolist(), initial=0)), places.tolist()
        return ((doc, flat[a:b]) for doc, (a, b) in zip(docs.tolist(), spans, strict=True))

    def keys(self, field: str, term: str, wanted: Ints) -> Ints:
        """The same as numbers in order: the document in the upper bits, the position in the lower ones.

        Where most documents of a stretch are wanted, all of it are given, which is sooner done.
        """
        docs, repeats = self.matches(field, term)
        record = self._open.find(field, term)
        if record is None or not len(wanted):
            return docs[:0]
        first, last = docs.searchsorted((wanted[0], wanted[-1] + 1)).tolist()
        if last - first > 3 * len(wanted):
            docs, repeats, places = self._located(field, term, wanted)
            return np.repeat(docs << DOC_SHIFT, repeats) | places
        begin, count = int(repeats[:first].sum()), int(repeats[first:last].sum())
        places = self._open.stretch(record, begin, count)
        places |= np.repeat(docs[first:last] << DOC_SHIFT, repeats[first:last])
        return places

    def _located(self, field: str, term: str, wanted: Ints) -> tuple[Ints, Counts, Ints]:
        docs, repeats = self.matches(field, term)
        record = self._open.find(field, term)
        has = common(docs, wanted)
        if record is None or not len(has):
            return docs[:0], repeats[:0], docs[:0]
        at = docs.searchsorted(has)
        begins = (repeats.cumsum(dtype=np.int64) - repeats)[at]
        return has, repeats[at], self._open.positions(record, begins, repeats[at].astype(np.int64))

    def _matches(self, field: str, term: str) -> Matches:
        reader = self._open
        record = reader.find(field, term)
        return Matches(*reader.postings(record)) if record else NONE

    @property
    def _open(self) -> TermsReader:
        if self._reader is None:
            raise ValueError("the segment is closed")
        return self._reader


def common(one: Ints, other: Ints, below: int = 0) -> Ints:
    """Numbers that are in both; each is in order and has none twice. ``below``: they all are, if it is given."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    if 8 * len(few) < len(many):
        twice: Ints = few[many[np.minimum(many.searchsorted(few), len(many) - 1)] == few]
    elif below:
        there = np.zeros(below, np.bool_)
        there[few] = True
        twice = many[there[many]]
    else:
        both = np.concatenate((few, many))
        both.sort(kind="stable")  # lists in order that follow each other are sorted in the time of merging them
        twice = both[:-1][both[1:] == both[:-1]]
    return twice


def summed(found: list[Matches], size: int) -> Matches:
    """Several as one, in order; a document may come twice, and has both then. ``size``: how many there are."""
    if len(found) == 1:
        return found[0]
    if 8 * sum(len(one.docs) for one in found) > size:
        counts = np.zeros(size, np.int32)
        for one in found:
            counts[one.docs] += one.repeats
        docs = (counts > 0).nonzero()[0]
        return Matches(docs, counts[docs])
    docs, repeats = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = docs.argsort(kind="stable")
    docs, repeats = docs[order], repeats[order]
    twice = (docs[1:] == docs[:-1]).nonzero()[0]
    repeats[twice] += repeats[twice + 1]
    once = np.ones(len(docs), np.bool_)
    once[twice + 1] = False
    return Matches(docs[once], repeats[once])
