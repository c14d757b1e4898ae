"""Objections at the counter: registered, passed on, answered; and the dispute at the Komisi Informasi."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from archive import keberatan as steps
from archive.model import Officer
from archive.request_model import Keberatan, Request
from archive.request_numbers import Taken, next_number
from archive.requests import Moved
from ppid_tui.desk.office import Office
from ppid_tui.desk.requests import act
from ppid_tui.printouts.labels import long_date


def register_objection(office: Office, request: Request, objection: Keberatan, by: Officer, at: datetime) -> Request:
    """Give it its number and keep it. Raises NotAllowed, or RequestError."""

    def object_to(now: Request) -> Moved:
        serial, number = next_number(office.profile.objection_numbers, _taken(office), objection.received)
        numbered = replace(objection, number=number, serial=serial, received_by=by.name)
        return steps.object_to(now, numbered, office.profile.terms, at.date())

    return act(office, request.id, object_to, by, at, "Mendaftarkan keberatan")


def pass_on(office: Office, request: Request, to: str, on: date, letter: str, by: Officer, at: datetime) -> Request:
    """Hand it to the superior elsewhere."""
    return act(
        office, request.id, lambda now: steps.pass_on(now, to, on, at.date(), letter),
        by, at, "Meneruskan keberatan",
    )  # fmt: skip


def answer_objection(office: Office, request: Request, answered: Keberatan, by: Officer, at: datetime) -> Request:
    """Put down how the superior answered."""
    return act(
        office, request.id, lambda now: steps.answer_objection(now, answered, office.profile.terms, at.date()),
        by, at, "Mencatat tanggapan keberatan",
    )  # fmt: skip


def reply(office: Office, request: Request, words: str, by: Officer, at: datetime) -> Request:
    """Put down what the requester says to it."""
    return act(office, request.id, lambda now: steps.reply(now, words), by, at, "Mencatat tanggapan pemohon")


def dispute(office: Office, request: Request, filed: date, number: str, by: Officer, at: datetime) -> Request:
    """The requester went to the Komisi Informasi."""
    return act(
        office, request.id, lambda now: steps.dispute(now, filed, at.date(), number),
        by, at, "Mencatat sengketa",
    )  # fmt: skip


def end_dispute(office: Office, request: Request, ended: date, result: str, by: Officer, at: datetime) -> Request:
    """The Komisi Informasi has decided."""
    return act(
        office, request.id, lambda now: steps.end_dispute(now, ended, result, at.date()),
        by, at, "Mencatat putusan sengketa",
    )  # fmt: skip


def lateness(office: Office, request: Request, received: date) -> str:
    """That an objection of this day comes after its term, in Indonesian; '' where it does not."""
    last = steps.last_day_to_object(request, office.profile.terms)
    days = office.profile.objection_days
    if received <= last:
        return ""
    return f"Batas mengajukan keberatan ({days} hari kerja) sudah lewat pada {long_date(last)}. Tetap didaftarkan."


def _taken(office: Office) -> list[Taken]:
    objections = (one.keberatan for one in office.records.requests.all() if one.keberatan)
    return [Taken(one.number, one.serial, one.received) for one in objections]
