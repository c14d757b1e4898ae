"""What waits for an officer: the cases that are theirs, requests that run out, files that came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from archive.model import HardcopyPlace, Officer, Right
from archive.request_model import Request, RequestState
from archive.workdays import Calendar, count_workdays, unknown_free_days
from ppid_tui.desk import retention
from ppid_tui.desk.cases import due_date, my_cases, sop_of
from ppid_tui.desk.intake import set_aside, waiting
from ppid_tui.desk.list_dues import dik_due, dip_due
from ppid_tui.desk.loans import overdue
from ppid_tui.desk.office import Office
from ppid_tui.desk.report_due import report_due
from ppid_tui.desk.roles import unheld_words
from ppid_tui.printouts.labels import long_date


class Kind(StrEnum):
    """Where a task leads."""

    CASE = "case"
    REQUEST = "request"
    INCOMING = "incoming"
    UNDECIDED = "undecided"
    CALENDAR = "calendar"
    ROLES = "roles"
    DIP = "dip"
    DIK = "dik"
    REPORT = "report"
    LOAN = "loan"
    RETENTION = "retention"


@dataclass(frozen=True)
class Task:
    """One thing that waits: what, until when, and the record it leads to. ``days_left`` is in working days."""

    kind: Kind
    title: str
    words: str
    record_id: int = 0
    due: date | None = None
    days_left: int | None = None
    late: bool = False


def tasks(office: Office, by: Officer, today: date) -> list[Task]:
    """What waits for this officer today, the most urgent first."""
    found = [*_cases(office, by, today), *_requests(office, by, today), *_intake(office, by)]
    found += [*_roles(office, by, today), *_calendar(office, by, today), *_lists(office, by, today)]
    found += [*_report(office, by, today), *_loans(office, by, today), *_retention(office, by, today)]
    return sorted(found, key=lambda t: (t.due is None, t.due or date.max, t.kind is not Kind.CASE))


def request_due(request: Request) -> date | None:
    """The day by which the request must be answered; None when it is done."""
    return None if request.state is RequestState.DONE else request.extended_until or request.due


def clock_due(request: Request) -> date | None:
    """The day on which the clock that runs ends: of the objection while it is not answered, else of the request."""
    objection = request.keberatan
    return objection.due if objection and objection.answered is None else request_due(request)


def left_words(due: date | None, today: date, calendar: Calendar) -> str:
    """'batas 2 April 2026, sisa 3 hari kerja', or by how much it is late; '' where there is no date."""
    if due is None:
        return ""
    days = count_workdays(today, due, calendar)
    if due < today:
        # The day after a Friday is a Saturday: late already, though by no working day yet.
        return f"terlambat{f' {-days} hari kerja' if days else ''}, batas {long_date(due)}"
    return f"batas {long_date(due)}, " + ("hari ini" if due == today else f"sisa {days} hari kerja")


def _dated(office: Office, today: date, due: date | None, task: Task, *words: str) -> Task:
    """The task with its date, told in words after the others."""
    told = ", ".join(filter(None, (*words, left_words(due, today, office.calendar))))
    days = None if due is None else count_workdays(today, due, office.calendar)
    return replace(task, words=told, due=due, days_left=days, late=due is not None and due < today)


def _cases(office: Office, by: Officer, today: date) -> Iterator[Task]:
    for case in my_cases(office, by):
        step = f"Langkah {case.step} dari {len(sop_of(office, case).steps)}"
        task = Task(Kind.CASE, case.title, "", case.id)
        yield _dated(office, today, due_date(office, case), task, step, "dikembalikan" if case.returned else "")


def _requests(office: Office, by: Officer, today: date) -> Iterator[Task]:
    if not (office.may(by, Right.SERVE) or office.may(by, Right.DECIDE)):
        return
    for request in office.records.requests.all():
        due = clock_due(request)
        if due is not None:
            what = "Permohonan" if request_due(request) == due else "Keberatan atas permohonan"
            title = f"{what} {request.number}: {request.items[0].wanted}"
            waits = f"menunggu {request.waiting.whom}" if request.waiting else ""
            yield _dated(office, today, due, Task(Kind.REQUEST, title, "", request.id), waits)


def _intake(office: Office, by: Officer) -> Iterator[Task]:
    if not office.may(by, Right.INTAKE):
        return
    if new := len(waiting(office)):
        yield Task(Kind.INCOMING, f"{new} softcopy menunggu diterima", "Dokumen Masuk")
    if aside := len(set_aside(office)):
        yield Task(Kind.INCOMING, f"{aside} berkas belum dapat diterima", "lihat sebabnya di Dokumen Masuk")


def _roles(office: Office, by: Officer, today: date) -> Iterator[Task]:
    """A role that nobody has stops the steps that are its own: everyone is told, and who can change it."""
    title, words = unheld_words(office, by, today)
    if title:
        yield Task(Kind.ROLES, title, words)


def _lists(office: Office, by: Officer, today: date) -> Iterator[Task]:
    if dip := dip_due(office, by, today):
        yield _dated(office, today, dip.day, Task(Kind.DIP, dip.title, ""), dip.words)
    if dik := dik_due(office, by, today):
        yield Task(Kind.DIK, dik.title, dik.words)


def _report(office: Office, by: Officer, today: date) -> Iterator[Task]:
    if report := report_due(office, by, today):
        yield _dated(office, today, report.day, Task(Kind.REPORT, report.title, ""), report.words)


def _loans(office: Office, by: Officer, today: date) -> Iterator[Task]:
    """Without a date of their own: no term of the law stands behind a paper that is on loan."""
    for document, day in overdue(office, by, today):
        place = document.hardcopy or HardcopyPlace()
        words = f"dipinjam {place.borrower}, {left_words(day, today, office.calendar)}"
        yield Task(Kind.LOAN, f"Hardcopy belum kembali: {document.title}", words, document.id, late=True)


def _retention(office: Office, by: Officer, today: date) -> Iterator[Task]:
    if office.may(by, Right.ADMINISTER) and (old := retention.old(office, today)):
        yield Task(Kind.RETENTION, f"Masa simpan data pribadi berakhir: {old.words}", "periksa, lalu setujui")


def _calendar(office: Office, by: Officer, today: date) -> Iterator[Task]:
    """From October on, next year's cuti bersama is due to be decreed: terms soon reach into it."""
    if office.may(by, Right.ADMINISTER):
        for year in (today.year, (today + timedelta(days=92)).year):
            if lacks := unknown_free_days(year, office.calendar):
                yield Task(Kind.CALENDAR, lacks, "tambahkan di Kalender kerja begitu ditetapkan", year)
                return
