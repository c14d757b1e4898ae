"""The index on a real disk: what goes in is found, what goes out is not, and nothing is half done."""

from __future__ import annotations

import os
import random
import signal
import string
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.engine import ENGINE_VERSION, Engine, open_engine
from index.manifest import read_manifest
from index.model import Entry, Filters, Hit
from index.snippets import marks

ENTRIES = (
    Entry(
        1,
        "Laporan Perjalanan Dinas",
        ("Laporan perjalanan dinas ke kota.", "Uji konsekuensi menurut UU Nomor 14 Tahun 2008."),
        number="400/255/KESRA-TU",
        unit="Bagian Umum",
        information_class="berkala",
        date=date(2023, 5, 2),
    ),
    Entry(
        2,
        "Register permohonan",
        ("Permohonan informasi publik dan penolakan.", "Bantuan sosial.", "bantuan untuk rumah, sosial lain"),
        number="270/ADPIM.II/III/2024",
        unit="Bagian Umum",
        information_class="setiap_saat",
        year=2024,
    ),
    Entry(3, "Daftar hadir", summary="rapat lengkap", information_class="dikecualikan", unit="Dinas Sosial"),
    Entry(4, "Surat", ("Nomor 255 dan 400 pada surat dinas.",), number="1/X/2022", year=2022),
)
PAGES = {entry.document_id: entry.pages for entry in ENTRIES}


def read_page(document_id: int, page: int) -> str:
    try:
        return PAGES[document_id][page - 1]
    except IndexError as error:
        raise KeyError(page) from error


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(tmp_path / "index", read_page)
    opened.apply(ENTRIES, (), 7)
    yield opened
    opened.close()


def ids(hits: Sequence[Hit]) -> list[int]:
    return [hit.document_id for hit in hits]


def found(engine: Engine, text: str, **filters: object) -> list[int]:
    return ids(engine.search(text, Filters(**filters)).hits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "document_id", "page"),
    [
        ("perjalanan dinas", 1, 1),
        ("konsekuensi", 1, 2),
        ("dinas konsekuensi uji", 1, 2),
        ("pemohon", 2, 1),
        ("ditolak", 2, 1),
        ("bantuan sosial", 2, 2),
        ('"uji konsekuensi"', 1, 2),
        ("uu 14/2008", 1, 2),
        ("undang-undang no. 14 tahun 2008", 1, 2),
        ("konsek*", 1, 2),
    ],
)
def test_the_page_that_answers_is_shown_with_its_words(engine: Engine, query: str, document_id: int, page: int) -> None:
    hit = engine.search(query).hits[0]
    assert (hit.document_id, hit.page) == (document_id, page)
    assert hit.snippet.marks
    assert marks(read_page(document_id, page), query)


@pytest.mark.parametrize("query", ["400 255", "400/255", "255 kesra", "400/255/KESRA-TU", "400 / 255 / kesra-tu"])
def test_a_letter_number_is_found_in_parts_or_whole(engine: Engine, query: str) -> None:
    assert found(engine, query)[0] == 1


@pytest.mark.parametrize("query", ["270/ADPIM.II/III/2024", "270 / ADPIM. II/ III/ 2024", "270 adpim"])
def test_blanks_in_a_letter_number_do_not_count(engine: Engine, query: str) -> None:
    assert found(engine, query) == [2]


def test_a_record_without_pages_is_found_by_its_own_words(engine: Engine) -> None:
    (hit,) = engine.search("daftar rapat").hits
    assert (hit.document_id, hit.page, hit.snippet.text) == (3, None, "rapat lengkap")


def test_where_only_the_record_answers_no_page_is_claimed(engine: Engine) -> None:
    (hit,) = engine.search("register").hits
    assert hit.page is None
    assert hit.snippet.text.startswith("Permohonan informasi")


def test_all_words_first_and_most_of_them_if_none_has_all(engine: Engine) -> None:
    assert engine.search("dinas kota").all_words
    results = engine.search("informasi publik kota")
    assert not results.all_words
    assert ids(results.hits) == [2]


