"""What of a case is one office's own: the numbers of its documents and officers. They mean nothing elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from archive.case_model import Case, CaseEvent, ListRow, Remark, StepDone


def leaving(case: Case, office: str) -> Case:
    """The case as other offices may have it: without drafts and requests, its officers named with their office."""
    return replace(
        case,
        begun=None,
        history=tuple(_of_office(done, office) for done in case.history),
        draft={},
        events=tuple(_event_of_office(event, office) for event in case.events),
        request_id=None,
        packages=(),
        parent=0,
    )


def renumbered(case: Case, ids: Mapping[int, int]) -> Case:
    """The case of another office with our documents' ids; what names a document that did not come names none."""
    return replace(
        case,
        id=0,
        begun=None,
        documents=tuple(dict.fromkeys(ids[one] for one in case.documents if one in ids)),
        history=tuple(_renumbered_step(done, ids) for done in case.history),
        draft={},
        rows=tuple(replace(row, document=ids.get(row.document, 0)) for row in case.rows),
        remarks=tuple(chain.from_iterable(_renumbered_remark(remark, ids) for remark in case.remarks)),
        events=tuple(replace(event, officer_id=0, undone=None) for event in case.events),
        request_id=None,
        packages=(),
        parent=0,
    )


def brought_back(here: Case, came: Case, sent: Mapping[str, str]) -> Case:
    """Ours, with what was done elsewhere since it left; ``came`` is renumbered, and goes on where ours stood.

    ``sent`` is what we put down of its way there and back: it stands with the step that was done there.
    """
    if len(came.history) <= len(here.history):
        return here
    done, *later = came.history[len(here.history) :]
    added = (replace(done, form={**sent, **done.form}), *later)
    known = {(event.kind, event.at, event.after) for event in here.events}
    return replace(
        here,
        step=came.step,
        phase=came.phase,
        since=came.since,
        assigned=came.assigned,
        begun=None,
        draft={},
        history=(*here.history, *added),
        documents=tuple(dict.fromkeys((*here.documents, *came.documents))),
        rows=_rows(here.rows, came.rows),
        remarks=tuple(dict.fromkeys((*here.remarks, *came.remarks))),
        events=(*here.events, *(e for e in came.events if (e.kind, e.at, e.after) not in known)),
    )


def _of_office(done: StepDone, office: str) -> StepDone:
    """Who did a step, with their office; what came from elsewhere bears its own already."""
    if not done.moved_by:
        return done
    sheet = done.sheet and replace(
        done.sheet, recorded_by=f"{done.sheet.recorded_by}, {office}", recorded_by_id=0, document_id=None
    )
    return replace(done, officer_id=0, officer=f"{done.officer}, {office}", sheet=sheet)


def _event_of_office(event: CaseEvent, office: str) -> CaseEvent:
    named = f"{event.officer}, {office}" if event.officer_id else event.officer
    return replace(event, officer_id=0, officer=named, undone=None)


def _renumbered_step(done: StepDone, ids: Mapping[int, int]) -> StepDone:
    if done.sheet is None:
        return replace(done, officer_id=0)
    scan = ids.get(done.sheet.document_id or 0)
    return replace(done, officer_id=0, sheet=replace(done.sheet, recorded_by_id=0, document_id=scan))


def _renumbered_remark(remark: Remark, ids: Mapping[int, int]) -> tuple[Remark, ...]:
    kind, number = remark.item[:1], remark.item[1:]
    if kind != "d":
        return (remark,)
    known = ids.get(int(number)) if number.isascii() and number.isdigit() and len(number) < 10 else None
    return (replace(remark, item=f"d{known}"),) if known else ()


def _rows(ours: tuple[ListRow, ...], came: tuple[ListRow, ...]) -> tuple[ListRow, ...]:
    """As they came; a document of ours that did not travel stays with its row."""
    held = {row.number: row.document for row in ours}
    return tuple(replace(row, document=row.document or held.get(row.number, 0)) for row in came)
