"""Sample worksheets."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter

from ppid_tui.demo.docx_files import same_bytes
from ppid_tui.demo.sheet import Grid, Sheet

MADE = datetime(2020, 1, 1)


def as_xlsx(sheet: Sheet) -> bytes:
    """The sheet's tables as a workbook; figures are numbers, not words."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": sheet.title, "created": MADE})
        page = book.add_worksheet("Rekap")
        page.write_string(0, 0, sheet.title)
        grid = next(section.grid for section in sheet.sections if section.grid)
        for number, row in enumerate(grid.all_rows, 2):
            _row(page, number, row, grid)
    return same_bytes(file.getvalue())


def _row(page: xlsxwriter.worksheet.Worksheet, number: int, row: tuple[str, ...], grid: Grid) -> None:
    for column, text in enumerate(row):
        plain = text.replace(".", "")
        if column in grid.figures and plain.isdigit():
            page.write_number(number, column, int(plain))
        else:
            page.write_string(number, column, text)
