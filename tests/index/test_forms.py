"""What is indexed is what ``tokens`` tells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.forms import forms_of
from index.language import tokens

WORDS = (
    "UU", "Undang-Undang", "Nomor", "14", "Tahun", "2008", "di", "kuasai", "ter", "update", "soft", "copy", "kedalam",
    "Rp5.000", "rp7", "anak-anak", "ke-2", "peraturan", "daerah", "kota", "No.", "12/2019", "22/POJK.01/2015", "e-mail",
    "perundang\u00adundangan", "café", "dipimpin", "bertanggung", "jawab", "di-upload", "ﬁnal", "pra-rapat", "a",
)  # fmt: skip
GAPS = (" ", "  ", "\n", ", ", "-", "/", ". ", "\u200b", "")


def expected(text: str) -> list[tuple[int, str]]:
    return sorted((token.position, token.form) for token in tokens(text))


def found(text: str) -> list[tuple[int, str]]:
    words = forms_of(text)
    assert words.positions.tolist() == sorted(words.positions.tolist())
    return sorted(zip(words.positions.tolist(), words.forms, strict=True))


@given(st.lists(st.tuples(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), st.sampled_from(GAPS)), max_size=14))
@settings(max_examples=300, deadline=None)
def test_words_and_their_places_are_those_of_tokens(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    assert found(text) == expected(text)
