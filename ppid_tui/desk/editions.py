"""Editions of one document: the same title and number with other content, the newer linked to the older."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from archive.model import Document, Officer, Right
from ppid_tui.desk import finding
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office


def older(office: Office, document: Document) -> Document | None:
    """The newest document of the same title and number that came before this one, if any."""
    if not document.number:
        return None
    alike = [d for d in office.records.documents.by("number", document.number) if _same(d, document)]
    before = [d for d in alike if d.id < document.id or not document.id]
    return max(before, key=lambda one: one.id, default=None)


def link(office: Office, document: Document, old: Document, by: Officer, at: datetime) -> Document:
    """Note that a document is a newer edition of the other. Raises NotAllowed."""
    office.require(by, Right.DESCRIBE, "Mencatat edisi baru")
    return office.records.documents.change(replace(document, replaces=old.id), "mencatat edisi baru", by.name, at)


def edition_words(office: Office, document: Document, viewer: Viewer) -> list[tuple[str, str]]:
    """The editions before and after this one, as labels and titles; those the viewer may not see are left out."""
    before = office.records.documents.get(document.replaces) if document.replaces else None
    after = office.records.documents.by("replaces", document.id)
    named = [("Menggantikan", before), *(("Digantikan oleh", one) for one in after)]
    seen = [(label, one) for label, one in named if one and finding.may_see(office, one, viewer)]
    return [(label, f"{one.title} (dokumen {one.id})") for label, one in seen]


def _same(one: Document, other: Document) -> bool:
    return one.id != other.id and _plain(one.title) == _plain(other.title)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
