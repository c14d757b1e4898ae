"""The tables of a paper for a spreadsheet: XLSX, or CSV as Indonesian office programs read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ppid_tui.printouts.paper import Fields, Paper, Table, in_words

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With which a spreadsheet would take a text for a formula."""

Row = tuple[str, ...]


def render_csv(paper: Paper) -> bytes:
    """UTF-8 with its mark and semicolons, since the comma is the decimal sign; texts stay texts."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows([_literal(cell) for cell in row] for row in _rows(paper))
    return file.getvalue().encode("utf-8-sig")


def render_xlsx(paper: Paper) -> bytes:
    """One sheet, the tables beneath each other."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        page = book.add_worksheet()
        heads = {table.head for table in paper.blocks if isinstance(table, Table)}
        for number, row in enumerate(_rows(paper)):
            for column, cell in enumerate(row):
                page.write_string(number, column, cell, bold if number == 0 or row in heads else wrapped)
        for column in range(max(map(len, heads), default=0)):
            page.set_column(column, column, 22)
    return file.getvalue()


def _rows(paper: Paper) -> Iterator[Row]:
    yield (paper.title,)
    for block in paper.blocks:
        if isinstance(block, Fields):
            yield from ((label, in_words(value)) for label, value in block.rows)
        elif isinstance(block, Table):
            yield ()
            yield from (block.head, *block.rows)


def _literal(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) and cell != "-" else cell
