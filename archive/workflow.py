"""How a case goes through its SOP: pure, a case and a choice in, the next case out.

A case stands at one step, in one phase: the work, or, where the step has a reviewer, its review.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from archive.case_model import Case, Phase, SignedSheet, StepDone
from archive.model import Officer
from archive.officers import capacity
from archive.sop import Sop, Step
from archive.workdays import Calendar, Count, explain


class WorkflowError(Exception):
    """A move that the SOP does not allow; the message is for the officer."""


class NotYourStep(WorkflowError):
    """The step belongs to another role."""


class ReasonMissing(WorkflowError):
    """A case was to be sent back without saying what is to be put right."""


class UnknownChoice(WorkflowError):
    """The SOP has no such way out of this step, or the case is closed."""


@dataclass(frozen=True)
class Choice:
    """A way on from here: ``to`` is a step's number, None the end; ``next_role`` whose turn it is then."""

    label: str
    to: int | None
    goes_back: bool
    next_role: str | None


@dataclass(frozen=True)
class Place:
    """Where a case stands: step ``n`` of ``of``; roles by title, '' when there is none."""

    n: int
    of: int
    role: str
    next_role: str


def open_case(
    sop: Sop, title: str, officer: Officer, at: datetime, unit: str = "", documents: Iterable[int] = ()
) -> Case:
    """A new case at the first step of the SOP, in the version it begins under."""
    return Case(
        title=title,
        sop=sop.id,
        sop_version=sop.version,
        unit=unit,
        step=sop.steps[0].number,
        since=at,
        opened_at=at,
        opened_by=officer.name,
        documents=tuple(documents),
    )


def whose_turn(sop: Sop, case: Case) -> str | None:
    """The id of the one role that may move the case now; None when it is done or cancelled."""
    step = current_step(sop, case)
    if step is None:
        return None
    return case.assigned or own_role(step, case.phase)


def own_role(step: Step, phase: Phase) -> str:
    """Whose a step is by the SOP, whoever it was given to."""
    return step.reviewer if phase is Phase.REVIEW and step.reviewer else step.role


def current_step(sop: Sop, case: Case) -> Step | None:
    """The step at which the case stands; None when it is done or cancelled."""
    return None if case.step is None or case.cancelled else sop.step(case.step)


def choices(sop: Sop, case: Case) -> tuple[Choice, ...]:
    """What the holder of the case may choose now; none when it is closed."""
    step = current_step(sop, case)
    if step is None:
        return ()
    if step.reviewer and case.phase is Phase.WORK:
        return (Choice(_hand_on(sop, step.reviewer), step.number, goes_back=False, next_role=step.reviewer),)
    if step.outcomes:
        return tuple(_choice(sop, step, way.label, way.to) for way in step.outcomes)
    following = sop.after(step.number)
    return (_choice(sop, step, _forward(sop, whose_turn(sop, case), following), following),)


def advance(
    sop: Sop,
    case: Case,
    label: str,
    officer: Officer,
    at: datetime,
    note: str = "",
    form: Mapping[str, str] | None = None,
    began: datetime | None = None,
) -> Case:
    """Move the case by the choice of this label, and write it into its history.

    ``form`` is what was filled in, the case's draft if not given; ``began`` when the officer took the step up,
    unless the case tells an earlier time. Raises NotYourStep if the officer
    holds not the role whose turn it is, UnknownChoice, and ReasonMissing when going back without note.
    """
    role = require_open(sop, case)
    if role not in officer.roles:
        raise NotYourStep(_not_yours(sop, role))
    return move(sop, replace(case, draft=dict(case.draft if form is None else form)), label, officer, at, note, began)


def require_open(sop: Sop, case: Case) -> str:
    """The role whose turn it is. Raises UnknownChoice where the case is closed."""
    role = whose_turn(sop, case)
    if role is None:
        raise UnknownChoice("Pekerjaan ini sudah selesai atau dibatalkan.")
    return role


