"""One segment of the index, open for reading; what was read of it stays known when its files are closed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.codec import Lexicons, OfficeCodec, TermsReader
from index.codec.numbers import Ints
from index.facts import REST, Facts, facts_from, rows_from
from index.held import Held

Docs = NDArray[np.int32]


class Matches(NamedTuple):
    """Documents in order, and how often the term stands in each."""

    docs: Docs
    repeats: Docs


NONE = Matches(np.zeros(0, np.int32), np.zeros(0, np.int32))


MOST = 1_000_000
"""Documents that are remembered for the terms of a segment, at 8 bytes each."""


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
        """What is known of one document."""
        if doc not in self._facts:
            if self._rest is None:
                self._rest = self._columns.column_reader("facts", REST)
            self._facts[doc] = facts_from(self.rows[doc], self._rest[doc])
        return self._facts[doc]

    def positions(self, field: str, term: str, wanted: Docs) -> Iterator[tuple[int, list[int]]]:
        """Where the term stands in those of the wanted documents, given in order, that have it."""
        docs, repeats = self.matches(field, term)
        at = np.searchsorted(docs, wanted)
        at = at[(at < len(docs)) & (docs[np.minimum(at, len(docs) - 1)] == wanted)] if len(docs) else at[:0]
        if not len(at):
            return iter(())
        begins = (np.cumsum(repeats, dtype=np.int64) - repeats)[at]
        flat = self._positions(field, term, begins, repeats[at].astype(np.int64)).tolist()
        spans = pairwise(accumulate(repeats[at].tolist(), initial=0))
        return ((doc, flat[a:b]) for doc, (a, b) in zip(docs[at].tolist(), spans, strict=True))

    def _matches(self, field: str, term: str) -> Matches:
        reader = self._open
        record = reader.find(field, term)
        return Matches(reader.docs(record), reader.repeats(record)) if record else NONE

    def _positions(self, field: str, term: str, begins: Ints, counts: Ints) -> Ints:
        record = self._open.find(field, term)
        if record is None:
            raise KeyError(term)
        return self._open.positions(record, begins, counts)

    @property
    def _open(self) -> TermsReader:
        if self._reader is None:
            raise ValueError("the segment is closed")
        return self._reader


def summed(found: list[Matches]) -> Matches:
    """Several as one, in order; a document that comes twice has both."""
    if len(found) == 1:
        return found[0]
    docs, repeats = (np.concatenate(parts) for parts in zip(*found, strict=True))
    if (np.diff(docs) > 0).all():
        return Matches(docs, repeats)
    order = np.argsort(docs, kind="stable")
    heads = np.flatnonzero(np.diff(docs[order], prepend=-1))
    return Matches(docs[order][heads], np.add.reduceat(repeats[order], heads).astype(np.int32))
