"""Where words stand on a page as it is shown: turned pages and cut ones too."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from index.extract import Unreadable
from index.extract.picture import page_picture, page_words
from tests.small_office import write_pdf


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of 612 × 792 points: "Kiri atas" begins 60 from the left and stands 700 above the foot."""
    return write_pdf(tmp_path / "lurus.pdf", ("Kiri atas",))


def test_a_word_is_where_it_is_seen(page: Path) -> None:
    (words,) = page_words(page)
    assert [word.text for word in words] == ["Kiri", "atas"]
    first = words[0]
    assert first.left == pytest.approx(60 / 595, abs=0.01)
    assert first.top < 1 - 700 / 842 < first.bottom + 0.005 and first.line == words[1].line


def test_on_a_page_that_is_turned_it_stands_where_the_turned_page_shows_it(page: Path, tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(page))
    writer.pages[0].rotate(90)
    turned = tmp_path / "miring.pdf"
    writer.write(turned)
    (straight,), (words,) = page_words(page), page_words(turned)
    assert words[0].left == pytest.approx(1 - straight[0].bottom, abs=0.005)
    assert words[0].top == pytest.approx(straight[0].left, abs=0.005)


def test_on_a_page_that_is_cut_it_stands_where_the_rest_shows_it(page: Path, tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(page))
    writer.pages[0].cropbox.lower_left = (30, 400)
    cut = tmp_path / "potong.pdf"
    writer.write(cut)
    ((first, *_),) = page_words(cut)
    assert first.left == pytest.approx(30 / (595 - 30), abs=0.01)
    assert first.bottom == pytest.approx((842 - 700) / 442, abs=0.02)


def test_what_was_filled_into_a_form_stands_among_the_words(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "isian.pdf"))
    canvas.drawString(60, 700, "Nama:")
    canvas.acroForm.textfield(name="nama", value="Budi Contoh", x=120, y=690, width=200, height=20)
    canvas.save()
    (words,) = page_words(tmp_path / "isian.pdf")
    assert [word.text for word in words] == ["Nama:", "Budi", "Contoh"]
    assert 120 / 595 < words[1].left < words[2].left < 320 / 595


def test_a_picture_has_no_words_of_its_own_and_rubbish_says_why(tmp_path: Path) -> None:
    rubbish = tmp_path / "rusak.pdf"
    rubbish.write_bytes(b"%PDF-1.4\nrusak")
    with pytest.raises(Unreadable, match="rusak"):
        page_words(rubbish)
    with pytest.raises(Unreadable):
        page_picture(rubbish, 1)
