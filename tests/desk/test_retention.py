"""Personal data after the time that the office set: removed with approval, the figures kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from archive.model import Right
from archive.request_model import Keberatan, Requester
from ppid_tui.desk import at_once, due, figures, retention
from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.period import Period
from tests.small_office import AT, PETUGAS, PPID, TRAVEL, document, officer

LATER = datetime(2031, 3, 2, 9)
NAME, ADDRESS = "Wati Umpama", "Jalan Contoh Lima"


@pytest.fixture
def kept(office: Office) -> Office:
    """An office that keeps personal data for five years, with a request and a guest, and an administrator."""
    clerk = officer(office, PETUGAS)
    at_once.on_paper(office, [Piece(document(office, TRAVEL), (1,))], Requester(NAME, ADDRESS), clerk, AT)
    at_once.only_looked(office, [], NAME, ADDRESS, "", clerk, AT)
    office.records.officers.change(replace(officer(office, PPID), rights=(Right.ADMINISTER,)), "uji", "uji", AT)
    return replace(office, profile=replace(office.profile, requester_years=5))


def remove(office: Office, at: datetime = LATER) -> str:
    """All that is due, approved by the administrator."""
    return retention.remove(office, retention.old(office, at.date()), "BA 12/2031", officer(office, PPID), at)


def test_nothing_is_due_before_the_time_is_over_nor_where_none_is_set(kept: Office) -> None:
    assert not retention.old(kept, LATER.date() - timedelta(1))
    assert retention.old(kept, LATER.date()).words == "1 permohonan, 1 kunjungan tamu"
    assert not retention.old(replace(kept, profile=replace(kept.profile, requester_years=0)), date(2099, 1, 1))


def test_the_person_is_gone_from_the_file_and_the_figures_stay(kept: Office) -> None:
    year, by = Period(date(AT.year, 1, 1)), officer(kept, PETUGAS)
    before = figures.figures_of(kept, year, by, LATER.date())
    assert remove(kept) == ""
    assert figures.figures_of(kept, year, by, LATER.date()) == before
    stored = (kept.home.archive / "records.jsonl").read_text(encoding="utf-8")
    assert NAME not in stored and ADDRESS not in stored
    assert not retention.old(kept, LATER.date())
    assert kept.records.trail.problems() == []
    agreed = kept.records.trail.find(action="menyetujui penghapusan")
    assert "BA 12/2031" in agreed[0].note and agreed[0].by == PPID


def test_only_an_administrator_approves_and_is_reminded(kept: Office) -> None:
    with pytest.raises(NotAllowed):
        retention.remove(kept, retention.old(kept, LATER.date()), "alasan", officer(kept, PETUGAS), LATER)
    waiting = {
        name: [task.kind for task in due.tasks(kept, officer(kept, name), LATER.date())] for name in (PETUGAS, PPID)
    }
    assert due.Kind.RETENTION in waiting[PPID] and due.Kind.RETENTION not in waiting[PETUGAS]


def test_an_objection_that_is_not_answered_keeps_the_data(kept: Office) -> None:
    request = kept.records.requests.all()[0]
    objected = replace(request, keberatan=Keberatan("001/KEB/2026", AT.date(), "a"))
    kept.records.requests.change(objected, "uji", "uji", AT)
    assert retention.old(kept, LATER.date()).requests == ()
