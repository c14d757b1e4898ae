"""Reading lists back out of their files, each the way that another program would."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from zipfile import ZipFile

import docx
from lxml import etree

from ppid_tui.printouts.dip import GROUPS, KEYS
from ppid_tui.printouts.labels import class_label

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EXCEL_BEGINS = date(1899, 12, 30)

Row = tuple[str, ...]


def from_json(content: bytes) -> list[Row]:
    """Class and the seven columns of each row."""
    return [tuple(str(row[key]) for key in ("klasifikasi", *KEYS)) for row in json.loads(content)["rows"]]


def from_csv(content: bytes) -> list[Row]:
    """The same; the apostrophe that keeps a text from being a formula is no part of it."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    return [tuple(cell.removeprefix("'") for cell in row[:8]) for row in rows[1:]]


def from_xlsx(content: bytes) -> list[Row]:
    """The same, of the first sheet."""
    return [tuple(map(str, row[:8])) for row in sheet(content)[1:]]


def from_docx(content: bytes) -> list[Row]:
    """The same; the class is that of the heading above each table."""
    document = docx.Document(io.BytesIO(content))
    headed = [p.text for p in document.paragraphs if p.text in GROUPS.values()]
    tables = [t for t in document.tables if t.rows[0].cells[0].text == "No"]
    classes = [class_label(one) for title in headed for one, words in GROUPS.items() if words == title]
    return [
        (name, *(cell.text for cell in row.cells))
        for name, table in zip(classes, tables, strict=True)
        for row in table.rows[1:]
    ]


def sheet(content: bytes) -> list[list[str | int | float]]:
    """All cells of the first sheet: texts and numbers, as they are typed."""
    parts = ZipFile(io.BytesIO(content))
    shared = [
        "".join(t.text or "" for t in one.iter(f"{S}t"))
        for one in etree.fromstring(parts.read("xl/sharedStrings.xml")).iter(f"{S}si")
    ]
    root = etree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    return [[_cell(cell, shared) for cell in row.iter(f"{S}c")] for row in root.iter(f"{S}row")]


def sheet_xml(content: bytes) -> str:
    """The first sheet as it is stored."""
    return ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode("utf-8")


def excel_date(number: str | int | float) -> date:
    """The day that a spreadsheet means by a number."""
    return EXCEL_BEGINS + timedelta(days=int(number))


def _cell(cell: etree._Element, shared: list[str]) -> str | int | float:
    value = cell.find(f"{S}v")
    if value is None or value.text is None:
        return ""
    if cell.get("t") == "s":
        return shared[int(value.text)]
    return int(value.text) if value.text.isdigit() else float(value.text)
