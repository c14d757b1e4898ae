"""What stands on each of the papers."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from archive.model import InformationClass
from ppid_tui.printouts.codes import recovery_paper
from ppid_tui.printouts.labels import class_label, long_date, long_time, page_label
from ppid_tui.printouts.pages import pages_paper
from ppid_tui.printouts.paper import Run
from ppid_tui.printouts.pdf import render
from ppid_tui.printouts.results import PrintedHit, results_paper
from tests.printouts.reading import KOP, pdf_pages, squeezed, written

AT = datetime(2026, 4, 2, 9, 5)
SNIPPET = (Run("rincian "), Run("anggaran", marked=True), Run(" belanja"))
PAGE = "hal. 3 dari 12"
HIT = PrintedHit(1, "Laporan Anggaran", "900/7/ADPIM", "12 Maret 2025", "Bagian Umum", "Berkala", PAGE, SNIPPET)
ENDINGS = pytest.mark.parametrize("ending", ["pdf", "docx", "txt"])


@ENDINGS
def test_results_say_what_was_sought_by_whom_and_where_it_stands(tmp_path: Path, ending: str) -> None:
    text = written(results_paper(KOP, "anggaran", [HIT], 37, "Rini", AT, "Tahun 2025"), tmp_path, ending)
    found = (HIT.title, HIT.letter_number, HIT.date, HIT.unit, HIT.class_label, HIT.page, "rincian")
    sought = (
        "HASIL PENCARIAN DOKUMEN",
        "Tahun 2025",
        "37 dokumen; 1 teratas",
        "2 April 2026 pukul 09.05",
        "Rini",
    )
    for words in (*sought, *found):
        assert squeezed(words) in squeezed(text)


@ENDINGS
def test_a_search_without_hits_says_so(tmp_path: Path, ending: str) -> None:
    text = written(results_paper(KOP, "xyzzy", [], 0, "Rini", AT), tmp_path, ending)
    assert "Belum ada dokumen" in text


def test_two_hundred_hits_are_all_printed_in_order() -> None:
    hits = [PrintedHit(n, f"Judul{n}", "", "", "", "Berkala", "", SNIPPET) for n in range(1, 201)]
    words = " ".join(pdf_pages(render(results_paper(KOP, "anggaran", hits, 200, "Rini", AT)))).split()
    assert [word for word in words if word.startswith("Judul")] == [f"Judul{n}" for n in range(1, 201)]


@ENDINGS
def test_a_document_without_a_number_or_page_still_reads_well(tmp_path: Path, ending: str) -> None:
    hit = PrintedHit(1, "Foto", "", "", "", "Setiap saat", "", (), ocr=True)
    text = " ".join(written(results_paper(KOP, "foto", [hit], 1, "Rini", AT), tmp_path, ending).split())
    assert "Tanpa nomor · Klasifikasi: Setiap saat · teks dari hasil pindai" in text


@ENDINGS
def test_printed_pages_say_what_they_are_a_copy_of(tmp_path: Path, ending: str) -> None:
    pages = [("Halaman 3", "MEMUTUSKAN"), ("Halaman 4", "")]
    paper = pages_paper(KOP, "Keputusan Kepala", "487/1", "a.pdf, SHA-256 3f2a", pages, "Rini", AT, "Berkala")
    text = squeezed(written(paper, tmp_path, ending))
    for words in (
        "Keputusan Kepala",
        "487/1",
        "a.pdf, SHA-256 3f2a",
        "Halaman 3; Halaman 4",
        "MEMUTUSKAN",
        "tidak memuat teks",
    ):
        assert squeezed(words) in text


def test_each_page_of_a_copy_says_where_it_is_from() -> None:
    pages = [(f"Halaman {number}", "isi") for number in range(1, 12)]
    printed = pdf_pages(render(pages_paper(KOP, "Judul " * 300, "1/2", "a.pdf", pages, "Rini", AT, "Berkala")))
    assert all("Salinan dari" in page and "oleh Rini" in page for page in printed)


@ENDINGS
def test_the_recovery_code_is_printed_with_its_care(tmp_path: Path, ending: str) -> None:
    text = written(recovery_paper(KOP, "Biro Contoh", "Rini", "ABCD-EFGH", AT), tmp_path, ending)
    assert "ABCD-EFGH" in text
    assert "amplop" in text


def test_dates_are_written_as_in_letters() -> None:
    assert long_date(date(2026, 8, 17)) == "17 Agustus 2026"
    assert long_date(None) == ""
    assert long_time(AT) == "2 April 2026 pukul 09.05"


def test_classes_have_the_names_that_officers_use() -> None:
    assert class_label("serta_merta") == "Serta-merta"
    assert all(class_label(value) != value for value in InformationClass)
    assert class_label("lain") == "lain"


def test_a_page_is_named_by_its_unit() -> None:
    assert page_label(3, 12) == "hal. 3 dari 12"
    assert page_label(2, 4, "bagian") == "bagian 2 dari 4"
    assert page_label(None, 4) == ""
