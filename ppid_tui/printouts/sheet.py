"""The SOP as the official form: its head, what it rests on and needs, then who does what in which step."""

from __future__ import annotations

from archive.sop import Sheet, Sop, Step, as_on_sheet, label_on_sheet
from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Run,
    Table,
)

_HEAD = ("number", "created", "revised", "approved", "effective", "approved_by", "title")
_PAIRS = (("legal_basis", "qualifications"), ("related", "equipment"), ("warnings", "recording"))
_WORKER, _REVIEWER = "■", "◆"
_SIGNS = f"{_WORKER} mengerjakan langkah   {_REVIEWER} memeriksa dan menentukan hasilnya"


def sop_paper(letterhead: Letterhead, sop: Sop) -> Paper:
    """The sheet in its own words, landscape; without a letterhead of the office, the sheet's institution."""
    sheet = sop.sheet
    own = Letterhead(tuple(text for text in (sheet.institution, sheet.unit) if text))
    blocks: list[Block] = [_head(sheet), *(_pair(sheet, *pair) for pair in _PAIRS)]
    blocks += [Heading(as_on_sheet(sheet, "heading") or sheet.title, level=2), _steps(sop)]
    blocks += [Paragraph((Run(_SIGNS),), small=True), *_remarks(sheet)]
    title = "STANDAR OPERASIONAL PROSEDUR"
    return Paper(title, letterhead if letterhead.lines else own, tuple(blocks), sheet.title, landscape=True)


def _head(sheet: Sheet) -> Fields:
    unit = "\n".join(text for text in (sheet.institution, sheet.unit, as_on_sheet(sheet, "section")) if text)
    names = (name for name in _HEAD if _has(sheet, name))
    rows = ((label_on_sheet(sheet.labels, name), as_on_sheet(sheet, name)) for name in names)
    return Fields((("Unit kerja", unit), *rows), boxed=True)


def _has(sheet: Sheet, name: str) -> bool:
    return bool(label_on_sheet(sheet.labels, name) or as_on_sheet(sheet, name))


def _pair(sheet: Sheet, left: str, right: str) -> Table:
    head = (label_on_sheet(sheet.labels, left), label_on_sheet(sheet.labels, right))
    return Table(head, (("\n".join(getattr(sheet, left)), "\n".join(getattr(sheet, right))),), (1, 1))


def _steps(sop: Sop) -> Table:
    names = sop.sheet.columns
    first = ("number", "activity")
    last = ("needs", "time", "output")
    roles = tuple(role.title for role in sop.roles)
    note = label_on_sheet(names, "note") or "Keterangan"
    head = (
        *(label_on_sheet(names, n) for n in first),
        *roles,
        *(label_on_sheet(names, n) for n in last),
        note,
    )
    groups = (
        ("", 2),
        (label_on_sheet(names, "role"), len(roles)),
        (label_on_sheet(names, "standard"), 3),
        ("", 1),
    )
    widths = (0.6, 4, *(1.5 for _ in roles), 2, 1.4, 1.7, 2)
    centered = frozenset({0, *range(2, 2 + len(roles))})
    return Table(head, tuple(_row(sop, step) for step in sop.steps), widths, groups, centered)


def _row(sop: Sop, step: Step) -> tuple[str, ...]:
    signs = (_sign(step, role.id) for role in sop.roles)
    words = (as_on_sheet(step, name) for name in ("needs", "time", "output"))
    return (as_on_sheet(step, "number"), as_on_sheet(step, "activity"), *signs, *words, _note(step))


def _sign(step: Step, role: str) -> str:
    parts = [sign for sign, who in ((_WORKER, step.role), (_REVIEWER, step.reviewer)) if who == role]
    return " ".join(parts)


def _note(step: Step) -> str:
    """The sheet's note, and in words the ways that the sheet draws as arrows."""
    ways = (f"{way.label}: {f'ke langkah {way.to}' if way.to else 'selesai'}" for way in step.outcomes)
    return "\n".join(text for text in (as_on_sheet(step, "note"), *ways) if text)


def _remarks(sheet: Sheet) -> list[Block]:
    if not sheet.remarks:
        return []
    head = Paragraph((Run("Catatan kiosk, tidak ada di lembar aslinya:", bold=True),), small=True)
    return [head, *(Paragraph((Run(remark),), small=True) for remark in sheet.remarks)]
