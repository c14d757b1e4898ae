"""Working days of an office, with the days that do not count."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.holidays import Holiday, HolidayKind, national_holidays
from archive.office_hours import FIVE_DAYS, parse_spans
from archive.workdays import add_workdays, count_workdays, explain, is_workday, load_calendar, unknown_free_days
from tests.make_holidays import TABLE, table

WITH_LEAVE = load_calendar()
WITHOUT_LEAVE = load_calendar(collective_leave=False)
DAYS = st.dates(date(2023, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("received", "with_leave", "without_leave"),
    [
        (date(2026, 3, 12), date(2026, 4, 2), date(2026, 3, 27)),
        (date(2025, 3, 26), date(2025, 4, 21), date(2025, 4, 11)),
        (date(2026, 7, 6), date(2026, 7, 20), date(2026, 7, 20)),
    ],
)
def test_ten_working_days_with_and_without_cuti_bersama(received: date, with_leave: date, without_leave: date) -> None:
    assert add_workdays(received, 10, WITH_LEAVE) == with_leave
    assert add_workdays(received, 10, WITHOUT_LEAVE) == without_leave


def test_the_day_after_receipt_is_day_one() -> None:
    monday = date(2026, 7, 6)
    assert add_workdays(monday, 1, WITH_LEAVE) == date(2026, 7, 7)
    assert add_workdays(monday, 0, WITH_LEAVE) == monday


def test_friday_to_monday_is_one_working_day() -> None:
    assert add_workdays(date(2026, 7, 10), 1, WITH_LEAVE) == date(2026, 7, 13)


def test_an_office_may_work_six_days() -> None:
    six = load_calendar(hours={**FIVE_DAYS, 5: parse_spans("07.30-12.00")})
    assert add_workdays(date(2026, 7, 10), 1, six) == date(2026, 7, 11)


def test_a_calendar_without_any_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="paling sedikit satu hari kerja"):
        load_calendar(hours={})


def test_the_office_adds_days_of_its_own() -> None:
    day = date(2026, 7, 8)
    calendar = load_calendar([Holiday(day, "Hari Jadi")])
    assert is_workday(day, WITH_LEAVE)
    assert not is_workday(day, calendar)


def test_a_national_holiday_keeps_its_name_where_a_local_day_falls_on_it() -> None:
    day = date(2026, 8, 17)
    assert load_calendar([Holiday(day, "Upacara")]).holidays[day] == "Hari Kemerdekaan Republik Indonesia"


def test_a_due_date_shows_how_it_was_counted() -> None:
    count = explain(date(2026, 3, 12), 4, WITH_LEAVE)
    assert count.due == date(2026, 3, 25)
    assert [f"{day:%d} {reason}" for day, reason in count.skipped] == [
        "14 Sabtu",
        "15 Minggu",
        "18 Cuti Bersama Hari Suci Nyepi",
        "19 Hari Suci Nyepi",
        "20 Cuti Bersama Hari Raya Idul Fitri",
        "21 Hari Raya Idul Fitri",
        "22 Hari kedua dari Hari Raya Idul Fitri",
        "23 Cuti Bersama Hari Raya Idul Fitri",
        "24 Cuti Bersama Hari Raya Idul Fitri",
    ]
    assert count.warnings == ()


def test_a_year_whose_cuti_bersama_is_unknown_is_pointed_out() -> None:
    (warning,) = explain(date(2027, 12, 28), 10, WITH_LEAVE).warnings
    assert warning == "Cuti bersama tahun 2028 belum ada di kalender; batas waktu dapat bergeser."
    decreed = Holiday(date(2028, 12, 26), "Cuti Bersama", HolidayKind.COLLECTIVE_LEAVE)
    assert explain(date(2027, 12, 28), 10, load_calendar([decreed])).warnings == ()
    assert explain(date(2027, 12, 28), 10, WITHOUT_LEAVE).warnings == ()


def test_a_year_beyond_the_table_is_pointed_out_whatever_is_known_of_cuti_bersama() -> None:
    assert unknown_free_days(2026, WITH_LEAVE) == ""
    assert unknown_free_days(2031, WITH_LEAVE) == "Hari libur nasional tahun 2031 belum ada di kalender"
    assert unknown_free_days(2031, WITHOUT_LEAVE) == "Hari libur nasional tahun 2031 belum ada di kalender"


def test_an_office_may_work_on_a_day_of_the_table() -> None:
    day = date(2026, 12, 24)
    assert not is_workday(day, WITH_LEAVE)
    assert is_workday(day, load_calendar(worked=[day]))


def test_the_table_covers_seven_years_and_marks_what_was_only_calculated() -> None:
    kinds = Counter((holiday.day.year, holiday.kind) for holiday in national_holidays())
    assert {year for year, _ in kinds} == set(range(2024, 2031))
    assert {year for year, kind in kinds if kind is HolidayKind.COLLECTIVE_LEAVE} == {2024, 2025, 2026, 2027}
    assert kinds[2026, HolidayKind.NATIONAL] == 17
    assert kinds[2026, HolidayKind.COLLECTIVE_LEAVE] == 8
    guessed = {holiday.day.year for holiday in national_holidays() if "perkiraan" in holiday.name}
    assert guessed == {2027, 2028, 2029, 2030}


def test_the_table_is_what_the_holidays_package_makes_of_it() -> None:
    package = pytest.importorskip("holidays")
    if package.__version__ != "0.108":
        pytest.skip("the table was made from another version")
    assert TABLE.read_text(encoding="utf-8") == table()


def test_a_negative_term_is_refused() -> None:
    with pytest.raises(ValueError, match="tidak boleh kurang dari nol"):
        add_workdays(date(2026, 7, 6), -1, WITH_LEAVE)


def test_days_past_a_term_are_counted_as_negative() -> None:
    assert count_workdays(date(2026, 7, 10), date(2026, 7, 6), WITH_LEAVE) == -4


@given(start=DAYS, days=st.integers(1, 60))
def test_counting_and_adding_agree_and_a_term_ends_on_a_working_day(start: date, days: int) -> None:
    due = add_workdays(start, days, WITH_LEAVE)
    assert is_workday(due, WITH_LEAVE)
    assert count_workdays(start, due, WITH_LEAVE) == days


@given(start=DAYS, days=st.integers(0, 60))
def test_every_day_of_a_term_is_counted_or_explained(start: date, days: int) -> None:
    count = explain(start, days, WITH_LEAVE)
    assert (count.due - start).days == days + len(count.skipped)
    assert all(not is_workday(day, WITH_LEAVE) and reason for day, reason in count.skipped)
    assert count.due >= add_workdays(start, days, WITHOUT_LEAVE)
