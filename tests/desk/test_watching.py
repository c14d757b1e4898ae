"""The office's own incoming folder is taken in by itself: when all in it stands still, and nothing in vain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ppid_tui.desk.fates import Fate, Outcome
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import Office
from ppid_tui.desk.reserving import Intake, leave_incoming, reserved
from ppid_tui.desk.sources import Looks, waiting
from ppid_tui.desk.watching import AGAIN, CALM, Watched, takes_by_itself, worth_telling
from tests.small_office import AT, ATASAN, PETUGAS, officer, write_pdf


def drop(office: Office, name: str, words: str = "Undangan rapat.") -> Path:
    """Put a letter into incoming."""
    return write_pdf(office.home.incoming / name, [words])


def test_what_lies_in_incoming_is_taken_once_it_stood_still_for_a_while(office: Office) -> None:
    surat = drop(office, "surat.pdf")
    seen = Watched().again(office, 100)
    assert seen.ready() == [], "nobody knows yet whether it still grows"
    assert seen.again(office, 100 + CALM - 1).ready() == []
    assert seen.again(office, 100 + CALM).ready() == [surat]


def test_while_any_file_grows_all_wait_so_that_they_come_in_one_go(office: Office) -> None:
    first = drop(office, "a.pdf")
    seen = Watched().again(office, 100).again(office, 100 + CALM)
    second = drop(office, "b.pdf")
    seen = seen.again(office, 101 + CALM)
    assert seen.ready() == []
    assert seen.again(office, 101 + 2 * CALM).ready() == [first, second]


def test_what_could_not_be_taken_is_tried_again_later_or_when_it_changes(office: Office) -> None:
    surat = drop(office, "surat.pdf")
    seen = Watched().again(office, 0).again(office, CALM)
    seen = seen.trying(seen.ready()).again(office, 2 * CALM)
    assert seen.ready() == []
    assert seen.again(office, CALM + AGAIN).ready() == [surat]
    surat.write_bytes(surat.read_bytes() + b"%")
    assert seen.again(office, 30).again(office, 30 + CALM).ready() == [surat]


def test_only_for_who_may_take_in_and_where_the_office_wants_it(office: Office) -> None:
    assert takes_by_itself(office, officer(office, PETUGAS))
    assert not takes_by_itself(office, officer(office, ATASAN))
    by_hand = replace(office, profile=replace(office.profile, take_incoming=False))
    assert not takes_by_itself(by_hand, officer(office, PETUGAS))


def test_what_another_kiosk_had_first_is_not_told_nor_what_was_told_before(office: Office) -> None:
    here, gone = drop(office, "a.pdf"), office.home.incoming / "b.pdf"
    outcomes = [Outcome(here, Fate.DEFERRED), Outcome(gone, Fate.DEFERRED), Outcome(gone, Fate.TAKEN)]
    assert worth_telling(outcomes, frozenset()) == (outcomes[0], outcomes[2])
    assert worth_telling(outcomes, frozenset({here})) == (outcomes[2],)


def test_a_file_written_on_after_it_was_copied_stays_and_comes_again(office: Office) -> None:
    surat = drop(office, "surat.pdf")
    arrival = reserved(Intake(office, officer(office, PETUGAS), AT), surat, Looks(), set())
    assert arrival is not None and not isinstance(arrival, Outcome)
    surat.write_bytes(surat.read_bytes() + b"% and the rest")
    leave_incoming(office, arrival)
    assert waiting(office) == [surat]


def test_a_file_that_another_kiosk_has_just_recorded_is_no_duplicate_of_itself(office: Office) -> None:
    """Between its record and its leaving, the other kiosk still has it reserved."""
    surat = drop(office, "surat.pdf")
    content = surat.read_bytes()
    (step,) = take_in(office, [surat], officer(office, PETUGAS), AT, patience=0)
    assert step.outcome and step.outcome.document
    surat.write_bytes(content)
    held = reserved(Intake(office, officer(office, PETUGAS), AT), surat, Looks(), set())
    assert isinstance(held, Outcome) and held.fate is Fate.DUPLICATE, "once it let go, a second copy is one"
