"""Editions of one document: the same title and number with other content, the newer linked to the older."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from archive.model import Document, Officer, Right
from ppid_tui.desk import finding
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office


def older(office: Office, document: Document, viewer: Viewer) -> Document | None:
    """The newest document of the same title and number, however written, that came before this one, if any.

    One that the viewer may not see is not told of.
    """
    alike = [one for one in office.records.documents.numbered(document.number) if _same(one, document)]
    before = [one for one in alike if one.id < document.id or not document.id]
    seen = [one for one in before if finding.may_see(office, one, viewer)]
    return max(seen, key=lambda one: one.id, default=None)


def offered(office: Office, document: Document, viewer: Viewer) -> Document | None:
    """The older edition to ask an officer about: none where it was answered, with the record as it is kept."""
    kept = office.records.documents.get(document.id)
    same = kept is not None and kept.confirmed and (kept.title, kept.number) == (document.title, document.number)
    return None if document.replaces or same else older(office, document, viewer)


def link(office: Office, document: Document, old: Document, by: Officer, at: datetime) -> Document:
    """Note that a document is a newer edition of the other. Raises NotAllowed."""
    office.require(by, Right.DESCRIBE, "Mencatat edisi baru")
    return office.records.documents.change(replace(document, replaces=old.id), "mencatat edisi baru", by.name, at)


def edition_words(office: Office, document: Document, viewer: Viewer) -> list[tuple[str, str]]:
    """The editions before and after this one, as labels and titles; those the viewer may not see are left out."""
    before = office.records.documents.standing(document.replaces) if document.replaces else None
    after = office.records.documents.by("replaces", document.id)
    named = [("Menggantikan", before), *(("Digantikan oleh", one) for one in after)]
    seen = [(label, one) for label, one in named if one and finding.may_see(office, one, viewer)]
    return [(label, f"{one.title} (dokumen {one.id})") for label, one in seen]


def _same(one: Document, other: Document) -> bool:
    return one.id != other.id and _plain(one.title) == _plain(other.title)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
