"""What an officer types is understood, whatever it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import Manner, parse, replace_words
from index.snippets import marks


def ways(text: str, *, typing: bool = False) -> list[tuple[tuple[str, ...], ...]]:
    return [sought.ways for sought in parse(text, Manner(typing=typing)).sought]


def test_each_word_is_sought_once() -> None:
    assert ways("laporan anggaran laporan") == [(("laporan",),), (("anggaran",),)]


def test_function_words_are_demanded_only_when_alone() -> None:
    assert ways("laporan dari dinas") == [(("laporan",),), (("dinas",),)]
    assert ways("dan") == [(("dan",),)]


def test_a_quoted_phrase_is_exact_even_when_the_quote_is_not_closed() -> None:
    for text in ('"uji konsekuensi"', '"uji konsekuensi'):
        (sought,) = parse(text).sought
        assert sought.exact
        assert sought.ways == (("uji", "konsekuensi"),)


def test_a_minus_leaves_out_but_a_hyphen_does_not() -> None:
    asked = parse("laporan -keuangan serta-merta")
    assert [s.typed for s in asked.without] == ["keuangan"]
    assert [s.typed for s in asked.sought] == ["laporan", "serta-merta"]


def test_fields_narrow() -> None:
    asked = parse('anggaran tahun:2023 kelas:serta-merta unit:"Bagian Umum" nomor:400/255')
    assert asked.years == {2023}
    assert asked.classes == ("serta_merta",)
    assert asked.units == ("bagian umum",)
    assert asked.numbers == (("400", "255"),)
    assert [s.typed for s in asked.sought] == ["anggaran"]


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("tahun:2021-2023", {2021, 2022, 2023}),
        ("tahun:2023-2021", {2021, 2022, 2023}),
        ("tahun:2019 tahun:2023", {2019, 2023}),
        ("tahun:dulu", set()),
    ],
)
def test_a_year_may_be_a_range(typed: str, years: set[int]) -> None:
    assert parse(typed).years == years


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("angka 17 huruf h", ["angka", "17", "huruf", "h"]),
        ("bagian 17 ayat (2)", ["bagian", "17", "ayat", "2"]),
        ("di kelola", ["dikelola"]),
        ("serta-merta", ["sertamerta"]),
    ],
)
def test_single_letters_digits_and_words_in_pieces_are_sought(typed: str, ways: list[str]) -> None:
    assert [sought.ways[0][0] for sought in parse(typed).sought] == ways


def test_the_last_word_is_unfinished_only_while_typing() -> None:
    assert [s.prefix for s in parse("laporan angg", Manner(typing=True)).sought] == [False, True]
    assert [s.prefix for s in parse("laporan angg ", Manner(typing=True)).sought] == [False, False]
    assert [s.prefix for s in parse("bantu* sosial").sought] == [True, False]


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("pasal 17 rahasia", [(("pasal", "17"),), (("rahasia",),)]),
        ("bab 4", [(("bab", "iv"), ("bab", "4"))]),
        ("lampiran II", [(("lampiran", "ii"),)]),
        ("surat 7 Maret 2025", [(("surat",),), (("7", "maret", "2025"), ("07", "maret", "2025"))]),
        ("meterai 10000", [(("meterai",),), (("10000",), ("10", "000"))]),
        ("meterai 10 ribu", [(("meterai",),), (("10", "000"), ("10", "ribu"))]),
        ("dana 5jt", [(("dana",),), (("5", "000", "000"), ("5jt",))]),
        ("anggaran 2025", [(("anggaran",),), (("2025",),)]),
        ("surat 255 kesra", [(("surat",),), (("255",),), (("kesra",),)]),
    ],
)
def test_an_article_a_date_and_an_amount_are_sought_as_they_are_written(
    typed: str, sought: list[tuple[tuple[str, ...], ...]]
) -> None:
    assert ways(typed) == sought


def test_a_law_is_sought_as_one() -> None:
    assert ways("UU 14/2008 pasal 17") == [(("uu14/2008",),), (("pasal", "17"),)]


def test_words_are_replaced_and_the_rest_stays() -> None:
    assert replace_words('"lap" Infromsi -x tahun:2023', {"infromsi": "informasi"}) == ('"lap" informasi -x tahun:2023')


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_string_is_a_query_and_its_marks_lie_in_the_page(query: str, page: str) -> None:
    spans = marks(page, query, Manner(typing=True))
    assert all(0 <= start < end <= len(page) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
