"""How a due date was counted: from which day, what did not count and why, to which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from archive.case_model import Case
from archive.office_hours import WEEKDAYS
from archive.request_model import Keberatan, Request
from archive.sop import as_on_sheet
from archive.standard import Standard, TimeUnit
from archive.workdays import Count, count_workdays, explain
from archive.workflow import due_count, step_began
from archive.worktime import time_up, worked_minutes
from ppid_tui.desk.cases import sop_of, step_of
from ppid_tui.desk.due import Kind, Task, request_due
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import long_date, long_time, minutes_words

AS_WORKDAYS = "Lembar SOP menulis “hari”: dihitung sebagai hari kerja."
ONLY_MEASURED = "Standar dalam menit atau jam hanya diukur pada jam kerja, tidak pernah menjadi terlambat."
OPEN_ENDED = "Lembar SOP tidak membatasi waktu langkah ini: tidak pernah terlambat."


@dataclass(frozen=True)
class Counted:
    """The working, in the officer's words: labels with values, the days passed over, and what is unsure."""

    title: str
    rows: tuple[tuple[str, str], ...]
    skipped: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def of_case(office: Office, case: Case, now: datetime) -> Counted | None:
    """The working for the step at which a case stands; None where it is done or was cancelled."""
    began = step_began(case)
    if case.step is None or case.cancelled or began is None:
        return None
    step = step_of(office, case)
    title = f"{case.title}, langkah {case.step}"
    standard = (("Standar waktu", as_on_sheet(step, "time") or "tidak disebut di lembar SOP"),)
    count = due_count(sop_of(office, case), case, office.calendar)
    if count is not None:
        hint = (AS_WORKDAYS,) if step.standard and step.standard.unit is TimeUnit.DAYS else ()
        return _counted(title, standard, "Langkah dimulai", count, hint)
    return Counted(title, (*standard, *_running(office, step.standard, began, now)), (), _why_never(step.standard))


def of_request(office: Office, request: Request) -> Counted | None:
    """The working for the clock that runs: of the objection, else of the request; None where none does."""
    objection = request.keberatan
    if objection and objection.answered is None and objection.due:
        return _of_objection(office, objection, objection.due)
    due = request_due(request)
    if due is None:
        return None
    longer = request.extended_until is not None and request.due is not None
    start = request.due if longer and request.due else request.received
    days = max(count_workdays(start, due, office.calendar), 0)
    count = explain(start, days, office.calendar)
    term = (("Jangka waktu", f"{days} hari kerja" + (" perpanjangan" if longer else "")),)
    began = "Batas semula" if longer else "Diterima"
    by_hand = () if count.due == due else (f"Batas waktunya ditetapkan tersendiri: {_day(due)}.",)
    return _counted(f"Permohonan {request.number}", term, began, count, by_hand)


def _of_objection(office: Office, objection: Keberatan, due: date) -> Counted:
    days = max(count_workdays(objection.received, due, office.calendar), 0)
    count = explain(objection.received, days, office.calendar)
    term = (("Jangka waktu", f"{days} hari kerja bagi Atasan PPID"),)
    return _counted(f"Keberatan {objection.number}", term, "Diterima", count, ())


def of_task(office: Office, task: Task, now: datetime) -> Counted | None:
    """The working behind a line of what waits; None where it has no date."""
    if task.kind is Kind.CASE and (case := office.records.cases.get(task.record_id)):
        return of_case(office, case, now)
    if task.kind is Kind.REQUEST and (request := office.records.requests.get(task.record_id)):
        return of_request(office, request)
    return None


def _counted(
    title: str, head: tuple[tuple[str, str], ...], began: str, count: Count, notes: tuple[str, ...]
) -> Counted:
    rows = (
        *head,
        (began, f"{_day(count.start)} (belum dihitung)"),
        ("Batas waktu", f"{_day(count.due)}, hari kerja ke-{count.days}"),
    )
    return Counted(title, rows, tuple(_stretches(count.skipped)), (*notes, *count.warnings))


def _running(office: Office, standard: Standard | None, began: datetime, now: datetime) -> Iterator[tuple[str, str]]:
    yield "Langkah dimulai", long_time(began)
    minutes = _minutes(standard)
    if minutes:
        yield "Menurut standar", f"selesai {long_time(time_up(began, minutes, office.calendar))}"
    yield "Sudah berjalan", f"{minutes_words(worked_minutes(began, now, office.calendar))} pada jam kerja"


def _minutes(standard: Standard | None) -> int:
    sizes = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60}
    return standard.amount * sizes.get(standard.unit, 0) if standard else 0


def _why_never(standard: Standard | None) -> tuple[str, ...]:
    return (ONLY_MEASURED if _minutes(standard) else OPEN_ENDED,)


def _stretches(skipped: Iterable[tuple[date, str]]) -> Iterator[tuple[str, str]]:
    """The days that did not count, a weekend as one line."""
    days = list(skipped)
    while days:
        day, reason = days.pop(0)
        if reason == WEEKDAYS[5] and days and days[0][1] == WEEKDAYS[6] and (days[0][0] - day).days == 1:
            yield f"{_short(day)} dan {_short(days.pop(0)[0])}", "akhir pekan"
        else:
            yield _short(day), "bukan hari kerja kantor" if reason in WEEKDAYS else reason


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def _short(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {long_date(day).rsplit(' ', 1)[0]}"
