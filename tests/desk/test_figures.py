"""The figures of an office: who may see them, what is served at once, and when the report is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from archive.model import Officer
from archive.request_model import Requester
from ppid_tui.desk import at_once, due, figures
from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.period import Period
from tests.small_office import AT, PETUGAS, PPID, TRAVEL, document, officer

YEAR = Period(date(AT.year, 1, 1))
NEXT = AT + timedelta(days=320)


def serve(office: Office) -> None:
    """A page, given at once."""
    pieces, person = [Piece(document(office, TRAVEL), (1,))], Requester("Wati Umpama", "Jalan Contoh 5")
    at_once.on_paper(office, pieces, person, officer(office, PETUGAS), AT)


def waits(office: Office, name: str, day: date) -> bool:
    """Whether the report stands on somebody's home screen."""
    return any(task.kind is due.Kind.REPORT for task in due.tasks(office, officer(office, name), day))


def test_what_was_served_at_once_counts_under_its_class_and_unit_in_no_working_day(office: Office) -> None:
    serve(office)
    counted = figures.figures_of(office, YEAR, officer(office, PETUGAS), AT.date())
    assert (counted.whole.requests, counted.whole.direct, counted.whole.granted) == (1, 1, 1)
    assert (counted.whole.answered, counted.whole.days, counted.whole.late) == (1, 0, 0)
    assert [one.name for one in counted.classes if one.requests] == ["berkala"]
    assert [one.name for one in counted.units] == ["Bagian Protokol"]


def test_the_report_waits_for_who_decides_until_it_is_made(office: Office) -> None:
    serve(office)
    assert not waits(office, PPID, AT.date())
    assert waits(office, PPID, NEXT.date()) and not waits(office, PETUGAS, NEXT.date())
    figures.report(office, YEAR, officer(office, PPID), NEXT)
    assert not waits(office, PPID, NEXT.date())


def test_figures_are_for_who_serves_or_decides(office: Office) -> None:
    with pytest.raises(NotAllowed):
        figures.figures_of(office, YEAR, Officer("Tanpa Peran"), AT.date())
