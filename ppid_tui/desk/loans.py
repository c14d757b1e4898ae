"""Hardcopies on loan: to whom and since when, a slip to fetch one, and back. How long is set by the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from archive.model import Document, HardcopyPlace, Officer, Right
from archive.workdays import add_workdays
from ppid_tui.desk import serving
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.hardcopy_places import place_words
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.signing import IDENTITY
from ppid_tui.printouts.labels import long_date, long_time
from ppid_tui.printouts.loan_slip import Loan, loan_slip
from ppid_tui.printouts.paper import Signature
from ppid_tui.printouts.request_parts import Frame


class CannotLend(Exception):
    """The paper cannot be lent or taken back now; the words say why, in Indonesian."""


REFUSALS = (NotAllowed, CannotLend)


def is_lent(document: Document) -> bool:
    """Whether somebody has the paper."""
    return bool(document.hardcopy and document.hardcopy.borrower)


def due(office: Office, document: Document) -> date | None:
    """The day by which the paper is to be back; None where it is not on loan, or nobody knows since when."""
    place = document.hardcopy
    if place is None or not place.borrower or place.borrowed_on is None:
        return None
    return add_workdays(place.borrowed_on, max(office.profile.loan_days, 0), office.calendar)


def lend(office: Office, document: Document, borrower: str, on: date, by: Officer, at: datetime) -> Document:
    """Note who takes the paper. Raises NotAllowed, or CannotLend where somebody has it already."""
    now = _known(office, document, by)
    if is_lent(now):
        raise CannotLend(f"Hardcopy ini masih dipinjam {now.hardcopy.borrower if now.hardcopy else ''}.")
    if not borrower.strip() or on > at.date():
        raise CannotLend("Tulis siapa yang meminjam; tanggalnya tidak boleh sesudah hari ini.")
    place = replace(now.hardcopy or HardcopyPlace(), borrower=borrower.strip(), borrowed_on=on)
    return _keep(office, replace(now, hardcopy=place), "meminjamkan hardcopy", by, at)


def take_back(office: Office, document: Document, by: Officer, at: datetime) -> Document:
    """The paper lies in its place again. Raises NotAllowed, or CannotLend where nobody had it."""
    now = _known(office, document, by)
    if now.hardcopy is None or not is_lent(now):
        raise CannotLend("Hardcopy ini tidak sedang dipinjam.")
    place = replace(now.hardcopy, borrower="", borrowed_on=None)
    return _keep(office, replace(now, hardcopy=place), "menerima kembali hardcopy", by, at)


def slip(office: Office, document: Document, by: Officer, at: datetime) -> Path:
    """The slip to fetch the paper, or for who has it, in the printouts folder. Raises NotAllowed, OSError."""
    now = _known(office, document, by)
    place, back = now.hardcopy or HardcopyPlace(), due(office, now)
    frame = Frame(
        office.profile.kop, f"dicetak {long_time(at)} oleh {by.name}", office.profile.paper_size, office.profile.demo
    )
    clerk = Signature(f"{office.profile.city or '.' * 20}, {long_date(at)}", "Petugas,", by.name, IDENTITY)
    loan = Loan(now.title, now.number, place_words(place), place.borrower, place.borrowed_on, back)
    return serving.save_paper(office, loan_slip(frame, loan, clerk), f"bon hardcopy {now.title}", at)


def overdue(office: Office, by: Officer, today: date) -> list[tuple[Document, date]]:
    """Papers that should be back, for who may lend and may know of them; the longest overdue first."""
    if not _may(office, by):
        return []
    viewer = Viewer(by)
    lent = [one for one in office.records.documents.all() if is_lent(one) and may_see(office, one, viewer)]
    dues = [(one, day) for one in lent if (day := due(office, one)) and day < today]
    return sorted(dues, key=lambda pair: pair[1])


def _may(office: Office, by: Officer) -> bool:
    return office.may(by, Right.SERVE) or office.may(by, Right.DESCRIBE)


def _known(office: Office, document: Document, by: Officer) -> Document:
    if not _may(office, by):
        office.require(by, Right.SERVE, "Meminjamkan hardcopy")
    now = office.records.documents.standing(document.id)
    if now is None or not may_see(office, now, Viewer(by)):
        raise CannotLend("Dokumen ini tidak ada lagi.")
    return now


def _keep(office: Office, document: Document, what: str, by: Officer, at: datetime) -> Document:
    kept = office.records.documents.change(document, what, by.name, at)
    for _ in office.indexes.catch_up():
        pass
    return kept
