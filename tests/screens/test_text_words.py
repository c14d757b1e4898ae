"""Lists say what is OCR, page by page, and what a file without words is."""

from __future__ import annotations

import pytest

from archive.model import Document, InformationClass, Rendition, RenditionKind, TextState
from index.model import Snippet
from ppid_tui.desk.finding import Found
from ppid_tui.widgets.hit_list import hit_content
from ppid_tui.widgets.page_preview import without_text
from ppid_tui.widgets.record_card import record_card
from ppid_tui.widgets.text_words import OCR, SCAN, text_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def kept(media_type: str, state: TextState = TextState.NONE, ocr_pages: tuple[int, ...] = ()) -> Document:
    """A document of one file of this kind."""
    file = Rendition(RenditionKind.SIGNED, "0" * 64, "berkas", media_type, 1)
    return Document(
        "Rekap", InformationClass.BERKALA, renditions=(file,), text_state=state, ocr_pages=ocr_pages, pages=3
    )


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        (XLSX, "Berkas Excel, tanpa isi teks"),
        ("audio/mpeg", "Rekaman suara, tanpa isi teks"),
        ("video/mp4", "Rekaman video, tanpa isi teks"),
        ("image/heic", "Gambar, tanpa isi teks"),
        ("application/x-ole", "Berkas Office lama, tanpa isi teks"),
        ("application/pdf", SCAN),
        ("image/jpeg", SCAN),
    ],
)
def test_a_file_without_words_says_what_it_is(media_type: str, words: str) -> None:
    one = kept(media_type)
    assert words in hit_content(Found(one, None, Snippet("", ()), 1.0), 60).plain
    assert words in record_card(one).plain and without_text(one).startswith(words)


def test_ocr_is_said_of_the_pages_that_it_read_and_of_no_others() -> None:
    scan = kept("application/pdf", TextState.OCR)
    assert [text_words(scan, page) for page in (1, 2)] == [OCR, OCR]
    mixed = kept("application/pdf", TextState.OCR, (2,))
    assert [text_words(mixed, page) for page in (1, 2)] == ["", OCR]
    assert text_words(scan, None) == "", "its record answers, which no OCR wrote"
    assert text_words(kept("application/pdf", TextState.YES), 1) == ""
