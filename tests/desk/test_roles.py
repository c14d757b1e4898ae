"""Roles given and taken, lent for a time, and those that nobody has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from archive.model import Officer, Right
from archive.sop import bundled_sops
from archive.standing_in import Capacity, StandIn
from archive.workflow import NotYourStep
from ppid_tui.desk import bodies, cases, people, roles
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.profile import read_profile
from tests.small_office import AT, ATASAN, GONE, PETUGAS, PPID, officer

PLH = StandIn("petugas", Capacity.PLH, AT.date(), date(2026, 3, 6), "800/12/ST/2026")


def now(office: Office, name: str, at: datetime = AT) -> Officer:
    """The officer as who is signed in at this time."""
    return people.as_of_now(office, officer(office, name), at)


def test_a_role_is_given_and_taken_again_and_both_stand_in_the_trail(office: Office) -> None:
    before = office.records.trail.sequence
    for _ in range(2):
        roles.toggle_role(office, officer(office, PETUGAS), "atasan", officer(office, PPID), AT)
    entries = list(office.records.trail.entries(after=before))
    assert [(e.by, e.action) for e in entries] == [(PPID, roles.GIVEN), (PPID, roles.TAKEN)]
    assert officer(office, PETUGAS).roles == ("petugas",)


def test_only_an_administrator_changes_roles(office: Office) -> None:
    with pytest.raises(NotAllowed, match="PPID"):
        roles.toggle_role(office, officer(office, PETUGAS), "ppid", now(office, PETUGAS), AT)


def test_the_last_administrator_neither_loses_that_nor_leaves(office: Office) -> None:
    ppid = officer(office, PPID)
    with pytest.raises(ValueError, match="satu-satunya"):
        roles.toggle_role(office, ppid, "ppid", ppid, AT)
    with pytest.raises(ValueError, match="satu-satunya"):
        people.retire(office, ppid, ppid, AT)
    roles.toggle_administrator(office, officer(office, ATASAN), ppid, AT)
    assert people.retire(office, ppid, now(office, ATASAN), AT)


def test_who_only_stands_in_does_not_count_as_an_administrator_for_good(office: Office) -> None:
    ppid = officer(office, PPID)
    roles.lend(office, officer(office, ATASAN), StandIn("ppid", Capacity.PLT, AT.date()), ppid, AT)
    assert office.may(now(office, ATASAN), Right.ADMINISTER)
    with pytest.raises(ValueError, match="satu-satunya"):
        people.retire(office, ppid, ppid, AT)


def test_a_stand_in_does_the_step_within_the_dates_and_is_kept_as_such(office: Office) -> None:
    roles.lend(office, officer(office, ATASAN), PLH, officer(office, PPID), AT)
    case = cases.start_case(office, "Daftar agenda", now(office, PETUGAS), AT)
    label = cases.choices(office, case)[0].label
    late = datetime(2026, 3, 7, 8, 0)
    with pytest.raises(NotYourStep):
        cases.finish_step(office, case, label, now(office, ATASAN, late), late)
    moved = cases.finish_step(office, case, label, now(office, ATASAN), AT)
    assert (moved.history[-1].officer, moved.history[-1].acting) == (ATASAN, "Plh.")


def test_an_ended_stand_in_ends_at_once_and_is_still_known(office: Office) -> None:
    ppid, later = officer(office, PPID), AT + timedelta(days=2)
    lent = roles.lend(office, officer(office, ATASAN), PLH, ppid, AT)
    ended = roles.end_stand_in(office, lent, PLH, ppid, later)
    assert "petugas" not in now(office, ATASAN, later).roles
    assert [one.last for one in ended.stand_ins] == [date(2026, 3, 3)]
    assert office.records.trail.find(("officers", ended.id), "", None, None, "", 1)[0].action == roles.ENDED


def test_one_is_no_stand_in_for_oneself_nor_twice(office: Office) -> None:
    ppid = officer(office, PPID)
    with pytest.raises(ValueError, match="sudah memegang"):
        roles.lend(office, officer(office, PETUGAS), PLH, ppid, AT)
    lent = roles.lend(office, officer(office, ATASAN), PLH, ppid, AT)
    with pytest.raises(ValueError, match="sudah menjadi pengganti"):
        roles.lend(office, lent, PLH, ppid, AT)


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [
        (Capacity.PLH, "", ""),
        (Capacity.PLT, "kapan-kapan", ""),
        (Capacity.PLH, "9/3/2026", "8/3/2026"),
        (Capacity.PLH, "1/2/2026", "1/3/2026"),
    ],
)
def test_dates_that_cannot_be_are_refused(by: Capacity, first: str, last: str) -> None:
    with pytest.raises(ValueError, match=r"Isi tanggal|tanggal tertentu|Tanggal terakhir"):
        roles.new_stand_in("ppid", by, first, last, "", AT.date())


def test_a_role_that_nobody_has_is_said_with_what_to_do(office: Office) -> None:
    ppid, today = officer(office, PPID), AT.date()
    assert roles.unheld_words(office, ppid, today) == ("", "")
    roles.toggle_role(office, officer(office, ATASAN), "atasan", ppid, AT)
    assert roles.unheld_words(office, ppid, today)[0] == "Belum ada yang memegang peran Atasan PPID"
    assert PPID in roles.unheld_words(office, officer(office, PETUGAS), today)[1]
    roles.lend(office, officer(office, PETUGAS), StandIn("atasan", Capacity.PLT, today), ppid, AT)
    assert roles.unheld(office, today) == ()


def test_who_comes_back_signs_in_again_with_the_roles_of_then(office: Office) -> None:
    people.reinstate(office, officer(office, GONE), officer(office, PPID), AT)
    assert GONE in [one.name for one in people.on_duty(office, AT)]
    assert now(office, GONE).roles == ("petugas",)


def test_a_role_may_be_of_another_body_and_is_not_given_here_then(office: Office) -> None:
    ppid, atasan = officer(office, PPID), office.sop.role("atasan")
    with pytest.raises(ValueError, match=f"masih dipegang {ATASAN}"):
        bodies.moved(office, atasan, ppid, AT)
    roles.toggle_role(office, officer(office, ATASAN), "atasan", ppid, AT)
    apart = bodies.moved(office, atasan, ppid, AT)
    assert read_profile(office.home.profile).roles_here == ("petugas", "ppid")
    assert roles.unheld(apart, AT.date()) == ()
    with pytest.raises(ValueError, match="bertugas di kantor lain"):
        roles.toggle_role(apart, officer(office, ATASAN), "atasan", ppid, AT)
    back = bodies.moved(apart, atasan, ppid, AT)
    assert roles.toggle_role(back, officer(office, ATASAN), "atasan", ppid, AT).roles == ("atasan",)


def test_one_role_stays_here_and_only_an_administrator_moves_it(office: Office) -> None:
    alone = replace(office, profile=replace(office.profile, roles_here=("ppid",)))
    with pytest.raises(ValueError, match="Satu peran harus"):
        bodies.moved(alone, office.sop.role("ppid"), officer(office, PPID), AT)
    with pytest.raises(NotAllowed):
        bodies.moved(office, office.sop.role("atasan"), now(office, PETUGAS), AT)


def test_only_the_citys_sop_goes_from_body_to_body() -> None:
    assert [sop.id for sop in bundled_sops() if bodies.joins_bodies(sop)] == ["dinsos"]
