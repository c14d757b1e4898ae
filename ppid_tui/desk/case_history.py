"""What was done to a case, in order and in words: its steps, and what was done to it beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from archive.case_model import Case, CaseEvent, CaseEventKind, Phase, StepDone
from archive.sop import Sop
from ppid_tui.desk.works import filled
from ppid_tui.printouts.labels import long_date, long_time

EVENTS = {
    CaseEventKind.CANCELLED: "Dibatalkan",
    CaseEventKind.REOPENED: "Dibuka kembali",
    CaseEventKind.REASSIGNED: "Dialihkan",
    CaseEventKind.UNDONE: "Langkah terakhir dibatalkan",
    CaseEventKind.NOTED: "Catatan",
}

NEWEST_NOTES = 2
"""So many notes stand at the step; all of them stand in the history."""


@dataclass(frozen=True)
class Told:
    """One thing that was done: when, at which step, by whom, ``what`` came of it, and what was ``said``."""

    at: datetime
    step: int | None
    who: str
    what: str
    said: tuple[str, ...]
    phase: Phase | None = None


def history_of(sop: Sop, case: Case) -> list[Told]:
    """All that was done to a case, oldest first."""
    return list(_told(sop, case))


def notices(case: Case) -> list[str]:
    """What was done to a case beside its steps since its last move: whoever takes it up reads it first."""
    told = (CaseEventKind.UNDONE, CaseEventKind.NOTED)
    fresh = [e for e in case.events if e.after >= len(case.history) and e.kind not in told]
    return [f"{EVENTS[e.kind]} oleh {e.officer}, {long_time(e.at)}: {e.reason}" for e in fresh[-2:]]


def notes(case: Case) -> str:
    """The newest notes of a case, each with who wrote it and when; '' if there are none."""
    written = [event for event in case.events if event.kind is CaseEventKind.NOTED]
    return "\n".join(f"Catatan {e.officer}, {long_time(e.at)}: {e.reason}" for e in written[-NEWEST_NOTES:])


def sheet_words(done: StepDone) -> tuple[str, ...]:
    """How a decision on paper was signed and put down; nothing for one made at the kiosk."""
    if done.sheet is None:
        return ()
    letter = f", nomor {done.sheet.letter}" if done.sheet.letter else ""
    scan = "" if done.sheet.document_id else "; pindaiannya belum dilampirkan"
    return (
        f"Ditandatangani {done.sheet.signed_by}, {long_date(done.sheet.signed_on)}{letter}",
        f"Dicatat oleh {done.sheet.recorded_by}{scan}",
    )


def _told(sop: Sop, case: Case) -> Iterator[Told]:
    for moves in range(len(case.history) + 1):
        yield from (_event(sop, event) for event in case.events if event.after == moves)
        yield from (_step(sop, done) for done in case.history[moves : moves + 1])


def _step(sop: Sop, done: StepDone) -> Told:
    said = [*sheet_words(done), *(f"{label}: {value}" for label, value in filled(sop, done))]
    said += [f"Alasan: {done.note}"] if done.note else []
    return Told(done.at, done.step, done.officer, done.outcome, tuple(said), done.phase)


def _event(sop: Sop, event: CaseEvent) -> Told:
    title = sop.role(event.role).title if event.role else ""
    what = EVENTS[event.kind] + (f" ke {title}" if event.kind is CaseEventKind.REASSIGNED else "")
    label = "" if event.kind is CaseEventKind.NOTED else "Alasan: "
    said = [f"{label}{event.reason}"] if event.reason else []
    if event.undone:
        said += [f"Yang dibatalkan: {event.undone.outcome}, {event.undone.officer}, {long_time(event.undone.at)}"]
        said += [f"Alasan waktu itu: {event.undone.note}"] if event.undone.note else []
    return Told(event.at, event.step, event.officer, what, tuple(said))
