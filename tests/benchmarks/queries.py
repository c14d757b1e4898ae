"""Queries written by hand, each with the documents and pages that are right; in two halves, one kept shut."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from archive.model import Document

FOLDER = Path(__file__).with_name("queries")
HALVES = ("tuning", "test")
SETS = (*HALVES, "opened")
"""The halves, and what was the test half before it was opened."""


@dataclass(frozen=True)
class Query:
    """What is typed. Right is a document of one of these files, numbers or titles (``*`` for anything)."""

    text: str
    file: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    pages: frozenset[int] = frozenset()
    everyday: bool = False

    @property
    def kind(self) -> str:
        """In whose words it is, and of what it asks: how misses are counted without naming them."""
        return f"{'everyday' if self.everyday else 'office'} words, {'regulation' if self.file else 'own document'}"

    def is_right(self, document: Document) -> bool:
        """Whether this document answers."""
        if document.number in self.number or any(r.name in self.file for r in document.renditions):
            return True
        return any(fnmatchcase(document.title, title) for title in self.title)


def load(name: str) -> list[Query]:
    """One set. Raises ValueError for a query that belongs to the other half, so that none can change sides."""
    half = HALVES[name != "tuning"]
    with (FOLDER / f"{name}.toml").open("rb") as file:
        rows = tomllib.load(file)["query"]
    queries = [_query(row) for row in rows]
    for query in queries:
        if half_of(query.text) != half:
            raise ValueError(f"not of the {half} half: {query.text}")
    return queries


def half_of(text: str) -> str:
    """The half that a query belongs to, by the first byte of its SHA-256: even is tuning, odd is test."""
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def right_ids(query: Query, documents: Iterable[Document]) -> frozenset[int]:
    """The documents that are right. Raises ValueError where there is none: then the query is wrong."""
    ids = frozenset(document.id for document in documents if query.is_right(document))
    if not ids:
        raise ValueError(f"no document is right for: {query.text}")
    return ids


def _query(row: dict[str, object]) -> Query:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list) and key != "pages"}
    pages = row.get("pages", [])
    assert isinstance(pages, list)
    return Query(text=str(row["text"]), pages=frozenset(pages), everyday=bool(row.get("everyday")), **lists)
