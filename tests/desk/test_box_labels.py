"""Labels for boxes and folders: their code leads to what lies there, and nothing exempt is written on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive.model import HardcopyPlace
from ppid_tui.desk.box_labels import SHUT, box_labels, folder_labels, write_labels
from ppid_tui.desk.finding import Viewer, find
from ppid_tui.desk.label_codes import box_code, folder_code, is_code
from ppid_tui.desk.office import Office
from ppid_tui.printouts.box_labels import SHEETS, Label, LabelSheet, render_labels
from tests.leaks import told
from tests.small_office import AT, BUDGET, PETUGAS, PPID, SECRET, TRAVEL, document, officer

BOX = HardcopyPlace("Lemari 1", "Rak 2", "Boks 2024")


@pytest.fixture(autouse=True)
def _placed(office: Office) -> None:
    """Three documents lie in one box."""
    for serial, title in enumerate((TRAVEL, BUDGET, SECRET), 1):
        place = replace(BOX, folder=f"Map {serial}", serial=str(serial))
        office.records.documents.change(replace(document(office, title), hardcopy=place), "uji", "uji", AT)


def titles(office: Office, code: str, name: str) -> list[str]:
    """What an officer finds by a code."""
    found = find(office, code, Viewer(officer(office, name)))
    return [hit.document.title for hit in (*found.hits, *found.exempt)]


def test_the_code_of_a_folder_leads_to_its_document_alone(office: Office) -> None:
    code = folder_code(document(office, TRAVEL))
    assert titles(office, code, PETUGAS) == titles(office, f" {code.lower()}\r", PETUGAS) == [TRAVEL]


def test_the_code_of_a_box_leads_to_what_lies_in_it_as_far_as_one_may_see(office: Office) -> None:
    assert titles(office, box_code(BOX), PETUGAS) == [TRAVEL, BUDGET]
    assert titles(office, box_code(BOX), PPID) == [TRAVEL, BUDGET, SECRET]
    assert find(office, box_code(BOX), Viewer(officer(office, PPID), citizen=True)).exempt == ()


def test_the_code_of_an_exempt_document_finds_nothing_for_who_may_not_see_it(office: Office) -> None:
    assert titles(office, folder_code(document(office, SECRET)), PETUGAS) == []


def test_a_box_keeps_its_code_however_its_place_is_written() -> None:
    assert box_code(HardcopyPlace("LEMARI  1", "rak 2 ", "boks 2024", "Map 9", "77")) == box_code(BOX)
    assert box_code(replace(BOX, shelf="Rak 3")) != box_code(BOX) and box_code(HardcopyPlace("Lemari 1")) == ""
    assert is_code(box_code(BOX)) and not is_code("BX 123") and not is_code("DKI Jakarta")


def test_no_title_of_an_exempt_document_is_on_a_label(office: Office) -> None:
    everything = folder_labels(office, Viewer(officer(office, PPID)))
    path = write_labels(office, everything.values(), SHEETS[0], 0, AT)
    words = told(path.parent)
    assert TRAVEL.casefold() in words and SHUT.casefold() in words and SECRET.casefold() not in words
    assert folder_code(document(office, SECRET)) not in folder_labels(office, Viewer(officer(office, PETUGAS)))
    assert list(box_labels(office, Viewer(officer(office, PETUGAS)))) == [box_code(BOX)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_label_is_on_its_sheet_with_its_code(sheet: LabelSheet, tmp_path: Path) -> None:
    long = Label("Kantor " * 20, "Boks " * 30, "Lemari " * 30, ("Judul yang panjang " * 40, "😀 §"), "DK000123")
    (tmp_path / "label.pdf").write_bytes(render_labels([long] * sheet.count, sheet, skip=1))
    words = told(tmp_path)
    assert words.count("dk000123") == sheet.count
    from pypdf import PdfReader

    assert len(PdfReader(tmp_path / "label.pdf").pages) == 2
