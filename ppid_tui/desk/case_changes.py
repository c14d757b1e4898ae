"""What is done to a case beside its steps: cancelled, opened again, given to another role, a move taken back."""

from __future__ import annotations

from datetime import date, datetime

from archive import case_events
from archive.case_model import Case
from archive.model import Officer
from archive.sop import Role
from ppid_tui.desk.calendar_change import MOVED
from ppid_tui.desk.cases import is_elsewhere, sop_of
from ppid_tui.desk.office import Office

LOOKED_AT = 20
"""Entries of the trail among which the last move is looked for."""


def may_cancel(office: Office, case: Case, by: Officer) -> bool:
    """Whether this officer may end the case before its last step."""
    return case_events.may_close(sop_of(office, case), case, by)


def cancel_case(office: Office, case: Case, reason: str, by: Officer, at: datetime) -> Case:
    """End a case before its last step. Raises NotPossible, or ReasonMissing."""
    ended = case_events.cancel(sop_of(office, case), case, reason, by, at)
    return office.records.cases.change(ended, "membatalkan pekerjaan", by.name, at, ended.cancelled)


def may_reopen(office: Office, case: Case, by: Officer) -> bool:
    """Whether this officer may open the closed case again."""
    return case_events.may_reopen(sop_of(office, case), case, by)


def reopen_case(office: Office, case: Case, reason: str, by: Officer, at: datetime) -> Case:
    """Take up a cancelled or finished case again. Raises NotPossible, or ReasonMissing."""
    opened = case_events.reopen(sop_of(office, case), case, reason, by, at)
    return office.records.cases.change(opened, "membuka kembali pekerjaan", by.name, at, opened.events[-1].reason)


def roles_to_give(office: Office, case: Case, by: Officer) -> tuple[Role, ...]:
    """The roles to which this officer may give the current step: those that are worked in this office."""
    if is_elsewhere(office, case):
        return ()
    here = office.profile.roles_here
    roles = case_events.assignable(sop_of(office, case), case, by)
    return tuple(role for role in roles if not here or role.id in here)


def reassign_case(office: Office, case: Case, role: str, reason: str, by: Officer, at: datetime) -> Case:
    """Give the current step to another role. Raises NotPossible, or ReasonMissing."""
    if role not in {one.id for one in roles_to_give(office, case, by)}:
        raise case_events.NotPossible("Langkah ini tidak dapat Anda alihkan ke peran itu.")
    given = case_events.reassign(sop_of(office, case), case, role, reason, by, at)
    return office.records.cases.change(given, "mengalihkan langkah", by.name, at, given.events[-1].reason)


def may_note(office: Office, case: Case, by: Officer) -> bool:
    """Whether this officer may write a note into the case."""
    return case_events.may_note(sop_of(office, case), by)


def write_note(office: Office, case: Case, words: str, by: Officer, at: datetime) -> Case:
    """Keep a note with the case. Raises NotPossible, or ReasonMissing."""
    noted = case_events.note(sop_of(office, case), case, words, by, at)
    return office.records.cases.change(noted, "menulis catatan", by.name, at, noted.events[-1].reason)


def can_undo(office: Office, case: Case, by: Officer) -> bool:
    """Whether this officer made the last move, and nobody has done anything to the case since."""
    return case_events.may_undo(case, by) and _untouched(office, case)


def undo_last(office: Office, case: Case, by: Officer, at: datetime) -> Case:
    """Take back the last move. Raises NotPossible."""
    if not can_undo(office, case, by):
        raise case_events.NotPossible(
            "Langkah ini tidak dapat dibatalkan lagi: sudah ada yang mengerjakan lanjutannya."
        )
    back = case_events.undo(sop_of(office, case), case, by, at)
    words = f"langkah {case.history[-1].step}: {case.history[-1].outcome}"
    return office.records.cases.change(back, "membatalkan langkah terakhir", by.name, at, words)


def last_moved(office: Office, by: Officer, day: date) -> Case | None:
    """The case that this officer handed on last on this day, if nobody has done more with it since."""
    moves = ((done.at, case.id, case) for case in office.records.cases.all() for done in case.history[-1:])
    mine = (m for m in moves if m[2].history[-1].moved_by == by.id and m[0].date() == day and not m[2].cancelled)
    return max(mine, default=(None, 0, None), key=lambda move: move[:2])[2]


def _untouched(office: Office, case: Case) -> bool:
    """Whether the case's last entry in the trail is its last move; a moved deadline is nobody's doing."""
    entries = office.records.trail.find(("cases", case.id), limit=LOOKED_AT)
    last = next((entry for entry in entries if entry.action != MOVED), None)
    return last is not None and last.action.startswith("langkah ")
