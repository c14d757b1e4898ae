"""The passage that answers, with its words marked."""

from __future__ import annotations

from index.query import Manner, parse
from index.snippets import marks, snippet


def marked(page: str, query: str, *, typing: bool = False) -> list[str]:
    return [page[start:end] for start, end in marks(page, query, Manner(typing=typing))]


def test_other_forms_of_a_word_are_marked_as_they_stand() -> None:
    assert marked("Para Pemohon mengajukan PERMOHONAN.", "memohon") == ["Pemohon", "PERMOHONAN"]


def test_a_phrase_is_marked_where_it_stands_and_only_so() -> None:
    page = "uji publik, lalu Uji\nKonsekuensi, konsekuensi uji"
    assert marked(page, '"uji konsekuensi"') == ["Uji\nKonsekuensi"]


def test_a_law_is_marked_in_its_long_form() -> None:
    assert marked("menurut Undang-Undang Nomor 14 Tahun 2008 tentang", "uu 14/2008") == [
        "Undang-Undang Nomor 14 Tahun 2008"
    ]


def test_an_unfinished_word_is_marked_in_full_words() -> None:
    assert marked("anggaran dan angka", "angg", typing=True) == ["anggaran"]


def test_a_snippet_is_short_and_its_marks_fit() -> None:
    page = "awal " * 200 + "bantuan\n\n   sosial " + "akhir " * 200
    found = snippet(page, parse("bantuan sosial"))
    assert [found.text[a:b] for a, b in found.marks] == ["bantuan", "sosial"]
    assert "bantuan sosial" in found.text
    assert 150 < len(found.text) < 260
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")


def test_the_passage_with_more_of_the_words_is_shown() -> None:
    page = "bantuan " + "lain " * 100 + "bantuan sosial" + " lain" * 100
    assert "bantuan sosial" in snippet(page, parse("sosial bantuan")).text


def test_without_words_the_page_begins() -> None:
    assert snippet("Kepala Dinas\nmenetapkan", parse("")).text == "Kepala Dinas menetapkan"
    assert snippet("", parse("apa")).text == ""
