"""Which documents may answer at all: the time and the fields that are named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.engine import Engine, open_engine
from index.model import Entry, Filters

TODAY = date(2024, 6, 1)
ENTRIES = (
    Entry(1, "Laporan Bantuan", ("bantuan pangan",), date=date(2023, 3, 20), unit="Bidang Sosial", kind="Laporan"),
    Entry(2, "Laporan Bantuan Maret 2023", ("bantuan pangan",), date=date(2023, 4, 5), kind="Laporan"),
    Entry(3, "Laporan Bantuan Tahun 2023", ("bantuan pangan",), date=date(2024, 1, 9), kind="Surat Keputusan"),
    Entry(4, "Laporan Bantuan", ("bantuan pangan",), year=2023, information_class="berkala"),
    Entry(5, "Laporan Bantuan", ("bantuan pangan pada Maret 2023",), date=date(2022, 5, 1), number="12/X/2022"),
    Entry(6, "Laporan Bantuan", ("bantuan pangan",)),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = open_engine(Path(tmp_path_factory.mktemp("index")), lambda _document, _page: "bantuan pangan")
    opened.apply(ENTRIES, (), 1)
    yield opened
    opened.close()


def found(engine: Engine, text: str, filters: Filters = Filters()) -> set[int]:  # noqa: B008 - frozen
    return {hit.document_id for hit in engine.search(text, filters, today=TODAY).hits}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("bantuan tahun lalu", {1, 2, 3, 4}),
        ("bantuan tahun ini", {3}),
        ("bantuan 3 tahun terakhir", {1, 2, 3, 4, 5}),
        ("sembako thn kmrn", {1, 2, 3, 4}),
    ],
)
def test_a_document_is_of_a_time_by_its_date_its_year_or_its_title(engine: Engine, typed: str, ids: set[int]) -> None:
    assert found(engine, typed) == ids


def test_a_month_is_that_of_the_date_or_of_the_title(engine: Engine) -> None:
    assert found(engine, "bantuan maret 2023")
    assert found(engine, "bantuan maret 2023") <= {1, 2, 4}


def test_a_year_written_in_full_is_a_word_like_any(engine: Engine) -> None:
    assert {2, 3, 5} <= found(engine, "bantuan 2023")


def test_taken_literally_no_time_narrows(engine: Engine) -> None:
    assert 5 not in found(engine, "bantuan maret 2023")
    assert 5 in found(engine, "bantuan maret 2023", Filters(literal=True))


def test_facets_count_the_same_time(engine: Engine) -> None:
    assert engine.facets("bantuan tahun lalu", today=TODAY).years == {2024: 1, 2023: 3}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("tahun:2023", {1, 2, 4}),
        ("tahun:2022-2023", {1, 2, 4, 5}),
        ("bantuan unit:sosial", {1}),
        ('jenis:"surat keputusan"', {3}),
        ("kelas:berkala", {4}),
        ("nomor:12/X/2022", {5}),
        ("nomor:12/x tahun:2023", set()),
    ],
)
def test_fields_narrow(engine: Engine, typed: str, ids: set[int]) -> None:
    assert found(engine, typed) == ids


def test_a_kind_in_plain_words_comes_first_but_does_not_narrow(engine: Engine) -> None:
    hits = engine.search("sk bantuan", today=TODAY).hits
    assert hits[0].document_id == 3
