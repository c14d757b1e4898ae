"""Plain TinyDB above, the journal beneath: the same answers, and nothing shared with the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from archive.table import KeptTable, RecordsDB, open_records

INDEXED = {"letters": ["number", "files.sha256", "cases"]}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[RecordsDB]:
    with open_records(tmp_path / "records.jsonl", INDEXED) as opened:
        yield opened


@pytest.fixture
def letters(db: RecordsDB) -> KeptTable:
    return db.table("letters")


def ids(found: list[Document]) -> list[int]:
    return [document.doc_id for document in found]


def one_more(document: Any) -> None:  # noqa: ANN401 - TinyDB's updater
    document["count"] += 1


def last_line(db: RecordsDB) -> dict[str, Any]:
    commit: dict[str, Any] = json.loads(db.storage.path.read_bytes().splitlines()[-1])[1]
    return commit


def test_what_is_given_out_or_taken_in_may_be_changed_without_changing_the_store(letters: KeptTable) -> None:
    given = {"tags": ["a"]}
    letters.insert(given)
    given["tags"].append("b")
    reads: list[Callable[[], Any]] = [
        lambda: letters.get(doc_id=1),
        lambda: letters.all()[0],
        lambda: letters.search(where("tags").any(["a"]))[0],
        lambda: letters.get(where("tags").any(["a"])),
        lambda: letters.by("tags", "a")[0],
    ]
    for read in reads:
        found = read()
        assert found == {"tags": ["a"]}
        found["tags"].append("c")
    assert letters.get(doc_id=1) == {"tags": ["a"]}


def test_an_update_writes_its_own_documents_alone(db: RecordsDB, letters: KeptTable) -> None:
    letters.insert_multiple({"number": str(n), "count": n} for n in range(5))
    assert letters.update({"count": 9}, doc_ids=[2, 77]) == [2]
    assert last_line(db) == {"letters": {"2": {"number": "1", "count": 9}}}
    assert letters.update(one_more, where("number") == "3") == [4]
    assert last_line(db) == {"letters": {"4": {"number": "3", "count": 4}}}
    assert letters.update_multiple([({"count": 0}, where("count") == 9)]) == [2]
    assert last_line(db) == {"letters": {"2": {"number": "1", "count": 0}}}


def test_a_change_from_1_to_true_is_a_change(db: RecordsDB, letters: KeptTable) -> None:
    letters.insert({"open": 1})
    letters.update({"open": True}, doc_ids=[1])
    assert last_line(db) == {"letters": {"1": {"open": True}}}


def test_a_failing_update_changes_nothing(letters: KeptTable) -> None:
    def failing(document: Any) -> None:  # noqa: ANN401 - TinyDB's updater
        document["tags"].append("b")
        raise ZeroDivisionError

    letters.insert({"tags": ["a"]})
    with pytest.raises(ZeroDivisionError):
        letters.update(failing, doc_ids=[1])
    assert letters.get(doc_id=1) == {"tags": ["a"]}


def test_an_id_that_is_taken_is_refused_and_a_given_one_is_kept(letters: KeptTable) -> None:
    assert letters.insert(Document({"number": "7"}, doc_id=7)) == 7
    with pytest.raises(ValueError, match="already exists"):
        letters.insert_multiple([{"number": "8"}, Document({}, doc_id=7)])
    assert letters.insert({"number": "9"}) == 8
    assert letters.upsert(Document({"number": "10"}, doc_id=7)) == [7]
    assert ids(letters.all()) == [7, 8]


def test_a_document_is_found_by_a_field_a_list_s_member_and_a_field_within_a_list(letters: KeptTable) -> None:
    letters.insert({"number": "1/A", "cases": [4, 5], "files": [{"sha256": "aa"}, {"sha256": "bb"}]})
    letters.insert({"number": "1/A", "cases": [5]})
    assert ids(letters.by("number", "1/A")) == [1, 2]
    assert ids(letters.by("cases", 4)) == [1]
    assert ids(letters.by("files.sha256", "bb")) == [1]
    letters.update({"number": "2/A", "cases": [6]}, doc_ids=[1])
    assert ids(letters.by("number", "1/A")) == [2]
    assert ids(letters.by("cases", 5)) == [2]
    letters.remove(doc_ids=[2])
    assert letters.by("number", "1/A") == []


def test_a_value_that_many_share_is_found_as_long_as_one_has_it(letters: KeptTable) -> None:
    letters.insert_multiple({"number": ""} for _ in range(4))
    assert ids(letters.by("number", "")) == [1, 2, 3, 4]
    letters.remove(doc_ids=[2, 4])
    letters.update({"number": "7"}, doc_ids=[1])
    assert (ids(letters.by("number", "")), ids(letters.by("number", "7"))) == ([3], [1])
    letters.insert({"number": "", "cases": ["a", "a"]})
    assert (ids(letters.by("number", "")), ids(letters.by("cases", "a"))) == ([3, 5], [5])
    letters.remove(doc_ids=[3, 5])
    assert letters.by("number", "") == letters.by("cases", "a") == []


def test_a_transaction_finds_what_it_has_changed_itself(db: RecordsDB, letters: KeptTable) -> None:
    letters.insert_multiple([{"number": "1"}, {"number": "2"}, {"number": "3"}])
    with db.storage.transaction():
        letters.update({"number": "1"}, doc_ids=[2])
        letters.remove(doc_ids=[1])
        letters.insert({"number": "1"})
        letters.update({"other": 1}, doc_ids=[4])
        assert ids(letters.by("number", "1")) == [2, 4]
        assert ids(letters.by("other", 1)) == [4]
        assert ids(letters.all()) == [2, 3, 4]
        assert len(letters) == 3
        assert ids(letters.search(where("number") == "1")) == [2, 4]


def test_tables_can_be_emptied_and_dropped(db: RecordsDB, letters: KeptTable) -> None:
    letters.insert_multiple([{"number": "1"}, {"number": "2"}])
    db.table("audit").insert({})
    assert db.tables() == {"letters", "audit"}
    letters.truncate()
    assert (len(letters), letters.by("number", "1")) == (0, [])
    db.drop_table("audit")
    assert db.tables() == set()
    db.table("audit").insert({"after": "drop"})
    db.drop_tables()
    assert db.table("audit").insert({}) == 3


Step = Callable[[Table], Any]
NUMBERS = st.sampled_from(["1", "2", "3"])
STEPS: st.SearchStrategy[Step] = st.one_of(
    NUMBERS.map(lambda n: lambda table: table.insert({"number": n, "tags": []})),
    st.lists(NUMBERS).map(lambda some: lambda table: table.insert_multiple({"number": n} for n in some)),
    NUMBERS.map(lambda n: lambda table: table.update({"number": "3", "was": n}, where("number") == n)),
    st.integers(1, 9).map(lambda i: lambda table: table.update({"seen": True}, doc_ids=[i])),
    NUMBERS.map(lambda n: lambda table: table.upsert({"number": n, "up": 1}, where("number") == n)),
    NUMBERS.map(lambda n: lambda table: table.remove(where("number") == n)),
    st.integers(1, 9).map(lambda i: lambda table: table.remove(doc_ids=[i])),
    st.just(lambda table: table.update({"all": 1})),
)


@settings(max_examples=40, deadline=None)
@given(before=st.lists(STEPS, max_size=8), within=st.lists(STEPS, max_size=8), asked_before=st.booleans())
def test_it_answers_as_tinydb_does_outside_and_inside_a_transaction_and_reopened(
    before: list[Step], within: list[Step], asked_before: bool
) -> None:
    plain = TinyDB(storage=MemoryStorage).table("letters")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        with open_records(path, INDEXED) as db:
            letters = db.table("letters")
            if asked_before:
                assert letters.by("number", "1") == []  # from now on the index is kept, not made
            for step in before:
                assert step(letters) == step(plain)
            with db.storage.transaction():
                if asked_before:
                    assert_same(letters, plain)
                for step in within:
                    assert step(letters) == step(plain)
                assert_same(letters, plain)
            assert_same(letters, plain)
        with open_records(path, INDEXED) as db:
            assert_same(db.table("letters"), plain)


def assert_same(ours: KeptTable, plain: Table) -> None:
    assert (ours.all(), ids(ours.all()), len(ours)) == (plain.all(), ids(plain.all()), len(plain))
    for number in "123":
        wanted = ids(plain.search(where("number") == number))
        assert ids(ours.search(where("number") == number)) == wanted
        assert sorted(ids(ours.by("number", number))) == wanted