def move(
    sop: Sop,
    case: Case,
    label: str,
    officer: Officer,
    at: datetime,
    note: str,
    began: datetime | None = None,
    sheet: SignedSheet | None = None,
) -> Case:
    """Move the case, its draft filled in; who may is asked before. Raises UnknownChoice or ReasonMissing."""
    role, choice = require_open(sop, case), _chosen(sop, case, label)
    if choice.goes_back and not note.strip():
        raise ReasonMissing("Apa yang perlu diperbaiki? Tulis dahulu, lalu kembalikan.")
    done = StepDone(
        step=case.step or 0,
        phase=case.phase,
        role=role,
        officer_id=officer.id,
        officer=officer.name,
        at=at,
        outcome=choice.label,
        to=choice.to,
        note=note.strip(),
        form=case.draft,
        began=min(filter(None, (case.begun, began)), default=None),
        since=case.since,
        sheet=sheet,
        acting=str(capacity(officer, role, at.date()) or ""),
    )
    return _moved(sop, case, done)


def place_in(sop: Sop, case: Case) -> Place:
    """For "Langkah n dari m … Berikutnya: …"; a finished case stands at the last step."""
    step = current_step(sop, case)
    numbers = [step.number for step in sop.steps]
    if step is None:
        return Place(len(numbers), len(numbers), "", "")
    ahead = choices(sop, case)[0].next_role
    role = whose_turn(sop, case)
    return Place(numbers.index(step.number) + 1, len(numbers), _title(sop, role), _title(sop, ahead))


def due(sop: Sop, case: Case, calendar: Calendar) -> date | None:
    """The last day for the current step; None if it is open-ended or in minutes or hours: never late."""
    counted = due_count(sop, case, calendar)
    return counted.due if counted else None


def due_count(sop: Sop, case: Case, calendar: Calendar) -> Count | None:
    """As ``due``, with the days that were skipped and why. "hari" counts as "hari kerja"."""
    step = current_step(sop, case)
    began = step_began(case)
    if step is None or began is None or step.standard is None or not step.standard.unit.is_days:
        return None
    return explain(began.date(), step.standard.amount, calendar)


def step_began(case: Case) -> datetime | None:
    """When the current step's work began; its review is part of it."""
    if case.phase is Phase.WORK or not case.history:
        return case.since
    if case.history[-1].since:
        return case.history[-1].since
    return case.history[-2].at if len(case.history) > 1 else case.opened_at


def _moved(sop: Sop, case: Case, done: StepDone) -> Case:
    to_review = done.phase is Phase.WORK and sop.step(done.step).reviewer is not None
    return replace(
        case,
        step=done.to,
        phase=Phase.REVIEW if to_review else Phase.WORK,
        since=done.at,
        begun=None,
        history=(*case.history, done),
        draft={},
        assigned="",
    )


def _chosen(sop: Sop, case: Case, label: str) -> Choice:
    known = choices(sop, case)
    for choice in known:
        if choice.label == label:
            return choice
    names = ", ".join(choice.label for choice in known)
    raise UnknownChoice(f'"{label}" bukan pilihan di langkah ini. Pilihan: {names}.')


def _choice(sop: Sop, step: Step, label: str, to: int | None) -> Choice:
    next_role = None if to is None else sop.step(to).role
    return Choice(label, to, to is not None and to <= step.number, next_role)


def _forward(sop: Sop, role: str | None, to: int | None) -> str:
    if to is None:
        return "Selesai"
    next_role = sop.step(to).role
    return f"Selesai, lanjut ke langkah {to}" if next_role == role else _hand_on(sop, next_role)


def _hand_on(sop: Sop, role: str) -> str:
    return f"Selesai dan teruskan ke {_title(sop, role)}"


def _not_yours(sop: Sop, role: str) -> str:
    return f"Langkah ini milik {_title(sop, role)}. Anda dapat melihatnya, belum dapat mengerjakannya."


def _title(sop: Sop, role: str | None) -> str:
    return sop.role(role).title if role else ""
