"""How an item of a case stands in a list, and which keys there are for it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from archive.model import InformationClass
from ppid_tui.desk.case_items import CaseItem, lacks
from ppid_tui.desk.hardcopy_places import place_words
from ppid_tui.desk.works import Work
from ppid_tui.printouts.labels import class_label, long_date
from ppid_tui.widgets.hanging import Hanging

# Signs that the oldest Windows consoles have.
APPROVED, SENT_BACK, OPEN = "√", "x", "·"


def item_line(item: CaseItem, work: Work) -> Hanging:
    """Its title, what has to be done with it first, then what is known of it."""
    parts = [Content(item.title)]
    if item.remark and item.remark.reason:
        parts.append(Content.styled(f"perlu diperbaiki: {item.remark.reason}", "$warning"))
    elif item.before:
        asked = "dahulu diminta" if work.reviews else "perlu diperbaiki"
        parts.append(Content.styled(f"{asked}: {item.before}", "bold $warning"))
    if lacking := lacks(item, work):
        parts.append(Content.styled(lacking, "$warning"))
    if about := " · ".join(filter(None, _marks(item, work))):
        parts.append(Content.styled(about, "dim"))
    return Hanging(parts, Content(f"{_mark(item)} " if work.reviews else ""))


def hints(items: Sequence[CaseItem], hidden: int, work: Work, holds: bool) -> Content:
    """How many items there are, how many still lack something, and the keys for them."""
    lacking = sum(bool(lacks(item, work)) for item in items)
    listed = any(item.row for item in items) or (work.lists and not items)
    what = "Daftar informasi" if listed else "Dokumen pekerjaan ini"
    tail = f", {lacking} belum lengkap" if lacking else ""
    tail += f"; {hidden} tidak ditampilkan di sini" if hidden else ""
    keys = ", ".join(_keys(items, work)) if holds else ""
    where = "Di daftar (panah ↓): " if keys and work.lists else ""
    return Content.assemble((f"{what}: {len(items)}{tail}", "bold"), (f"\n{where}{keys}" if keys else "", "dim"))


def _keys(items: Sequence[CaseItem], work: Work) -> list[str]:
    rows = any(item.row for item in items)
    keys = ["Enter membuka"] if items else []
    keys += ["Spasi setuju", "K perlu diperbaiki"] if items and work.reviews else []
    keys += ["S softcopy", "E ubah"] if rows and work.lists else []
    keys += ["T tempat hardcopy", "Delete melepas"] if items and work.takes_documents else []
    keys += ["M masukkan yang baru diterima"] if work.gathers else []
    return [*keys, "A ambil daftar lalu"] if work.lists and not rows else keys


def _mark(item: CaseItem) -> str:
    if item.remark is None:
        return OPEN
    return SENT_BACK if item.remark.reason else APPROVED


def _marks(item: CaseItem, work: Work) -> list[str]:
    document, row = item.document, item.row
    known = [] if lacks(item, work) and work.gathers else [item.unheld]
    if document is None:
        held = [form.value for form in item.forms]
        return [*held, *known, row.unit, row.responsible, _class(row.information_class)] if row else []
    other = row and document.renditions and document.title.casefold() != row.title.casefold()
    bound = f"softcopy: {document.title}" if other else ""
    marks = [bound, document.number, long_date(document.date) or str(document.year or ""), _class_of(item)]
    marks += [] if work.describes else [item.undescribed]
    marks += [] if document.renditions or item.unheld else ["hardcopy saja"]
    return [*marks, place_words(document.hardcopy), *known, row.unit if row else ""]


def _class_of(item: CaseItem) -> str:
    return class_label(item.document.information_class) if item.document else ""


def _class(kind: InformationClass) -> str:
    return "" if kind is InformationClass.BELUM_DITETAPKAN else class_label(kind)
