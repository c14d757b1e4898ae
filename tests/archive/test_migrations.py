"""A store of an older form is brought to the present one, after a copy; a newer one is left alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archive.journal import Tables
from archive.migrations import NewerStore, Step, version_of
from archive.table import open_records

Row = dict[str, Any]


def named(tables: Tables) -> Tables:
    """Version 2 calls a letter's "judul" its "title"."""
    letters = {key: _renamed(row) for key, row in tables.get("letters", {}).items()}
    return {**tables, "letters": letters}


def _renamed(row: Row) -> Row:
    return {
        "title": row.get("title", row.get("judul")),
        **{k: v for k, v in row.items() if k not in ("judul", "title")},
    }


def counted(tables: Tables) -> Tables:
    """Version 3 counts a letter's pages."""
    return {**tables, "letters": {key: {"pages": 0, **row} for key, row in tables["letters"].items()}}


def failing(tables: Tables) -> Tables:
    tables["letters"].clear()
    raise ZeroDivisionError


STEPS: dict[int, Step] = {1: named, 2: counted}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as the first version wrote it, which told no version; its last letter was removed."""
    path = tmp_path / "records.jsonl"
    with open_records(path) as db:
        db.table("letters").insert_multiple({"judul": title} for title in ("Satu", "Dua", "Tiga"))
        db.table("letters").remove(doc_ids=[3])
        db.table("audit").insert({"did": "Diterima"})
    return path


def copies(path: Path) -> list[str]:
    return sorted(other.name for other in path.parent.glob("*.versi-*"))


def test_a_new_store_tells_its_version_on_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    with open_records(path, version=3, steps=STEPS) as db:
        db.table("letters").insert({"title": "Satu", "pages": 1})
        assert db.tables() == {"letters"}
        db.drop_tables()
        db.storage.compact()
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(first)[1] == {"_store": {"1": {"version": 3}}}
    assert copies(path) == []


def test_an_older_store_is_copied_and_brought_up_step_by_step(old: Path) -> None:
    before = old.read_bytes()
    with open_records(old, {"letters": ["title"]}, version=3, steps=STEPS) as db:
        letters = db.table("letters")
        assert letters.all() == [{"title": "Satu", "pages": 0}, {"title": "Dua", "pages": 0}]
        assert [found.doc_id for found in letters.by("title", "Dua")] == [2]
        assert db.table("audit").all() == [{"did": "Diterima"}]
        assert letters.insert({"title": "Empat", "pages": 2}) == 4
    assert old.with_name("records.versi-1.jsonl").read_bytes() == before
    with open_records(old, version=3, steps=STEPS) as db:
        assert version_of(db.storage) == 3
        assert len(db.table("letters")) == 3
    assert copies(old) == ["records.versi-1.jsonl"]
    assert b'"version":3' in old.read_bytes().splitlines()[0]


def test_a_step_that_fails_changes_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ZeroDivisionError):
        open_records(old, version=3, steps={1: named, 2: failing})
    assert old.read_bytes() == before


def test_a_store_of_a_newer_program_is_refused_in_words_and_left_alone(old: Path) -> None:
    with open_records(old, version=3, steps=STEPS):
        pass
    before = old.read_bytes()
    with pytest.raises(NewerStore, match="program yang lebih baru") as refused:
        open_records(old, version=2, steps=STEPS)
    assert "Tidak ada yang diubah" in str(refused.value)
    assert old.read_bytes() == before


def test_a_program_that_was_open_when_a_newer_one_changed_the_store_writes_no_more(old: Path) -> None:
    with open_records(old, version=1) as mine:
        open_records(old, version=3, steps=STEPS).close()
        before = old.read_bytes()
        with pytest.raises(NewerStore):
            mine.table("letters").insert({"judul": "Empat"})
        assert old.read_bytes() == before


def test_where_the_version_s_line_was_damaged_nothing_is_lost(old: Path) -> None:
    with open_records(old, version=3, steps=STEPS):
        pass
    old.write_bytes(old.read_bytes().replace(b'"version":3', b'"version":7'))
    with open_records(old, version=3, steps=STEPS) as db:
        assert [letter["title"] for letter in db.table("letters").all()] == ["Satu", "Dua"]
        assert len(db.storage.problems) == 1
    assert copies(old) == ["records.versi-1-2.jsonl", "records.versi-1.jsonl"]
