"""Arrays in the place of documents: the best of many, what two lists share, words side by side, what is new."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import runs
from index.engine import open_engine
from index.matches import Matches, common, summed
from index.model import Entry, Filters
from index.ranking import highest

numbers = st.sets(st.integers(0, 400), max_size=200)


def array(some: set[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(sorted(some), np.int64)


def page_of(document_id: int, page: int) -> str:
    return ""


@given(st.lists(st.integers(0, 30), max_size=2000), st.integers(0, 25))
@settings(max_examples=60, deadline=None)
def test_the_highest_come_first_and_of_equal_ones_the_earlier(scores: list[int], wanted: int) -> None:
    found = highest(np.array(scores, np.float32), wanted).tolist()
    assert found == sorted(range(len(scores)), key=lambda n: (-scores[n], n))[:wanted]


@given(numbers, numbers)
@settings(max_examples=60, deadline=None)
def test_what_two_lists_share(one: set[int], other: set[int]) -> None:
    shared = sorted(one & other)
    assert common(array(one), array(other)).tolist() == common(array(one), array(other), 401).tolist() == shared


@given(numbers, numbers, st.sampled_from((401, 1_000_000)))
@settings(max_examples=60, deadline=None)
def test_a_document_in_both_lists_has_both_counts(one: set[int], other: set[int], size: int) -> None:
    lists = [Matches(array(some), np.full(len(some), n + 1, np.int32), size) for n, some in enumerate((one, other))]
    both = summed(lists[0], lists[1], size)
    expected = {doc: (doc in one) + 2 * (doc in other) for doc in one | other}
    assert list(zip(both.docs.tolist(), both.repeats.tolist(), strict=True)) == sorted(expected.items())
    assert lists[0].often(array(other)).tolist() == [float(doc in one) for doc in sorted(other)]


def test_words_side_by_side_are_found_however_few_documents_are_looked_at_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = (
        "rapat kerja daerah",
        "kerja rapat",
        "rapat kerja",
        "daerah rapat kerja",
        "rapat",
        "kerja daerah rapat kerja",
    )
    engine = open_engine(tmp_path, page_of)
    engine.apply([Entry(n, "surat", (text,)) for n, text in enumerate(texts, 1)], (), 1)
    for at_a_time in (1, 2, 2048):
        monkeypatch.setattr(runs, "AT_A_TIME", at_a_time)
        engine.close()
        assert sorted(engine.listed('"rapat kerja"').ids) == [1, 3, 4, 6]
    engine.close()


def test_every_word_that_begins_so_answers_also_where_there_are_many_in_several_segments(tmp_path: Path) -> None:
    engine = open_engine(tmp_path, page_of)
    words = ["kar" + chr(ord("a") + n // 6) + chr(ord("a") + n % 6) for n in range(36)]
    for n, word in enumerate(words, 1):
        engine.apply([Entry(n, "surat", (word * (n % 3 > 0),)), Entry(n + 100, "surat", (word,))], (), n)
    engine.apply((), (101, 102), 99)
    expected = {n for n in range(1, 37) if n % 3} | set(range(103, 137))
    assert set(engine.listed("kar*", limit=99).ids) == expected
    assert engine.listed("kara*").total == 4 + 4
    engine.close()


def test_by_their_words_alone_the_same_documents_answer(tmp_path: Path) -> None:
    engine = open_engine(tmp_path, page_of)
    texts = ("rapat kerja", "rapat", "kerja daerah", "rapat rapat rapat")
    engine.apply([Entry(n, "surat", (text,), unit="Umum" if n > 1 else "") for n, text in enumerate(texts, 1)], (), 1)
    for text, filters in (
        ("rapat", Filters()),
        ("rapat kerja", Filters()),
        ("rap*", Filters(unit="Umum")),
        ("", Filters()),
    ):
        shown, listed = engine.search(text, filters), engine.listed(text, filters)
        assert listed.total == shown.total == len(listed.ids)
        assert set(listed.ids) == {hit.document_id for hit in shown.hits}
    assert engine.listed("rapat", limit=1).ids == (4,)
    engine.close()


def test_what_another_process_commits_is_found_at_once_also_after_a_long_rest(tmp_path: Path) -> None:
    one, other = open_engine(tmp_path, page_of), open_engine(tmp_path, page_of)
    for n in range(1, 5):
        other.apply([Entry(n, "rapat")], (), n)
        assert one.listed("rapat").total == one.count() == n
        for path in (tmp_path / "manifest.json", *tmp_path.glob("build-*")):
            os.utime(path, (1000 * n, 1000 * n))
        assert one.listed("rapat").total == n
    for _ in other.rebuild([Entry(9, "notulen")], 5):
        pass
    assert (one.listed("rapat").total, one.listed("notulen").ids) == (0, (9,))
    one.close()
    other.close()
