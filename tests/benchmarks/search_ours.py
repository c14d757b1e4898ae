"""Our engine, and stock Whoosh over the same fields, as search is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh import query
from whoosh.fields import ID, NUMERIC, STORED, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from index.engine import open_engine
from index.language import stem
from index.model import Entry, Filters, ReadPage
from index.schema import Counted, fields_of
from tests.benchmarks.search_queries import Ask

LIMIT = 20
TODAY = date(2025, 6, 1)
BATCH = 500
Found = tuple[int, list[int]]
"""How many documents answer, and the best of them."""


class Ours:
    """The public face of our engine, over all its fields. It makes snippets of whatever pages it is given."""

    def __init__(self, folder: Path, read_page: ReadPage = lambda document_id, page: "") -> None:
        self._engine = open_engine(folder, read_page)

    def build(self, entries: Iterable[Entry]) -> None:
        for _ in self._engine.rebuild(entries, 1):
            pass

    def add(self, entry: Entry) -> None:
        self._engine.apply([entry], (), self._engine.sequence + 1)

    def find(self, ask: Ask, limit: int = LIMIT) -> Found:
        filters = Filters(unit=ask.unit, year=ask.year, literal=not ask.fuzzy)
        if ask.facets:
            return sum(self._engine.facets(ask.text, filters).classes.values()), []
        found = self._engine.listed(ask.text, filters, limit, typing=ask.typing, newest_first=ask.newest_first)
        return found.total, list(found.ids)

    def shown(self, ask: Ask, limit: int) -> list[int]:
        """As the best are shown: by nearness, each with its best page and the passage there."""
        filters = Filters(unit=ask.unit, year=ask.year, literal=True)
        found = self._engine.search(ask.text, filters, limit, typing=ask.typing, newest_first=ask.newest_first)
        return [hit.document_id for hit in found.hits]

    def whole(self, ask: Ask, limit: int) -> list[int]:
        """The same as the kiosk asks: with other words, times read out of the words, and unknown words mended."""
        filters = Filters(unit=ask.unit, year=ask.year)
        order = {"typing": ask.typing, "newest_first": ask.newest_first}
        found = self._engine.search(ask.text, filters, limit, today=TODAY, **order)
        return [hit.document_id for hit in found.hits]

    def close(self) -> None:
        self._engine.close()


class StockWhoosh:
    """Whoosh as it comes: its own codec, writer, matchers and BM25F."""

    def __init__(self, folder: Path) -> None:
        storage = FileStorage(str(folder)).create()
        self._index = FileIndex(storage) if storage.index_exists() else FileIndex.create(storage, _schema())
        self._searcher: Any = None

    def build(self, entries: Iterable[Entry]) -> None:
        remaining = iter(entries)
        while batch := list(islice(remaining, BATCH)):
            writer = SegmentWriter(self._index, limitmb=256)
            for entry in batch:
                writer.add_document(**_fields(entry))
            writer.commit()

    def add(self, entry: Entry) -> None:
        self.close()
        writer = SegmentWriter(self._index)
        writer.update_document(**_fields(entry))
        writer.commit()

    def find(self, ask: Ask, limit: int = LIMIT) -> Found:
        if self._searcher is None:
            self._searcher = self._index.searcher()
        wanted = _query(ask)
        if ask.facets:
            return self._facets(wanted), []
        order = {"sortedby": "day", "reverse": True} if ask.newest_first else {}
        results = self._searcher.search(wanted, limit=limit, **order)
        return len(results), [hit["document_id"] for hit in results]

    def _facets(self, wanted: Any) -> int:  # noqa: ANN401 - Whoosh is untyped
        docs = list(self._searcher.docs_for_query(wanted))
        columns = (self._searcher.reader().column_reader(name) for name in ("unit", "year", "information_class"))
        counted = [Counter(column[doc] for doc in docs) for column in columns]
        return sum(counted[-1].values())

    def close(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = None


def _schema() -> Schema:
    return Schema(
        id=ID(unique=True),
        words=Counted(),
        stems=Counted(stem),
        title=Counted(stem),
        unit=ID(sortable=True),
        information_class=ID(sortable=True),
        year=NUMERIC(sortable=True),
        day=NUMERIC(sortable=True),
        document_id=STORED,
        name=STORED,
    )


def _fields(entry: Entry) -> dict[str, Any]:
    ours = fields_of(entry)
    assert entry.date is not None
    return {
        **{name: ours[name] for name in ("id", "words", "stems", "title")},
        "unit": entry.unit,
        "information_class": entry.information_class,
        "year": entry.year,
        "day": entry.date.toordinal(),
        "document_id": entry.document_id,
        "name": entry.title,
    }


def _query(ask: Ask) -> Any:  # noqa: ANN401 - Whoosh is untyped
    if ask.phrase:
        wanted = query.Phrase("words", list(ask.words))
    elif ask.prefix or ask.typing:
        wanted = query.Or([query.Prefix("words", ask.words[0]), _word(ask.words[0])])
    elif ask.fuzzy:
        wanted = query.FuzzyTerm("words", ask.words[0], maxdist=1, prefixlength=1)
    else:
        wanted = (query.Or if ask.any else query.And)([_word(word) for word in ask.words])
    narrowed = [query.Term("unit", ask.unit)] if ask.unit else []
    narrowed += [query.NumericRange("year", ask.year, ask.year)] if ask.year else []
    return query.And([wanted, *narrowed]) if narrowed else wanted


def _word(word: str) -> Any:  # noqa: ANN401
    root = stem(word)
    weighed = (("stems", root, 1.0), ("words", word, 0.6), ("title", root, 2.5))
    return query.Or([query.Term(field, form, boost=weight) for field, form, weight in weighed])