def test_what_is_left_out_stays_out(engine: Engine) -> None:
    assert found(engine, "dinas -surat -daftar") == [1]


def test_nothing_sought_lists_all_newest_first(engine: Engine) -> None:
    assert found(engine, "") == [2, 1, 4, 3]
    assert engine.search("").total == 4


def test_the_newest_first_of_those_that_answer_where_that_is_asked(engine: Engine) -> None:
    assert ids(engine.search("dinas", newest_first=True).hits) == [1, 4, 3]


def test_filters_and_typed_fields_narrow_alike(engine: Engine) -> None:
    assert found(engine, "", year=2023) == found(engine, "tahun:2023") == [1]
    assert found(engine, "", unit="Dinas Sosial") == found(engine, "unit:sosial") == [3]
    assert found(engine, "dinas", classes=frozenset({"berkala"})) == [1]
    assert found(engine, "dinas kelas:berkala") == [1]
    assert found(engine, "nomor:255/kesra") == [1]


def test_facets_count_what_answers(engine: Engine) -> None:
    facets = engine.facets("dinas")
    assert facets.classes == {"berkala": 1, "dikecualikan": 1, "": 1}
    assert facets.years == {2023: 1, 2022: 1}
    assert facets.units == {"Bagian Umum": 1, "Dinas Sosial": 1}


def test_an_unfinished_word_finds_while_typing(engine: Engine) -> None:
    assert ids(engine.search("perja", typing=True).hits) == [1]
    assert engine.search("perja").total == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("perjalanna dinas", "perjalanan dinas"), ("infromsi publik", "informasi publik"), ("soisal", "sosial")],
)
def test_a_mistyped_word_finds_the_nearest_one(engine: Engine, typed: str, meant: str) -> None:
    results = engine.search(typed)
    assert results.repaired
    assert results.suggestion == meant
    assert ids(results.hits) == found(engine, meant)


def test_advice_holds_no_word_of_a_hidden_document(engine: Engine) -> None:
    assert engine.search("lengkpa").suggestion == "lengkap"
    seen = Filters(classes=frozenset({"berkala"}))
    assert engine.search("lengkpa", seen).suggestion == ""


def test_the_pages_of_a_document_on_which_the_words_stand(engine: Engine) -> None:
    assert engine.hit_pages(2, "bantuan sosial") == (2, 3)
    assert engine.hit_pages(2, "sosi") == ()
    assert engine.hit_pages(2, "sosi", typing=True) == (2, 3)
    assert engine.hit_pages(2, "register") == ()
    assert engine.hit_pages(99, "bantuan") == ()
    assert engine.search("bantuan sosial").hits[0].other_pages == 1


def test_results_come_in_portions(engine: Engine) -> None:
    whole = found(engine, "")
    assert [ids(engine.search("", limit=1, offset=n).hits)[0] for n in range(4)] == whole
    assert engine.search("", limit=0).total == 4


def test_an_entry_replaces_what_stood_under_its_id(engine: Engine) -> None:
    engine.apply([replace(ENTRIES[0], title="Nota", pages=("Nota saja.",))], (), 8)
    assert found(engine, "perjalanan") == []
    assert found(engine, "nota") == [1]
    assert (engine.count(), engine.sequence) == (4, 8)


def test_what_is_removed_is_found_no_more(engine: Engine) -> None:
    engine.apply((), [2], 8)
    assert found(engine, "permohonan") == []
    assert engine.facets("").years == {2023: 1, 2022: 1}


def test_two_engines_on_one_folder_see_each_other(engine: Engine) -> None:
    other = open_engine(engine.folder, read_page)
    assert found(other, "memorandum") == []
    engine.apply([Entry(5, "Memorandum dinas")], (), 8)
    assert found(other, "memorandum") == [5]
    other.apply([Entry(6, "Memorandum lain")], [5], 9)
    assert found(engine, "memorandum") == [6]
    assert engine.sequence == 9
    other.close()


