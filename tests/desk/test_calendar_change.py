"""A calendar that changes: open deadlines move, are shown first, and the trail says from when to when."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.case_model import Case
from archive.holidays import HolidayKind
from archive.model import Officer, Right
from archive.request_model import Request, Requester, RequestItem, RequestState
from ppid_tui.desk import cases, people
from ppid_tui.desk.calendar_change import CHANGED, MOVED, catch_up, change_calendar, moves
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.history import Sought, history
from ppid_tui.desk.office import NotAllowed, Office, open_office
from ppid_tui.desk.profile import BadProfile, LocalHoliday, Profile, read_profile, write_profile

AT = datetime(2026, 7, 1, 9, 0)
DAY = LocalHoliday(date(2026, 7, 8), "Hari Jadi Kota Contoh")
LATE_LEAVE = LocalHoliday(date(2026, 7, 2), "Cuti bersama tambahan", HolidayKind.COLLECTIVE_LEAVE, "SKB contoh")


@pytest.fixture
def dinsos(tmp_path: Path) -> Iterator[Office]:
    """An office with steps of one and of several working days."""
    with closing(people.set_up(tmp_path / "home", Profile(name="Biro Contoh", sop="dinsos"))) as opened:
        yield opened


def staff(office: Office, *rights: Right) -> Officer:
    roles = tuple(role.id for role in office.sop.roles)
    return office.records.officers.add(Officer("Rina Contoh", roles, rights=rights), "mendaftarkan", "uji", AT)


def request(office: Office, number: str = "001", **fields: object) -> Request:
    wanted = Request(number, AT.date(), Requester("Warga Contoh"), (RequestItem("Data"),), due=date(2026, 7, 15))
    return office.records.requests.add(replace(wanted, **fields), "mencatat permohonan", "uji", AT)  # type: ignore[arg-type]


def with_days(office: Office, *days: LocalHoliday) -> Profile:
    return replace(office.profile, holidays=(*office.profile.holidays, *days))


def case_in_days(office: Office, by: Officer) -> Case:
    """A case at the first step whose standard is in days."""
    case = cases.start_case(office, "Pengumpulan data", by, AT)
    while cases.due_date(office, case) is None:
        case = cases.finish_step(office, case, cases.choices(office, case)[0].label, by, AT)
    return case


def test_what_would_move_is_known_before_anything_is_changed(dinsos: Office) -> None:
    case, asked = case_in_days(dinsos, staff(dinsos)), request(dinsos)
    before = cases.due_date(dinsos, case)
    seen = moves(dinsos, dinsos.calendar, with_days(dinsos, LATE_LEAVE, DAY).calendar)
    assert [(move.what, move.was, move.becomes) for move in seen if move.record == asked] == [
        ("Permohonan 001", date(2026, 7, 15), date(2026, 7, 17))
    ]
    assert dinsos.records.requests.get(asked.id) == asked
    assert cases.due_date(dinsos, case) == before


def test_a_free_day_moves_open_deadlines_and_the_trail_tells_from_when_to_when(dinsos: Office) -> None:
    admin = staff(dinsos, Right.ADMINISTER)
    case, asked = case_in_days(dinsos, admin), request(dinsos)
    before = cases.due_date(dinsos, case)
    changed = change_calendar(dinsos, with_days(dinsos, LATE_LEAVE, DAY), admin, AT, "SKB contoh")
    moved = changed.records.requests.get(asked.id)
    assert moved is not None and moved.due == date(2026, 7, 17)
    after = cases.due_date(changed, case)
    assert before and after and after > before
    (told,) = changed.records.trail.find(("cases", case.id), action=MOVED)
    assert (told.before, told.after) == ({"due": before.isoformat()}, {"due": after.isoformat()})
    (entry,) = changed.records.trail.find(action=CHANGED)
    assert entry.after == {"holidays": {"2026-07-02": "Cuti bersama tambahan", "2026-07-08": "Hari Jadi Kota Contoh"}}
    assert entry.note == "SKB contoh. 2 batas waktu bergeser."
    assert entry.by == admin.name


def test_the_trail_reads_in_the_officers_words(dinsos: Office) -> None:
    admin = staff(dinsos, Right.ADMINISTER)
    asked = request(dinsos)
    changed = change_calendar(dinsos, with_days(dinsos, DAY), admin, AT, "Perda contoh")
    told = history(changed, Sought(record=("requests", asked.id)), Viewer(admin)).told[0]
    assert told.summary == "Perda contoh; batas waktu: 15 Juli 2026 → 16 Juli 2026"
    calendar = history(changed, Sought(action=CHANGED), Viewer(admin)).told[0]
    assert "hari libur: 8 Juli 2026: hari kerja → Hari Jadi Kota Contoh" in calendar.summary


def test_a_request_that_was_extended_keeps_both_terms_and_one_that_is_done_keeps_its_date(dinsos: Office) -> None:
    admin = staff(dinsos, Right.ADMINISTER)
    longer = request(dinsos, state=RequestState.EXTENDED, extended_until=date(2026, 7, 24))
    done = request(dinsos, "002", state=RequestState.DONE, answered=date(2026, 7, 2))
    change_calendar(dinsos, with_days(dinsos, DAY), admin, AT, "uji")
    now = dinsos.records.requests.get(longer.id)
    assert now is not None and (now.due, now.extended_until) == (date(2026, 7, 16), date(2026, 7, 27))
    assert dinsos.records.requests.get(done.id) == done


def test_only_an_administrator_changes_the_calendar(dinsos: Office) -> None:
    with pytest.raises(NotAllowed, match="Mengubah kalender kerja adalah wewenang"):
        change_calendar(dinsos, with_days(dinsos, DAY), Officer("Tamu Contoh"), AT, "uji")


def test_a_calendar_changed_by_hand_moves_deadlines_once_at_the_next_start(dinsos: Office) -> None:
    assert catch_up(dinsos, AT) == ()
    asked = request(dinsos)
    write_profile(with_days(dinsos, DAY), dinsos.home.profile)
    dinsos.close()
    with closing(open_office(dinsos.home.root)) as again:
        assert [move.becomes for move in catch_up(again, AT)] == [date(2026, 7, 16)]
        assert catch_up(again, AT) == ()
        kept = again.records.requests.get(asked.id)
        assert kept is not None and kept.due == date(2026, 7, 16)
        assert len(again.records.trail.find(action=CHANGED)) == 1


def test_a_calendar_that_cannot_be_written_moves_nothing(dinsos: Office) -> None:
    admin, asked = staff(dinsos, Right.ADMINISTER), request(dinsos)
    dinsos.home.profile.unlink()
    dinsos.home.profile.mkdir()
    with pytest.raises(OSError):
        change_calendar(dinsos, with_days(dinsos, DAY), admin, AT, "uji")
    assert dinsos.records.requests.get(asked.id) == asked
    assert dinsos.records.trail.find(action=CHANGED) == []


def test_the_profile_is_written_and_read_with_its_calendar(dinsos: Office) -> None:
    admin = staff(dinsos, Right.ADMINISTER)
    hours = {"Senin": "08.00-15.00", "Sabtu": "08.00-12.00"}
    profile = replace(with_days(dinsos, LATE_LEAVE), worked=(date(2026, 12, 24),), work_hours=hours)
    changed = change_calendar(dinsos, profile, admin, AT, "uji")
    dinsos.close()
    with closing(open_office(dinsos.home.root)) as again:
        assert again.profile == profile
        assert again.calendar == changed.calendar
        assert set(again.calendar.hours) == {0, 5}


@pytest.mark.parametrize(
    ("hours", "why"),
    [
        ('Senen = "08.00-15.00"', 'hari "Senen" tidak dikenal'),
        ('Senin = "08.00-siang"', "tidak dikenal. Contoh: 07.30-12.00"),
        ('Senin = ""', "paling sedikit satu hari kerja"),
    ],
)
def test_hours_written_wrongly_by_hand_are_named(dinsos: Office, hours: str, why: str) -> None:
    with dinsos.home.profile.open("a", encoding="utf-8") as file:
        file.write(f"\n[work_hours]\n{hours}\n")
    with pytest.raises(BadProfile, match=why):
        read_profile(dinsos.home.profile)
