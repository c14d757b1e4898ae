"""What can be done with a case beside its step, by this officer, now: the lines of one menu."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from archive.case_model import Case
from archive.model import Officer
from ppid_tui.desk import case_changes, cases, decisions
from ppid_tui.desk.office import Office


class Act(StrEnum):
    """What may be done."""

    UNDO = "undo"
    RECORD = "record"
    PRINT_SHEET = "print_sheet"
    WORD_SHEET = "word_sheet"
    SCAN = "scan"
    NOTE = "note"
    REASSIGN = "reassign"
    CANCEL = "cancel"
    REOPEN = "reopen"
    TRAIL = "trail"


WORDS = {
    Act.UNDO: "Batalkan langkah terakhir",
    Act.RECORD: "Catat keputusan dari lembar bertanda tangan",
    Act.PRINT_SHEET: "Cetak lembar persetujuan untuk {role}",
    Act.WORD_SHEET: "Simpan lembar persetujuan sebagai Word (DOCX)",
    Act.SCAN: "Lampirkan pindaian lembar persetujuan",
    Act.NOTE: "Tulis catatan",
    Act.REASSIGN: "Alihkan langkah ini ke peran lain",
    Act.CANCEL: "Batalkan pekerjaan ini",
    Act.REOPEN: "Buka kembali pekerjaan ini",
    Act.TRAIL: "Lihat jejak perubahannya",
}


def possible(office: Office, case: Case, by: Officer) -> list[tuple[Act, str]]:
    """What this officer can do with the case now, with the words of the menu."""
    role = cases.whose_turn(office, case)
    title = cases.role_title(office, case, role) if role else ""
    return [(act, WORDS[act].format(role=title)) for act in _acts(office, case, by)]


def _acts(office: Office, case: Case, by: Officer) -> Iterator[Act]:
    if case_changes.can_undo(office, case, by):
        yield Act.UNDO
    if decisions.can_record(office, case, by):
        yield from (Act.RECORD, Act.PRINT_SHEET, Act.WORD_SHEET)
    if decisions.may_add_scan(office, case, by):
        yield Act.SCAN
    if case_changes.may_note(office, case, by):
        yield Act.NOTE
    if case_changes.roles_to_give(office, case, by):
        yield Act.REASSIGN
    if case_changes.may_cancel(office, case, by):
        yield Act.CANCEL
    if case_changes.may_reopen(office, case, by):
        yield Act.REOPEN
    yield Act.TRAIL
