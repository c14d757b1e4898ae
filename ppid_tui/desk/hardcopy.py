"""A document that is paper alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.model import Document, InformationClass, Officer, Right
from ppid_tui.desk.office import Office


def record_hardcopy(office: Office, document: Document, by: Officer, at: datetime) -> Document:
    """Keep the record of a paper that has no softcopy yet. Raises NotAllowed."""
    office.require(by, Right.DESCRIBE, "Mencatat hardcopy")
    if document.information_class is InformationClass.DIKECUALIKAN:
        office.require(by, Right.DECIDE, "Menetapkan Informasi yang Dikecualikan")
    record = replace(document, confirmed=True, received_at=document.received_at or at, received_from=by.name)
    kept = office.records.documents.add(record, "mencatat hardcopy", by.name, at)
    for _ in office.indexes.catch_up():
        pass
    return kept
