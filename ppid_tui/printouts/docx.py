"""A paper as DOCX, for offices that fill in or correct by hand before they print."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from io import BytesIO
from itertools import zip_longest

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph as Text

from ppid_tui.printouts import docx_xml
from ppid_tui.printouts.flow import Flow
from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import (
    Bars,
    Block,
    Fields,
    FormHead,
    Heading,
    Item,
    Letterhead,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
)
from ppid_tui.printouts.undrawn import undrawn

_SIDE = 20.0  # millimetres


def render(paper: Paper) -> bytes:
    """The paper as a DOCX file's content: marked words bold and underlined, CONTOH in the header."""
    document = docx.Document()
    _set_up(document, paper)
    _letterhead(document, paper.letterhead)
    if paper.title:
        _write(document.add_paragraph(), [Run(paper.title, bold=True)], size=13, centered=True, after=10)
    line = _sides(paper)[0] - 2 * _SIDE
    for block, following in zip_longest(paper.blocks, paper.blocks[1:]):
        _add(document, block, line)
        if isinstance(block, Paragraph) and isinstance(following, Signature):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _sides(paper: Paper) -> tuple[float, float]:
    width, height = paper.size.value
    return (height, width) if paper.landscape else (width, height)


def _set_up(document: Document, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in _sides(paper))
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin = section.bottom_margin = Mm(15)
    properties = document.core_properties
    properties.title, properties.comments = literal(paper.title)[:255], ""
    properties.author = literal(" ".join(paper.letterhead.lines[-1:]))[:255]
    for style in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        docx_xml.plain_style(document.styles[style], "Times New Roman", 11)
    _furniture(section, paper)


def _furniture(section: Section, paper: Paper) -> None:
    if paper.sample:
        header = section.header.paragraphs[0]
        _write(header, [Run("CONTOH", bold=True)], size=28, centered=True)
        header.runs[0].font.color.rgb = RGBColor(0xA0, 0xA0, 0xA0)
    footer = section.footer.paragraphs[0]
    docx_xml.rule(footer, "top", "single", 4)
    _write(footer, [Run(paper.footer)], size=8.5)
    number = section.footer.add_paragraph()
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for text, field in (("Halaman ", "PAGE"), (" dari ", "NUMPAGES")):
        number.add_run(text).font.size = Pt(9)
        docx_xml.field(number.add_run(), field, 9)


def _letterhead(document: Document, letterhead: Letterhead) -> None:
    for line in letterhead.lines:
        _write(document.add_paragraph(), [Run(line, bold=True)], size=13, centered=True)
    if letterhead.lines or letterhead.address:
        last = document.add_paragraph()
        _write(last, [Run(letterhead.address)], size=9.5, centered=True, after=12)
        docx_xml.rule(last, "bottom", "thickThinSmallGap", 18)


def _add(document: Document, block: Block, line: float) -> None:
    match block:
        case Heading():
            paragraph = document.add_paragraph(style=f"Heading {min(max(block.level, 1), 3)}")
            _write(paragraph, [Run(block.text, bold=True)], size=max(11.0, 13.5 - block.level), after=4)
        case Paragraph():
            _paragraph(document.add_paragraph(), block)
        case Fields():
            _fields(document, block, line)
        case Item():
            _item(document, block)
        case Table():
            _table(document, block, line)
        case Signature():
            _signature(document.add_paragraph, block, line * 0.55)
        case SignaturePair():
            _pair(document, block, line)
        case PageBreak():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case FormHead() | Flow() | Bars():
            for part in undrawn(block):
                _add(document, part, line)


def _write(paragraph: Text, runs: Iterable[Run], size: float, centered: bool = False, after: float = 0) -> None:
    for run in runs:
        written = paragraph.add_run(literal(run.text))
        written.bold = run.bold or run.marked or None
        written.underline = run.marked or None
        written.font.size = Pt(size)
    paragraph.paragraph_format.space_after = Pt(after)
    if centered:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _paragraph(paragraph: Text, block: Paragraph, after: float = 4) -> None:
    size = 22 if block.large else 9.5 if block.small else 11
    _write(paragraph, block.runs, size=size, centered=block.centered, after=after)


def _item(document: Document, block: Item) -> None:
    for number, content in enumerate(block.paragraphs, start=1):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(9)
        if number == 1:
            paragraph.paragraph_format.first_line_indent = Mm(-9)
            paragraph.paragraph_format.keep_with_next = len(block.paragraphs) > 1
            paragraph.add_run(literal(block.label) + "\t")
        _paragraph(paragraph, content, after=8 if number == len(block.paragraphs) else 1)


def _fields(document: Document, block: Fields, line: float) -> None:
    if not block.rows:
        return
    widths = (line * 0.28, 5.0, line * 0.72 - 5.0)
    table = docx_xml.table(document, len(block.rows), widths, ruled=False)
    if block.boxed:
        docx_xml.frame(table)
    for row, (label, value) in zip(table.rows, block.rows, strict=True):
        _cells(row, (label, ":", docx_xml.with_boxes(value)), size=11)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _table(document: Document, block: Table, line: float) -> None:
    head = [*([_above(block)] if block.groups else []), *([block.head] if block.head else [])]
    rows = [*head, *block.rows]
    if not rows:
        return
    widths = [line * width / sum(block.widths) for width in block.widths]
    table = docx_xml.table(document, len(rows), widths, ruled=True)
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        in_head = number < len(head)
        centered = range(len(cells)) if in_head else block.centered
        _cells(row, cells, size=7 if block.small else 9.5, bold=in_head, centered=centered)
        if in_head:
            docx_xml.repeat(row)
    docx_xml.join_groups(table, block.groups)
    if block.small:
        docx_xml.narrow(table)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _above(block: Table) -> tuple[str, ...]:
    """The row of group names, each over its first column."""
    return tuple(text for name, count in block.groups for text in (name, *[""] * (count - 1)))


def _cells(row: _Row, cells: Sequence[str], size: float, bold: bool = False, centered: Container[int] = ()) -> None:
    for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
        _write(cell.paragraphs[0], [Run(text, bold=bold)], size, centered=column in centered)


def _pair(document: Document, block: SignaturePair, line: float) -> None:
    closing = document.add_paragraph()
    _write(closing, [Run(block.closing)], size=11)
    closing.paragraph_format.keep_with_next = True
    table = docx_xml.table(document, 1, (line / 2, line / 2), ruled=False)
    docx_xml.keep_whole(table.rows[0])
    for cell, one in zip(table.rows[0].cells, (block.left, block.right), strict=True):
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        _signature(cell.add_paragraph, one, 0)
    below = document.add_paragraph().paragraph_format
    below.space_after = Pt(0)
    if block.witness:
        for kept in (below, *(part.paragraph_format for cell in table.rows[0].cells for part in cell.paragraphs)):
            kept.keep_with_next = True
        _signature(document.add_paragraph, block.witness, 0)


def _signature(add: Callable[[], Text], block: Signature, indent: float) -> None:
    name = Run(block.name, marked=True) if block.name else Run("(" + "." * 40 + ")")
    gap = Run("\n\n\n")
    parts = [Run(text) for text in (block.above, block.position) if text]
    parts += [gap, name, *([Run(block.identity)] if block.identity else [])]
    for part in parts:
        paragraph = add()
        paragraph.paragraph_format.left_indent = Mm(indent)
        paragraph.paragraph_format.keep_with_next = part is not parts[-1]
        _write(paragraph, [part], size=11, centered=True)
