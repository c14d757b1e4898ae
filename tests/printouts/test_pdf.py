"""What only a PDF has: sheets of a size, numbered pages, heads that repeat."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from ppid_tui.printouts.paper import (
    Fields,
    PageBreak,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    Table,
    Tick,
)
from ppid_tui.printouts.pdf import render
from tests.printouts.reading import KOP, paper_of, pdf_pages

LINES = tuple((str(number), f"uraian {number}") for number in range(1, 201))
PAPER = Paper("DAFTAR", KOP, (Table(("No", "Uraian"), LINES, (1, 6)),), footer="Dicetak oleh Rini")


@pytest.mark.parametrize(
    ("size", "landscape", "points"),
    [
        (PaperSize.A4, False, (595.28, 841.89)),
        (PaperSize.A4, True, (841.89, 595.28)),
        (PaperSize.F4, False, (609.45, 935.43)),
        (PaperSize.F4, True, (935.43, 609.45)),
    ],
)
def test_sheets_have_the_size_asked_for(size: PaperSize, landscape: bool, points: tuple[float, float]) -> None:
    content = render(replace(PAPER, size=size, landscape=landscape))
    boxes = [page.mediabox for page in PdfReader(BytesIO(content)).pages]
    assert {(round(float(box.width), 2), round(float(box.height), 2)) for box in boxes} == {points}


def test_each_page_has_its_number_the_footer_and_the_head_of_the_table() -> None:
    pages = pdf_pages(render(PAPER))
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "Dicetak oleh Rini" in page
        assert "Uraian" in page


def test_the_rows_stand_in_order_each_once() -> None:
    words = " ".join(pdf_pages(render(PAPER))).split()
    printed = [int(after) for word, after in pairwise(words) if word == "uraian"]
    assert printed == list(range(1, 201))


def test_a_sample_is_marked_on_each_page() -> None:
    assert all("CONTOH" in page for page in pdf_pages(render(replace(PAPER, sample=True))))


def test_the_letterhead_stands_on_the_first_page_only() -> None:
    first, *others = pdf_pages(render(PAPER))
    assert KOP.lines[0] in first
    assert not any(KOP.lines[0] in page for page in others)


def test_a_page_break_begins_a_new_page() -> None:
    blocks = (Paragraph((Run("satu"),)), PageBreak(), Paragraph((Run("dua"),)))
    first, second = pdf_pages(render(replace(PAPER, blocks=blocks)))
    assert "satu" in first
    assert "dua" in second


def test_a_long_footer_keeps_its_words_and_leaves_room_for_the_text() -> None:
    footer = " ".join(f"kaki{number}" for number in range(150))
    pages = pdf_pages(render(replace(PAPER, footer=footer)))
    assert all(set(footer.split()) <= set(page.split()) for page in pages)


def test_the_same_paper_gives_the_same_file() -> None:
    assert render(PAPER) == render(PAPER)


def test_sought_words_are_bold_and_underlined() -> None:
    marked = Paper("JUDUL", KOP, (Paragraph((Run("tentang "), Run("anggaran", marked=True))),))
    assert _font_of("anggaran", marked) == "/Times-Bold"
    assert _font_of("tentang", marked) == "/Times-Roman"
    assert _strokes(marked) == _strokes(paper_of("tentang anggaran")) + 1


def _font_of(word: str, paper: Paper) -> str:
    fonts: list[str] = []

    def visit(text: str, _cm: object, _tm: object, font: dict[str, str] | None, _size: float) -> None:
        if font and word in text:
            fonts.append(font["/BaseFont"])

    PdfReader(BytesIO(render(paper))).pages[0].extract_text(visitor_text=visit)
    return fonts[0]


def _strokes(paper: Paper) -> int:
    content = PdfReader(BytesIO(render(paper))).pages[0].get_contents()
    return content.get_data().count(b" l S") if content is not None else 0


def test_the_head_stands_once_on_each_page_though_rows_differ_in_height() -> None:
    rows = tuple((str(number), "baris\n" * (number * 7 % 30 + 1)) for number in range(1, 40))
    pages = pdf_pages(render(Paper("DAFTAR", KOP, (Table(("No", "Uraian"), rows, (1, 6)),))))
    assert len(pages) > 5
    assert all(page.count("Uraian") == 1 for page in pages)


def test_no_page_bears_only_a_name() -> None:
    last = Paragraph((Run("kata terakhir"),))
    signature = Signature("Kota Contoh, 2 April 2026", "PPID,", "Bayu Contoh")
    for lines in range(32, 56, 2):
        text = Paragraph((Run("baris\n" * lines),))
        pages = pdf_pages(render(Paper("SURAT", KOP, (text, last, signature))))
        assert ["kata terakhir" in page for page in pages] == ["Bayu Contoh" in page for page in pages]


def test_boxes_of_a_form_are_drawn_and_ticked() -> None:
    boxes = (Tick("Softcopy", True), Tick("Hardcopy"))
    content = render(Paper("FORMULIR", KOP, (Fields((("Bentuk", boxes),)),)))
    assert "X Softcopy" in " ".join("".join(pdf_pages(content)).split())
    assert "X Hardcopy" not in " ".join("".join(pdf_pages(content)).split())
    drawn = PdfReader(BytesIO(content)).pages[0].get_contents()
    plain = PdfReader(BytesIO(render(Paper("FORMULIR", KOP, (Fields((("Bentuk", ""),)),))))).pages[0].get_contents()
    assert drawn is not None and plain is not None
    assert drawn.get_data().count(b" re") == plain.get_data().count(b" re") + len(boxes)
