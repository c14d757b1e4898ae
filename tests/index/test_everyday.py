"""Citizens' words find the office's, and an office may teach its own."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from index.everyday import Everyday, of_office, shipped
from index.query import Manner, parse
from index.sought import is_light, sought_in

Table = Callable[[str], Everyday]


def also(text: str, table: Everyday | None = None) -> dict[str, set[str]]:
    """What each word of a query may be called instead."""
    asked = parse(text, Manner(everyday=table))
    return {sought.typed: {" ".join(one.way) for one in sought.also} for sought in asked.sought}


def weights(text: str) -> list[float]:
    return [one.weight for sought in parse(text).sought for one in sought.also]


@pytest.fixture
def table_of(tmp_path: Path) -> Table:
    def read(text: str) -> Everyday:
        (tmp_path / "kata.toml").write_text(text, encoding="utf-8")
        return of_office(tmp_path / "kata.toml")

    return read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sembako", "bantuan pangan"),
        ("jompo", "lanjut usia"),
        ("bagi2", "penyaluran"),
        ("bagi-bagi", "penyaluran"),
        ("protes", "keberatan"),
        ("memprotes", "keberatan"),
        ("rontgen", "radiologi"),
        ("duit", "anggaran"),
        ("nunggu", "tunggu"),
        ("bayarin", "bayar"),
        ("nyari", "cari"),
    ],
)
def test_an_everyday_word_means_an_office_word_too(typed: str, meant: str) -> None:
    assert any(meant in way for way in also(typed)[typed])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bedah rumah", "rehabilitasi rumah tidak layak huni"),
        ("pak wali", "walikota"),
        ("orang tua terlantar", "lanjut usia terlantar"),
        ("hasil rapat", "notulen"),
        ("gak boleh", "dilarang"),
        ("habis berapa", "realisasi anggaran"),
        ("brp lama", "jangka waktu"),
        ("mati lampu", "catu daya"),
        ("ngadu kemana", "tata cara pengaduan"),
    ],
)
def test_an_everyday_expression_is_meant_by_each_of_its_words(typed: str, meant: str) -> None:
    found = also(typed)
    assert len(found) == len(typed.split())
    assert all(meant in ways for ways in found.values())


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("RKA", "rencana kerja dan anggaran"),
        ("DPA", "dokumen pelaksanaan anggaran"),
        ("RTLH", "rumah tidak layak huni"),
        ("bansos", "bantuan sosial"),
        ("SK", "surat keputusan"),
        ("SOP", "standar operasional prosedur"),
        ("monev", "pemantauan dan evaluasi"),
        ("perjadin", "perjalanan dinas"),
    ],
)
def test_an_abbreviation_and_its_long_form_find_each_other(short: str, long: str) -> None:
    assert long in also(short)[short]
    assert all(short.lower() in ways for ways in also(long).values())


def test_a_law_is_known_by_its_everyday_name() -> None:
    assert all("uu14/2008" in ways for ways in also("UU KIP").values())


def test_another_word_counts_less_than_the_word_itself() -> None:
    assert all(0 < weight < 1 for weight in weights("sembako bansos uu kip gaji bedah rumah nunggu"))


def test_what_is_said_of_a_word_said_twice_is_not_said_of_the_word() -> None:
    assert also("bantuan bagi warga")["bagi"] == set()


def test_what_is_said_of_several_words_is_said_of_none_of_them_alone() -> None:
    """A row like "orang dalam" would be one for "orang": "dalam" is a function word, which rows are made without."""
    everyday = tomllib.loads(files("index").joinpath("everyday.toml").read_text(encoding="utf-8"))["sehari_hari"]
    expressions = [row for row in everyday if " " in row]
    assert len(expressions) > 500
    assert [row for row in expressions if sum(not is_light(word) for word in sought_in(row)) < 2] == []


def test_question_words_and_politeness_are_left_aside_unless_there_is_nothing_else() -> None:
    assert list(also("tolong minta daftar gaji dong")) == ["daftar", "gaji"]
    assert list(also("gimana sih")) == ["gimana", "sih"]


def test_a_word_that_an_expression_needs_is_not_left_aside() -> None:
    assert "permohonan informasi" in also("gmn cara minta data")["minta"]


def test_quoted_and_literal_words_are_sought_as_they_stand() -> None:
    assert also('"sembako"') == {"sembako": set()}
    literal = parse("tolong sembako dong", Manner(literal=True)).sought
    assert [(s.typed, s.also) for s in literal] == [("tolong", ()), ("sembako", ()), ("dong", ())]


def test_an_office_adds_changes_and_removes_words(table_of: Table) -> None:
    table = table_of('[singkatan]\nbkb = "balai keluarga bahagia"\n[sehari_hari]\nsembako = "natura"\njompo = []\n')
    assert table.problems == ()
    assert also("bkb", table)["bkb"] == {"balai keluarga bahagia"}
    assert also("sembako", table)["sembako"] == {"natura"}
    assert also("jompo", table)["jompo"] == set()
    assert also("bansos", table) == also("bansos")


def test_without_a_file_the_shipped_words_hold(tmp_path: Path) -> None:
    assert of_office(tmp_path / "tidak-ada.toml") == shipped()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[sehari_hari\n", "tidak dapat dibaca"),
        ("[sehari-hari]\na = 'b'\n", "[sehari-hari] tidak dikenal"),
        ("singkatan = 3\n", "[singkatan]"),
        ("[sehari_hari]\nsembako = 5\n", '"sembako"'),
        ("[sehari_hari]\nsembako = ['', 'pangan']\n", '"sembako"'),
        ("[sehari_hari]\n'!' = 'pangan'\n", '"!"'),
    ],
)
def test_a_slip_in_the_file_is_told_and_the_rest_holds(table_of: Table, text: str, told: str) -> None:
    table = table_of(f"{text}")
    assert len(table.problems) == 1
    assert told in table.problems[0] and "kata.toml" in table.problems[0]
    assert also("bansos", table) == also("bansos")


def test_the_shipped_table_is_large_and_names_nothing_twice() -> None:
    assert len(shipped().also) > 1000
    assert all(run not in [one.way for one in ways] for run, ways in shipped().also.items())
