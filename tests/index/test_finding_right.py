"""What comes first, what was meant, and what is like it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.engine import Engine, open_engine
from index.model import Entry, Filters

FILLING = "Rapat dinas membahas rencana kerja bidang selama satu tahun dengan semua bagian. " * 8
SCATTERED = ("Tarif parkir.", FILLING, "Pelabuhan kecil.", FILLING, "Kapal nelayan.", FILLING, "Perahu motor.")
STAMPS = (
    "Objek bea meterai adalah surat. Bea meterai terutang.",
    "Tarif bea meterai tetap. Surat lain kena bea meterai.",
    "Undang-undang ini mulai berlaku pada tanggal diundangkan.",
    "Penjelasan atas undang-undang. Tarif bea meterai tetap. Surat lain kena bea meterai. Cukup jelas.",
)
ARTICLES = (
    "Pasal 1 Acara singkat. Denda menurut ketentuan Pasal 2 dan Pasal 3.",
    "Pasal 2 Denda seratus rupiah.",
    "Pasal 3 Siapa melanggar ketentuan sebagaimana dimaksud dalam Pasal 2 dan dalam Pasal 2 lagi kena denda.",
)
ENTRIES = (
    Entry(1, "Keterbukaan Informasi Publik", ("Undang-undang ini.",), number="14", kind="Undang-Undang", year=2008),
    Entry(2, "Surat edaran", ("Menurut UU 14/2008 dan sekali lagi UU 14/2008 wajib dibuka.",), year=2024),
    Entry(3, "Aturan panjang", SCATTERED, year=2020),
    Entry(4, "Aturan pendek", ("Tarif sandar kapal nelayan di pelabuhan.",), year=2020),
    Entry(5, "Laporan Tahunan", ("Laporan tahunan bantuan sosial.",), year=2021),
    Entry(6, "Laporan Tahunan", ("Laporan tahunan bantuan sosial.",), year=2023),
    Entry(7, "Rahasia dinas", ("Laporan tentang zebrakuda.",), information_class="belum_ditetapkan", year=2022),
    Entry(8, "Daftar penerima bantuan pangan", ("Penerima bantuan pangan di desa.",), date=date(2024, 5, 2)),
    Entry(9, "Daftar penerima bantuan pangan", ("Penerima bantuan pangan di kota.",), date=date(2025, 5, 2)),
    Entry(11, "Bea Meterai", STAMPS, kind="Undang-Undang", year=2020),
    Entry(12, "Kas kecil", ("Kas dihitung tiap kuartal.", "Kas dihitung tiap triwulan."), year=2019),
    *(Entry(number, "Kas besar", ("Kas dicocokkan dalam triwulan kedua.",), year=2018) for number in range(13, 17)),
    Entry(20, "Hukum Acara", ARTICLES, kind="Peraturan Pemerintah", number="5", year=2015),
    Entry(21, "Lampu", ("Lampu tenaga matahari.",), year=2013),
    Entry(23, "Kalender", ("Mata air.", "Hari libur."), year=2013),
    Entry(22, "Kendaraan", ("Belanja bahan bakar kendaraan.",), year=2013),
    Entry(10, "Jadwal", ("Jadwal ronda malam.",), information_class="berkala"),
)
PAGES = {entry.document_id: entry.pages for entry in ENTRIES}
PUBLIC = Filters(classes=frozenset({"", "berkala"}))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("index")
    opened = open_engine(folder, lambda document_id, page: PAGES[document_id][page - 1])
    opened.apply(ENTRIES, (), 1)
    yield opened
    opened.close()


def test_an_article_opens_where_it_stands_and_not_where_it_is_referred_to(engine: Engine) -> None:
    for typed in ("denda pasal 2", "pasal 2 pp 5 tahun 2015", "pasal 2"):
        hit = engine.search(typed).hits[0]
        assert (hit.document_id, hit.page) == (20, 2)


def test_what_is_written_as_one_is_found_by_its_two_words(engine: Engine) -> None:
    found = engine.search("mata hari")
    assert {hit.document_id for hit in found.hits} == {21, 23}
    assert found.included == ("matahari",)


def test_of_an_official_expression_that_stands_nowhere_its_longest_part_is_sought(engine: Engine) -> None:
    found = engine.search("belanja bensin")
    assert [hit.document_id for hit in found.hits] == [22]
    assert found.included == ("bahan bakar",)


def first(engine: Engine, text: str) -> int:
    return engine.search(text).hits[0].document_id


@pytest.mark.parametrize("query", ["UU 14/2008", "undang-undang nomor 14 tahun 2008"])
def test_the_law_itself_comes_before_those_that_cite_it(engine: Engine, query: str) -> None:
    assert [hit.document_id for hit in engine.search(query).hits] == [1, 2]


def test_words_that_stand_together_beat_the_same_words_scattered_over_many_pages(engine: Engine) -> None:
    assert first(engine, "tarif kapal nelayan pelabuhan") == 4


def test_a_rare_word_that_is_missing_weighs_more_than_a_common_one(engine: Engine) -> None:
    assert first(engine, "laporan bantuan sandar kapal") == 4


def test_of_the_same_document_the_newest_edition_comes_first(engine: Engine) -> None:
    assert first(engine, "laporan tahunan") == 6


def test_editions_of_one_report_do_not_hide_what_else_answers(tmp_path: Path) -> None:
    editions = [Entry(n, f"Laporan Tahunan 20{n}", ("Keluhan warga dijawab dinas.",), year=2000 + n) for n in range(9)]
    rule = Entry(99, "Peraturan", ("Keluhan warga harus dijawab.", "Biaya.", "Waktu."), year=2001)
    engine = open_engine(tmp_path, lambda document_id, page: "")
    engine.apply([*editions, rule], (), 1)
    found = [hit.document_id for hit in engine.search("keluhan warga dijawab").hits]
    engine.close()
    assert found.index(99) < 5
    assert sorted(found) == [*range(9), 99]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bantaun sosial", "bantuan sosial"),
        ("bantuansosial", "bantuan sosial"),
        ("ban tuan sosial", "bantuan sosial"),
        ("kapal nelyan", "kapal nelayan"),
    ],
)
def test_what_was_meant_is_found(engine: Engine, typed: str, meant: str) -> None:
    results = engine.search(typed)
    assert (results.suggestion, results.repaired) == (meant, True)
    assert results.hits


def test_a_word_of_documents_that_are_hidden_is_never_suggested(engine: Engine) -> None:
    assert engine.search("laporan zebrakuca").suggestion == "laporan zebrakuda"
    assert engine.search("laporan zebrakuca", PUBLIC).suggestion == ""


def test_other_words_that_were_sought_are_told_unless_it_is_taken_literally(engine: Engine) -> None:
    assert "bantuan pangan" in engine.search("sembako").included
    literally = engine.search("sembako", Filters(literal=True))
    assert (literally.included, literally.hits, literally.suggestion) == ((), (), "")


def test_words_that_were_typed_are_not_told_as_others(engine: Engine) -> None:
    results = engine.search("laporan tahun")
    assert (bool(results.hits), results.included) == (True, ())


def test_a_time_in_the_query_narrows_and_is_told(engine: Engine) -> None:
    results = engine.search("penerima bantuan pangan tahun lalu", today=date(2025, 12, 1))
    assert [hit.document_id for hit in results.hits] == [8]
    assert results.period == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_time_of_which_nothing_answers_is_left_aside(engine: Engine) -> None:
    results = engine.search("jadwal ronda tahun lalu", today=date(2020, 12, 1))
    assert results.period is None
    assert results.empty_period == (date(2019, 1, 1), date(2019, 12, 31))


def test_the_newest_comes_first_where_it_is_asked_for_and_not_if_taken_literally(engine: Engine) -> None:
    asked = engine.search("daftar penerima bantuan yang paling baru")
    assert ([hit.document_id for hit in asked.hits], asked.newest) == ([9, 8], True)
    assert engine.search("daftar terbaru", Filters(literal=True)).newest is False
    assert engine.search("terbaru").newest is False


@pytest.mark.parametrize(
    ("query", "page"),
    [("bea meterai mulai berlaku", 3), ("bea meterai tarif", 2), ("bea meterai", 1), ("objek bea meterai", 1)],
)
def test_a_document_opens_where_the_words_stand_that_are_not_its_title(engine: Engine, query: str, page: int) -> None:
    hit = engine.search(query).hits[0]
    assert (hit.document_id, hit.page) == (11, page)


def test_a_page_with_the_word_itself_opens_before_one_with_another_word_for_it_however_rare(engine: Engine) -> None:
    pages = {hit.document_id: hit.page for hit in engine.search("triwulan").hits}
    assert pages == {12: 2, 13: 1, 14: 1, 15: 1, 16: 1}


def test_like_a_document_are_those_with_its_telling_words_but_none_that_is_hidden(engine: Engine) -> None:
    assert engine.similar(8)[0].document_id == 9
    assert engine.similar(9, Filters(year=2020)) == ()
    assert engine.similar(404) == ()
