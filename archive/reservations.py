"""Files that are being taken in just now: each reserved by its SHA-256 before anything is made of it.

So no file becomes two records, whatever is dropped twice or done by two processes at once; and what a power cut
interrupted is known at the next start.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from archive.table import KeptTable


@dataclass(frozen=True)
class Reservation:
    """A file under way: its digest, who takes it in (see `Staging.owner`), and where it came from."""

    digest: str
    owner: str
    source: str


class Reservations:
    """The table ``taking``. To look and to reserve belong in one transaction of the records."""

    def __init__(self, table: KeptTable) -> None:
        self._table = table

    def all(self) -> list[Reservation]:
        """Everything that is under way, or was when the power went."""
        return [Reservation(row["digest"], row["owner"], json.loads(row["source"])) for row in self._table.all()]

    def of(self, digest: str) -> Reservation | None:
        """Who takes this file in, if anyone does."""
        return next((one for one in self.all() if one.digest == digest), None)

    def reserve(self, one: Reservation) -> None:
        """Note that it is under way, in place of who had it before."""
        self.release(one.digest)
        # The field is not called sha256: a backup would look for a file that is not kept yet. And a name from
        # a stick may hold half a letter, which only its escape can be kept as.
        self._table.insert({"digest": one.digest, "owner": one.owner, "source": json.dumps(one.source)})

    def release(self, digest: str) -> None:
        """It is kept, or set aside, or left where it was."""
        if held := self._table.by("digest", digest):
            self._table.remove(doc_ids=[row.doc_id for row in held])
