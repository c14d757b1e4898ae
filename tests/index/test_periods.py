"""Times as people name them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.query import Manner, parse

TIME_WORDS = "9 99 0 tahun bulan lalu terakhir ini maret tw semester ii 2023 minggu rka"
TODAY = date(2025, 3, 15)


def read(text: str) -> str:
    """The first and last day that a query names, '' for none."""
    period = parse(text, Manner(today=TODAY)).period
    return " ".join(date.fromordinal(day).isoformat() for day in period) if period else ""


def words(text: str) -> list[str]:
    return [sought.ways[0][0] for sought in parse(text, Manner(today=TODAY)).sought]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("tahun lalu", "2024-01-01 2024-12-31"),
        ("thn kmrn", "2024-01-01 2024-12-31"),
        ("tahun yang lalu", "2024-01-01 2024-12-31"),
        ("tahun ini", "2025-01-01 2025-12-31"),
        ("2 tahun terakhir", "2023-03-15 2025-03-15"),
        ("dua tahun yang lalu", "2023-01-01 2023-12-31"),
        ("setahun terakhir", "2024-03-15 2025-03-15"),
        ("bulan lalu", "2025-02-01 2025-02-28"),
        ("bulan ini", "2025-03-01 2025-03-31"),
        ("enam bulan terakhir", "2024-09-15 2025-03-15"),
        ("minggu lalu", "2025-03-03 2025-03-09"),
        ("hari ini", "2025-03-15 2025-03-15"),
        ("bulan Maret", "2025-03-01 2025-03-31"),
        ("bulan Juni", "2024-06-01 2024-06-30"),
        ("maret 2023", "2023-03-01 2023-03-31"),
        ("bulan pebruari thn 24", "2024-02-01 2024-02-29"),
        ("thn 23", "2023-01-01 2023-12-31"),
        ("rka 25", "2025-01-01 2025-12-31"),
        ("semester 1 2024", "2024-01-01 2024-06-30"),
        ("semester dua tahun 2023", "2023-07-01 2023-12-31"),
        ("triwulan II", "2024-04-01 2024-06-30"),
        ("triwulan pertama 2025", "2025-01-01 2025-03-31"),
        ("tw 4 tahun 2023", "2023-10-01 2023-12-31"),
        ("triwulan lalu", "2024-10-01 2024-12-31"),
        ("2020-2022", "2020-01-01 2022-12-31"),
        ("tahun 2020 sampai dengan 2022", "2020-01-01 2022-12-31"),
        ("dari 2020 s.d. 2022", "2020-01-01 2022-12-31"),
        ("antara 2022 dan 2020", "2020-01-01 2022-12-31"),
        ("sejak 2023", "2023-01-01 2025-12-31"),
        ("sebelum tahun 2020", "1945-01-01 2019-12-31"),
        ("sampai 2020", "1945-01-01 2020-12-31"),
        ("sebelum 1940", "1939-01-01 1939-12-31"),
    ],
)
def test_a_time_has_a_first_and_a_last_day(typed: str, days: str) -> None:
    assert read(f"laporan {typed}") == days


@pytest.mark.parametrize(
    "typed",
    [
        "UU 14 tahun 2008",
        "nomor 5 tahun 23",
        "laporan 2024",
        "maret",
        "1 maret 2023",
        "laporan tahunan",
        "triwulan 7",
        "tahun",
        "semester 3 2024",
        "005/TA/12/2023",
    ],
)
def test_what_may_be_something_else_is_no_time(typed: str) -> None:
    assert read(typed) == ""


def test_words_that_only_name_a_time_are_not_sought_others_are() -> None:
    assert words("bantuan pangan tahun lalu") == ["bantuan", "pangan"]
    assert words("dua tahun yang lalu") == []
    assert words("notulen maret 2023") == ["notulen", "maret", "2023"]


def test_a_short_year_is_sought_written_out() -> None:
    assert words("rka 25") == ["rka", "2025"]


def test_without_a_day_or_taken_literally_no_time_is_read() -> None:
    assert parse("tahun lalu").period is None
    assert parse("tahun lalu", Manner(today=TODAY, literal=True)).period is None


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(TIME_WORDS.split())),
    st.dates(),
)
def test_any_words_on_any_day_are_read_without_raising(typed: list[str], today: date) -> None:
    period = parse(" ".join(typed), Manner(today=today)).period
    assert period is None or period[0] <= period[1]
