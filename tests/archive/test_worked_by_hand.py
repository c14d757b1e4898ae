"""The dates and hours that were worked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.holidays import Holiday
from archive.office_hours import FIVE_DAYS, parse_spans, spans_text
from archive.workdays import explain, is_workday, load_calendar
from archive.worktime import time_up, worked_minutes
from tests.archive.worked_by_hand import CUTI, ENAM, HOURS, SETEMPAT, TANPA, TERMS

CALENDARS = {
    CUTI: load_calendar(),
    TANPA: load_calendar(collective_leave=False),
    ENAM: load_calendar(hours={**FIVE_DAYS, 5: parse_spans("07.30-12.00")}),
    SETEMPAT: load_calendar([Holiday(date(2026, 7, 8), "Hari Jadi Kota Contoh")]),
}
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 1)).map(lambda at: at.replace(microsecond=0))


def passed_over(text: str, start: date) -> Iterator[date]:
    """The days of "14/3-15/3 19/3", in the year of the start or, before its month, in the next."""
    for part in text.split():
        first, _, last = part.partition("-")
        day, end = (_day(name, start) for name in (first, last or first))
        while day <= end:
            yield day
            day += timedelta(days=1)


def _day(text: str, start: date) -> date:
    day, month = map(int, text.split("/"))
    return date(start.year + (month < start.month), month, day)


@pytest.mark.parametrize(("received", "days", "calendar", "due", "skipped"), TERMS)
def test_a_term_ends_on_the_day_worked_by_hand_and_passes_over_the_same_days(
    received: str, days: int, calendar: str, due: str, skipped: str
) -> None:
    start = date.fromisoformat(received)
    count = explain(start, days, CALENDARS[calendar])
    assert count.due == date.fromisoformat(due)
    assert [day for day, _ in count.skipped] == list(passed_over(skipped, start))


def test_at_least_thirty_terms_were_worked_by_hand() -> None:
    assert len(set(TERMS)) >= 30


@pytest.mark.parametrize(("start", "minutes", "until"), HOURS)
def test_minutes_and_hours_pass_only_while_the_office_is_open(start: str, minutes: int, until: str) -> None:
    begun, ended = datetime.fromisoformat(start), datetime.fromisoformat(until)
    assert time_up(begun, minutes, CALENDARS[CUTI]) == ended
    assert worked_minutes(begun, ended, CALENDARS[CUTI]) == minutes


def test_an_evening_and_a_free_day_are_no_office_hours() -> None:
    calendar = CALENDARS[CUTI]
    assert worked_minutes(datetime(2026, 7, 6, 16), datetime(2026, 7, 7, 7, 30), calendar) == 0
    assert worked_minutes(datetime(2026, 3, 18), datetime(2026, 3, 25), calendar) == 0
    assert worked_minutes(datetime(2026, 7, 6, 10), datetime(2026, 7, 6, 9), calendar) == 0
    with pytest.raises(ValueError, match="tidak boleh kurang dari nol"):
        time_up(datetime(2026, 7, 6), -1, calendar)


@given(start=MOMENTS, minutes=st.integers(1, 5000))
def test_time_is_up_in_office_hours_after_just_so_many_minutes(start: datetime, minutes: int) -> None:
    calendar = CALENDARS[CUTI]
    until = time_up(start, minutes, calendar)
    assert is_workday(until.date(), calendar)
    assert worked_minutes(start, until, calendar) == minutes
    assert worked_minutes(start, until - timedelta(seconds=1), calendar) == minutes - 1


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("07.30-12.00, 13.00-16.00", "07.30-12.00, 13.00-16.00"),
        ("7:30 - 12:00,13.00 s.d. 16.30", "07.30-12.00, 13.00-16.30"),
        ("  ", ""),
    ],
)
def test_hours_are_read_as_officers_type_them(typed: str, read: str) -> None:
    assert spans_text(parse_spans(typed)) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("pagi sampai sore", "tidak dikenal. Contoh"),
        ("08.00-25.00", "tidak dikenal. Contoh"),
        ("16.00-08.00", "berakhir sebelum mulai"),
        ("08.00-12.00, 11.00-16.00", "bertumpuk"),
    ],
)
def test_hours_that_make_no_sense_are_refused_in_plain_words(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_spans(typed)
