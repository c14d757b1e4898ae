"""The documents of a hand-over file, each linked to what is here, or kept as new.

What officers here have confirmed stays as it is: a package adds files and fills in what is still open.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.case_model import Case
from archive.model import Document, HardcopyPlace, InformationClass, Officer
from archive.package import Package
from ppid_tui.desk.office import Office
from ppid_tui.desk.renditions import takes_text

TEXT = ("text_key", "text_state", "pages", "page_unit", "ocr_pages")


class Linking:
    """Keeps the documents of one package, and counts those that are ``new``. Inside a transaction of the records."""

    def __init__(self, office: Office, package: Package, by: Officer, at: datetime) -> None:
        self._office, self._package, self._by, self._at = office, package, by, at
        self.new = 0

    def kept(self, theirs: Document, case: Case | None) -> int:
        """The id under which the document stands here."""
        ours = self._same(theirs, case)
        if ours is None:
            self.new += 1
            return self._add(theirs).id
        merged = _merged(self._office, ours, theirs)
        self._office.records.documents.change(merged, "melengkapi dari paket USB", self._by.name, self._at)
        return ours.id

    def _same(self, theirs: Document, case: Case | None) -> Document | None:
        """The document here that has one of its files; a hardcopy without any, by what its record says."""
        records = self._office.records
        for one in theirs.renditions:
            if found := records.document_with(one.sha256):
                return found
        if theirs.renditions:
            return None
        known = records.documents_of(case.documents) if case else records.documents.numbered(theirs.number)
        return next((one for one in known if _facts(one) == _facts(theirs)), None)

    def _add(self, theirs: Document) -> Document:
        sender = self._package.office
        new = replace(
            theirs,
            id=0,
            replaces=0,
            joined_to=0,
            hardcopy=None,
            received_at=self._at,
            received_from=sender,
            note="; ".join(filter(None, (theirs.note, _lies_there(theirs.hardcopy, sender)))),
        )
        note = f"dari {sender}"
        return self._office.records.documents.add(new, "menerima dokumen dari paket USB", self._by.name, self._at, note)


def _merged(office: Office, ours: Document, theirs: Document) -> Document:
    """Ours, with the files that it lacks; and their record where they have confirmed it and we have not."""
    merged = ours
    if theirs.confirmed and not ours.confirmed and ours.information_class is not InformationClass.DIKECUALIKAN:
        keep = ("id", "renditions", "hardcopy", "received_at", "received_from", "replaces", "joined_to", "note", *TEXT)
        merged = replace(theirs, **{name: getattr(ours, name) for name in keep})
    for one in theirs.renditions:
        if office.records.document_with(one.sha256) is None:
            searched = theirs.text_key == one.sha256
            if searched and takes_text(merged, one.kind, True):
                merged = replace(merged, **{name: getattr(theirs, name) for name in TEXT})
            merged = replace(merged, renditions=(*merged.renditions, one))
    return merged


def _facts(document: Document) -> tuple[object, ...]:
    return document.title, document.number, document.date, bool(document.renditions)


def _lies_there(place: HardcopyPlace | None, office: str) -> str:
    """Where the paper lies is the sender's own cabinet, not ours."""
    where = " / ".join(filter(None, (place.cabinet, place.shelf, place.box, place.folder))) if place else ""
    return f"Hardcopy di {office}: {where}" if where else ""
