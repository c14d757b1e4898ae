"""One segment of the index, open for reading; what was read of it stays known when its files are closed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.codec import Lexicons, OfficeCodec, TermsReader
from index.codec.numbers import Counts, Ints
from index.facts import REST, Facts, facts_from, rows_from
from index.held import Held

Numbers = NDArray[np.float32]
T = TypeVar("T", bound=np.generic)


class Matches:
    """Documents in order, and how often something stands in each."""

    def __init__(self, docs: Ints, repeats: Counts, below: int = 0) -> None:
        """``below``: what the numbers of all documents are below, if it is known."""
        self.docs, self.repeats, self._below = docs, repeats, below

    def often(self, docs: Ints) -> Numbers:
        """How often in each of these documents, given in order."""
        if self.docs is docs:
            return self.repeats.astype(np.float32)
        if 8 * len(self.docs) > self._below > 0:
            return self._counts.take(docs)
        if FAR * min(len(docs), len(self.docs)) > self._below > 0:
            return self._spread().take(docs)
        few, many = (self.docs, docs) if len(self.docs) < len(docs) else (docs, self.docs)
        times = np.zeros(len(docs), np.float32)
        if len(few):
            at = many.searchsorted(few)
            here = (many.take(at, mode="clip") == few).nonzero()[0]
            if few is docs:
                times[here] = self.repeats[at[here]]
            else:
                times[at[here]] = self.repeats[here]
        return times

    def _spread(self) -> Numbers:
        """How often in every document."""
        counts = np.zeros(self._below, np.float32)
        counts[self.docs] = self.repeats
        return counts

    @cached_property
    def _counts(self) -> Numbers:
        """The same, remembered: of a word that is in so many documents it is soon asked again."""
        return self._spread()


NONE = Matches(np.zeros(0, np.int64), np.zeros(0, np.int32))

FAR = 64
"""How many more numbers are gone through one after the other in the time in which one is looked for among them."""

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
        found = self.matches(field, term)
        docs, repeats = found.docs, found.repeats
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
        found = self.matches(field, term)
        docs, repeats = found.docs, found.repeats
        record = self._open.find(field, term)
        has = common(docs, wanted)
        if record is None or not len(has):
            return docs[:0], repeats[:0], docs[:0]
        at = docs.searchsorted(has)
        begins = (np.cumsum(repeats, dtype=np.int64) - repeats)[at]
        return has, repeats[at], self._open.positions(record, begins, repeats[at].astype(np.int64))

    def _matches(self, field: str, term: str) -> Matches:
        reader = self._open
        record = reader.find(field, term)
        return Matches(*reader.postings(record), len(self.rows)) if record else NONE

    @property
    def _open(self) -> TermsReader:
        if self._reader is None:
            raise ValueError("the segment is closed")
        return self._reader


def common(one: Ints, other: Ints, below: int = 0) -> Ints:
    """Numbers that are in both; each is in order and has none twice. ``below``: they all are, if it is given."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    if below and FAR * len(few) > below:
        there = np.zeros(below, np.bool_)
        there[many] = True
        twice: Ints = few[there[few]]
    elif 8 * len(few) < len(many):
        twice = few[many.take(many.searchsorted(few), mode="clip") == few]
    else:
        both = np.concatenate((few, many))
        both.sort(kind="stable")  # lists in order that follow each other are sorted in the time of merging them
        twice = both[:-1][both[1:] == both[:-1]]
    return twice


def summed(one: Matches, other: Matches, size: int) -> Matches:
    """Both as one, in order; a document that is in both has the sum. ``size``: how many documents there are."""
    few, many = (one, other) if len(one.docs) < len(other.docs) else (other, one)
    if not len(few.docs):
        return many
    if FAR * len(few.docs) > size:
        counts = np.zeros(size, np.int32)
        counts[many.docs] = many.repeats
        counts[few.docs] += few.repeats
        docs = (counts > 0).nonzero()[0]
        return Matches(docs, counts[docs], size)
    at = many.docs.searchsorted(few.docs)
    known = many.docs.take(at, mode="clip") == few.docs
    repeats = many.repeats.copy()
    repeats[at[known]] += few.repeats[known]
    new = (~known).nonzero()[0]
    if not len(new):
        return Matches(many.docs, repeats, size)
    places = at[new] + np.arange(len(new))
    old = np.ones(len(repeats) + len(new), np.bool_)
    old[places] = False
    docs = _put(many.docs, old, few.docs[new], places)
    return Matches(docs, _put(repeats, old, few.repeats[new], places), size)


def _put(values: NDArray[T], old: NDArray[np.bool_], fresh: NDArray[T], places: Ints) -> NDArray[T]:
    every = np.empty(len(old), values.dtype)
    every[old] = values
    every[places] = fresh
    return every
