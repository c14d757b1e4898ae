"""Commits, merges and what is read again after them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from whoosh.index import TOC, FileIndex

from index import store
from index.facts import code_of
from index.glance import Glance
from index.kept import Kept
from index.model import Entry


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    return store.create_build(tmp_path)[1]


def sizes(index: FileIndex) -> list[int]:
    return [segment.doc_count_all() for segment in TOC.read(index.storage, index.indexname).segments]


def test_documents_added_one_by_one_stay_in_few_segments(index: FileIndex) -> None:
    for n in range(1, 41):
        store.write(index, [Entry(n, "Surat", ("surat rapat",))], ())
    assert len(sizes(index)) <= 14
    glance = Glance(index, {})
    assert len(glance.docs("words", "rapat")) == sum(sizes(index)) == 40
    glance.close()


def test_a_segment_of_which_most_is_deleted_is_written_anew(index: FileIndex) -> None:
    store.write(index, [Entry(n, "Surat", ("rapat",)) for n in range(1, 9)], ())
    store.write(index, (), [1, 2, 3])
    assert sizes(index) == [8]
    store.write(index, (), [4, 5])
    assert sizes(index) == [3]
    store.write(index, (), [6, 7, 8])
    assert sizes(index) == []


def test_all_segments_become_one_without_what_was_deleted(index: FileIndex) -> None:
    for n in range(1, 6):
        store.write(index, [Entry(n, "Surat", ("rapat",))], [n - 2], merging=False)
    store.make_one(index)
    assert sizes(index) == [2]


def test_what_did_not_change_is_not_read_again(index: FileIndex) -> None:
    kept: dict[str, Kept] = {}
    store.write(index, [Entry(1, "Satu", ("rapat",))], ())
    first = Glance(index, kept)
    lexicon = first.lexicons[0]
    first.close()
    store.write(index, [Entry(2, "Dua", ("rapat",))], ())
    second = Glance(index, kept)
    assert second.lexicons[0] is lexicon
    assert second.docs("words", "rapat").tolist() == [0, 1]
    second.close()


def test_facts_stand_in_columns_and_by_document_alike(index: FileIndex) -> None:
    store.write(index, [Entry(7, "Satu", ("a b c",), unit="Umum", information_class="berkala", year=2023)], ())
    store.write(index, [Entry(8, "Dua", (), unit="Hukum", kind="Surat", date=date(2024, 5, 6))], ())
    store.write(index, [Entry(9, "Tiga")], [7])
    glance = Glance(index, {})
    columns, facts = glance.columns, glance.facts
    assert {f.document_id for f in facts.values()} == {8, 9}
    for doc in facts:
        fact = facts[doc]
        assert (columns.document_id[doc], columns.year[doc]) == (fact.document_id, fact.year)
        assert columns.day[doc] == fact.day
        assert (columns.length[doc], columns.pages[doc]) == (fact.length, fact.pages)
        assert columns.unit[doc] == code_of(fact.unit) and columns.kind[doc] == code_of(fact.kind)
    chosen = glance.living[columns.unit[glance.living] == code_of("Hukum")]
    assert [facts[doc].document_id for doc in chosen.tolist()] == [8]
    assert glance.by_id == {facts[doc].document_id: doc for doc in facts}
    glance.close()


def test_counts_of_a_term_leave_out_what_is_deleted(index: FileIndex) -> None:
    store.write(index, [Entry(1, "a", ("tolak penolakan ditolak",)), Entry(2, "b", ("penolakan",))], ())
    store.write(index, [Entry(3, "c", ("tolak tolak",))], ())
    glance = Glance(index, {})
    found = glance.matches("stems", "tolak")
    assert (found.docs.tolist(), found.repeats.tolist()) == ([0, 1, 2], [3, 1, 2])
    assert glance.positions("stems", "tolak", [0])[0] == sorted(glance.positions("stems", "tolak", [0])[0])
    glance.close()
    store.write(index, (), [1])
    glance = Glance(index, {})
    assert glance.frequency("tolak") == 1
    glance.close()
