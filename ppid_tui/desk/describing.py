"""Completing a record, and deciding its class."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.model import Document, InformationClass, Officer, Right
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import long_date

EXEMPT = InformationClass.DIKECUALIKAN


class NotYetPast(Exception):
    """The day of receipt lies in the future; the words say so in Indonesian."""


def describe(office: Office, document: Document, by: Officer, at: datetime) -> Document:
    """Keep an officer's corrections to a record, and count it as confirmed.

    To exempt a document, or to open an exempt one, takes who may decide (UU 14/2008 article 19: after
    a test of consequences). Raises NotAllowed, or NotYetPast.
    """
    office.require(by, Right.DESCRIBE, "Melengkapi data dokumen")
    _require_past(office, document, at)
    _require_received(office, document, at)
    before = office.records.documents.get(document.id)
    if before and before.information_class != document.information_class:
        if EXEMPT in (before.information_class, document.information_class):
            office.require(by, Right.DECIDE, "Menetapkan atau membuka Informasi yang Dikecualikan")
        action = "menetapkan klasifikasi"
    else:
        action = "melengkapi data dokumen"
    if before and before.partly_exempt != document.partly_exempt:
        office.require(by, Right.DECIDE, "Menetapkan atau membuka bagian yang dikecualikan")
    kept = office.records.documents.change(replace(document, confirmed=True, guesses={}), action, by.name, at)
    for _ in office.indexes.catch_up():
        pass
    return kept


def _require_past(office: Office, document: Document, at: datetime) -> None:
    if document.date and document.date > at.date() and not office.records.trail.clock_problem(at):
        raise NotYetPast(
            f"Tanggal dokumen {long_date(document.date)} belum tiba: hari ini {long_date(at)}. "
            "Periksa tanggal itu, dan jam laptop."
        )


def _require_received(office: Office, document: Document, at: datetime) -> None:
    """A clock that is known to be wrong can't tell what lies in the future: then the officer's word counts."""
    day = document.received_at
    if day is None or day.date() <= at.date() or office.records.trail.clock_problem(at):
        return
    kept = office.records.documents.get(document.id)
    if kept is None or kept.received_at != day:
        raise NotYetPast(
            f"Tanggal diterima {long_date(day)} belum tiba: hari ini {long_date(at)}. "
            "Periksa tanggal itu, dan jam laptop."
        )
