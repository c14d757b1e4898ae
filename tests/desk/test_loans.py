"""Hardcopies on loan: to whom, since when, back, and which should be back by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from archive.model import HardcopyPlace, Officer
from ppid_tui.desk import due, loans
from ppid_tui.desk.office import NotAllowed, Office
from tests.small_office import AT, PETUGAS, PPID, SECRET, TRAVEL, document, officer

TODAY = AT.date()
BORROWER = "Wati Umpama (Bagian Umum)"


def waits(office: Office, name: str, day: date) -> list[str]:
    """The overdue loans on somebody's home screen."""
    found = due.tasks(office, officer(office, name), day)
    return [task.title for task in found if task.kind is due.Kind.LOAN]


def test_who_has_the_paper_and_since_when_stands_in_its_record_until_it_is_back(office: Office) -> None:
    clerk = officer(office, PETUGAS)
    placed = replace(document(office, TRAVEL), hardcopy=HardcopyPlace("2", "1"))
    office.records.documents.change(placed, "uji", PPID, AT)
    lent = loans.lend(office, placed, BORROWER, TODAY, clerk, AT)
    assert lent.hardcopy == HardcopyPlace("2", "1", borrower=BORROWER, borrowed_on=TODAY)
    with pytest.raises(loans.CannotLend, match="masih dipinjam"):
        loans.lend(office, placed, "orang lain", TODAY, clerk, AT)
    assert loans.take_back(office, lent, clerk, AT).hardcopy == HardcopyPlace("2", "1")
    with pytest.raises(loans.CannotLend, match="tidak sedang"):
        loans.take_back(office, lent, clerk, AT)


def test_a_loan_is_on_the_home_screen_once_it_should_be_back(office: Office) -> None:
    loans.lend(office, document(office, TRAVEL), BORROWER, TODAY, officer(office, PETUGAS), AT)
    last = loans.due(office, document(office, TRAVEL))
    assert last == date(2026, 3, 9), "five working days after a Monday"
    assert waits(office, PETUGAS, last) == []
    assert waits(office, PETUGAS, last + timedelta(1)) == [f"Hardcopy belum kembali: {TRAVEL}"]


def test_an_exempt_paper_on_loan_is_told_only_to_who_may_know_of_it(office: Office) -> None:
    late = TODAY + timedelta(30)
    with pytest.raises(loans.CannotLend):
        loans.lend(office, document(office, SECRET), BORROWER, TODAY, officer(office, PETUGAS), AT)
    loans.lend(office, document(office, SECRET), BORROWER, TODAY, officer(office, PPID), AT)
    assert waits(office, PETUGAS, late) == []
    assert waits(office, PPID, late) == [f"Hardcopy belum kembali: {SECRET}"]


def test_the_slip_names_paper_borrower_and_the_day_it_is_due(office: Office) -> None:
    clerk = officer(office, PETUGAS)
    lent = loans.lend(office, document(office, TRAVEL), BORROWER, TODAY, clerk, AT)
    assert loans.slip(office, lent, clerk, AT).stat().st_size > 1000


@pytest.mark.parametrize(("borrower", "day"), [(" ", TODAY), (BORROWER, TODAY + timedelta(1))])
def test_a_loan_needs_a_name_and_a_day_that_has_been(office: Office, borrower: str, day: date) -> None:
    with pytest.raises(loans.CannotLend):
        loans.lend(office, document(office, TRAVEL), borrower, day, officer(office, PETUGAS), AT)


def test_who_neither_serves_nor_describes_lends_nothing(office: Office) -> None:
    with pytest.raises(NotAllowed):
        loans.lend(office, document(office, TRAVEL), BORROWER, TODAY, Officer("Tanpa Peran"), AT)
