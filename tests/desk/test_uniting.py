"""Two records of one document become one: nothing is lost, and both are found under the one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archive.model import Document, HardcopyPlace, InformationClass, RenditionKind
from ppid_tui.desk import cases, finding
from ppid_tui.desk.arrivals import arrivals
from ppid_tui.desk.care import verify
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.intake import Fate, take_in
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from ppid_tui.desk.uniting import NotUnited, unite, united_words
from tests.small_office import AT, ATASAN, PETUGAS, PPID, SECRET, TRAVEL, UNDECIDED, document, officer, write_pdf

VIEWER = Viewer(OWNER)
Take = Callable[..., Document]


@pytest.fixture
def scan(office: Office, tmp_path: Path) -> Document:
    """A signed letter that came in as a document of its own, where its draft is known already."""
    path = write_pdf(tmp_path / "kerja sama bertanda tangan.pdf", ["Naskah bertanda tangan dan bercap basah."])
    (step,) = take_in(office, [path], officer(office, PETUGAS), AT)
    assert step.outcome and step.outcome.document
    return step.outcome.document


def joined(office: Office, one: Document, into: Document) -> Document:
    """The one joined into the other as its signed copy."""
    return unite(office, one, into, RenditionKind.SIGNED, officer(office, PETUGAS), AT)


def test_the_files_go_to_the_one_that_stays_and_nothing_is_lost(office: Office, scan: Document) -> None:
    draft = document(office, UNDECIDED)
    (file,) = scan.renditions
    one = joined(office, scan, draft)
    assert [r.name for r in one.renditions] == ["pelabuhan.docx", "kerja sama bertanda tangan.pdf"]
    assert one.text_key == draft.text_key, "the draft's words are still found"
    assert office.softcopies.holds(file.sha256) and verify(office).ok
    (left,) = office.records.documents.joined_into(one.id)
    assert (left.id, left.title, left.joined_to) == (scan.id, scan.title, one.id)


def test_the_joined_one_is_nowhere_by_itself_and_leads_to_the_other(office: Office, scan: Document) -> None:
    count = len(office.records.documents.all())
    one = joined(office, scan, document(office, UNDECIDED))
    assert len(office.records.documents.all()) == count - 1
    assert scan.id not in {hit.document.id for hit in finding.find(office, "bercap basah", VIEWER).hits}
    assert scan.id not in {open_one.id for open_one in arrivals(office, VIEWER).unfinished}
    assert finding.document_for(office, scan.id, VIEWER) == one


def test_it_is_found_by_what_the_joined_one_was_called_and_says_so(office: Office, scan: Document) -> None:
    known = describe(office, replace(scan, title="Adendum Kerja Sama", number="119/88/PKS"), officer(office, PPID), AT)
    one = joined(office, known, document(office, UNDECIDED))
    for words in ("adendum", "119/88/PKS"):
        assert one.id in {hit.document.id for hit in finding.find(office, words, VIEWER).hits}, words
    assert united_words(office, one, VIEWER) == [("Digabungkan", f"Adendum Kerja Sama (dokumen {scan.id})")]
    assert united_words(office, one, replace(VIEWER, citizen=True)) == []


def test_the_trail_says_who_joined_what_into_what(office: Office, scan: Document) -> None:
    one = joined(office, scan, document(office, UNDECIDED))
    *_, taking, left = office.records.trail.entries()
    assert (taking.record_id, taking.action, taking.by) == (one.id, "menggabungkan dokumen", PETUGAS)
    assert (left.record_id, left.note) == (scan.id, f"ke dokumen {one.id}")
    assert left.before and left.before["text_key"] == scan.text_key


def test_the_same_file_again_is_a_duplicate_of_the_one_that_stays(
    office: Office, scan: Document, tmp_path: Path
) -> None:
    one = joined(office, scan, document(office, UNDECIDED))
    (step,) = take_in(office, [tmp_path / "kerja sama bertanda tangan.pdf"], officer(office, PETUGAS), AT)
    assert step.outcome and step.outcome.fate is Fate.DUPLICATE and step.outcome.document == one


def test_what_an_officer_knew_of_the_one_fills_what_the_other_lacks(office: Office, scan: Document) -> None:
    place = HardcopyPlace("Lemari 4", "Rak 2")
    known = describe(office, replace(scan, hardcopy=place, number="88/KESRA/2020"), officer(office, PETUGAS), AT)
    travel = document(office, TRAVEL)
    one = joined(office, known, travel)
    assert (one.hardcopy, one.title) == (place, TRAVEL)
    assert one.number == (travel.number or "88/KESRA/2020")


def test_cases_and_later_editions_follow(office: Office, scan: Document) -> None:
    by = officer(office, PETUGAS)
    records = office.records.documents
    later = records.add(Document("Edisi kedua", replaces=scan.id), "menerima dokumen", PETUGAS, AT)
    case = cases.start_case(office, "Dokumentasi", by, AT, documents=(scan.id,))
    one = joined(office, scan, document(office, UNDECIDED))
    now = office.records.cases.get(case.id)
    assert now and now.documents == (one.id,)
    assert [found.id for found in records.by("replaces", one.id)] == [later.id]


def test_an_exempt_and_an_open_document_are_not_joined(office: Office, scan: Document) -> None:
    secret = document(office, SECRET)
    with pytest.raises(NotUnited, match="Samakan dahulu klasifikasinya"):
        unite(office, scan, secret, RenditionKind.SIGNED, officer(office, PPID), AT)
    with pytest.raises(NotAllowed):
        joined(office, scan, secret)
    with pytest.raises(NotAllowed):
        unite(office, scan, document(office, TRAVEL), RenditionKind.SIGNED, officer(office, ATASAN), AT)
    assert office.records.documents.get(scan.id) == scan


def test_a_public_copy_s_words_are_never_replaced_by_those_of_a_joined_file(office: Office, scan: Document) -> None:
    travel = document(office, TRAVEL)
    (file,) = travel.renditions
    public = replace(travel, renditions=(replace(file, kind=RenditionKind.PUBLIC_COPY),), text_key="")
    office.records.documents.change(public, "menambah softcopy", PETUGAS, AT)
    one = joined(office, scan, public)
    assert one.text_key == "" and one.information_class is not InformationClass.BELUM_DITETAPKAN
