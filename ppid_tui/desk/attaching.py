"""Which documents may be added to a case: those that answer a few words, or that came in last."""

from __future__ import annotations

from datetime import datetime

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


def _newest(office: Office, viewer: Viewer, limit: int) -> list[Document]:
    known = sorted(office.records.documents.all(), key=lambda d: (d.received_at or datetime.min, d.id), reverse=True)
    return [document for document in known if finding.may_see(office, document, viewer)][:limit]
