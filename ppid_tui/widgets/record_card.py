"""A document's record as it is read: what it is, who holds it, what may be done with it, where it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from archive.model import Document, HardcopyPlace, InformationClass, TextState
from ppid_tui.printouts.labels import RENDITIONS, TEXTS, class_label, long_date
from ppid_tui.widgets.text_words import wordless

UNDECIDED = "Klasifikasi belum ditetapkan: belum boleh diberikan"
EXEMPT = "Informasi yang Dikecualikan: tidak boleh diberikan"
PARTLY = "Sebagian dikecualikan: yang diberikan hanya salinan untuk publik"


def record_card(document: Document, beside: Iterable[tuple[str, str]] = ()) -> Content:
    """Title, a warning where one is due, then each field that is filled; ``beside``: what others say of it."""
    blocks = [Content.styled(document.title, "bold")]
    if document.information_class is InformationClass.BELUM_DITETAPKAN:
        blocks.append(Content.styled(UNDECIDED, "bold $warning"))
    if document.information_class is InformationClass.DIKECUALIKAN:
        blocks.append(Content.styled(EXEMPT, "bold $error"))
    if document.partly_exempt:
        blocks.append(Content.styled(PARTLY, "bold $warning"))
    fields = [_field(label, value) for label, value in (*beside, *_fields(document)) if value]
    return Content("\n").join([*blocks, Content(""), *fields])


def hardcopy_words(place: HardcopyPlace | None) -> str:
    """Where the paper lies, or who has it; '' where nothing is known."""
    if place is None:
        return ""
    if place.borrower:
        since = f" sejak {long_date(place.borrowed_on)}" if place.borrowed_on else ""
        return f"dipinjam {place.borrower}{since}"
    return " / ".join(part for part in (place.cabinet, place.shelf, place.box, place.folder) if part)


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    yield "Nomor", document.number
    yield "Jenis", document.kind
    yield "Tanggal", long_date(document.date)
    yield "Tahun", "" if document.date else str(document.year or "")
    yield "Unit", document.unit
    yield "Klasifikasi", class_label(document.information_class)
    yield from _exemption(document)
    yield "Ringkasan", document.summary
    yield "Hardcopy", hardcopy_words(document.hardcopy)
    yield "Softcopy", _softcopy(document)
    others = [one for one in document.renditions if one != document.given_rendition]
    yield "Softcopy lain", ", ".join(f"{RENDITIONS[one.kind]} ({one.name})" for one in others)
    yield "Diterima", long_date(document.received_at)
    yield "Data", "" if document.confirmed else "belum dilengkapi"
    yield "Catatan", document.note


def _exemption(document: Document) -> Iterator[tuple[str, str]]:
    reason = document.exemption
    if reason is None:
        return
    yield "Alasan", f"UU 14/2008 Pasal 17 huruf {reason.letter}" if reason.letter else ""
    yield "Dasar", reason.basis
    yield "Akibat bila dibuka", reason.consequence
    yield "Sampai", long_date(reason.until)
    yield "Penetapan", reason.decision


def _softcopy(document: Document) -> str:
    given = document.given_rendition
    if given is None:
        return "tidak ada, hardcopy saja"
    pages = f", {document.pages} {document.page_unit}" if document.pages else ""
    signed = ", tanda tangan elektronik" if given.electronically_signed else ""
    text = wordless(document) if document.text_state is TextState.NONE else TEXTS[document.text_state]
    return f"{RENDITIONS[given.kind]}{pages}{signed}. {text}"


def _field(label: str, value: str) -> Content:
    return Content.styled(f"{label}: ", "$text-muted") + Content(value)
