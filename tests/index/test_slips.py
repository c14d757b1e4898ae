"""Words that slips of the finger lead to."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.codec import Lexicon
from index.codec.records import extents
from index.slips import near

word = st.text("abcdé", min_size=3, max_size=7)


def lexicon(*words: str) -> Lexicon:
    one_each = np.ones(len(set(words)), np.int64)
    return Lexicon("\n".join(sorted(set(words))).encode("utf-8"), extents(one_each, one_each, one_each, one_each))


def slips(one: str, other: str) -> int:
    """Optimal string alignment distance, by its definition."""
    least = {(-1, j): 99 for j in range(-1, len(other) + 1)} | {(i, -1): 99 for i in range(len(one) + 1)}
    for i, j in product(range(len(one) + 1), range(len(other) + 1)):
        changed = least[i - 1, j - 1] + (one[i - 1 : i] != other[j - 1 : j])
        least[i, j] = min(least[i - 1, j] + 1, least[i, j - 1] + 1, changed) if i or j else 0
        if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
            least[i, j] = min(least[i, j], least[i - 2, j - 2] + 1)
    return least[len(one), len(other)]


def test_two_letters_exchanged_are_one_slip() -> None:
    known = lexicon("bantuan", "bantaun", "bantuen", "bntuan", "bantua", "santaun", "bantuan2")
    assert near(known, "bantuan", 1) == ["bantaun", "bantua", "bantuen", "bntuan"]


def test_of_two_slips_none_is_in_the_first_letter() -> None:
    assert near(lexicon("santaun", "bantaunn", "sbantuan"), "bantuan", 2) == ["bantaunn"]


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert near(lexicon(), "bantuan", 1) == near(lexicon("a"), "bantuan", 2) == []


@given(word, st.sets(word, max_size=20))
@settings(max_examples=60, deadline=None)
def test_words_are_found_by_how_many_slips_lead_to_them(typed: str, others: set[str]) -> None:
    known = lexicon(*others)
    assert near(known, typed, 1) == sorted(other for other in others if slips(typed, other) == 1)
    assert near(known, typed, 2) == sorted(o for o in others if 0 < slips(typed, o) <= 2 and o[0] == typed[0])
