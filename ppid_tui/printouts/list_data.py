"""A list as data for other programs: XLSX with typed cells, CSV as Indonesian office programs read it, JSON.

A text stays a text everywhere: none becomes a formula, a link or a command of the terminal.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ppid_tui.printouts.information_list import Cell, InformationList
from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import PaperSize
from ppid_tui.printouts.tables import FORMULA

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""Letters that a cell of a spreadsheet can hold."""
LINE, TALLEST = 15.0, 409.0
"""Points of a line, and of the tallest row that Excel knows."""
MOST_LINES, WIDEST = 20, 110
FORMULAS = (*FORMULA, "\n", "＝", "＋", "－", "＠")
"""Beside the usual signs, those that a spreadsheet of another script takes for them."""
TICK = "√"
_SHEET_PAPER = {PaperSize.A4: 9, PaperSize.F4: 14}


def csv_text(content: InformationList) -> bytes:
    """UTF-8 with its mark, so that Excel knows it; semicolons, since the comma is the decimal sign here."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow([column.name for column in content.columns])
    writer.writerows([_as_text(cell) for cell in row] for row in content.rows)
    return file.getvalue().encode("utf-8-sig")


def json_text(content: InformationList) -> bytes:
    """One document: what the list is, what its columns are called, and a record a row."""
    keys = [column.key for column in content.columns]
    document = {
        "name": content.name,
        "facts": {literal(name): literal(value) for name, value in content.facts},
        "columns": {column.key: column.name for column in content.columns},
        "rows": [dict(zip(keys, map(_plain, row), strict=True)) for row in content.rows],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def xlsx(content: InformationList) -> bytes:
    """A sheet with the rows under a frozen head with filters, and one with what the list is."""
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        ruled = {"text_wrap": True, "valign": "top", "border": 1}
        head = book.add_format({**ruled, "bold": True, "valign": "vcenter", "bg_color": "#E8E8E8"})
        text = book.add_format(ruled)
        whole = book.add_format({**ruled, "align": "center"})
        day = book.add_format({**ruled, "num_format": "d mmmm yyyy", "align": "left"})
        page, about = book.add_worksheet("Daftar"), book.add_worksheet("Keterangan")
        widths = _widths(content)
        _lay_out(page, content, widths, head)
        for number, row in enumerate(content.rows, 1):
            page.set_row(number, _height(row, widths))
            _write_row(page, number, row, (text, whole, day))
        about.set_column(0, 1, 40)
        for number, fact in enumerate(content.facts):
            for column, words in enumerate(fact):
                about.write_string(number, column, _fitted(words), text)
    return file.getvalue()


def _widths(content: InformationList) -> list[int]:
    """In letters: wider than asked for where a long text would need a row taller than a spreadsheet has."""
    longest = [max((len(str(row[n])) for row in content.rows), default=0) for n in range(len(content.columns))]
    return [
        min(max(column.width, most // MOST_LINES), WIDEST)
        for column, most in zip(content.columns, longest, strict=True)
    ]


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """In points. Not every program finds the height of wrapped rows by itself."""
    lines = (_lines(cell, width) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str))
    return min(max(lines, default=1) * LINE, TALLEST)


def _lines(text: str, width: int) -> int:
    """How many a text takes when it is wrapped at words: about a sixth of each stays empty."""
    return sum(max(1, -(-len(line) * 7 // (6 * width))) for line in text.split("\n"))


def _lay_out(page: Worksheet, content: InformationList, widths: Sequence[int], head: Format) -> None:
    page.set_row(0, 4 * LINE)
    for number, (column, width) in enumerate(zip(content.columns, widths, strict=True)):
        page.set_column(number, number, width)
        page.write_string(0, number, column.name, head)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(content.rows), 1), len(content.columns) - 1)
    page.set_landscape()
    page.set_paper(_SHEET_PAPER[content.paper.size])
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, len(content.rows), max(n for n, c in enumerate(content.columns) if c.printed))


def _write_row(page: Worksheet, number: int, row: Sequence[Cell], formats: tuple[Format, Format, Format]) -> None:
    text, whole, day = formats
    for column, cell in enumerate(row):
        match cell:
            case bool():
                page.write_string(number, column, TICK if cell else "", text)
            case int():
                page.write_number(number, column, cell, whole)
            case date():
                page.write_datetime(number, column, cell, day)
            case _:
                page.write_string(number, column, _fitted(cell or ""), text)


def _fitted(text: str) -> str:
    shown = literal(text)
    return shown if len(shown) <= LONGEST_CELL else f"{shown[: LONGEST_CELL - 1]}…"


def _as_text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return TICK if cell else ""
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
        case _:
            shown = literal(cell)
            return f"'{shown}" if shown.lstrip(" ").startswith(FORMULAS) and shown != "-" else shown


def _plain(cell: Cell) -> object:
    if isinstance(cell, date):
        return cell.isoformat()
    return literal(cell) if isinstance(cell, str) else cell
