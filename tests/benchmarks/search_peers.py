"""SQLite FTS5 and tantivy over the same fields with the same stems, as search is measured."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from index.forms import forms_of
from index.language import stem
from index.model import Entry
from tests.benchmarks.search_ours import LIMIT, Found
from tests.benchmarks.search_queries import Ask

PAGE_BREAK = "0"
WEIGHTS = (("words", 0.6), ("stems", 1.0), ("title", 2.5))
COMMIT = 500


def texts(entry: Entry) -> tuple[str, str, str]:
    """Words, stems, and stems of the title, each with blanks between; no phrase reaches from page to page."""
    record = "\n".join((entry.title, entry.number, entry.kind, entry.unit, entry.summary))
    pages = [forms_of(page).forms for page in (record, *entry.pages)]
    words = f" {PAGE_BREAK} ".join(" ".join(page) for page in pages)
    stems = f" {PAGE_BREAK} ".join(" ".join(map(stem, page)) for page in pages)
    title = " ".join(map(stem, forms_of(f"{entry.title}\n{entry.number}").forms))
    return words, stems, title


class Fts5:
    """One FTS5 table, and one of facts. The columns are weighed as ours are."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(folder / "fts5.sqlite")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(words, stems, title)")
        facts = "unit TEXT, information_class TEXT, year INTEGER, day INTEGER, name TEXT"
        self._db.execute(f"CREATE TABLE IF NOT EXISTS facts (id INTEGER PRIMARY KEY, {facts})")

    def build(self, entries: Iterable[Entry]) -> None:
        for n, entry in enumerate(entries, 1):
            self._insert(entry)
            if n % COMMIT == 0:
                self._db.commit()
        self._db.execute("INSERT INTO texts(texts) VALUES ('optimize')")
        self._db.commit()

    def add(self, entry: Entry) -> None:
        self._insert(entry)
        self._db.commit()

    def _insert(self, entry: Entry) -> None:
        assert entry.date is not None
        into = "INSERT INTO texts(rowid, words, stems, title) VALUES (?, ?, ?, ?)"
        self._db.execute(into, (entry.document_id, *texts(entry)))
        row = (entry.document_id, entry.unit, entry.information_class, entry.year, entry.date.toordinal(), entry.title)
        self._db.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", row)

    def find(self, ask: Ask, limit: int = LIMIT) -> Found:
        if ask.fuzzy:
            raise NotImplementedError("FTS5 mends no slips")
        scored, counted = _matching(ask)
        if ask.facets:
            return self._facets(counted), []
        narrowed = " AND unit = :unit" * bool(ask.unit) + " AND year = :year" * bool(ask.year)
        best = "day DESC" if ask.newest_first else "bm25(texts, 0.6, 1.0, 2.5)"
        joined = "FROM texts JOIN facts ON facts.id = texts.rowid WHERE texts MATCH :match" + narrowed
        given = {"unit": ask.unit, "year": ask.year, "limit": limit}
        rows = self._db.execute(f"SELECT id, name {joined} ORDER BY {best} LIMIT :limit", {**given, "match": scored})
        ids = [row[0] for row in rows]
        counting = joined if narrowed else "FROM texts WHERE texts MATCH :match"
        total = self._db.execute(f"SELECT count(*) {counting}", {**given, "match": counted}).fetchone()[0]
        return total, ids

    def _facets(self, match: str) -> int:
        total = 0
        for name in ("unit", "year", "information_class"):
            of = f"SELECT {name}, count(*) FROM texts JOIN facts ON facts.id = texts.rowid"
            total = sum(row[1] for row in self._db.execute(f"{of} WHERE texts MATCH ? GROUP BY {name}", (match,)))
        return total

    def close(self) -> None:
        self._db.close()


