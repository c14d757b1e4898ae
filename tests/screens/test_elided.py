"""Titles and numbers in a narrow list: what tells one document from another stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive.model import Document
from index.model import Snippet
from ppid_tui.desk.finding import Found
from ppid_tui.widgets.elided import elided
from ppid_tui.widgets.hit_list import hit_content

WARNING = "Pengumuman Kewaspadaan Penipuan Mengatasnamakan Bantuan Sosial Pangan di Kabupaten Talenga Tahun 2024"
LAW = Document("Keterbukaan Informasi Publik", number="14", kind="Undang-Undang", year=2008, date=date(2008, 4, 30))


def test_the_middle_of_a_long_title_goes_and_its_end_stays() -> None:
    assert elided(WARNING, 34) == ["Pengumuman Kewaspadaan Penipuan …", "di Kabupaten Talenga Tahun 2024"]
    assert elided("Bea Meterai", 34) == ["Bea Meterai"]


@pytest.mark.parametrize("title", [WARNING, "x" * 100, "Lampiran " + "x" * 90 + " akhir", "", "  a  b ", "文" * 80])
@pytest.mark.parametrize("width", [16, 34, 43])
def test_any_title_has_two_lines_at_most_and_none_too_long(title: str, width: int) -> None:
    lines = elided(title, width)
    assert len(lines) <= 2
    assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("width", "document", "says"),
    [
        (40, LAW, "Undang-Undang Nomor 14 Tahun 2008 · 30"),
        (24, LAW, "UU 14/2008 · 30 April"),
        (34, replace(LAW, number="400/14/UU"), "400/14/UU · 30 April 2008"),
        (34, replace(LAW, kind="Surat"), "14 · 30 April 2008"),
    ],
)
def test_a_law_is_called_by_its_kind_number_and_year(width: int, document: Document, says: str) -> None:
    assert says in " ".join(hit_content(Found(document, None, Snippet(""), 1.0), width).plain.split())
