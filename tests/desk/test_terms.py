"""Terms of requests, 200 of them, walked a second time day by day over free days that are written here."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from archive.holidays import Holiday, HolidayKind
from archive.model import Officer, Right
from archive.request_model import Request, Requester, RequestItem
from archive.request_terms import Terms
from archive.requests import extend, registered
from archive.workdays import load_calendar
from ppid_tui.desk import people, requests
from ppid_tui.desk.calendar_change import change_calendar, moved_words, moves
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import LocalHoliday, Profile

FREE = frozenset(
    date(2026, month, day)
    for month, days in {
        1: (1, 16),
        2: (16, 17),
        3: (18, 19, 20, 21, 22, 23, 24),
        4: (3, 5),
        5: (1, 14, 15, 27, 28, 31),
        6: (1, 16),
        8: (17, 25),
        12: (24, 25),
    }.items()
    for day in days
)
"""Hari libur nasional and cuti bersama of 2026."""
TERMS = (3, 7, 10, 14, 30)
LATE_LEAVE = date(2026, 6, 15)


def walked(start: date, days: int, free: Collection[date]) -> date:
    """The last day of a term: a day further at a time, counting those on which the office works."""
    day, counted = start, 0
    while counted < days:
        day += timedelta(1)
        counted += day.isoweekday() <= 5 and day not in free
    return day


@dataclass(frozen=True)
class Term:
    """A term that was made up: when it began, how long it is, and the office's own free days."""

    start: date
    days: int
    own: frozenset[date]


def made_terms(many: int = 200) -> list[Term]:
    """Terms all over the year."""
    chance, first = random.Random(1407), date(2026, 1, 1)
    days = [first + timedelta(number) for number in range(310)]
    return [Term(chance.choice(days), chance.choice(TERMS), frozenset(chance.sample(days, 3))) for _ in range(many)]


def test_200_terms_end_where_a_walk_day_by_day_ends() -> None:
    for term in made_terms():
        calendar = load_calendar([Holiday(day, "Libur kantor", HolidayKind.LOCAL) for day in term.own])
        assert Terms(calendar).after(term.start, term.days) == walked(term.start, term.days, FREE | term.own), term


def test_answer_and_extension_of_200_requests_end_where_the_walk_ends() -> None:
    terms = Terms(load_calendar())
    for term in made_terms():
        asked = Request("", term.start, Requester("Wati", "Jalan Contoh 5"), (RequestItem("data"),))
        request = registered(asked, terms, term.start).request
        due = walked(term.start, 10, FREE)
        longer = extend(request, "data sedang dihimpun", terms, term.start).request
        assert (request.due, longer.extended_until) == (due, walked(due, 7, FREE))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with requests that were received all through the weeks before a day in June."""
    with closing(people.set_up(tmp_path / "home", Profile(name="Biro Contoh", sop="dinsos"))) as opened:
        yield opened


def test_cuti_bersama_announced_late_moves_the_clocks_that_run_and_says_so(office: Office) -> None:
    at, roles = datetime(2026, 6, 10, 9), tuple(role.id for role in office.sop.roles)
    by = office.records.officers.add(Officer("Rina Contoh", roles, rights=(Right.ADMINISTER,)), "uji", "uji", at)
    for back in range(20):
        day = at.date() - timedelta(back)
        asked = Request("", day, Requester(f"Warga {back}", "Jalan Contoh 5"), (RequestItem("data"),))
        requests.register_request(office, asked, by, at)
    leave = LocalHoliday(LATE_LEAVE, "Cuti bersama tambahan", HolidayKind.COLLECTIVE_LEAVE, "SKB contoh")
    profile = replace(office.profile, holidays=(leave,))
    told = moves(office, office.calendar, profile.calendar)
    change_calendar(office, profile, by, at, "SKB contoh")
    for request in office.records.requests.all():
        before, after = (walked(request.received, 10, free) for free in (FREE, FREE | {LATE_LEAVE}))
        assert request.due == after
        assert (before != after) == any(move.record.id == request.id for move in told)
    assert 0 < len(told) < 20
    changed = next(entry for entry in office.records.trail.find(action="mengubah kalender kerja"))
    assert moved_words(told) == f"{len(told)} batas waktu bergeser" and moved_words(told) in changed.note
