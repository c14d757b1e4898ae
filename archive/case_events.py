"""What is done to a case beside its steps: cancelled, opened again, given to another role, a move taken back, a note.

Pure, as the workflow is. Each leaves an entry in the case, and nothing that was there is lost.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.case_model import Case, CaseEvent, CaseEventKind, Phase, StepDone
from archive.model import Officer, Right
from archive.officers import rights_of
from archive.sop import Role, Sop, Step
from archive.workflow import ReasonMissing, WorkflowError, current_step, own_role, whose_turn


class NotPossible(WorkflowError):
    """The case cannot be changed so, or not by this officer; the message is for the officer."""


def is_superior(sop: Sop, officer: Officer) -> bool:
    """Whether the officer decides under this SOP, or administers the office."""
    return not rights_of(officer, sop).isdisjoint((Right.DECIDE, Right.ADMINISTER))


def may_close(sop: Sop, case: Case, officer: Officer) -> bool:
    """Whether the officer may cancel this case: who holds it now, or a superior."""
    role = whose_turn(sop, case)
    return role is not None and (role in officer.roles or is_superior(sop, officer))


def may_reopen(sop: Sop, case: Case, officer: Officer) -> bool:
    """Whether the officer may open a closed case again: a superior, or who would have it then."""
    if whose_turn(sop, case) is not None or not (case.cancelled or case.history):
        return False
    return is_superior(sop, officer) or whose_turn(sop, _opened(case)) in officer.roles


def assignable(sop: Sop, case: Case, officer: Officer) -> tuple[Role, ...]:
    """The roles to which this officer may give the current step; a decision only to a role that decides.

    Nobody may come to review their own work.
    """
    step = current_step(sop, case)
    if step is None or not is_superior(sop, officer):
        return ()
    worked = {step.role, case.history[-1].role} if case.phase is Phase.REVIEW else {step.reviewer}
    barred = {whose_turn(sop, case), *worked}
    free = (role for role in sop.roles if role.id not in barred)
    return tuple(role for role in free if Right.DECIDE in role.may or not _decides(step, case))


def cancel(sop: Sop, case: Case, reason: str, officer: Officer, at: datetime) -> Case:
    """End a case before its last step. Raises NotPossible or ReasonMissing."""
    if not may_close(sop, case, officer):
        raise NotPossible("Pekerjaan ini dibatalkan oleh yang sedang mengerjakannya, atau oleh atasannya.")
    why = _required(reason)
    return _noted(replace(case, cancelled=why), CaseEventKind.CANCELLED, officer, at, reason=why)


def reopen(sop: Sop, case: Case, reason: str, officer: Officer, at: datetime) -> Case:
    """Take up a case again: at the step where it was cancelled, else at its last. Raises NotPossible, ReasonMissing."""
    if not may_reopen(sop, case, officer):
        raise NotPossible("Pekerjaan ini dibuka kembali oleh yang terakhir mengerjakannya, atau oleh atasannya.")
    opened, why = replace(_opened(case), since=at, begun=None), _required(reason)
    return _noted(opened, CaseEventKind.REOPENED, officer, at, whose_turn(sop, opened) or "", why)


def reassign(sop: Sop, case: Case, role: str, reason: str, officer: Officer, at: datetime) -> Case:
    """Give the current step to another role. Raises NotPossible or ReasonMissing."""
    if role not in {one.id for one in assignable(sop, case, officer)}:
        raise NotPossible("Langkah ini tidak dapat Anda alihkan ke peran itu.")
    step, why = sop.step(case.step or 0), _required(reason)
    given = replace(case, assigned="" if role == own_role(step, case.phase) else role, begun=None)
    return _noted(given, CaseEventKind.REASSIGNED, officer, at, role, why)


def may_note(sop: Sop, officer: Officer) -> bool:
    """Whether the officer may write notes into cases of this SOP: who holds a role of it."""
    return any(role.id in officer.roles for role in sop.roles)


def note(sop: Sop, case: Case, words: str, officer: Officer, at: datetime) -> Case:
    """Write something down for whoever opens the case. Raises NotPossible, or ReasonMissing where it is empty."""
    if not may_note(sop, officer):
        raise NotPossible("Catatan ditulis oleh petugas yang punya peran dalam SOP.")
    if not words.strip():
        raise ReasonMissing("Tulis dahulu catatannya.")
    return _noted(case, CaseEventKind.NOTED, officer, at, whose_turn(sop, case) or "", words.strip())


def may_undo(case: Case, officer: Officer) -> bool:
    """Whether the last thing in the case's history is a move that this officer made."""
    if not case.history or case.cancelled or case.begun or case.draft:
        return False
    last = case.history[-1]
    return last.moved_by == officer.id and all(event.after < len(case.history) for event in case.events)


def undo(sop: Sop, case: Case, officer: Officer, at: datetime) -> Case:
    """Take back the last move: the case is where it was, with what was filled in. Raises NotPossible."""
    if not may_undo(case, officer):
        raise NotPossible("Langkah ini tidak dapat dibatalkan lagi: sudah ada yang mengerjakan lanjutannya.")
    last = case.history[-1]
    own = own_role(sop.step(last.step), last.phase)
    earlier = case.history[-2].at if len(case.history) > 1 else case.opened_at
    before = replace(
        case,
        step=last.step,
        phase=last.phase,
        since=last.since or earlier,
        begun=last.began,
        history=case.history[:-1],
        draft=dict(last.form),
        assigned="" if last.role == own else last.role,
    )
    return _noted(before, CaseEventKind.UNDONE, officer, at, last.role, undone=last)


def _opened(case: Case) -> Case:
    if case.cancelled or not case.history:
        return replace(case, cancelled="")
    return replace(case, step=case.history[-1].step, phase=Phase.WORK, assigned="")


def _decides(step: Step, case: Case) -> bool:
    return case.phase is Phase.REVIEW or step.work == "review"


def _required(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing("Tulis dahulu alasannya.")
    return reason.strip()


def _noted(
    case: Case,
    kind: CaseEventKind,
    officer: Officer,
    at: datetime,
    role: str = "",
    reason: str = "",
    undone: StepDone | None = None,
) -> Case:
    event = CaseEvent(kind, at, officer.id, officer.name, case.step, len(case.history), role, reason, undone)
    return replace(case, events=(*case.events, event))
