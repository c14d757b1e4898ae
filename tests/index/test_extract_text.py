"""What makes the text of a page fit to be searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.extract.repeats import without_repeats, without_watermark
from index.extract.text import clean, has_words


def test_hyphens_at_a_line_end_stay_and_the_line_end_goes() -> None:
    assert clean("perundang- \n undangan, terus-\nmenerus") == "perundang-undangan, terus-menerus"


def test_a_list_of_dashes_stays_a_list() -> None:
    assert clean("-\nsatu\n2020-\n2024") == "-\nsatu\n2020-\n2024"


def test_soft_hyphens_and_ligatures_become_plain_words() -> None:
    assert clean("infor\u00ad\nmasi ﬁnal e\u00adfektif") == "informasi final efektif"


def test_control_signs_never_reach_the_screen() -> None:
    assert clean("a\x1b[31mb\x00c\x85\x9bd") == "a[31mbcd"


@given(st.text())
def test_clean_text_is_clean_and_can_be_written(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert not any(sign < " " and sign not in "\t\n" for sign in once)


def test_a_long_gap_takes_no_time() -> None:
    assert clean("a" + " " * 390_000 + "b").endswith("b")


def test_a_page_number_alone_is_no_text() -> None:
    assert not has_words("- 12 -")
    assert has_words("Pasal 7")
    assert has_words("1.250.000,00 3.400.000,00 12.500,00")


def test_a_stamp_that_every_page_has_goes_only_where_it_stands_alone() -> None:
    pages = ["jdih.contoh.go.id -1-", "jdih.contoh.go.id -2-", "jdih.contoh.go.id -3-", "isi " * 40]
    assert without_watermark(pages) == ["", "", "", "isi " * 40]


def test_short_pages_that_differ_stay() -> None:
    assert without_watermark(["BAB I", "BAB II", "BAB III"]) == ["BAB I", "BAB II", "BAB III"]


def test_a_web_address_across_each_page_stays_on_the_first() -> None:
    pages = [
        f"Pasal {n}\n" + f"Isi nomor {n} yang lain\n" * 4 + "www.contoh.go.id\n" * 2 + f"sisa {n}" for n in range(3)
    ]
    assert [page.count("www.contoh.go.id") for page in without_repeats(pages)] == [2, 0, 0]


def test_a_page_copied_whole_stays() -> None:
    assert without_repeats(["salinan" * 20] * 4) == ["salinan" * 20] * 4


def test_what_stands_within_the_pages_stays_though_it_repeats() -> None:
    around = [[f"{word} baris {letter}" for letter in "abcd"] for word in ("satu", "dua", "tiga")]
    pages = ["\n".join([*lines, "Cukup jelas.", *reversed(lines)]) for lines in around]
    assert without_repeats(pages) == pages
