"""The SOP as the official form: its head, what it rests on and needs, then who does what in which step."""

from __future__ import annotations

from collections.abc import Iterator

from archive.sop import Outcome, Sheet, Sop, Step, as_on_sheet
from archive.sop_words import column_label, equipment_of, field_label, outdated_basis
from ppid_tui.printouts.flow import Flow, FlowRow, Shape, Sign, Way
from ppid_tui.printouts.paper import (
    Block,
    FormBox,
    FormHead,
    Heading,
    Letterhead,
    PageBreak,
    Paper,
    PaperSize,
    Paragraph,
    Run,
)

_HEAD = ("number", "created", "revised", "approved", "effective", "approved_by", "title")
_BOXES = (("legal_basis", "qualifications"), ("related", "equipment"), ("warnings", "recording"))
_BEFORE, _AFTER = ("number", "activity"), ("needs", "time", "output")
_SIGNS = (
    "Kapsul: langkah awal dan akhir. Kotak: kegiatan. Belah ketupat: keputusan. "
    "Segi lima: alir berlanjut di halaman lain, ke atau dari langkah bernomor itu."
)
_BESIDE = "Untuk petugas: bukan bagian dari SOP, tidak ikut digantung"


def sop_paper(letterhead: Letterhead, sop: Sop, size: PaperSize = PaperSize.A4) -> Paper:
    """The sheet in its own words, landscape; the letterhead stands in for an institution that it does not name."""
    sheet = sop.sheet
    blocks: list[Block] = [head_of(sheet, letterhead.lines), PageBreak()]
    blocks += [Heading(as_on_sheet(sheet, "heading") or sheet.title, level=2), flow_of(sop)]
    blocks += [Paragraph((Run(_SIGNS),), small=True), *_beside(sheet)]
    return Paper(sheet.top_line, Letterhead(()), tuple(blocks), _footer(sheet), size, landscape=True)


def flow_of(sop: Sop) -> Flow:
    """The table of the steps. A step is a capsule where the SOP begins or ends, a diamond where one decides."""
    names = sop.sheet.columns
    noted = "note" in names or any(step.note for step in sop.steps)
    after = (*_AFTER, *(["note"] if noted else []))
    return Flow(
        before=tuple(column_label(sop.sheet, name) for name in _BEFORE),
        role=column_label(sop.sheet, "role"),
        lanes=tuple(role.title for role in sop.roles),
        standard=column_label(sop.sheet, "standard"),
        after=tuple(column_label(sop.sheet, name) for name in after),
        rows=tuple(_row(sop, step, after) for step in sop.steps),
    )


def _row(sop: Sop, step: Step, after: tuple[str, ...]) -> FlowRow:
    ways = tuple(_ways(sop, step))
    return FlowRow(
        number=step.number,
        before=tuple(as_on_sheet(step, name) for name in _BEFORE),
        shapes=_shapes(sop, step, ways),
        after=tuple(as_on_sheet(step, name) for name in after),
        ways=ways,
    )


def _ways(sop: Sop, step: Step) -> Iterator[Way]:
    places = {other.number: place for place, other in enumerate(sop.steps)}
    after = sop.after(step.number)
    for outcome in step.outcomes or (Outcome("", after),):
        yield Way(as_on_sheet(outcome, "label") or outcome.label, None if outcome.to is None else places[outcome.to])


def _shapes(sop: Sop, step: Step, ways: tuple[Way, ...]) -> tuple[Shape, ...]:
    lanes = {role.id: lane for lane, role in enumerate(sop.roles)}
    ends = all(way.to is None for way in ways)
    decided = Sign.DIAMOND if len(ways) > 1 else Sign.CAPSULE if ends else Sign.BOX
    begins = step is sop.steps[0]
    if step.reviewer in (None, step.role):
        return (Shape(lanes[step.role], Sign.CAPSULE if begins and decided is Sign.BOX else decided),)
    worker = Shape(lanes[step.role], Sign.CAPSULE if begins else Sign.BOX)
    return (worker, Shape(lanes[str(step.reviewer)], decided))


def head_of(sheet: Sheet, instead: tuple[str, ...] = ()) -> FormHead:
    """The head in the sheet's own words and labels; ``instead`` stands for a body that it does not name."""
    own = (sheet.institution, sheet.unit, as_on_sheet(sheet, "section"))
    body = tuple(text for text in own if text) or instead
    names = (name for name in _HEAD if _has(sheet, name))
    fields = tuple((field_label(sheet, name), as_on_sheet(sheet, name)) for name in names)
    return FormHead(body, fields, tuple((_box(sheet, left), _box(sheet, right)) for left, right in _BOXES))


def _has(sheet: Sheet, name: str) -> bool:
    return name in sheet.labels or bool(as_on_sheet(sheet, name))


def _box(sheet: Sheet, name: str) -> FormBox:
    remark = "\n".join(outdated_basis(sheet)) if name == "legal_basis" else ""
    return FormBox(field_label(sheet, name), getattr(sheet, name), remark)


def _footer(sheet: Sheet) -> str:
    return " · ".join(text for text in (sheet.title, as_on_sheet(sheet, "number")) if text)


def _beside(sheet: Sheet) -> list[Block]:
    """The check list of the equipment and what is odd on the sheet, on a page of their own."""
    pieces = equipment_of(sheet)
    if not (pieces or sheet.remarks):
        return []
    blocks: list[Block] = [PageBreak(), Heading(_BESIDE, level=2)]
    if pieces:
        blocks.append(Paragraph((Run("Daftar periksa peralatan dan perlengkapan", bold=True),)))
        blocks += [Paragraph((Run(f"☐ {piece}"),)) for piece in pieces]
    if sheet.remarks:
        blocks.append(Paragraph((Run("Catatan tentang lembar ini", bold=True),)))
        blocks += [Paragraph((Run(f"• {remark}"),)) for remark in sheet.remarks]
    return blocks
