"""Sample documents as PDF, made with the same bytes each time."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ppid_tui.demo.sheet import Grid, Section, Sheet

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=15, alignment=TA_JUSTIFY, spaceAfter=5)
CENTER = ParagraphStyle("center", parent=BODY, fontName="Times-Bold", fontSize=12, alignment=TA_CENTER)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Times-Bold", spaceBefore=8)
CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=9.5, leading=11.5)
LINE_WIDTH = A4[0] - 50 * mm
RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("FONT", (0, 0), (-1, -1), "Times-Roman", 9.5),
        ("FONT", (0, 0), (-1, 0), "Times-Bold", 9.5),
        ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def as_pdf(sheet: Sheet, password: str = "") -> bytes:
    """The sheet as PDF, locked if a password is given."""
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        title=sheet.title,
        author=sheet.letterhead[-1],
        invariant=1,
        encrypt=StandardEncryption(password, strength=128) if password else None,
    )
    document.build(_story(sheet))
    return file.getvalue()


def _story(sheet: Sheet) -> list[Any]:
    story = [Paragraph(escape(line), CENTER) for line in sheet.letterhead]
    story += [Paragraph(escape(sheet.address), ParagraphStyle("small", parent=CENTER, fontSize=9))]
    story += [HRFlowable(width="100%", color=colors.black, spaceAfter=8)]
    head = filter(None, (sheet.heading, f"Nomor: {sheet.number}", sheet.title))
    story += [Paragraph(escape(line), CENTER) for line in head]
    for section in sheet.sections:
        story += _section(section)
    return [*story, Spacer(1, 8 * mm), *_signature(sheet)]


def _section(section: Section) -> list[Any]:
    story: list[Any] = [PageBreak()] if section.new_page else []
    if section.heading:
        story.append(Paragraph(escape(section.heading), HEADING))
    story += [Paragraph(escape(line), BODY) for line in section.lines]
    return [*story, _table(section.grid), Spacer(1, 4 * mm)] if section.grid else story


def _table(grid: Grid) -> Table:
    rows = [[_cell(grid, n, text) for n, text in enumerate(row)] for row in grid.all_rows]
    widths = [LINE_WIDTH * width / sum(grid.widths) for width in grid.widths]
    table = Table(rows, colWidths=widths, repeatRows=1)
    table.setStyle(RULED)
    for column in grid.figures:
        table.setStyle(TableStyle([("ALIGN", (column, 0), (column, -1), "RIGHT")]))
    return table


def _cell(grid: Grid, column: int, text: str) -> str | Paragraph:
    return text if column in grid.figures or len(text) < 14 else Paragraph(escape(text), CELL)


def _signature(sheet: Sheet) -> list[Any]:
    style = ParagraphStyle("signature", parent=BODY, alignment=TA_LEFT, leftIndent=LINE_WIDTH / 2, spaceAfter=0)
    *head, name = (Paragraph(escape(line), style) for line in sheet.signature)
    return [*head, Spacer(1, 18 * mm), name]
