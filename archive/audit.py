"""The trail: who changed what and when, each entry chained by its digest to the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import msgspec

from archive.journal import JournalStorage
from archive.model import AuditEntry
from archive.table import KeptTable

BEGINNING = "0" * 64


class Trail:
    """The audit table. Its last sequence is the archive's own clock of changes."""

    def __init__(self, table: KeptTable, storage: JournalStorage) -> None:
        self._table = table
        self._storage = storage

    def together(self) -> AbstractContextManager[Any]:
        """What is changed inside is kept as one commit with the entries made inside."""
        return self._storage.transaction()

    def append(
        self,
        at: datetime,
        by: str,
        action: str,
        table: str,
        record_id: int,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        note: str = "",
    ) -> AuditEntry:
        """Add an entry at the end of the chain; looks that must be known are entries too."""
        with self.together():
            sequence, previous = self._end()
            body = {
                "at": at.isoformat(timespec="seconds"),
                "by": by,
                "action": action,
                "table": table,
                "record_id": record_id,
                "before": before,
                "after": after,
                "note": note,
                "sequence": sequence + 1,
                "previous": previous,
            }
            row = {**body, "digest": _digest(body)}
            self._table.insert(row)
        return msgspec.convert(row, AuditEntry)

    @property
    def sequence(self) -> int:
        """The sequence of the last change; 0 in an empty archive."""
        return self._end()[0]

    @property
    def head(self) -> str:
        """The digest of the last entry: whoever keeps it can tell later whether the chain was changed."""
        return self._end()[1]

    def entries(self, after: int = 0) -> Iterator[AuditEntry]:
        """The entries after a sequence, oldest first. Sequences are the table's own ids."""
        for sequence in range(after + 1, self.sequence + 1):
            row = self._table.get(doc_id=sequence)
            if row is not None:
                yield msgspec.convert(dict(row), AuditEntry)

    def problems(self, head: str = "") -> list[tuple[str, str]]:
        """Breaks in the chain as (where, reason); with ``head``, also whether that entry still stands in it."""
        found: list[tuple[str, str]] = []
        previous, seen = BEGINNING, not head or head == BEGINNING
        for number in range(1, self.sequence + 1):
            row = self._table.get(doc_id=number)
            if row is None:
                found.append((f"jejak {number}", "catatan hilang"))
                continue
            entry: dict[str, Any] = dict(row)
            digest = entry.pop("digest", "")
            if digest != _digest(entry):
                found.append((f"jejak {number}", "isi catatan diubah"))
            if entry.get("previous") != previous or entry.get("sequence") != number:
                found.append((f"jejak {number}", "urutan catatan terputus"))
            previous = digest
            seen = seen or digest == head
        if not seen:
            found.append(("jejak", "kepala jejak yang disebut tidak ada lagi di rangkaian"))
        return found

    def _end(self) -> tuple[int, str]:
        with self._storage.reading(self._table.name) as rows:
            last = rows.highest
        if not last:
            return 0, BEGINNING
        row = self._table.get(doc_id=last)
        assert row is not None
        return last, str(row["digest"])


def _digest(body: dict[str, Any]) -> str:
    return hashlib.sha256(msgspec.json.encode(body, order="sorted")).hexdigest()
