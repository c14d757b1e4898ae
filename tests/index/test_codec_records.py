"""Postings come back from their bytes as they went in, whatever numbers they hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.codec.inverting import Inversion, Words, as_it_is
from index.codec.merging import Part, merged
from index.codec.numbers import put, run_of, take, widths_of
from index.codec.records import IN_PAGE, PAGE_SHIFT, Record, Run, decode, encode
from index.codec.records import documents as documents_of

BORDERS = (0, 1, 254, 255, 256, 257, 65_534, 65_535, 65_536, 65_537, (1 << 24) - 1, 1 << 24, (1 << 32) - 1)
number = st.one_of(st.sampled_from(BORDERS), st.integers(0, (1 << 32) - 1))
doc = st.one_of(st.sampled_from((*BORDERS[:-1], (1 << 31) - 1)), st.integers(0, 100_000))
docs = st.lists(doc, min_size=1, max_size=12, unique=True)
position = st.builds(
    lambda page, place: page << PAGE_SHIFT | place,
    st.one_of(st.integers(0, 9), st.sampled_from((255, 256, 16_383))),
    st.one_of(st.integers(0, 900), st.sampled_from((255, 256, 65_535, 65_536, IN_PAGE))),
)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Postings of up to six terms, with or without positions."""
    terms = [sorted(draw(docs)) for _ in range(draw(st.integers(0, 6)))]
    bare = draw(st.booleans())
    places = [[sorted(draw(st.sets(position, min_size=1, max_size=5))) for _ in term] for term in terms]
    flat = [one for term in places for one in term]
    return Run(
        np.array([len(term) for term in terms], np.int64),
        np.array([doc for term in terms for doc in term], np.int64),
        np.array([1 if bare else len(one) for one in flat], np.int64),
        np.array([] if bare else [p for one in flat for p in one], np.int64),
    )


def same(one: Run, other: Run) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in vars(one))


@given(runs())
@settings(max_examples=40, deadline=None)
def test_records_come_back_as_they_were(run: Run) -> None:
    data, rows = encode(run)
    assert rows.sizes().sum() == len(data)
    assert same(decode(np.frombuffer(data, np.uint8), rows), run)


@given(runs())
@settings(max_examples=30, deadline=None)
def test_one_record_is_read_like_all_of_them(run: Run) -> None:
    data, rows = encode(run)

    def read(begin: int, size: int) -> bytes:
        return data[begin : begin + size]

    begins = np.cumsum(rows.sizes()) - rows.sizes()
    columns = (column.tolist() for column in (begins, *vars(rows).values()))
    records = [Record(*row) for row in zip(*columns, strict=True)]
    assert documents_of(records, read).tolist() == run.docs.tolist()
    for n, record in enumerate(records):
        term = run.part(n, n + 1)
        docs, repeats = record.postings(read)
        assert (docs.tolist(), repeats.tolist()) == (term.docs.tolist(), term.repeats.tolist())
        if len(term.positions):
            starts = np.cumsum(term.repeats) - term.repeats
            assert record.positions(read, starts, term.repeats).tolist() == term.positions.tolist()
            half = int(term.places[0]) // 2
            assert record.stretch(read, half, int(term.places[0]) - half).tolist() == term.positions[half:].tolist()


@given(st.lists(st.lists(number, min_size=1, max_size=9), max_size=9))
@settings(max_examples=80, deadline=None)
def test_numbers_take_no_more_bytes_than_the_largest_of_their_run_needs(rows: list[list[int]]) -> None:
    counts = np.array([len(row) for row in rows], np.int64)
    values = np.array([value for row in rows for value in row], np.int64)
    widths = widths_of(np.array([max(row) for row in rows], np.int64))
    assert widths.tolist() == [-(-max(row).bit_length() // 8) for row in rows]
    begins = np.cumsum(counts * widths) - counts * widths
    out = np.zeros(int((counts * widths).sum()), np.uint8)
    put(out, begins, counts, widths, values)
    assert take(out, begins, counts, widths).tolist() == values.tolist()
    for row, begin, width in zip(rows, begins.tolist(), widths.tolist(), strict=True):
        assert run_of(out[begin:], len(row), width).tolist() == row


@pytest.mark.parametrize("value", [-1, 1 << 32])
def test_a_number_that_does_not_fit_is_refused(value: int) -> None:
    with pytest.raises(OverflowError):
        widths_of(np.array([value]))


def test_a_very_long_document_and_a_very_frequent_word() -> None:
    many = 300_000
    positions = (np.arange(many) // 1000 << PAGE_SHIFT) | np.arange(many) % 1000
    run = Run(np.array([2]), np.array([7, 70_000]), np.array([many - 1, 1]), positions)
    data, rows = encode(run)
    assert same(decode(np.frombuffer(data, np.uint8), rows), run)


texts = st.lists(st.lists(st.sampled_from("abcde"), max_size=8), max_size=6)


@given(st.lists(texts, min_size=1, max_size=4), st.data())
@settings(max_examples=60, deadline=None)
def test_parts_are_merged_without_the_deleted(parts: list[list[list[str]]], data: st.DataObject) -> None:
    numbered, number = [], 0
    expected: dict[str, dict[int, list[int]]] = {}
    for documents in parts:
        inversion, numbers = Inversion(), np.full(len(documents), -1)
        for n, words in enumerate(documents):
            inversion.add("words", as_it_is, n, *vars(Words(words, np.arange(len(words)))).values())
            if data.draw(st.booleans()):
                continue
            for place, word in enumerate(words):
                expected.setdefault(word, {}).setdefault(number, []).append(place)
            numbers[n], number = number, number + 1
        numbered.append(Part(inversion, numbers))
    assert dict(_spelt(numbered)) == dict(sorted(expected.items()))


def _spelt(parts: list[Part]) -> list[tuple[str, dict[int, list[int]]]]:
    found = []
    for words, run in merged(parts, "words") if any("words" in part.source.fields() for part in parts) else ():
        for n, word in enumerate(words):
            one = run.part(n, n + 1)
            pieces = np.split(one.positions, np.cumsum(one.repeats)[:-1])
            found.append((word, {d: p.tolist() for d, p in zip(one.docs.tolist(), pieces, strict=True)}))
    return found
