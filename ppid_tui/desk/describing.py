"""Completing a record, and deciding its class."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.model import Document, InformationClass, Officer, Right
from ppid_tui.desk.office import Office

EXEMPT = InformationClass.DIKECUALIKAN


def describe(office: Office, document: Document, by: Officer, at: datetime) -> Document:
    """Keep an officer's corrections to a record, and count it as confirmed.

    To exempt a document, or to open an exempt one, takes who may decide (UU 14/2008 article 19: after
    a test of consequences). Raises NotAllowed.
    """
    office.require(by, Right.DESCRIBE, "Melengkapi data dokumen")
    before = office.records.documents.get(document.id)
    if before and before.information_class != document.information_class:
        if EXEMPT in (before.information_class, document.information_class):
            office.require(by, Right.DECIDE, "Menetapkan atau membuka Informasi yang Dikecualikan")
        action = "menetapkan klasifikasi"
    else:
        action = "melengkapi data dokumen"
    kept = office.records.documents.change(replace(document, confirmed=True), action, by.name, at)
    for _ in office.indexes.catch_up():
        pass
    return kept
