"""One segment of the index, open for reading; what was read of it stays known when its files are closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from index.codec import Lexicons, OfficeCodec, Record, TermsReader
from index.codec.numbers import Counts, Ints
from index.facts import REST, Facts, facts_from, rows_from
from index.held import Held
from index.matches import NONE, Matches, weight_of

MOST = 500_000
"""Documents that are remembered for the terms of a segment, at 12 bytes each."""

DOC_SHIFT = 32
"""Bits of a position within its document, where both are one number."""


class Postings(Matches):
    """Those of a term in one segment."""

    record: Record | None = None
    """Where its positions are."""


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

    def own(self, docs: Ints, base: int) -> Ints:
        """By their numbers here those of these documents that are in this segment, whose first one is ``base``."""
        first, last = docs.searchsorted((base, base + len(self.rows))).tolist()
        return docs[first:last] - base

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
        if found.record is None or not len(wanted):
            return docs[:0]
        first, last = docs.searchsorted((wanted[0], wanted[-1] + 1)).tolist()
        if last - first > 3 * len(wanted):
            docs, repeats, places = self._located(field, term, wanted)
            return np.repeat(docs << DOC_SHIFT, repeats) | places
        begin, count = int(repeats[:first].sum()), int(repeats[first:last].sum())
        places = self._open.stretch(found.record, begin, count)
        places |= np.repeat(docs[first:last] << DOC_SHIFT, repeats[first:last])
        return places

    def documents(self, field: str, terms: Iterable[str]) -> Ints:
        """Where any of the terms stands, term by term; not remembered."""
        return self._open.documents(field, terms)

    def _located(self, field: str, term: str, wanted: Ints) -> tuple[Ints, Counts, Ints]:
        found = self.matches(field, term)
        has = found.among(wanted)
        if found.record is None or not len(has):
            return has, found.repeats[:0], has
        at = found.docs.searchsorted(has)
        before = np.add.reduceat(found.repeats[: at[-1]], at[:-1], dtype=np.int64) if len(at) > 1 else at[:0]
        begins = np.concatenate(([0], before.cumsum())) + int(found.repeats[: at[0]].sum())
        counts = found.repeats[at]
        return has, counts, self._open.positions(found.record, begins, counts.astype(np.int64))

    def _matches(self, field: str, term: str) -> Postings:
        reader = self._open
        record = reader.find(field, term)
        if record is None:
            return Postings(NONE.docs, NONE.repeats)
        found = Postings(*reader.postings(record), len(self.rows))
        found.record = record
        return found

    @property
    def _open(self) -> TermsReader:
        if self._reader is None:
            raise ValueError("the segment is closed")
        return self._reader
