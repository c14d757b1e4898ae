"""Names in lists lose their middle, never the ending that tells one file from the next."""

from __future__ import annotations

import pytest
from textual.content import Content

from ppid_tui.widgets.file_names import shortened

LONG = "Laporan Pertanggungjawaban Pelaksanaan Kegiatan Fasilitasi Dokumentasi Pimpinan TA 2023 (2).pdf"


def test_a_long_name_keeps_whole_words_and_its_ending() -> None:
    assert shortened(LONG, 50) == "Laporan Pertanggungjawaban…TA 2023 (2).pdf"
    assert shortened("surat.pdf", 50) == "surat.pdf"
    assert shortened("dengan\nbaris.pdf", 50) == "dengan baris.pdf"


@pytest.mark.parametrize("width", [12, 20, 33, 60])
@pytest.mark.parametrize("name", [LONG, LONG.replace(" ", "_"), "資料" * 40 + ".pdf", "\udcff" * 90 + ".pdf"])
def test_it_never_takes_more_cells_than_there_are(name: str, width: int) -> None:
    short = shortened(name, width)
    assert Content(short).cell_length <= width and short.endswith(".pdf")
