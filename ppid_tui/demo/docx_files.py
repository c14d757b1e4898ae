"""Sample documents as DOCX, made with the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK

from ppid_tui.demo.sheet import Grid, Sheet

MADE = datetime(2020, 1, 1)
ZIP_MADE = (2020, 1, 1, 0, 0, 0)


def as_docx(sheet: Sheet) -> bytes:
    """The sheet as a Word file."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = sheet.title, sheet.letterhead[-1]
    properties.created = properties.modified = MADE
    _head(document, sheet)
    for section in sheet.sections:
        if section.new_page:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        if section.heading:
            document.add_heading(section.heading, 2)
        for line in section.lines:
            document.add_paragraph(line)
        if section.grid:
            _table(document, section.grid)
    for line in sheet.signature:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return _saved(document)


def same_bytes(packed: bytes) -> bytes:
    """The same ZIP without the hour at which it was packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_MADE), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _head(document: DocxDocument, sheet: Sheet) -> None:
    lines = (*sheet.letterhead, sheet.address, sheet.heading, f"Nomor: {sheet.number}", sheet.title)
    for line in filter(None, lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True


def _table(document: DocxDocument, grid: Grid) -> None:
    # Cells are looked up anew at each access: row by row is what keeps python-docx quick.
    table = document.add_table(rows=len(grid.all_rows), cols=len(grid.head), style="Table Grid")
    for row, texts in zip(table.rows, grid.all_rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph()


def _saved(document: DocxDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return same_bytes(file.getvalue())
