"""Amounts in words say exactly the amount: read back word by word, they give it again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_tui.printouts.rupiah import amount_in_words, rupiah

ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
GROUPS = {"seribu": 1000, "ribu": 1000, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def read_back(words: str) -> int:
    """The amount that a person reads."""
    total = group = 0
    for word in words.removesuffix(" rupiah").split():
        if word in ONES:
            group += ONES.index(word)
        elif word == "belas":
            group += 10
        elif word == "puluh":
            group += 9 * (group % 10)
        elif word in ("ratus", "seratus"):
            group = 100 if word == "seratus" else group * 100
        else:
            total += (1 if word == "seribu" else group) * GROUPS[word]
            group = 0
    return total + group


@given(st.integers(0, 999_999_999_999_999))
def test_words_say_the_amount(amount: int) -> None:
    assert read_back(amount_in_words(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol rupiah"),
        (11_500, "sebelas ribu lima ratus rupiah"),
        (1_100, "seribu seratus rupiah"),
        (1_000_000, "satu juta rupiah"),
        (119_019, "seratus sembilan belas ribu sembilan belas rupiah"),
    ],
)
def test_words_are_as_on_a_receipt(amount: int, words: str) -> None:
    assert amount_in_words(amount) == words


def test_figures_have_points() -> None:
    assert rupiah(1_250_000) == "Rp1.250.000"
