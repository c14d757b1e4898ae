"""The office's tables on one TinyDB file, with typed records at the edge.

Every change is written together with its entry in the audit trail, in one transaction: the two
live or die together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from archive import personal
from archive.audit import Trail
from archive.counted_with import CountedWith
from archive.migrations import Step, migrate, version_of
from archive.model import Case, Document, Officer, Request
from archive.reservations import Reservations
from archive.rows import Row
from archive.table import KeptTable, open_records


class Record(Protocol):
    """What a table holds: a frozen dataclass with the id that the table gave it (0: not yet kept)."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Any)
VERSION = 1
"""The version of the form of all rows; a change of it needs a step in ``STEPS``: see `migrations`."""
STEPS: dict[int, Step] = {}
INDEXED = {"documents": ("number", "text_key", "renditions.sha256", "replaces"), "requests": ("number",)}


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


class Records:
    """The tables of one office, on ``records.jsonl``; closed years of the trail lie in ``audit`` beside it.

    ``before_upgrade`` is called where the rows have an older form, before they change. Raises OSError or NewerStore.
    """

    def __init__(self, path: Path, before_upgrade: Callable[[], None] = lambda: None) -> None:
        self._db = db = open_records(path, INDEXED)
        self.trail = Trail(db, path.with_name("audit"))
        try:
            if version_of(db.storage) < VERSION and self.trail.sequence:
                before_upgrade()
            migrate(db.storage, VERSION, STEPS)
        except BaseException:
            db.close()
            raise
        self.documents: Table[Document] = Table(Document, db.table("documents"), self.trail)
        self.officers: Table[Officer] = Table(Officer, db.table("officers"), self.trail)
        self.cases: Table[Case] = Table(Case, db.table("cases"), self.trail)
        self.requests: Table[Request] = Table(Request, db.table("requests"), self.trail)
        self.reservations = Reservations(db.table("taking"))
        self.counted_with = CountedWith(db.table("calendar"))
        self._owed = db.table("owed")
        with suppress(OSError):  # a full disk: the years stay live, and the next opening tries again
            if self.trail.close_old_years():
                self._owe_compaction()
        self._compact_if_owed()

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

    def forget_requester(self, request_id: int, by: str, at: datetime) -> bool:
        """Forget who made a request: blank the person in it, and take the salt of its digests in the trail.

        Whether every trace is gone from the file already; otherwise (disk full, or on Windows another process
        has the file open) the next opening sees to it. Older backups are not touched. Not inside a transaction.
        Raises KeyError if there is no such request, TransactionError, or OSError with nothing changed.
        """
        with self.transaction():
            request = self.requests.get(request_id)
            if request is None:
                raise KeyError(f"requests {request_id}")
            self.requests.change(personal.forgotten(request), "menghapus data pribadi pemohon", by, at)
            self._owe_compaction()
        return self._compact_if_owed()

    def _owe_compaction(self) -> None:
        if not len(self._owed):
            self._owed.insert({"what": "compact"})

    def _compact_if_owed(self) -> bool:
        with suppress(OSError):
            if len(self._owed):
                self._db.storage.compact()
                self._owed.truncate()
            return True
        return False

    def close(self) -> None:
        """Close the file. No call is allowed after it."""
        self._db.close()


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
