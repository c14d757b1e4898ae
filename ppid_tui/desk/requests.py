"""What is done with requests at the counter: each is asked for its right, and kept with its line in the trail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from archive import requests as steps
from archive.model import Officer, Right
from archive.request_model import Costs, LetterKind, Request
from archive.request_numbers import Taken, next_number
from archive.requests import Moved, RequestError
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.requesters import keep_requester

REFUSALS = (NotAllowed, RequestError)
"""What the functions here raise when something cannot be done; their words are for the officer."""


def require_counter(office: Office, by: Officer, doing: str) -> None:
    """Raise NotAllowed for who neither serves nor decides."""
    if not office.may(by, Right.DECIDE):
        office.require(by, Right.SERVE, doing)


def request_of(office: Office, request_id: int) -> Request:
    """The request as it is now. KeyError if there is none."""
    found = office.records.requests.get(request_id)
    if found is None:
        raise KeyError(request_id)
    return found


def register_request(office: Office, asked: Request, by: Officer, at: datetime, form: str = "") -> Request:
    """Give a request its number and keep it, with who asks, and let go of the draft of its ``form``: all, or nothing.

    Raises NotAllowed, or RequestError with nothing written.
    """
    require_counter(office, by, "Mendaftarkan permohonan")
    moved = steps.registered(asked, office.profile.terms, at.date())
    with office.records.transaction():
        if form:
            office.records.drafts.drop(form)
        return add_numbered(office, moved, by, at)


def add_numbered(office: Office, moved: Moved, by: Officer, at: datetime) -> Request:
    """Keep a new request under the next number of the office's sequence. Only inside a transaction."""
    person = keep_requester(office, moved.request.requester, by, at)
    taken = (Taken(one.number, one.serial, one.received) for one in office.records.requests.all())
    serial, number = next_number(office.profile.request_numbers, taken, moved.request.received)
    numbered = replace(
        moved.request, requester=person, serial=serial, number=number, registered_at=at, handled_by=by.name
    )
    return office.records.requests.add(numbered, moved.words, by.name, at, moved.note)


def act(
    office: Office, request_id: int, do: Callable[[Request], Moved], by: Officer, at: datetime, doing: str
) -> Request:
    """Do something with the request as it is now, whoever changed it meanwhile. Raises NotAllowed, RequestError."""
    require_counter(office, by, doing)
    with office.records.transaction():
        moved = do(request_of(office, request_id))
        return office.records.requests.change(moved.request, moved.words, by.name, at, moved.note)


def amend(office: Office, request_id: int, change: Callable[[Request], Request], by: Officer, at: datetime) -> Request:
    """Correct what stood on the form; a term that runs is counted from the day of receipt that stands there now."""
    require_counter(office, by, "Memperbaiki data permohonan")
    with office.records.transaction():
        before = request_of(office, request_id)
        after = change(before)
        moved = steps.registered(replace(after, due=before.due), office.profile.terms, at.date())
        if after.received == before.received or before.extended_until or before.answered:
            moved = replace(moved, request=replace(after, due=before.due))
        person = keep_requester(office, after.requester, by, at)
        kept = replace(moved.request, requester=person)
        return office.records.requests.change(kept, "memperbaiki data permohonan", by.name, at)


def begin(office: Office, request: Request, by: Officer, at: datetime) -> Request:
    """Somebody works on it."""
    return act(office, request.id, steps.begin, by, at, "Memproses permohonan")


def ask_to_complete(office: Office, request: Request, what: str, by: Officer, at: datetime) -> Request:
    """Ask the requester for what is missing."""
    today, terms = at.date(), office.profile.terms
    return act(
        office, request.id, lambda now: steps.ask_to_complete(now, what, terms, today),
        by, at, "Meminta kelengkapan",
    )  # fmt: skip


def wait(office: Office, request: Request, whom: str, what: str, by: Officer, at: datetime) -> Request:
    """Say for whom and for what it waits."""
    return act(
        office, request.id, lambda now: steps.wait(now, whom, what, at.date()),
        by, at, "Mencatat siapa yang ditunggu",
    )  # fmt: skip


def resume(office: Office, request: Request, by: Officer, at: datetime, note: str = "") -> Request:
    """What it waited for has come."""
    return act(office, request.id, lambda now: steps.resume(now, note), by, at, "Melanjutkan permohonan")


def extend(office: Office, request: Request, reason: str, by: Officer, at: datetime) -> Request:
    """More time, for a written reason."""
    return act(
        office, request.id, lambda now: steps.extend(now, reason, office.profile.terms, at.date()),
        by, at, "Memperpanjang waktu",
    )  # fmt: skip


def answer(
    office: Office,
    request: Request,
    on: date,
    by: Officer,
    at: datetime,
    number: str = "",
    refusal_number: str = "",
    provide_days: int = 0,
    costs: Costs | None = None,
) -> Request:
    """The written answer was given."""
    return act(
        office, request.id, lambda now: steps.answer(now, on, at.date(), number, refusal_number, provide_days, costs),
        by, at, "Menjawab permohonan",
    )  # fmt: skip


def withdraw(office: Office, request: Request, reason: str, by: Officer, at: datetime) -> Request:
    """The requester takes it back."""
    return act(office, request.id, lambda now: steps.withdraw(now, reason), by, at, "Membatalkan permohonan")


def reopen(office: Office, request: Request, reason: str, by: Officer, at: datetime) -> Request:
    """Take it up again; one that was refused, in whole or in part, only by who decides."""
    if any(item.refusal for item in request.items):
        office.require(by, Right.DECIDE, "Membuka kembali permohonan yang ditolak")
    return act(office, request.id, lambda now: steps.reopen(now, reason), by, at, "Membuka kembali permohonan")


def number_letter(
    office: Office, request: Request, kind: LetterKind, number: str, by: Officer, at: datetime
) -> Request:
    """A letter has got its number."""
    return act(office, request.id, lambda now: steps.number_letter(now, kind, number), by, at, "Mencatat nomor surat")
