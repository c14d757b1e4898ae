"""A document and a hit as a command tells them: as JSON, and as lines."""

from __future__ import annotations

from typing import Any

import msgspec

from archive.model import Document, HardcopyPlace, Rendition
from ppid_tui.desk import contents
from ppid_tui.desk.finding import Found
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import RENDITIONS, TEXTS, class_label, long_date


def document_json(office: Office, document: Document) -> dict[str, Any]:
    """Everything that is known of a document; ``path`` is the file that would be given out."""
    return {
        **_base(document),
        "pages": document.pages,
        "page_unit": document.page_unit,
        "text": document.text_state.value,
        "kind": document.kind,
        "year": document.year,
        "summary": document.summary,
        "confirmed": document.confirmed,
        "renditions": msgspec.to_builtins(document.renditions),
        "hardcopy": msgspec.to_builtins(document.hardcopy),
        "exemption": msgspec.to_builtins(document.exemption),
        "received_at": document.received_at.isoformat() if document.received_at else None,
        "note": document.note,
        "path": _path(office, document),
    }


def hit_json(office: Office, hit: Found) -> dict[str, Any]:
    """One hit with its best page; ``page`` is null where only the record answers."""
    return {
        **_base(hit.document),
        "page": hit.page,
        "score": hit.score,
        "snippet": hit.snippet.text,
        "path": _path(office, hit.document),
    }


def document_lines(document: Document) -> list[str]:
    """A document's record for people, without what is not known."""
    facts = {
        "Nomor dokumen": str(document.id),
        "Judul": document.title,
        "Nomor surat": document.number,
        "Tanggal": long_date(document.date) or str(document.year or ""),
        "Jenis": document.kind,
        "Unit": document.unit,
        "Klasifikasi": class_label(document.information_class),
        "Ringkasan": document.summary,
        "Halaman": f"{document.pages} {document.page_unit}" if document.pages else "",
        "Isi": TEXTS[document.text_state],
        "Softcopy": "; ".join(map(_rendition, document.renditions)),
        "Hardcopy": _place(document.hardcopy) if document.hardcopy else "",
        "Catatan": document.note,
    }
    return [f"{name:<14}: {value}" for name, value in facts.items() if value]


def _base(document: Document) -> dict[str, Any]:
    return {
        "document_id": document.id,
        "title": document.title,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "class": document.information_class.value,
        "unit": document.unit,
    }


def _path(office: Office, document: Document) -> str | None:
    path = contents.original(office, document)
    return str(path) if path else None


def _rendition(rendition: Rendition) -> str:
    return f"{RENDITIONS[rendition.kind]} ({rendition.name})"


def _place(place: HardcopyPlace) -> str:
    where = " / ".join(part for part in (place.cabinet, place.shelf, place.box, place.folder) if part)
    loan = f"dipinjam {place.borrower} sejak {long_date(place.borrowed_on)}" if place.borrower else ""
    return "; ".join(part for part in (where, loan) if part)