def _matching(ask: Ask) -> tuple[str, str]:
    """The query that is scored over all columns, and the shorter one that finds the same."""
    if ask.phrase:
        phrase = 'words : "' + " ".join(ask.words) + '"'
        return phrase, phrase
    if ask.prefix or ask.typing:
        word = ask.words[0]
        prefix = f'words : "{word}"* OR stems : "{stem(word)}"'
        return prefix, prefix
    joint = " OR " if ask.any else " AND "
    each = [(f'words : "{word}"', f'stems : "{stem(word)}"', f'title : "{stem(word)}"') for word in ask.words]
    return joint.join(f"({' OR '.join(three)})" for three in each), joint.join(three[1] for three in each)


class Tantivy:
    """One thread, segments as they come."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        for name, _ in WEIGHTS:
            builder.add_text_field(name, tokenizer_name="whitespace")
        for name in ("unit", "information_class"):
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        for name in ("year", "day", "id"):
            builder.add_integer_field(name, stored=name == "id", indexed=True, fast=True)
        builder.add_text_field("name", stored=True, tokenizer_name="raw", index_option="basic")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher = self._index.searcher()

    def build(self, entries: Iterable[Entry]) -> None:
        writer = self._index.writer(128_000_000, 1)
        for entry in entries:
            writer.add_document(self._document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._renew()

    def add(self, entry: Entry) -> None:
        writer = self._index.writer(15_000_000, 1)
        writer.add_document(self._document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._renew()

    def _renew(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def _document(self, entry: Entry) -> Any:  # noqa: ANN401 - tantivy is untyped
        assert entry.date is not None
        words, stems, title = texts(entry)
        facts = {"unit": entry.unit, "information_class": entry.information_class, "year": entry.year}
        more = {"id": entry.document_id, "day": entry.date.toordinal(), "name": entry.title}
        return tantivy.Document(words=words, stems=stems, title=title, **facts, **more)

    def find(self, ask: Ask, limit: int = LIMIT) -> Found:
        query = self._query(ask)
        if ask.facets:
            return self._facets(query), []
        found: Any = self._searcher.search(query, limit, count=True, order_by_field="day" if ask.newest_first else None)
        documents = (self._searcher.doc(address) for _, address in found.hits)
        return found.count, [document["id"][0] for document in documents]

    def _facets(self, query: Any) -> int:  # noqa: ANN401
        terms = {name: {"terms": {"field": name, "size": 100}} for name in ("unit", "year", "information_class")}
        found = self._searcher.aggregate(query, terms)
        return sum(bucket["doc_count"] for bucket in found["information_class"]["buckets"])

    def _query(self, ask: Ask) -> Any:  # noqa: ANN401
        narrowed = [Query.term_query(self._schema, "unit", ask.unit)] if ask.unit else []
        narrowed += [Query.term_query(self._schema, "year", ask.year)] if ask.year else []
        parts = [(Occur.Must, self._wanted(ask)), *((Occur.Must, one) for one in narrowed)]
        return Query.boolean_query(parts) if narrowed else parts[0][1]

    def _wanted(self, ask: Ask) -> Any:  # noqa: ANN401
        if ask.phrase:
            return Query.phrase_query(self._schema, "words", list(ask.words))
        if ask.prefix or ask.typing:
            begins = Query.regex_query(self._schema, "words", re.escape(ask.words[0]) + ".*")
            whole = Query.term_query(self._schema, "stems", stem(ask.words[0]))
            return Query.boolean_query([(Occur.Should, begins), (Occur.Should, whole)])
        if ask.fuzzy:
            return Query.fuzzy_term_query(self._schema, "words", ask.words[0], 1)
        occur = Occur.Should if ask.any else Occur.Must
        return Query.boolean_query([(occur, self._word(word)) for word in ask.words])

    def _word(self, word: str) -> Any:  # noqa: ANN401
        forms = (word, stem(word), stem(word))
        each = zip(WEIGHTS, forms, strict=True)
        terms = ((Query.term_query(self._schema, field, form), weight) for (field, weight), form in each)
        return Query.boolean_query([(Occur.Should, Query.boost_query(term, weight)) for term, weight in terms])

    def close(self) -> None:
        pass
