"""The office's tables on one TinyDB file, with typed records at the edge.

Every change is written together with its entry in the audit trail, in one transaction: the two
live or die together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from archive.audit import Trail
from archive.model import Case, Document, Officer, Request
from archive.table import KeptTable, open_records


class Record(Protocol):
    """What a table holds: a frozen dataclass with the id that the table gave it (0: not yet kept)."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Any)
SECRET = ("pin", "recovery")
INDEXED = {"documents": ("number", "text_key", "renditions.sha256"), "requests": ("number",)}


class Table(Generic[R]):
    """One table of typed records. Reads are plain; changes go through ``add`` and ``change``."""

    def __init__(self, kind: type[R], table: KeptTable, trail: Trail) -> None:
        self._kind = kind
        self._table = table
        self._trail = trail

    def get(self, record_id: int) -> R | None:
        """The record with this id, or None."""
        found = self._table.get(doc_id=record_id)
        return None if found is None else self._typed(record_id, found)

    def all(self) -> list[R]:
        """Every record, in the order of their ids."""
        return [self._typed(row.doc_id, row) for row in self._table.all()]

    def by(self, field: str, value: Any) -> list[R]:  # noqa: ANN401 - any plain value
        """The records whose declared field has this value."""
        return [self._typed(row.doc_id, row) for row in self._table.by(field, value)]

    def count(self) -> int:
        """How many records there are."""
        return len(self._table)

    def add(self, record: R, action: str, by: str, at: datetime, note: str = "") -> R:
        """Keep a new record and its trail entry; returns it with its id."""
        with self._trail.together():
            row = _plain(record)
            record_id = self._table.insert(row)
            self._trail.append(at, by, action, self._table.name, record_id, None, _masked(row), note)
        return replace(record, id=record_id)

    def change(self, record: R, action: str, by: str, at: datetime, note: str = "") -> R:
        """Keep a record's new content and its trail entry. Raises KeyError if it was never kept."""
        with self._trail.together():
            before = self._table.get(doc_id=record.id)
            if before is None:
                raise KeyError(f"{self._table.name} {record.id}")
            row = _plain(record)
            old = dict(before)
            if row != old:
                gone = old.keys() - row.keys()
                self._table.update(_replace_fields(row, gone), doc_ids=[record.id])
                was, became = _difference(old, row)
                self._trail.append(at, by, action, self._table.name, record.id, was, became, note)
        return record

    def _typed(self, record_id: int, row: dict[str, Any]) -> R:
        record: R = replace(msgspec.convert(row, self._kind), id=record_id)
        return record


class Records:
    """The tables of one office, on ``records.jsonl``."""

    def __init__(self, path: Path) -> None:
        self._db = db = open_records(path, INDEXED)
        self.trail = Trail(db.table("audit"), db.storage)
        self.documents: Table[Document] = Table(Document, db.table("documents"), self.trail)
        self.officers: Table[Officer] = Table(Officer, db.table("officers"), self.trail)
        self.cases: Table[Case] = Table(Case, db.table("cases"), self.trail)
        self.requests: Table[Request] = Table(Request, db.table("requests"), self.trail)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several changes as one: all are kept, or none."""
        with self._db.storage.transaction():
            yield

    @property
    def problems(self) -> tuple[str, ...]:
        """What was found damaged on opening, and was put aside."""
        return self._db.storage.problems

    def document_with(self, sha256: str) -> Document | None:
        """The document that has a file with this SHA-256."""
        return next(iter(self.documents.by("renditions.sha256", sha256)), None)

    def documents_of(self, ids: Iterable[int]) -> list[Document]:
        """These documents, in the order asked; ids that do not exist are left out."""
        return [found for i in ids if (found := self.documents.get(i)) is not None]

    def close(self) -> None:
        """Close the file. No call is allowed after it."""
        self._db.close()


def _plain(record: object) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    row.pop("id", None)
    return row


def _masked(row: dict[str, Any]) -> dict[str, Any]:
    return {name: "•" if name in SECRET and value else value for name, value in row.items()}


def _replace_fields(row: dict[str, Any], gone: Iterable[str]) -> Any:  # noqa: ANN401 - TinyDB's updater
    def updater(kept: dict[str, Any]) -> None:
        for name in gone:
            del kept[name]
        kept.update(row)

    return updater


def _difference(old: dict[str, Any], new: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return _masked({n: old.get(n) for n in names}), _masked({n: new.get(n) for n in names})
