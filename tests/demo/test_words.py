"""What the sample documents say, before they are files."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from archive.sop import BUNDLED
from ppid_tui.demo.docx_files import as_docx
from ppid_tui.demo.pdf_files import as_pdf
from ppid_tui.demo.pictures import as_photo, as_scan
from ppid_tui.demo.sheet import Grid, lines_of
from ppid_tui.demo.words import kinds, office_words
from ppid_tui.demo.writing import Writing, write
from ppid_tui.demo.xlsx_files import as_xlsx

DAY = date(2023, 5, 8)


def written(key: str, seed: int = 1, office: str = "dinsos") -> Writing:
    words = office_words(office)
    return write(key, Random(seed), words, words.programs[seed % 6], DAY, 12 + seed, ("Kepala", "Nama Contoh"))


def figures(grid: Grid, row: tuple[str, ...]) -> list[int]:
    return [int(row[column].replace(".", "")) for column in grid.figures]


@pytest.mark.parametrize("office", BUNDLED)
@pytest.mark.parametrize("key", sorted(kinds()))
def test_every_kind_can_be_written_for_every_office(office: str, key: str) -> None:
    text = "\n".join(lines_of(written(key, office=office).sheet))
    assert "{" not in text
    assert office_words(office).letterhead[0] in text


@pytest.mark.parametrize("key", sorted(kinds()))
def test_a_total_is_the_sum_of_its_column(key: str) -> None:
    for seed in range(20):
        for grid in filter(None, (section.grid for section in written(key, seed).sheet.sections)):
            if grid.total:
                columns = zip(*(figures(grid, row) for row in grid.rows), strict=True)
                assert figures(grid, grid.total) == [sum(column) for column in columns]


def test_what_is_left_of_a_budget_is_what_was_planned_less_what_was_spent() -> None:
    grid = next(s.grid for s in written("anggaran").sheet.sections if s.grid and len(s.grid.figures) == 3)
    for planned, spent, left in (figures(grid, row) for row in grid.all_rows[1:]):
        assert planned - spent == left


def test_no_two_documents_say_the_same() -> None:
    texts = ["\n".join(lines_of(written(key, seed).sheet)) for key in kinds() for seed in range(50)]
    assert len(set(texts)) == len(texts)


def test_files_have_the_same_bytes_each_time() -> None:
    sheet, table = written("laporan").sheet, written("rekap").sheet
    assert as_pdf(sheet) == as_pdf(sheet)
    assert as_pdf(sheet, "contoh") == as_pdf(sheet, "contoh")
    assert as_docx(sheet) == as_docx(sheet)
    assert as_xlsx(table) == as_xlsx(table)
    assert as_scan(sheet, Random(3), 2.4) == as_scan(sheet, Random(3), 2.4)
    assert as_photo(Random(3)) == as_photo(Random(3))
