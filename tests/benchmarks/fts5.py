"""The measure beside us: SQLite FTS5 with the same stems, any of the words, ranked by its own BM25."""

from __future__ import annotations

import sqlite3

from archive.model import Document
from index.language import stem, tokens
from ppid_tui.desk.office import Office
from tests.benchmarks.mixed_office import is_exempt, pages_of


class Fts5:
    """Two tables in memory: documents, which are ranked, and their pages, of which the best is opened."""

    def __init__(self, office: Office) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE documents USING fts5(body)")
        self._db.execute("CREATE VIRTUAL TABLE pages USING fts5(body, document UNINDEXED, page UNINDEXED)")
        for document in office.records.documents.all():
            if not is_exempt(document):
                self._add(document, pages_of(office, document))

    def find(self, text: str, limit: int = 5) -> list[tuple[int, int | None]]:
        """The best documents, each with its best page (None where only the record answers)."""
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(stems(text).split()))
        if not query:
            return []
        best = "SELECT rowid FROM documents WHERE documents MATCH ? ORDER BY bm25(documents), rowid LIMIT ?"
        ids = [row[0] for row in self._db.execute(best, (query, limit))]
        return [(document_id, self._page(document_id, query)) for document_id in ids]

    def _page(self, document_id: int, query: str) -> int | None:
        best = "SELECT page FROM pages WHERE pages MATCH ? AND document = ? ORDER BY bm25(pages), page LIMIT 1"
        row = self._db.execute(best, (query, document_id)).fetchone()
        return row[0] if row else None

    def _add(self, document: Document, pages: tuple[str, ...]) -> None:
        record = " ".join((document.title, document.number, document.kind, document.summary, document.unit))
        body = " ".join((stems(record), *map(stems, pages)))
        self._db.execute("INSERT INTO documents(rowid, body) VALUES (?, ?)", (document.id, body))
        rows = [(stems(page), document.id, number) for number, page in enumerate(pages, 1)]
        self._db.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)


def stems(text: str) -> str:
    """The words of a text, each by its stem."""
    return " ".join(stem(token.form) for token in tokens(text) if not token.extra)
