"""Another working calendar: the open deadlines that move with it, and what the trail tells of them.

The calendar may change on its screen, by hand in ``office.toml``, or with a new edition of the kiosk's own table:
whichever it was, the deadlines are counted anew once, and what moved stands in the trail of each record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from archive.case_model import Case
from archive.model import Officer, Right
from archive.office_hours import WEEKDAYS, spans_text
from archive.request_model import Request, RequestState
from archive.workdays import Calendar, add_workdays, count_workdays
from archive.workflow import due as step_due
from ppid_tui.desk.cases import open_cases, sop_of
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile, write_profile
from ppid_tui.printouts.labels import long_date

MOVED = "batas waktu bergeser"
CHANGED = "mengubah kalender kerja"
KIOSK = "Kiosk"
"""Who counts anew where no officer changed the calendar on the screen."""
FOUND_CHANGED = "kalender kerja diubah di luar layar ini, atau datang bersama versi baru kiosk"


@dataclass(frozen=True)
class Move:
    """A deadline that another calendar puts on another day; ``what`` is the case or request as officers call it."""

    what: str
    record: Case | Request
    field: str
    was: date
    becomes: date


def moves(office: Office, before: Calendar, after: Calendar) -> tuple[Move, ...]:
    """The open deadlines that move when ``after`` takes the place of ``before``, the earliest first."""
    found = [*_of_cases(office, before, after), *_of_requests(office, before, after)]
    return tuple(sorted(found, key=lambda move: (move.was, move.what)))


def change_calendar(office: Office, profile: Profile, by: Officer, at: datetime, why: str) -> Office:
    """Put this profile's calendar in force, and count the open deadlines anew; returns the office as it is then.

    Raises NotAllowed, ValueError where the hours are written wrongly, or OSError with nothing changed.
    """
    office.require(by, Right.ADMINISTER, "Mengubah kalender kerja")
    changed = replace(office, profile=profile, calendar=profile.calendar)
    with office.records.transaction():
        _count_anew(office, office.calendar, changed.calendar, by.name, at, why)
        write_profile(profile, office.home.profile)
    return changed


def catch_up(office: Office, at: datetime) -> tuple[Move, ...]:
    """Count the open deadlines anew if the calendar has changed since they were counted; returns what moved."""
    with office.records.transaction():
        before = office.records.counted_with.last()
        if before is None:
            office.records.counted_with.keep(office.calendar)
        elif before != office.calendar:
            return _count_anew(office, before, office.calendar, KIOSK, at, FOUND_CHANGED)
    return ()


def caught_up(office: Office, at: datetime) -> str:
    """As ``catch_up``; what the officer should know of it, '' where nothing moved. A full disk waits for next time."""
    try:
        moved = catch_up(office, at)
    except OSError:
        return ""
    named = "; ".join(f"{move.what}: {long_date(move.was)} → {long_date(move.becomes)}" for move in moved[:3])
    rest = f"; dan {len(moved) - 3} lagi, lihat jejak perubahan" if len(moved) > 3 else ""
    return f"Kalender kerja berubah. {moved_words(moved)}: {named}{rest}." if moved else ""


def moved_words(moved: tuple[Move, ...]) -> str:
    """How many deadlines moved, in one sentence."""
    return f"{len(moved)} batas waktu bergeser" if moved else "Tidak ada batas waktu yang bergeser"


def _count_anew(office: Office, before: Calendar, after: Calendar, by: str, at: datetime, why: str) -> tuple[Move, ...]:
    moved = moves(office, before, after)
    was, becomes = _difference(before, after)
    note = f"{why}. {moved_words(moved)}."
    office.records.trail.append(at, by, CHANGED, "", 0, was, becomes, note)
    for move in moved:
        _keep(office, move, by, at, why)
    office.records.counted_with.keep(after)
    return moved


def _keep(office: Office, move: Move, by: str, at: datetime, why: str) -> None:
    """A request's date is kept in it; a case's follows from its step, so that only the trail is told."""
    if isinstance(move.record, Request):
        now = office.records.requests.get(move.record.id) or move.record
        office.records.requests.change(_with_day(now, move.field, move.becomes), MOVED, by, at, why)
    else:
        was, becomes = ({move.field: day.isoformat()} for day in (move.was, move.becomes))
        office.records.trail.append(at, by, MOVED, "cases", move.record.id, was, becomes, why)


def _of_cases(office: Office, before: Calendar, after: Calendar) -> Iterator[Move]:
    for case in open_cases(office):
        was, becomes = (step_due(sop_of(office, case), case, calendar) for calendar in (before, after))
        if was and becomes and was != becomes:
            yield Move(f"{case.title}, langkah {case.step}", case, "due", was, becomes)


def _of_requests(office: Office, before: Calendar, after: Calendar) -> Iterator[Move]:
    for request in office.records.requests.all():
        for what, field, was, becomes in (*_answers(request, before, after), *_objections(request, before, after)):
            if was != becomes:
                yield Move(what, request, field, was, becomes)


def _answers(request: Request, before: Calendar, after: Calendar) -> Iterator[tuple[str, str, date, date]]:
    """The terms of a request that is not done: what, field, as it was, as it becomes."""
    if request.due is None or request.state is RequestState.DONE:
        return
    what = f"Permohonan {request.number}"
    due = _same_term(request.received, request.due, request.received, before, after)
    yield what, "due", request.due, due
    if until := request.extended_until:
        yield f"{what}, perpanjangan", "extended_until", until, _same_term(request.due, until, due, before, after)
    waits = request.waiting
    if waits and waits.until:
        asked = _same_term(waits.since, waits.until, waits.since, before, after)
        yield f"{what}, kelengkapan", "waiting.until", waits.until, asked


def _objections(request: Request, before: Calendar, after: Calendar) -> Iterator[tuple[str, str, date, date]]:
    """The superior's term while they have not answered; then the requester's, while they may go on to a dispute."""
    objection = request.keberatan
    if objection is None:
        return
    if objection.answered is None and objection.due:
        start, end = objection.received, objection.due
        yield f"Keberatan {objection.number}", "keberatan.due", end, _same_term(start, end, start, before, after)
    elif objection.answered and objection.dispute_until and not (objection.dispute or objection.reply):
        start, end = objection.answered, objection.dispute_until
        moved = _same_term(start, end, start, before, after)
        yield f"Keberatan {objection.number}, sengketa", "keberatan.dispute_until", end, moved


def _with_day(request: Request, field: str, day: date) -> Request:
    outer, _, inner = field.partition(".")
    value: Any = replace(getattr(request, outer), **{inner: day}) if inner else day
    return replace(request, **{outer: value})


def _same_term(start: date, end: date, new_start: date, before: Calendar, after: Calendar) -> date:
    """The end of as many working days, counted with the new calendar; a date that is no such end stays."""
    days = count_workdays(start, end, before)
    return add_workdays(new_start, days, after) if days > 0 else end


def _difference(before: Calendar, after: Calendar) -> tuple[dict[str, Any], dict[str, Any]]:
    """What of the calendar changed, as the trail keeps it."""
    days = sorted(set(before.holidays.items()) ^ set(after.holidays.items()))
    hours = [n for n in range(7) if before.hours.get(n) != after.hours.get(n)]
    return _part(before, days, hours), _part(after, days, hours)


def _part(calendar: Calendar, days: list[tuple[date, str]], hours: list[int]) -> dict[str, Any]:
    free = {day.isoformat(): calendar.holidays.get(day, "hari kerja") for day, _ in days}
    worked = {WEEKDAYS[n]: spans_text(calendar.hours.get(n, ())) or "libur" for n in hours}
    return {name: part for name, part in (("holidays", free), ("work_hours", worked)) if part}
