"""Which documents may be added to a case: those that answer a few words, or that came in lately."""

from __future__ import annotations

from datetime import datetime

from archive.case_model import Case
from archive.model import Document
from ppid_tui.desk import finding
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office

LIMIT = 20


def candidates(office: Office, words: str, viewer: Viewer, limit: int = LIMIT) -> list[Document]:
    """Documents this viewer may see: found by the words, or without any, the newest received first."""
    if not words.strip():
        return _newest(office, viewer, limit)
    found = finding.find(office, words, viewer, limit=limit, typing=True)
    return [hit.document for hit in (*found.hits, *found.exempt)][:limit]


def came_in_since(office: Office, case: Case, viewer: Viewer) -> tuple[Document, ...]:
    """What was received since the case was opened, is in no case yet, and may be seen; the oldest first."""
    taken = {i for one in office.records.cases.all() for i in one.documents}
    since = case.opened_at or datetime.min
    known = (d for d in office.records.documents.all() if d.received_at and d.received_at >= since)
    new = [d for d in known if d.id not in taken and finding.may_see(office, d, viewer)]
    return tuple(sorted(new, key=lambda d: (d.received_at or since, d.id)))


def _newest(office: Office, viewer: Viewer, limit: int) -> list[Document]:
    known = sorted(office.records.documents.all(), key=lambda d: (d.received_at or datetime.min, d.id), reverse=True)
    return [document for document in known if finding.may_see(office, document, viewer)][:limit]
