"""The terms of a segment for Whoosh, and for whoever wants them as arrays."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.codec.base import FieldCursor
from whoosh.codec.base import TermsReader as WhooshTermsReader
from whoosh.reading import TermInfo

from index.codec.files import Damaged, Opened
from index.codec.lexicon import LEXICON, Lexicons
from index.codec.matching import TermMatcher
from index.codec.numbers import Counts, Ints
from index.codec.records import Record, Run, decode, documents

POSTINGS = ".pst"
MAGIC = b"PPIDPST1"

Term = tuple[str, bytes]


class TermsReader(WhooshTermsReader):  # type: ignore[misc]
    """All terms of a segment; a source of postings when segments are merged."""

    def __init__(self, storage: Any, segment: Any, known: Lexicons | None = None) -> None:  # noqa: ANN401
        """``known``: lexicons of this very segment that were read before. Raises Damaged or OSError."""
        with ExitStack() as opened:
            self._lexicon_file = opened.enter_context(closing(Opened(storage, segment.make_filename(LEXICON))))
            self._postings = opened.enter_context(closing(Opened(storage, segment.make_filename(POSTINGS))))
            if known is None:
                known = Lexicons(self._lexicon_file)
                self._check(storage, known)
            opened.pop_all()
        known.opened(self._lexicon_file)
        self.lexicons = known

    def _check(self, storage: Any, known: Lexicons) -> None:  # noqa: ANN401
        size, _ = known.directory["files"][POSTINGS]
        if storage.file_length(self._postings.name) != size or bytes(self._postings.read(0, len(MAGIC))) != MAGIC:
            raise Damaged(self._postings.name)

    def close(self) -> None:
        self.lexicons.opened(None)
        self._lexicon_file.close()
        self._postings.close()

    # What is asked for arrays.

    def find(self, field: str, word: str) -> Record | None:
        """Where the postings of a word lie, or None where it does not stand in the segment."""
        lexicon = self.lexicons.get(field)
        at = lexicon.find(word) if lexicon is not None else -1
        return lexicon.record(at) if lexicon is not None and at >= 0 else None

    def postings(self, record: Record) -> tuple[Ints, Counts]:
        """Its documents in order, and how often it stands in each of them."""
        return record.postings(self._postings.read)

    def documents(self, field: str, words: Iterable[str]) -> Ints:
        """Those of several words, one word after the other."""
        return documents([record for word in words if (record := self.find(field, word))], self._postings.read)

    def positions(self, record: Record, begins: Ints, counts: Ints) -> Ints:
        """Some of its positions: so many from each beginning in the row of all of them."""
        return record.positions(self._postings.view, begins, counts)

    def stretch(self, record: Record, begin: int, count: int) -> Ints:
        """So many of them that follow each other."""
        return record.stretch(self._postings.read, begin, count)

    # What is asked of a source.

    def fields(self) -> Iterable[str]:
        return self.lexicons.keys()

    def words(self, field: str) -> list[str]:
        return self.lexicons[field].words

    def weights(self, field: str) -> Ints:
        rows = self.lexicons[field].rows
        return np.maximum(rows.places, rows.counts).astype(np.int64)

    def run(self, field: str, begin: int, end: int) -> Run:
        lexicon = self.lexicons[field]
        start, stop = int(lexicon.begins[begin]), int(lexicon.begins[end])
        data = np.frombuffer(self._postings.read(start, stop - start), np.uint8)
        return decode(data, lexicon.rows.part(begin, end))

    # What Whoosh asks.

    def __contains__(self, term: Term) -> bool:
        return self.find(term[0], term[1].decode("utf-8")) is not None

    def indexed_field_names(self) -> Iterable[str]:
        return self.lexicons.keys()

    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:  # noqa: ANN401
        words = self.lexicons[fieldname].words if fieldname in self.lexicons else []
        return Cursor(self, fieldname, words, fieldobj)

    def terms(self) -> Iterator[Term]:
        for field in sorted(self.lexicons):
            yield from self._terms_of(field, 0)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        if fieldname in self.lexicons:
            yield from self._terms_of(fieldname, bisect_left(self.words(fieldname), prefix.decode("utf-8")))
        for field in sorted(self.lexicons):
            if field > fieldname:
                yield from self._terms_of(field, 0)

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        return self._info(self._record(fieldname, text))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        return self._record(fieldname, text).docs

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> TermMatcher:  # noqa: ANN401
        record = self._record(fieldname, text)
        docs, repeats = self.postings(record)
        return TermMatcher(docs, repeats, format_, Places(self, record), (fieldname, text), scorer)

    def _terms_of(self, field: str, begin: int) -> Iterator[Term]:
        words = self.words(field)
        return ((field, words[at].encode("utf-8")) for at in range(begin, len(words)))

    def _record(self, field: str, text: bytes) -> Record:
        record = self.find(field, text.decode("utf-8"))
        if record is None:
            raise KeyError((field, text))
        return record

    def _info(self, record: Record) -> TermInfo:
        docs, repeats = self.postings(record)
        return TermInfo(float(repeats.sum()), record.docs, 0, 0, float(repeats.max()), int(docs[0]), int(docs[-1]))


class Places:
    """The positions of a term in its documents, read when somebody asks."""

    def __init__(self, reader: TermsReader, record: Record) -> None:
        self._reader, self._record = reader, record

    @cached_property
    def _begins(self) -> Ints:
        _, repeats = self._reader.postings(self._record)
        return np.cumsum(repeats, dtype=np.int64) - repeats

    def of(self, at: int, count: int) -> list[int]:
        """Positions in the document that comes at this place among the term's documents."""
        found: list[int] = self._reader.positions(self._record, self._begins[at : at + 1], np.array([count])).tolist()
        return found


class Cursor(FieldCursor):  # type: ignore[misc]
    """A place among the words of one field."""

    def __init__(self, reader: TermsReader, field: str, words: Sequence[str], fieldobj: Any) -> None:  # noqa: ANN401
        self._reader, self._field, self._words, self._fieldobj = reader, field, words, fieldobj
        self._at = 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        self._at = bisect_left(self._words, term.decode("utf-8") if isinstance(term, bytes) else term)
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        return self._words[self._at] if self.is_valid() else None

    def term_info(self) -> TermInfo | None:
        return self._reader.term_info(self._field, self._words[self._at].encode("utf-8")) if self.is_valid() else None

    def is_valid(self) -> bool:
        return self._at < len(self._words)
