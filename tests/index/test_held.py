"""What was read is remembered, but not all of it for ever."""

from __future__ import annotations

from index.held import Held


def test_what_was_not_asked_for_the_longest_goes_first() -> None:
    read: list[str] = []

    def documents(field: str, term: str) -> str:
        read.append(term)
        return term

    held = Held(documents, len, most=12)
    for term in ("aaa", "bbb", "ccc", "aaa", "ddd", "aaa", "ddd", "ccc", "bbb"):
        assert held("words", term) == term
    assert read == ["aaa", "bbb", "ccc", "ddd", "bbb"]


def test_what_is_too_large_is_given_all_the_same() -> None:
    held = Held(lambda field, term: term * 1000, len, most=10)
    assert len(held("words", "a")) == len(held("words", "a")) == 1000
