"""An officer leaves: what is left, to whom it passes, and the paper that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive.model import Document, Exemption, HardcopyPlace, InformationClass
from archive.request_model import Request, Requester, RequestItem
from ppid_tui.desk import cases, people, roles
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.leaving import Leaving, hand_over, leaving, paper_of, successors
from ppid_tui.desk.office import NotAllowed, Office
from tests.printouts.reading import pdf_pages, pdf_text
from tests.small_office import AT, ATASAN, PETUGAS, PPID, officer


@pytest.fixture
def left(office: Office) -> Leaving:
    """What the petugas leaves: a case, a request, two papers of which one is exempt."""
    petugas = officer(office, PETUGAS)
    cases.start_case(office, "Daftar agenda", petugas, AT)
    asked = (RequestItem("Realisasi anggaran"),)
    request = Request("001/2026", AT.date(), Requester("Wati"), asked, due=date(2026, 3, 16), handled_by=PETUGAS)
    office.records.requests.add(request, "mencatat permohonan", PETUGAS, AT)
    place = HardcopyPlace("Lemari 1", borrower=f"{PETUGAS} (Bagian Umum)")
    for title, one in (("Buku Agenda", InformationClass.BERKALA), ("Berkas Rahasia", InformationClass.DIKECUALIKAN)):
        exemption = Exemption("h") if one is InformationClass.DIKECUALIKAN else None
        paper = Document(title, one, hardcopy=place, exemption=exemption)
        office.records.documents.add(paper, "mencatat hardcopy", PPID, AT)
    other = Document("Milik Orang Lain", hardcopy=HardcopyPlace(borrower=f"{PETUGAS}ti"))
    office.records.documents.add(other, "mencatat hardcopy", PPID, AT)
    return leaving(office, petugas, AT)


def test_all_that_is_open_is_told(office: Office, left: Leaving) -> None:
    assert [case.title for case in left.cases] == ["Daftar agenda"]
    assert [request.number for request in left.requests] == ["001/2026"]
    assert [document.title for document in left.loans] == ["Buku Agenda", "Berkas Rahasia"]
    assert [role.id for role in left.alone] == ["petugas"]
    assert [one.name for one in successors(office, left.officer, AT)] == [PPID, ATASAN]


def test_it_passes_to_the_receiver_and_the_officer_no_longer_enters(office: Office, left: Leaving) -> None:
    before = office.records.trail.sequence
    hand_over(office, left, officer(office, ATASAN), officer(office, PPID), AT)
    assert officer(office, ATASAN).roles == ("atasan", "petugas")
    assert PETUGAS not in [one.name for one in people.on_duty(office, AT)]
    after = leaving(office, officer(office, ATASAN), AT)
    assert (len(after.requests), len(after.loans), after.requests[0].handled_by) == (1, 2, ATASAN)
    notes = {entry.note for entry in office.records.trail.entries(after=before)}
    assert notes == {f"dari {PETUGAS}", ""}


def test_where_one_part_is_refused_nothing_passes(office: Office) -> None:
    ppid = officer(office, PPID)
    with pytest.raises(ValueError, match="satu-satunya"):
        hand_over(office, leaving(office, ppid, AT), None, ppid, AT)
    with pytest.raises(NotAllowed):
        hand_over(office, leaving(office, ppid, AT), None, officer(office, PETUGAS), AT)
    assert officer(office, PPID).active_until is None


def test_the_last_administrator_may_leave_when_the_receiver_becomes_one(office: Office) -> None:
    ppid = officer(office, PPID)
    hand_over(office, leaving(office, ppid, AT), officer(office, ATASAN), ppid, AT)
    assert [one.name for one in people.administrators(office, AT.date())] == [ATASAN]


def test_the_paper_names_it_all_but_what_the_viewer_may_not_see(office: Office, left: Leaving) -> None:
    roles.toggle_administrator(office, officer(office, ATASAN), officer(office, PPID), AT)
    viewer = Viewer(replace(officer(office, PETUGAS), rights=()))
    printed = paper_of(office, left, officer(office, ATASAN), viewer, AT)
    text = " ".join(pdf_text(printed.path.read_bytes()).split())
    for words in ("SERAH TERIMA", PETUGAS, ATASAN, "Daftar agenda", "001/2026", "Buku Agenda", "dan 1 yang tidak"):
        assert words in text
    assert "Berkas Rahasia" not in text and "Wati" not in text
    (signed,) = [page for page in pdf_pages(printed.path.read_bytes()) if "Mengetahui" in page]
    assert "Demikian" in signed and "PIHAK KEDUA," in signed
