"""A segment on the disk: whole or told to be damaged, and open to every query of Whoosh's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from whoosh import query
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from index import store
from index.codec import Damaged, OfficeCodec, files
from index.engine import open_engine
from index.glance import Glance
from index.model import Entry
from index.schema import fields_of, schema
from tests.stress.differential import differences

ENTRIES = (
    Entry(1, "Satu", ("rapat dinas di kota", "permohonan informasi")),
    Entry(2, "Dua", ("dinas kota rapat", "rapat rapat dinas")),
    Entry(3, "Tiga", ("penolakan permohonan",)),
)


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    _, made = store.create_build(tmp_path)
    store.write(made, ENTRIES[:2], ())
    store.write(made, ENTRIES[2:], ())
    return made


@pytest.fixture(params=["mapped", "read piece by piece"])
def reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(files, "MAPPED", request.param == "mapped")
    yield


def ids(index: FileIndex, one: query.Query) -> list[int]:
    with index.searcher() as searcher:
        numbers = searcher.reader().column_reader("numbers")
        return sorted(numbers[doc][0] for doc in searcher.docs_for_query(one))


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (query.Term("words", "rapat"), [1, 2]),
        (query.And([query.Term("words", "rapat"), query.Term("words", "informasi")]), [1]),
        (query.Or([query.Term("words", "informasi"), query.Term("words", "penolakan")]), [1, 3]),
        (query.Phrase("words", ["rapat", "dinas"]), [1, 2]),
        (query.Phrase("words", ["dinas", "kota"]), [2]),
        (query.Phrase("words", ["kota", "permohonan"]), []),
        (query.Prefix("words", "permo"), [1, 3]),
        (query.FuzzyTerm("words", "rapta", maxdist=2), [1, 2]),
        (query.Term("stems", "tolak"), [3]),
        (query.Term("id", "2"), [2]),
        (query.Every(), [1, 2, 3]),
    ],
    ids=str,
)
def test_whooshs_own_queries_find(index: FileIndex, one: query.Query, found: list[int], reading: None) -> None:
    assert ids(index, one) == found


def test_whooshs_own_scoring_ranks_by_how_often(index: FileIndex) -> None:
    with index.searcher() as searcher:
        hits = searcher.search(query.Term("words", "rapat"))
        assert [round(hit.score, 6) for hit in hits] == sorted((round(hit.score, 6) for hit in hits), reverse=True)
        assert hits[0].score > hits[1].score


def test_whooshs_own_writer_writes_it_too(tmp_path: Path) -> None:
    made = FileIndex.create(FileStorage(str(tmp_path)), schema())
    writer = SegmentWriter(made, codec=OfficeCodec(), compound=False)
    for entry in ENTRIES:
        writer.add_document(**fields_of(entry))
    writer.commit()
    assert ids(made, query.Phrase("words", ["rapat", "dinas"])) == [1, 2]
    assert ids(made, query.Term("stems", "tolak")) == [3]


def test_a_flipped_byte_is_told_wherever_it_is(index: FileIndex) -> None:
    assert store.damaged(index) == []
    for path in sorted(Path(index.storage.folder).glob("MAIN_*.*")):
        sound = path.read_bytes()
        at = Random(path.stat().st_size).randrange(len(sound))
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert store.damaged(index) == [path.name]
        path.write_bytes(sound)
    assert store.damaged(index) == []


def test_a_flipped_byte_in_the_table_of_contents_is_told_when_it_is_read(index: FileIndex) -> None:
    (path,) = Path(index.storage.folder).glob("*.toc")
    sound = path.read_bytes()
    for at in range(0, len(sound), 97):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        with pytest.raises(Damaged):
            index.reader()
    path.write_bytes(sound)
    assert ids(index, query.Every()) == [1, 2, 3]


@pytest.mark.parametrize("harm", ["missing", "cut off", "empty"])
def test_a_file_that_is_not_whole_is_told(index: FileIndex, harm: str) -> None:
    path = next(Path(index.storage.folder).glob("*.pst"))
    sound = path.read_bytes()
    path.unlink()
    if harm != "missing":
        path.write_bytes(sound[:-1] if harm == "cut off" else b"")
    assert store.damaged(index) == [path.name]


def test_a_damaged_lexicon_starts_the_index_anew(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "index", lambda document_id, page: "")
    engine.apply(ENTRIES, (), 3)
    engine.close()
    assert engine.damaged() == []
    (path,) = engine.folder.glob("build-*/*.lex")
    sound = path.read_bytes()
    path.write_bytes(sound[:20] + b"?" + sound[21:])
    assert engine.damaged() == [path.name]
    again = open_engine(engine.folder, lambda document_id, page: "")
    assert (again.count(), again.sequence) == (0, 0)
    again.close()


def test_words_that_are_damaged_are_not_searched(tmp_path: Path, index: FileIndex) -> None:
    path = next(Path(index.storage.folder).glob("*.lex"))
    sound = path.read_bytes()
    path.write_bytes(sound[:-1] + bytes([sound[-1] ^ 1]))
    glance = Glance(index, {})
    with pytest.raises(Damaged):
        glance.docs("words", "rapat")
    glance.close()


def test_ours_answers_as_stock_whoosh_does_and_a_difference_would_be_seen() -> None:
    assert differences(2) == []
    assert differences(1, control=True)
