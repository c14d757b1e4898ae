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

from archive import personal
from archive.audit import Trail
from archive.case_model import Case
from archive.counted_with import CountedWith
from archive.documents import Documents
from archive.drafts import Drafts
from archive.editions import Editions
from archive.guests import Guest
from archive.migrations import Step, migrate, version_of
from archive.model import Document, Officer
from archive.publications import Publication
from archive.request_model import Request, Requester
from archive.reservations import Reservations
from archive.table import open_records
from archive.typed import Table

VERSION = 1
"""The version of the form of all rows; a change of it needs a step in ``STEPS``: see `migrations`."""
FORGETTING = "menghapus data pribadi pemohon"
STEPS: dict[int, Step] = {}
INDEXED = {
    "documents": ("number~", "text_key", "renditions.sha256", "replaces", "joined_to", "exemption.letter"),
    "requests": ("number", "requester.id"),
    "drafts": ("form",),
}


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
        self.documents = Documents(db.table("documents"), self.trail)
        self.officers: Table[Officer] = Table(Officer, db.table("officers"), self.trail)
        self.cases: Table[Case] = Table(Case, db.table("cases"), self.trail)
        self.requests: Table[Request] = Table(Request, db.table("requests"), self.trail)
        self.requesters: Table[Requester] = Table(Requester, db.table("requesters"), self.trail)
        self.guests: Table[Guest] = Table(Guest, db.table("guests"), self.trail)
        self.drafts = Drafts(db.table("drafts"))
        self.publications: Table[Publication] = Table(Publication, db.table("publications"), self.trail)
        self.reservations = Reservations(db.table("taking"))
        self.counted_with = CountedWith(db.table("calendar"))
        self.editions = Editions(db.table("editions"), self.trail)
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
        """These documents, or those they were joined into, each once, in the order asked; without those unknown."""
        found = (self.documents.standing(i) for i in ids)
        return list({one.id: one for one in found if one is not None}.values())

    def forget_requester(self, request_id: int, by: str, at: datetime) -> bool:
        """Forget who made a request: blank the person in it, and take the salt of its digests in the trail.

        Their row among the requesters goes too, unless another request of theirs is still kept.

        Whether every trace is gone from the file already; otherwise (disk full, or on Windows another process
        has the file open) the next opening sees to it. Older backups are not touched. Not inside a transaction.
        Raises KeyError if there is no such request, TransactionError, or OSError with nothing changed.
        """
        return self.forget([request_id], [], by, at)

    def forget(self, requests: Iterable[int], guests: Iterable[int], by: str, at: datetime) -> bool:
        """Forget who made these requests and who these guests were, all or none; otherwise as one requester."""
        with self.transaction():
            for request_id in requests:
                request = self.requests.get(request_id)
                if request is None:
                    raise KeyError(f"requests {request_id}")
                self.requests.change(personal.forgotten(request), FORGETTING, by, at)
                self._forget_row(request.requester.id, by, at)
            for guest in filter(None, map(self.guests.get, guests)):
                self.guests.change(replace(guest, name="", address=""), FORGETTING, by, at)
            self._owe_compaction()
        return self._compact_if_owed()

    def _forget_row(self, requester_id: int, by: str, at: datetime) -> None:
        if self.requesters.get(requester_id) and not self.requests.by("requester.id", requester_id):
            self.requesters.change(Requester("", id=requester_id), FORGETTING, by, at)

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
