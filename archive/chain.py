"""The chain of the trail: each entry's digest covers the digest of the one before.

So whoever knows the last digest, the head, knows whether anything before it was changed since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from archive.model import AuditEntry
from archive.rows import Row

BEGINNING = "0" * 64
"""What the first entry of all has for the digest before it."""

Numbered = tuple[int | None, Row | None]
"""An entry with the number under which it lies; None for one that can't be read."""

Break = tuple[str, str]
"""Where in the trail, and what is wrong there, in Indonesian."""


def sealed(body: Row) -> Row:
    """The entry with its digest: the SHA-256 of its JSON, keys sorted, in hexadecimal."""
    return {**body, "digest": digest_of(body)}


def digest_of(row: Row) -> str:
    """The digest that an entry must have, whether or not it has one already."""
    body = {name: value for name, value in row.items() if name != "digest"}
    return hashlib.sha256(msgspec.json.encode(body, order="sorted")).hexdigest()


def typed(row: Row) -> AuditEntry | None:
    """The entry as a record of its own; None where someone else than the kiosk has made it."""
    try:
        return msgspec.json.decode(msgspec.json.encode(row), type=AuditEntry)
    except msgspec.ValidationError:
        return None


def breaks(entries: Iterable[Numbered], end: int, head: str = "") -> Iterator[Break]:
    """What is wrong in a whole trail, given oldest first; ``end`` is the highest number ever given out.

    An attacker may have recomputed every digest. Then only a ``head`` that was kept elsewhere tells.
    """
    last, previous, seen = 0, BEGINNING, head in ("", BEGINNING)
    for number, row in entries:
        number = last + 1 if number is None else number
        if number > last + 1:
            yield _missing(last + 1, number - 1)
        if row is None:
            yield f"jejak {number}", "catatan rusak"
        else:
            yield from _breaks_at(number, row, last, previous)
        last, previous = number, str(row and row.get("digest"))
        seen = seen or previous == head
    if last < end:
        yield _missing(last + 1, end)
    if not seen:
        yield "jejak", "kepala jejak yang disebut tidak ada lagi di rangkaian"


def _breaks_at(number: int, row: Row, last: int, previous: str) -> Iterator[Break]:
    where = f"jejak {number}"
    if row.get("digest") != digest_of(row):
        yield where, "isi catatan diubah"
    elif typed(row) is None:
        yield where, "isi catatan tidak dapat dibaca"
    if row.get("previous") != previous or row.get("sequence") != number or number <= last:
        yield where, "urutan catatan terputus"


def _missing(first: int, last: int) -> Break:
    return (f"jejak {first}" if first == last else f"jejak {first} sampai {last}"), "catatan hilang"
