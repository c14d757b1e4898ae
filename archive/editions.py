"""Editions of the list of public information (DIP): each as it was decreed, line by line, never changed again."""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec

from archive.audit import Trail
from archive.dip import CLASSES, DipRow, of_class
from archive.rows import Row
from archive.table import KeptTable

TABLE = "editions"
_PACKED = "packed"


@dataclass(frozen=True)
class Edition:
    """One decree (penetapan) of the list. ``semester`` is 1, 2, or 0 for a whole year.

    ``of_year``: only documents of that year stand on it; None: all. ``counts`` are the lines of each class, in the
    list's order; ``digest`` is the SHA-256 of the lines. ``withdrawn``: why it does not count, '' while it does.
    """

    number: str
    decided_on: date
    signed_by: str
    position: str
    year: int
    semester: int = 0
    of_year: int | None = None
    id: int = 0
    kept_at: datetime | None = None
    kept_by: str = ""
    counts: tuple[int, ...] = ()
    digest: str = ""
    withdrawn: str = ""

    @property
    def total(self) -> int:
        """How many lines it has."""
        return sum(self.counts)


class Editions:
    """The table ``editions``. The lines lie packed: an edition of thousands of lines is one short text in the journal.

    The trail has the edition with the digest of its lines, not the lines once more.
    """

    def __init__(self, table: KeptTable, trail: Trail) -> None:
        self._table = table
        self._trail = trail

    def all(self) -> list[Edition]:
        """Every edition without its lines, the newest decree first."""
        found = [_edition(row.doc_id, row) for row in self._table.all()]
        return sorted(found, key=lambda one: (one.decided_on, one.id), reverse=True)

    def add(self, edition: Edition, rows: Sequence[DipRow], by: str, at: datetime) -> Edition:
        """Keep a new edition with its lines."""
        lines = msgspec.json.encode(rows)
        counts = tuple(len(of_class(rows, group)) for group in CLASSES)
        digest = hashlib.sha256(lines).hexdigest()
        kept = replace(edition, kept_at=at, kept_by=by, counts=counts, digest=digest)
        row = _plain(kept)
        with self._trail.together():
            packed = base64.b64encode(zlib.compress(lines, 9)).decode("ascii")
            number = self._table.insert({**row, _PACKED: packed})
            self._trail.append(at, by, "menetapkan DIP", TABLE, number, None, row)
        return replace(kept, id=number)

    def withdraw(self, edition: Edition, reason: str, by: str, at: datetime) -> Edition:
        """Note that an edition does not count, such as one with a wrong number. Raises KeyError if there is none."""
        with self._trail.together():
            if not self._table.update({"withdrawn": reason}, doc_ids=[edition.id]):
                raise KeyError(f"{TABLE} {edition.id}")
            was, became = {"withdrawn": edition.withdrawn}, {"withdrawn": reason}
            self._trail.append(at, by, "membatalkan penetapan DIP", TABLE, edition.id, was, became)
        return replace(edition, withdrawn=reason)

    def rows(self, edition: Edition) -> tuple[DipRow, ...]:
        """The lines as they were decreed. Raises KeyError if there is no such edition, ValueError if it is damaged."""
        row = self._table.get(doc_id=edition.id)
        if not isinstance(row, dict):
            raise KeyError(f"{TABLE} {edition.id}")
        lines = _unpacked(str(row[_PACKED]))
        if hashlib.sha256(lines).hexdigest() != row["digest"]:
            raise ValueError(f"{TABLE} {edition.id}")
        return msgspec.json.decode(lines, type=tuple[DipRow, ...])

    def listed(self) -> set[int]:
        """The documents that ever stood on an edition that counts; one that is damaged tells of none."""
        found: set[int] = set()
        for edition in (one for one in self.all() if not one.withdrawn):
            with suppress(ValueError):
                found |= {row.document for row in self.rows(edition)}
        return found


def _unpacked(packed: str) -> bytes:
    try:
        return zlib.decompress(base64.b64decode(packed))
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _plain(edition: Edition) -> Row:
    row: Row = msgspec.json.decode(msgspec.json.encode(edition))
    row.pop("id")
    return row


def _edition(number: int, row: dict[str, Any]) -> Edition:
    header = {name: value for name, value in row.items() if name != _PACKED}
    return replace(msgspec.convert(header, Edition), id=number)
