"""What only a DOCX has: sheets that Word lays out, fields that it works out."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT

from ppid_tui.printouts.docx import render
from ppid_tui.printouts.paper import Paper, PaperSize, Paragraph, Run, Table
from tests.printouts.reading import KOP

TABLE = Table(("No", "Satu", "Dua"), (("1", "a", "b"),), (1, 2, 3), (("", 1), ("Bersama", 2)))
PAPER = Paper("DAFTAR", KOP, (TABLE, Paragraph((Run("kata"), Run("anggaran", marked=True)))))


@pytest.mark.parametrize("size", PaperSize)
def test_a_landscape_sheet_lies_on_its_side(size: PaperSize) -> None:
    paper = Paper("DAFTAR", KOP, (), size=size, landscape=True)
    section = docx.Document(BytesIO(render(paper))).sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width is not None
    assert round(section.page_width.mm) == size.value[1]


def test_the_head_repeats_and_the_pages_are_numbered() -> None:
    document = docx.Document(BytesIO(render(PAPER)))
    assert document.tables[0]._tbl.xml.count("<w:tblHeader/>") == 2
    footer = document.sections[0].footer._element.xml
    assert "PAGE" in footer
    assert "NUMPAGES" in footer


def test_a_group_stands_over_its_columns() -> None:
    table = docx.Document(BytesIO(render(PAPER))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["", "Bersama", "Bersama"]


def test_columns_are_as_wide_as_their_shares() -> None:
    widths = [column.width.mm for column in docx.Document(BytesIO(render(PAPER))).tables[0].columns if column.width]
    assert [round(width) for width in widths] == [28, 57, 85]


def test_sought_words_are_bold_and_underlined() -> None:
    runs = docx.Document(BytesIO(render(PAPER))).paragraphs[-1].runs
    assert [(run.text, bool(run.bold), bool(run.underline)) for run in runs] == [
        ("kata", False, False),
        ("anggaran", True, True),
    ]
