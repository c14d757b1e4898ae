"""Two records of one document made one: a signed scan that came in by itself, or a thing described twice.

Nothing is lost: the files go to the record that stays, which also takes what it lacked; the other remains in the
archive as it was described, points to it, and is found no more by itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from archive.model import Document, InformationClass, Officer, RenditionKind, Right, TextState
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office
from ppid_tui.desk.renditions import takes_text

EXEMPT = InformationClass.DIKECUALIKAN
FILLED = ("kind", "number", "date", "year", "summary", "unit", "responsible", "made_at", "retention", "hardcopy")
TEXT = ("text_key", "text_state", "pages", "page_unit", "ocr_pages")


class NotUnited(Exception):
    """The two records stay as they were; the words say why, in Indonesian."""


def unite(office: Office, one: Document, into: Document, kind: RenditionKind, by: Officer, at: datetime) -> Document:
    """Join ``one`` into the other, to which its file is of this kind; returns the document that stays.

    Raises NotAllowed, or NotUnited where one of them alone is exempt.
    """
    office.require(by, Right.DESCRIBE, "Menggabungkan dokumen")
    if EXEMPT in (one.information_class, into.information_class):
        office.require(by, Right.SEE_EXEMPT, "Menggabungkan dokumen yang dikecualikan")
    if one.partly_exempt or into.partly_exempt:
        raise NotUnited("Dokumen yang sebagian dikecualikan tidak dapat digabungkan: aslinya tetap terpisah.")
    if one.id == into.id:
        raise NotUnited("Pilih dokumen lain: dokumen tidak dapat digabungkan dengan dirinya.")
    if (one.information_class is EXEMPT) != (into.information_class is EXEMPT):
        raise NotUnited("Yang satu dikecualikan, yang lain tidak. Samakan dahulu klasifikasinya, lalu coba lagi.")
    with office.records.transaction():
        kept = _taken_over(office, one, into, kind, by, at)
        _pointed(office, one, into, by, at)
        _follow(office, one, into, by, at)
    for _ in office.indexes.catch_up():
        pass
    return office.records.documents.get(into.id) or kept


def united_words(office: Office, document: Document, viewer: Viewer) -> list[tuple[str, str]]:
    """What was joined into this document, as labels and titles; nothing for a citizen."""
    joined = [] if viewer.citizen else office.records.documents.joined_into(document.id)
    return [("Digabungkan", f"{one.title} (dokumen {one.id})") for one in joined]


def _taken_over(
    office: Office, one: Document, into: Document, kind: RenditionKind, by: Officer, at: datetime
) -> Document:
    files = tuple(replace(r, kind=kind) if r == one.given_rendition else r for r in one.renditions)
    kept = replace(into, renditions=(*into.renditions, *files), **_lacked(one, into))
    if files and takes_text(into, kind, bool(one.text_key)):
        kept = replace(kept, **{name: getattr(one, name) for name in TEXT})
    before = one.replaces if into.replaces in (0, one.id) else into.replaces
    kept = replace(kept, replaces=0 if before == into.id else before)
    return office.records.documents.change(kept, "menggabungkan dokumen", by.name, at, f"dari dokumen {one.id}")


def _lacked(one: Document, into: Document) -> dict[str, Any]:
    """What an officer knew of the one and the other does not say; guesses are left."""
    known = (name for name in FILLED if one.confirmed or name not in one.guesses)
    return {name: getattr(one, name) for name in known if getattr(one, name) and not getattr(into, name)}


def _pointed(office: Office, one: Document, into: Document, by: Officer, at: datetime) -> None:
    left = replace(
        one, renditions=(), text_key="", text_state=TextState.NONE, ocr_pages=(), replaces=0, joined_to=into.id
    )
    office.records.documents.change(left, "digabungkan ke dokumen lain", by.name, at, f"ke dokumen {into.id}")


def _follow(office: Office, one: Document, into: Document, by: Officer, at: datetime) -> None:
    """What named the one names the other now: later editions, and the cases that are under way."""
    for later in office.records.documents.by("replaces", one.id):
        office.records.documents.change(replace(later, replaces=into.id), "mencatat edisi baru", by.name, at)
    for case in office.records.cases.all():
        if case.step is not None and one.id in case.documents:
            ids = tuple(dict.fromkeys(into.id if known == one.id else known for known in case.documents))
            office.records.cases.change(replace(case, documents=ids), "menggabungkan dokumen", by.name, at)
