"""Entering: PINs, waits, the recovery code, and who may give a new PIN."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from archive.model import Officer, Right
from archive.officers import POOR_PIN
from archive.sop import SopError
from ppid_tui.desk import people
from ppid_tui.desk.office import NotAllowed, Office, open_office
from ppid_tui.desk.profile import Profile
from tests.small_office import AT, ATASAN, GONE, PETUGAS, PINS, PPID, officer

WRONG = "111112"


def test_an_officer_signs_in_with_the_pin(office: Office) -> None:
    answer = people.sign_in(office, officer(office, PETUGAS).id, PINS[PETUGAS], AT)
    assert answer.officer and answer.officer.name == PETUGAS


def test_a_wrong_pin_waits_longer_each_time(office: Office) -> None:
    at, waits = AT, []
    for _ in range(9):
        people.sign_in(office, officer(office, PETUGAS).id, WRONG, at)
        locked = officer(office, PETUGAS).locked_until
        waits.append((locked - at).total_seconds() if locked else 0)
        at = locked or at
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900]


def test_while_one_waits_even_the_right_pin_is_not_taken(office: Office) -> None:
    someone = officer(office, PETUGAS).id
    for _ in range(3):
        people.sign_in(office, someone, WRONG, AT)
    early = people.sign_in(office, someone, PINS[PETUGAS], AT + timedelta(seconds=29))
    assert early.officer is None and "Tunggu 1 detik" in early.words
    later = people.sign_in(office, someone, PINS[PETUGAS], AT + timedelta(seconds=30))
    assert later.officer and later.officer.wrong_pins == 0


def test_waiting_holds_across_a_restart_of_the_kiosk(office_home: Path) -> None:
    office = open_office(office_home)
    for _ in range(3):
        people.sign_in(office, officer(office, PETUGAS).id, WRONG, AT)
    office.close()
    again = open_office(office_home)
    assert people.sign_in(again, officer(again, PETUGAS).id, PINS[PETUGAS], AT).officer is None
    again.close()


def test_the_words_after_a_wrong_pin_name_whom_to_ask(office: Office) -> None:
    words = people.sign_in(office, officer(office, PETUGAS).id, WRONG, AT).words
    assert words.startswith("PIN belum cocok. Sisa 2 percobaan.") and PPID in words


def test_who_has_left_is_neither_offered_nor_let_in(office: Office) -> None:
    assert GONE not in [o.name for o in people.on_duty(office, AT)]
    assert people.sign_in(office, officer(office, GONE).id, PINS[GONE], AT).officer is None


def test_right_and_wrong_pins_stand_in_the_trail_but_no_pin_does(office: Office) -> None:
    before = office.records.trail.sequence
    for pin in (WRONG, PINS[PETUGAS]):
        people.sign_in(office, officer(office, PETUGAS).id, pin, AT)
    entries = list(office.records.trail.entries(after=before))
    assert [(e.by, e.action) for e in entries] == [(PETUGAS, "PIN salah"), (PETUGAS, "masuk")]
    told = "".join(map(str, office.records.trail.entries()))
    assert not any(pin in told for pin in (WRONG, *PINS.values()))
    assert officer(office, PETUGAS).pin not in told


def test_only_an_administrator_gives_a_new_pin(office: Office) -> None:
    someone = officer(office, PETUGAS)
    with pytest.raises(NotAllowed, match="PPID"):
        people.reset_pin(office, someone, "112233", officer(office, ATASAN), AT)
    people.reset_pin(office, someone, "112233", officer(office, PPID), AT)
    assert people.sign_in(office, someone.id, "112233", AT).officer
    assert people.sign_in(office, someone.id, PINS[PETUGAS], AT).officer is None


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "000000", "12345a", "１２３４５６"])
def test_a_poor_pin_is_refused(office: Office, pin: str) -> None:
    with pytest.raises(ValueError, match=POOR_PIN):
        people.reset_pin(office, officer(office, PETUGAS), pin, officer(office, PPID), AT)


def test_a_recovery_code_works_once_and_is_followed_by_the_next(office: Office) -> None:
    known, code = people.enrol(office, Officer("Tari Contoh", roles=("petugas",)), "135791", PPID, AT)
    answer = people.recover(office, known.id, code.lower().replace("-", " "), "246802", AT)
    assert answer
    next_code = answer[1]
    assert people.sign_in(office, known.id, "246802", AT).officer
    assert people.recover(office, known.id, code, "975310", AT) is None
    assert people.recover(office, known.id, next_code, "975310", AT)


def test_guessing_recovery_codes_makes_one_wait_too(office: Office) -> None:
    known, code = people.enrol(office, Officer("Tari Contoh", roles=("petugas",)), "135791", PPID, AT)
    for _ in range(3):
        assert people.recover(office, known.id, "AAAA-BBBB-CCCC-DDDD", "246802", AT) is None
    assert people.recover(office, known.id, code, "246802", AT) is None
    assert people.recover(office, known.id, code, "246802", AT + timedelta(minutes=1))


def test_the_first_officer_administers_the_office_and_has_a_paper_with_the_code(tmp_path: Path) -> None:
    office, code, paper = people.found_office(tmp_path / "k", "kesra", "Biro Contoh", "Rina Contoh", "482913", AT)
    first = office.records.officers.all()[0]
    assert people.administrators(office, AT.date()) == [first]
    assert office.may(first, Right.ADMINISTER) and paper.read_bytes().startswith(b"%PDF")
    assert people.recover(office, first.id, code, "112233", AT)
    office.close()


def test_an_office_is_not_set_up_over_another(office_home: Path) -> None:
    with pytest.raises(people.AlreadySetUp, match="--home"):
        people.found_office(office_home, "adpim", "Lain", "Rina Contoh", "482913", AT)


def test_an_office_made_without_officers_still_gets_its_first(tmp_path: Path) -> None:
    people.set_up(tmp_path, Profile("Biro Contoh", "adpim", address="Jalan Contoh 1")).close()
    office, _, _ = people.found_office(tmp_path, "adpim", "Biro Contoh", "Rina Contoh", "482913", AT)
    assert (office.profile.address, office.records.officers.count()) == ("Jalan Contoh 1", 1)
    office.close()


def test_an_unknown_sop_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(SopError, match="adpim"):
        people.set_up(tmp_path / "k", Profile("Biro Contoh", "zzz"))
    assert not (tmp_path / "k").exists()
