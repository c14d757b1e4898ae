"""Tells the sample requests: received, and settled, counted in the office's own working days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from archive.model import Right
from archive.request_model import Keberatan, Request, RequestItem, RequestOutcome, RequestState
from archive.workdays import add_workdays
from ppid_tui.demo.days import Event, at, back, event, lebaran_between
from ppid_tui.demo.request_stories import Story, over_lebaran, stories
from ppid_tui.demo.taking import Desk

MONTH, YEAR = timedelta(days=30), timedelta(days=365)


def request_events(desk: Desk, rng: Random) -> list[Event]:
    """The receipt of each request, and what became of it."""
    return [happening for when, story in _dated(desk, rng) for happening in _events(desk, story, when)]


def _dated(desk: Desk, rng: Random) -> list[tuple[date, Story]]:
    calendar = desk.office.calendar
    dated = [(back(desk.today, story.ago, calendar), story) for story in stories(rng)]
    if feast := lebaran_between(desk.today - YEAR, desk.today - MONTH, calendar):
        dated.append((back(feast - timedelta(days=8), 0, calendar), over_lebaran(rng)))
    return sorted(dated, key=lambda pair: pair[0])


def _events(desk: Desk, story: Story, received: date) -> Iterator[Event]:
    calendar, clerk = desk.office.calendar, desk.staff.who_may(Right.SERVE)
    due = add_workdays(received, desk.office.profile.answer_days, calendar)
    changed = add_workdays(received, story.took, calendar)
    held: list[Request] = []

    def receive() -> None:
        new = _as_received(_numbered(desk, story.request, received, due))
        held.append(desk.office.records.requests.add(new, "mencatat permohonan", clerk.name, at(received, 10)))

    def settle() -> None:
        settled = _settled(desk, story, held[0], changed)
        desk.office.records.requests.change(settled, "menindaklanjuti permohonan", clerk.name, at(changed, 14))

    yield event(at(received, 10), receive)
    if story.request.state is not RequestState.RECEIVED and changed <= desk.today:
        yield event(at(changed, 14), settle)


def _numbered(desk: Desk, request: Request, received: date, due: date) -> Request:
    serial = desk.office.records.requests.count() + 1
    number = f"{serial:03}/PPID-{desk.office.sop.id.upper()}/{received.year}"
    clerk = desk.staff.who_may(Right.SERVE).name
    return replace(request, number=number, received=received, due=due, handled_by=clerk)


def _as_received(request: Request) -> Request:
    items = tuple(RequestItem(item.wanted) for item in request.items)
    return replace(
        request, items=items, state=RequestState.RECEIVED, outcome=RequestOutcome.NONE, waiting=None,
        extension_reason="", keberatan=None, note="",
    )  # fmt: skip


def _settled(desk: Desk, story: Story, received: Request, changed: date) -> Request:
    final = story.request
    assert received.due
    extended = add_workdays(received.due, desk.office.profile.extension_days, desk.office.calendar)
    return replace(
        final,
        id=received.id,
        number=received.number,
        received=received.received,
        due=received.due,
        handled_by=received.handled_by,
        items=tuple(_with_documents(desk, item) for item in final.items),
        answered=changed if final.state is RequestState.DONE else None,
        extended_until=extended if final.state is RequestState.EXTENDED else None,
        keberatan=_objected(desk, final.keberatan, received.number, changed),
    )


def _with_documents(desk: Desk, item: RequestItem) -> RequestItem:
    """What was given: a document of the kind that the request names, of its year if there is one."""
    if item.outcome is not RequestOutcome.GRANTED:
        return item
    fitting = [d for d in desk.documents.values() if d.information_class.may_be_given and d.kind in item.wanted]
    given = max(fitting, key=lambda d: (len(d.kind), str(d.year) in item.wanted), default=None)
    return replace(item, documents=(given.id,) if given else ())


def _objected(desk: Desk, objection: Keberatan | None, number: str, answered: date) -> Keberatan | None:
    if objection is None:
        return None
    received = add_workdays(answered, 3, desk.office.calendar)
    return replace(objection, number=f"K-{number}", received=min(received, desk.today))
