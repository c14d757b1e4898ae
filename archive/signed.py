"""Steps decided on paper: the head signs a sheet, and an officer at the kiosk puts down what was decided.

So that nobody lends a PIN. Only what a role decides may be decided so, and only by who may describe records.
"""

from __future__ import annotations

from datetime import date, datetime

from archive.case_model import Case, SignedSheet
from archive.model import Officer, Right
from archive.officers import rights_of
from archive.sop import Sop
from archive.workflow import WorkflowError, move, require_open, whose_turn


class NotOnPaper(WorkflowError):
    """This step cannot be decided on paper, or not put down by this officer or in this way."""


def can_be_signed(sop: Sop, case: Case) -> bool:
    """Whether the step belongs to a role that decides, and so may be decided by a signature."""
    role = whose_turn(sop, case)
    return role is not None and Right.DECIDE in sop.role(role).may


def may_record(sop: Sop, officer: Officer) -> bool:
    """Whether the officer may put down what another signed: who holds a role of the SOP and may describe."""
    return any(role.id in officer.roles for role in sop.roles) and Right.DESCRIBE in rights_of(officer, sop)


def decide_on_paper(
    sop: Sop, case: Case, label: str, sheet: SignedSheet, recorder: Officer, at: datetime, note: str = ""
) -> Case:
    """Move the case by what was signed. Raises NotOnPaper, UnknownChoice or ReasonMissing."""
    require_open(sop, case)
    if not can_be_signed(sop, case) or not may_record(sop, recorder):
        raise NotOnPaper("Keputusan langkah ini tidak dapat Anda catat dari kertas.")
    if fault := date_fault(case, sheet.signed_on, at.date()):
        raise NotOnPaper(fault)
    if not sheet.signer.strip() or not sheet.position.strip():
        raise NotOnPaper("Isi nama dan jabatan yang menandatangani.")
    return move(sop, case, label, Officer(name=sheet.signer), at, note, sheet=sheet)


def date_fault(case: Case, signed_on: date, today: date) -> str:
    """What is wrong with the day of a signature, in Indonesian; '' where it can be."""
    if signed_on > today:
        return "Tanggal tanda tangan belum tiba. Tulis tanggal yang tertera pada lembarnya."
    if case.opened_at and signed_on < case.opened_at.date():
        return "Tanggal tanda tangan mendahului pekerjaan ini. Periksa tanggal pada lembarnya."
    return ""
