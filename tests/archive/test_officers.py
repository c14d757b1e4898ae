"""Whose role is whose on which day: held, or done for a time in another's stead."""

from __future__ import annotations

from datetime import date

from archive.model import Officer, Right
from archive.officers import capacity, holders, on_day, rights_of
from archive.sop import bundled_sop
from archive.standing_in import Capacity, StandIn

FIRST, LAST = date(2026, 3, 9), date(2026, 3, 13)
PLH = StandIn("ppid", Capacity.PLH, FIRST, LAST)
RINA = Officer("Rina Contoh", ("petugas",), id=1, stand_ins=(PLH,))
BAYU = Officer("Bayu Contoh", ("ppid",), id=2)


def test_a_stand_in_has_the_role_from_the_first_day_to_the_last_and_no_other() -> None:
    days = [date(2026, 3, day) for day in (8, 9, 13, 14)]
    assert ["ppid" in on_day(RINA, day).roles for day in days] == [False, True, True, False]
    assert all("petugas" in on_day(RINA, day).roles for day in days)


def test_with_the_role_come_its_rights_and_go_with_it() -> None:
    sop = bundled_sop("adpim")
    assert Right.DECIDE in rights_of(on_day(RINA, LAST), sop)
    assert Right.DECIDE not in rights_of(on_day(RINA, date(2026, 3, 14)), sop)


def test_without_a_last_day_it_counts_until_it_is_ended() -> None:
    plt = StandIn("atasan", Capacity.PLT, FIRST)
    assert plt.on(date(2031, 1, 1)) and not plt.ended(date(2031, 1, 1))


def test_who_has_left_has_neither_roles_nor_rights() -> None:
    gone = Officer("Danu Contoh", ("ppid",), rights=(Right.ADMINISTER,), active_until=FIRST)
    after = on_day(gone, date(2026, 3, 10))
    assert (after.roles, after.rights) == ((), ())
    assert on_day(gone, FIRST) == gone


def test_the_stand_in_comes_before_the_holder_while_it_lasts() -> None:
    assert holders([BAYU, RINA], "ppid", LAST) == [RINA, BAYU]
    assert holders([BAYU, RINA], "ppid", date(2026, 3, 14)) == [BAYU]
    assert (capacity(RINA, "ppid", LAST), capacity(BAYU, "ppid", LAST)) == (Capacity.PLH, None)
