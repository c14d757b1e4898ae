"""What waits for an officer: the cases that are theirs, requests that run out, files that came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.model import Officer, Request, RequestState, Right
from archive.workdays import count_workdays
from ppid_tui.desk.cases import due_date, my_cases, sop_of
from ppid_tui.desk.intake import set_aside, waiting
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import long_date


class Kind(StrEnum):
    """Where a task leads."""

    CASE = "case"
    REQUEST = "request"
    INCOMING = "incoming"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Task:
    """One thing that waits: what, how urgent, and the record it leads to. ``days_left`` is in working days."""

    kind: Kind
    title: str
    words: str
    record_id: int = 0
    days_left: int | None = None

    @property
    def late(self) -> bool:
        """Whether its day has passed."""
        return self.days_left is not None and self.days_left < 0


def tasks(office: Office, by: Officer, today: date) -> list[Task]:
    """What waits for this officer today, the most urgent first."""
    found = [*_cases(office, by, today), *_requests(office, by, today), *_intake(office, by)]
    return sorted(found, key=lambda t: (t.days_left is None, t.days_left or 0, t.kind is not Kind.CASE))


def request_due(request: Request) -> date | None:
    """The day by which the request must be answered; None when it is done."""
    return None if request.state is RequestState.DONE else request.extended_until or request.due


def left_words(days: int | None, due: date | None) -> str:
    """'batas 2 April 2026, sisa 3 hari kerja', or by how much it is late."""
    if due is None or days is None:
        return ""
    if days < 0:
        return f"terlambat {-days} hari kerja, batas {long_date(due)}"
    return f"batas {long_date(due)}, " + ("hari ini" if days == 0 else f"sisa {days} hari kerja")


def _left(office: Office, today: date, due: date | None) -> int | None:
    return None if due is None else count_workdays(today, due, office.calendar)


def _cases(office: Office, by: Officer, today: date) -> Iterator[Task]:
    for case in my_cases(office, by):
        due = due_date(office, case)
        days = _left(office, today, due)
        step = f"Langkah {case.step} dari {len(sop_of(office, case).steps)}"
        back = "dikembalikan" if case.returned else ""
        words = ", ".join(part for part in (step, back, left_words(days, due)) if part)
        yield Task(Kind.CASE, case.title, words, case.id, days)


def _requests(office: Office, by: Officer, today: date) -> Iterator[Task]:
    if not (office.may(by, Right.SERVE) or office.may(by, Right.DECIDE)):
        return
    for request in office.records.requests.all():
        due = request_due(request)
        if due is not None:
            days = _left(office, today, due)
            title = f"Permohonan {request.number}: {request.items[0].wanted}"
            yield Task(Kind.REQUEST, title, left_words(days, due), request.id, days)


def _intake(office: Office, by: Officer) -> Iterator[Task]:
    if not office.may(by, Right.INTAKE):
        return
    if new := len(waiting(office)):
        yield Task(Kind.INCOMING, f"{new} softcopy menunggu diterima", "Dokumen Masuk")
    if aside := len(set_aside(office)):
        yield Task(Kind.INCOMING, f"{aside} berkas belum dapat diterima", "lihat sebabnya di Dokumen Masuk")
