"""Tells the sample requests: received, and settled, counted in the office's own working days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from archive.model import Officer, Right
from archive.request_model import Request, RequestItem, RequestOutcome, RequestState
from archive.workdays import add_workdays
from ppid_tui.demo.days import Event, at, back, event, lebaran_between
from ppid_tui.demo.request_stories import Story, over_lebaran, stories
from ppid_tui.demo.taking import Desk
from ppid_tui.desk import objections, request_items, requests
from ppid_tui.desk.givable import may_give

MONTH, YEAR = timedelta(days=30), timedelta(days=365)
GIVEN = (RequestOutcome.GRANTED, RequestOutcome.PARTLY)


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
    clerk, calendar = desk.staff.who_may(Right.SERVE), desk.office.calendar
    changed = add_workdays(received, story.took, calendar)
    objected = add_workdays(changed, 3, calendar)
    held: list[Request] = []

    def receive() -> None:
        asked = _as_received(story.request, received)
        held.append(requests.register_request(desk.office, asked, clerk, at(received, 10)))

    def settle() -> None:
        held.append(_settled(desk, story.request, held[0], at(changed, 14)))

    def object_to() -> None:
        assert story.request.keberatan
        objection = replace(story.request.keberatan, received=objected)
        objections.register_objection(desk.office, held[-1], objection, clerk, at(objected, 11))

    yield event(at(received, 10), receive)
    if story.request.state is not RequestState.RECEIVED and changed <= desk.today:
        yield event(at(changed, 14), settle)
        if story.request.keberatan and objected <= desk.today:
            yield event(at(objected, 11), object_to)


def _as_received(final: Request, received: date) -> Request:
    return Request(
        number="",
        received=received,
        requester=final.requester,
        items=tuple(RequestItem(item.wanted) for item in final.items),
        purpose=final.purpose,
        access=final.access,
    )


def _settled(desk: Desk, final: Request, request: Request, when: datetime) -> Request:
    office, clerk, decider = desk.office, desk.staff.who_may(Right.SERVE), desk.staff.who_may(Right.DECIDE)
    for number, item in enumerate(final.items):
        if item.outcome is not RequestOutcome.NONE:
            given = _with_documents(desk, item)
            request = request_items.settle(office, request, number, given, decider, when)
    if final.waiting:
        return requests.ask_to_complete(office, request, final.waiting.what, clerk, when)
    if final.state is RequestState.EXTENDED:
        return requests.extend(office, request, final.extension_reason, clerk, when)
    if final.state is RequestState.DONE:
        return _ended(desk, final, request, clerk, when)
    return requests.begin(office, request, clerk, when)


def _ended(desk: Desk, final: Request, request: Request, clerk: Officer, when: datetime) -> Request:
    if final.outcome is RequestOutcome.WITHDRAWN:
        return requests.withdraw(desk.office, request, "Pemohon sudah mendapatkannya dari OPD lain", clerk, when)
    number = f"555/{100 + request.id}/PPID/{when.year}"
    done = requests.answer(desk.office, request, when.date(), clerk, when, number, number if _refused(request) else "")
    if done.outcome in GIVEN:
        done = request_items.hand_over(desk.office, done, when.date(), done.requester.name, clerk, when)
    return done


def _refused(request: Request) -> bool:
    return any(item.refusal for item in request.items)


def _with_documents(desk: Desk, item: RequestItem) -> RequestItem:
    """What was given: a document of the kind that the request names, of its year if there is one."""
    if item.outcome is not RequestOutcome.GRANTED:
        return item
    fitting = [d for d in desk.documents.values() if not may_give(d) and d.kind in item.wanted]
    given = max(fitting, key=lambda d: (len(d.kind), str(d.year) in item.wanted), default=None)
    return replace(item, documents=(given.id,) if given else (), reason="" if given else "Penjelasan lisan dan salinan")