def test_a_rebuilt_index_is_seen_by_all_and_leaves_no_old_files(engine: Engine) -> None:
    other = open_engine(engine.folder, read_page)
    assert other.count() == 4
    assert list(engine.rebuild(ENTRIES[:2], 20)) == [2]
    assert (other.count(), other.sequence) == (2, 20)
    assert len(list(engine.folder.glob("build-*"))) == 1
    other.close()


def test_searches_go_on_while_another_thread_writes(engine: Engine) -> None:
    totals: set[int] = set()
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            totals.add(engine.search("bantuan").total)

    reader = threading.Thread(target=search)
    reader.start()
    for n in range(12):
        engine.apply([Entry(100 + n, "Bantuan", ("bantuan",))], (), 8 + n)
    done.set()
    reader.join()
    assert engine.search("bantuan").total == 13
    assert totals <= set(range(1, 14))


class BrokenPages(Sequence[str]):
    """Pages whose second can't be read."""

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        if index == 0:
            return "hantu"
        raise OSError("rusak")


def test_a_failed_entry_leaves_no_trace_and_no_false_hit(engine: Engine) -> None:
    with pytest.raises(OSError, match="rusak"):
        engine.apply([Entry(8, "Baik", ("baik",)), Entry(9, "Hantu", BrokenPages())], [1], 8)
    assert found(engine, "hantu") == []
    assert engine.sequence == 7
    engine.apply([Entry(10, "Sehat", ("sehat",))], (), 8)
    assert (found(engine, "hantu"), found(engine, "sehat"), engine.count()) == ([], [10], 5)


@pytest.mark.parametrize("damage", ["version", "manifest", "toc", "segment"])
def test_an_index_that_does_not_fit_or_open_starts_empty(engine: Engine, damage: str) -> None:
    engine.close()
    (build,) = engine.folder.glob("build-*")
    manifest = engine.folder / "manifest.json"
    if damage == "version":
        manifest.write_text(manifest.read_text("utf-8").replace(ENGINE_VERSION, "lama"), "utf-8")
    elif damage == "manifest":
        manifest.write_bytes(b"{")
    elif damage == "toc":
        next(build.glob("*.toc")).write_bytes(b"")
    else:
        next(build.glob("*.pst")).unlink()
    again = open_engine(engine.folder, read_page)
    assert (again.count(), again.sequence) == (0, 0)
    again.apply(ENTRIES, (), 7)
    assert found(again, "konsekuensi") == [1]
    again.close()


def test_no_string_raises(engine: Engine) -> None:
    chance = random.Random(1)
    signs = string.printable + 'éﬁ²\u00ad\u200b\u0301٣漢😀"*-:/' + "\ud800"
    for _ in range(500):
        text = "".join(chance.choices(signs, k=chance.randint(0, 40)))
        engine.search(text, typing=chance.random() < 0.5)
        engine.hit_pages(1, text)


WRITER = """
import sys
from pathlib import Path
from index.engine import open_engine
from index.model import Entry
engine = open_engine(Path(sys.argv[1]), lambda document_id, page: "")
while True:
    n = engine.sequence + 1
    engine.apply([Entry(n, "Surat", ("kata surat " * 50,)), Entry(10_000 + n, "Surat")], (), n)
"""


def _until_written(folder: Path, sequence: int) -> None:
    """Wait until a commit after this one stands; on a busy machine the start alone takes seconds."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        manifest = read_manifest(folder)
        if manifest and manifest.sequence > sequence:
            return
        time.sleep(0.02)


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_at_any_moment_the_last_commit_stands(tmp_path: Path) -> None:
    chance = random.Random(3)
    root = Path(__file__).parents[2]
    seen = 0
    for _ in range(4):
        command = [sys.executable, "-c", WRITER, str(tmp_path / "index")]
        with subprocess.Popen(command, cwd=root) as writer:
            _until_written(tmp_path / "index", seen)
            time.sleep(chance.random() / 2)
            writer.send_signal(signal.SIGKILL)
        engine = open_engine(tmp_path / "index", lambda document_id, page: "")
        assert engine.sequence >= seen
        seen = engine.sequence
        assert engine.count() in (2 * seen, 2 * seen + 2)
        assert engine.search("surat").total == engine.count()
        engine.close()
    assert seen > 0
