"""A table of typed records: each change is written together with its entry in the audit trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from archive import personal
from archive.audit import Trail
from archive.rows import Row
from archive.table import KeptTable


class Record(Protocol):
    """What a table holds: a frozen dataclass with the id that the table gave it (0: not yet kept)."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Any)


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
            row = personal.salted(self._table.name, _plain(record), {})
            record_id = self._table.insert(row)
            became = personal.veiled(self._table.name, row, row.get(personal.SALT, ""))
            self._trail.append(at, by, action, self._table.name, record_id, None, became, note)
        return replace(record, id=record_id)

    def change(self, record: R, action: str, by: str, at: datetime, note: str = "") -> R:
        """Keep a record's new content and its trail entry. Raises KeyError if it was never kept."""
        with self._trail.together():
            before = self._table.get(doc_id=record.id)
            if before is None:
                raise KeyError(f"{self._table.name} {record.id}")
            old = dict(before)
            row = personal.salted(self._table.name, _plain(record), old)
            if row != old:
                self._table.update(_replace_fields(row, old.keys() - row.keys()), doc_ids=[record.id])
                was, became = personal.difference(self._table.name, old, row)
                self._trail.append(at, by, action, self._table.name, record.id, was, became, note)
        return record

    def _typed(self, record_id: int, row: dict[str, Any]) -> R:
        record: R = replace(msgspec.convert(row, self._kind), id=record_id)
        return record


def _plain(record: object) -> Row:
    row: Row = msgspec.json.decode(msgspec.json.encode(record))
    row.pop("id", None)
    return row


def _replace_fields(row: dict[str, Any], gone: Iterable[str]) -> Any:  # noqa: ANN401 - TinyDB's updater
    def updater(kept: dict[str, Any]) -> None:
        for name in gone:
            del kept[name]
        kept.update(row)

    return updater
