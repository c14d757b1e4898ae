"""Serving at once: the register row, the files that leave, and what never does."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from archive.model import Exemption, InformationClass
from archive.request_model import CopyForm, Requester, RequestOutcome, RequestState
from archive.requests import RequestError
from ppid_tui.desk import at_once, requests
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.handing_out import LIST, SUMS, NotThere, Piece, stick_folder
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.requesters import known_requesters
from tests.printouts.reading import pdf_text
from tests.small_office import AT, ATASAN, BUDGET, PETUGAS, PPID, SECRET, TRAVEL, UNDECIDED, document, officer

WATI = Requester("Wati Umpama", "Jalan Contoh 5")


def whole(office: Office, *titles: str) -> list[Piece]:
    """These documents, as they are now."""
    return [Piece(document(office, title)) for title in titles]


def test_what_is_given_on_paper_is_a_row_of_the_register_granted_and_done(office: Office) -> None:
    clerk = officer(office, PETUGAS)
    served = at_once.on_paper(office, [Piece(document(office, TRAVEL), (2, 3))], WATI, clerk, AT)
    row = requests.request_of(office, served.request.id)
    assert (row.number, row.state, row.outcome, row.direct) == (
        "001/PPID/2026", RequestState.DONE, RequestOutcome.GRANTED, True,
    )  # fmt: skip
    assert (row.given, row.given_to, row.given_by, row.registered_at) == (AT.date(), WATI.name, PETUGAS, AT)
    assert row.items[0].wanted == f"{TRAVEL}, halaman 2, 3"
    assert served.receipt and len(served.files) == 1
    told = " ".join(pdf_text(served.receipt.read_bytes()).split())
    assert "001/PPID/2026" in told and "halaman 2, 3" in told and "09.00 WIB" in told and WATI.address in told
    note = next(e for e in office.records.trail.entries() if e.action == "memberikan dokumen")
    assert (note.by, note.note) == (PETUGAS, "halaman 2, 3, dicetak")


def test_numbers_go_on_after_those_of_formal_requests_and_the_visitor_is_found_again(office: Office) -> None:
    clerk = officer(office, PETUGAS)
    first = at_once.on_paper(office, whole(office, TRAVEL), WATI, clerk, AT).request
    known = known_requesters(office, "wati")[0]
    again = at_once.on_paper(office, whole(office, BUDGET), known, clerk, AT).request
    assert [first.number, again.number] == ["001/PPID/2026", "002/PPID/2026"]
    assert len(office.records.requesters.all()) == 1


def test_a_stick_gets_whole_files_a_list_and_checksums_that_can_be_checked(office: Office, tmp_path: Path) -> None:
    pieces = [*whole(office, BUDGET), Piece(document(office, TRAVEL), (1,))]
    folder = at_once.on_stick(office, pieces, WATI, tmp_path, officer(office, PETUGAS), AT).folder
    assert folder
    sums = [line.split("  ", 1) for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]
    assert {name for _, name in sums} == {path.name for path in folder.iterdir()} - {LIST, SUMS}
    for digest, name in sums:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert BUDGET in (folder / LIST).read_text(encoding="utf-8")


@pytest.mark.parametrize("title", [SECRET, UNDECIDED])
@pytest.mark.parametrize("name", [PETUGAS, PPID, ATASAN])
def test_exempt_and_undecided_documents_are_given_by_nobody(
    office: Office, tmp_path: Path, title: str, name: str
) -> None:
    before = made(office, tmp_path)
    pieces = whole(office, TRAVEL, title)
    with pytest.raises(NotAllowed):
        at_once.on_paper(office, pieces, WATI, officer(office, name), AT)
    with pytest.raises(NotAllowed):
        at_once.on_stick(office, pieces, WATI, tmp_path, officer(office, name), AT)
    assert made(office, tmp_path) == before
    assert office.records.requests.all() == []


def test_the_class_in_force_counts_not_the_one_on_the_screen(office: Office, tmp_path: Path) -> None:
    pieces = whole(office, TRAVEL)
    exempt = replace(
        document(office, TRAVEL), information_class=InformationClass.DIKECUALIKAN, exemption=Exemption("h")
    )
    office.records.documents.change(exempt, "uji", PPID, AT)
    with pytest.raises(NotAllowed):
        at_once.on_stick(office, pieces, WATI, tmp_path, officer(office, PETUGAS), AT)
    assert office.records.requests.all() == []


def test_a_partly_exempt_document_without_a_public_copy_is_not_given(office: Office) -> None:
    report = document(office, TRAVEL)
    office.records.documents.change(replace(report, exemption=Exemption("h")), "uji", PPID, AT)
    with pytest.raises(NotAllowed, match="salinan untuk publik"):
        at_once.on_paper(office, whole(office, TRAVEL), WATI, officer(office, PETUGAS), AT)


def test_a_document_that_becomes_exempt_while_its_files_are_made_leaves_none_of_them(
    office: Office, tmp_path: Path
) -> None:
    clerk, pieces = officer(office, PETUGAS), whole(office, TRAVEL)
    folder = stick_folder(office, pieces, tmp_path, Viewer(clerk), AT)
    exempt = replace(document(office, TRAVEL), information_class=InformationClass.DIKECUALIKAN)
    office.records.documents.change(exempt, "uji", PPID, AT)
    with pytest.raises(NotAllowed):
        at_once.keep_given(office, pieces, WATI, CopyForm.SOFTCOPY, [folder], clerk, AT)
    assert not folder.exists()
    assert office.records.requests.all() == []


def test_a_damaged_file_is_not_given(office: Office, tmp_path: Path) -> None:
    given = document(office, TRAVEL).given_rendition
    assert given
    path = office.softcopies.path(given.sha256, given.media_type)
    path.chmod(0o644)
    path.write_bytes(b"%PDF-1.4 lain")
    stick = tmp_path / "usb"
    stick.mkdir()
    with pytest.raises(NotThere, match="tidak sama lagi"):
        at_once.on_stick(office, whole(office, TRAVEL), WATI, stick, officer(office, PETUGAS), AT)
    assert list(stick.iterdir()) == [] and office.records.requests.all() == []


def test_a_stick_that_was_pulled_out_costs_no_number(office: Office, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        at_once.on_stick(office, whole(office, TRAVEL), WATI, tmp_path / "tiada", officer(office, PETUGAS), AT)
    assert office.records.requests.all() == []


@pytest.mark.parametrize("person", [Requester("", "Jalan Contoh 5"), Requester("Wati", " ")])
def test_name_and_address_are_needed(office: Office, person: Requester) -> None:
    with pytest.raises(RequestError, match="nama dan alamat"):
        at_once.on_paper(office, whole(office, TRAVEL), person, officer(office, PETUGAS), AT)


def test_who_only_looked_is_a_guest_and_no_request(office: Office) -> None:
    shown = [document(office, TRAVEL)]
    guest = at_once.only_looked(office, shown, "  ", "", "perjalanan dinas", officer(office, PETUGAS), AT)
    kept = office.records.guests.get(guest.id)
    assert kept and (kept.name, kept.by, kept.documents, kept.at) == ("tamu", PETUGAS, (shown[0].id,), AT)
    assert office.records.requests.all() == []


def made(office: Office, folder: Path) -> set[Path]:
    """All files that papers and sticks could have left."""
    return {path for root in (office.home.printouts, folder) for path in root.rglob("*") if "records" not in path.name}
