"""Queries that are kept: asked again at a key, and never more than the public records say themselves."""

from __future__ import annotations

import pytest

from ppid_tui.desk.office import Office
from ppid_tui.desk.recent import MOST, forgotten, remembered
from tests.small_office import SECRET, TRAVEL, UNDECIDED, document


def test_a_query_that_led_somewhere_can_be_asked_again_the_newest_first(office: Office) -> None:
    answers = [document(office, TRAVEL)]
    kept: tuple[str, ...] = ()
    for query in ("perjalanan", "perjalanan dinas", " Perjalanan "):
        kept = remembered(office, kept, query, answers)
    assert kept == ("Perjalanan", "perjalanan dinas")


@pytest.mark.parametrize("query", ["sembako perjalanan", "perjalanan tahun lalu", "gimana perjalanan maret 2023"])
def test_everyday_words_and_times_name_nobody_and_are_kept(office: Office, query: str) -> None:
    assert remembered(office, (), query, [document(office, TRAVEL)]) == (query,)


@pytest.mark.parametrize(
    "query",
    [
        "perjalanan budi tahun lalu", "unit:budi perjalanan tahun lalu", "perjalanan -budi maret 2023",
        "perjalanan budi santoso", "perjalanan 6171012345678901", "0812 3456", "dinas " * 40, "yang dan", "",
    ],
)  # fmt: skip
def test_what_no_public_record_says_is_not_kept_so_no_citizen_is_named(office: Office, query: str) -> None:
    assert remembered(office, ("rapat",), query, [document(office, TRAVEL)]) == ("rapat",)


@pytest.mark.parametrize("title", [SECRET, UNDECIDED])
def test_the_words_of_what_may_not_be_given_are_not_kept(office: Office, title: str) -> None:
    assert remembered(office, (), title, [document(office, title)]) == ()


def test_a_query_is_forgotten_when_asked_and_few_are_kept(office: Office) -> None:
    answers = [document(office, TRAVEL)]
    words = sorted({word for word in TRAVEL.lower().split() if len(word) > 3})
    kept: tuple[str, ...] = ()
    for query in [*words, *(f"{one} {two}" for one in words for two in words if one != two)]:
        kept = remembered(office, kept, query, answers)
    assert len(kept) == MOST
    assert kept[0] not in forgotten(kept, kept[0])
