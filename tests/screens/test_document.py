"""One document: read, completed, given out; never given before its class is decided."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot

from archive.model import Document, InformationClass
from ppid_tui.app import KioskApp
from ppid_tui.desk.dates import read_date
from ppid_tui.screens.describe import DescribeScreen
from ppid_tui.screens.document import DocumentScreen
from ppid_tui.screens.record_form import Wrong, form_of, record_of
from tests.screens.reading_room import FIND, make_office, settled, text_of, visit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("dokumen") / "kantor")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


async def open_document(pilot: Pilot[None], app: KioskApp, title: str, query: str = "") -> Document:
    """Open the document whose title begins so."""
    assert app.office is not None
    found = next(d for d in app.office.records.documents.all() if d.title.startswith(title))
    app.push_screen(DocumentScreen(found.id, query))
    await settled(pilot)
    return found


async def shown(pilot: Pilot[None], app: KioskApp, words: str) -> str:
    """Wait until these words are on the screen, at most five seconds; returns it."""
    for _ in range(100):
        if words in text_of(app):
            break
        await pilot.pause(0.05)
    assert words in text_of(app)
    return text_of(app)


async def write(pilot: Pilot[None], text: str) -> None:
    await pilot.press("end", "ctrl+u", *("space" if letter == " " else letter for letter in text))


def made_papers(home: Path) -> list[Path]:
    return sorted(path for path in (home / "printouts").iterdir() if path.suffix != ".jsonl")


def test_the_record_stands_beside_the_pages_with_where_the_paper_lies(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Keputusan tentang")
        seen = text_of(app)
        assert "188.45/7/KEP/2022" in seen
        assert "2 April 2022" in seen
        assert "Lemari 2 / Rak 3" in seen
        await pilot.press("escape")
        await open_document(pilot, app, "Jadwal")
        assert "Klasifikasi belum ditetapkan:" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_pages_are_turned_with_the_arrows(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Laporan")
        await pilot.press("right")
        await settled(pilot)
        assert "hal. 2 dari 12" in text_of(app)
        await pilot.press("left", "left")
        await settled(pilot)
        assert "hal. 1 dari 12" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_a_page_is_gone_to_by_its_number_and_the_first_and_last_at_a_key(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Laporan")
        await pilot.press("1", "1")
        await settled(pilot)
        assert "Ke halaman: 11" in text_of(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "hal. 11 dari 12" in text_of(app)
        assert "Ke halaman:" not in text_of(app)
        for key, page in (("end", 12), ("home", 1), ("ctrl+end", 12), ("ctrl+home", 1)):
            await pilot.press(key)
            await settled(pilot)
            assert f"hal. {page} dari 12" in text_of(app)
        await pilot.press("9", "9", "enter")
        await settled(pilot)
        assert "punya 12 halaman" in text_of(app)
        await pilot.press("escape", "right")
        await settled(pilot)
        assert "hal. 2 dari 12" in text_of(app), "the line is left, and the document is open still"

    visit(home, "Rina", FIND, keys)


@pytest.mark.skipif(sys.platform == "win32", reason="there, the system's own print verb would be called")
def test_a_page_is_given_out_kept_as_a_file_and_put_into_the_trail(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home / "tanpa-pencetak"))

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        document = await open_document(pilot, app, "Keputusan tentang")
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("right", "right", "c")
        await settled(pilot)
        seen = text_of(app)
        assert "Belum tercetak:" in seen
        assert "Salinannya" in seen
        await pilot.press("c")
        await settled(pilot)
        (paper,) = made_papers(home)
        assert "perjalanan dinas" in paper.read_text(encoding="utf-8")
        assert app.office is not None
        given = [e for e in app.office.records.trail.entries() if e.action == "memberikan dokumen"]
        assert [(e.record_id, e.by, e.note) for e in given] == [(document.id, "Rina Contoh", "halaman 1, TXT")]

    visit(home, "Rina", FIND, keys)


def test_the_original_leaves_unaltered(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Keputusan tentang")
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("down", "down", "s")
        await settled(pilot)
        (copy,) = made_papers(home)
        assert copy.read_bytes() == b"%PDF-1.4 Keputusan tentang Standar Perjalanan Dinas"
        assert copy.suffix == ".pdf"

    visit(home, "Rina", FIND, keys)


@pytest.mark.parametrize(
    ("title", "reason"),
    [("Jadwal", "Klasifikasi belum ditetapkan"), ("Daftar Penerima", "Informasi yang Dikecualikan")],
)
def test_what_may_not_be_given_out_says_why_and_makes_nothing(home: Path, title: str, reason: str) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, title)
        await pilot.press("f9")
        await settled(pilot)
        assert reason in text_of(app)
        await pilot.press("enter", "s")
        await settled(pilot)
        assert made_papers(home) == []

    visit(home, "Bagus", FIND, keys)


def test_without_a_softcopy_there_is_nothing_to_open_and_it_says_so(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Buku Tamu")
        assert "belum punya softcopy" in text_of(app)
        await pilot.press("ctrl+o")
        await pilot.pause(0.3)
        assert "hardcopy-nya" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_of_a_paper_without_softcopy_it_is_said_where_it_lies_and_enter_leads_to_its_slip(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Buku Tamu")
        await pilot.press("f9")
        await settled(pilot)
        seen = text_of(app)
        assert "hanya ada hardcopy: ambil di Lemari 9" in seen
        assert "berikan dokumen asli" not in seen
        await pilot.press("enter")
        await shown(pilot, app, "Cetak bon untuk mengambilnya")

    visit(home, "Rina", FIND, keys)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system itself opens files")
def test_an_original_that_no_window_opens_is_offered_on_a_stick(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        for title, offered in (("Keputusan tentang", True), ("Jadwal", False)):
            await open_document(pilot, app, title)
            app.clear_notifications()
            await pilot.press("ctrl+o")
            seen = await shown(pilot, app, "tidak terbuka")
            assert "dibuka di jendela lain" not in seen
            assert ("F9, lalu U" in seen) is offered
            await pilot.press("escape")

    visit(home, "Rina", FIND, keys)


def test_a_list_of_results_leaves_out_what_a_citizen_may_not_see(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press(*"sosial")
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("down", "down", "left", "s")
        await settled(pilot)
        (paper,) = made_papers(home)
        printed = paper.read_text(encoding="utf-8")
        assert "Laporan Realisasi Anggaran" in printed
        assert "Daftar Penerima" not in printed
        assert "Jadwal Penyaluran" not in printed

    visit(home, "Bagus", FIND, keys)


def test_a_record_is_completed_and_its_class_decided(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        document = await open_document(pilot, app, "Jadwal")
        await pilot.press("e")
        await settled(pilot)
        await pilot.press("tab", "tab", "tab")
        await write(pilot, "3 julu 2024")
        await pilot.press("f8")
        await settled(pilot)
        assert "belum dimengerti" in text_of(app)
        await write(pilot, "3 juli 2024")
        await pilot.press(*["tab"] * 7, "up", "up", "enter", "f8")
        await settled(pilot)
        assert isinstance(app.screen, DocumentScreen)
        assert app.office is not None
        kept = app.office.records.documents.get(document.id)
        assert kept is not None
        assert (kept.date, kept.information_class, kept.confirmed) == (
            date(2024, 7, 3),
            InformationClass.SETIAP_SAAT,
            True,
        )
        assert "Setiap saat" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_a_class_is_proposed_for_a_regulation_and_set_only_by_enter(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        document = await open_document(pilot, app, "Jadwal")
        await pilot.press("e")
        await settled(pilot)
        assert "Usulan" not in text_of(app)
        await pilot.press("tab")
        await write(pilot, "Peraturan Bupati")
        await settled(pilot)
        seen = text_of(app)
        assert "Usulan: Setiap saat." in seen and "(x) Belum ditetapkan" in seen
        await pilot.press(*["tab"] * 9, "enter")
        await settled(pilot)
        assert "(x) Setiap saat" in text_of(app) and "Usulan" not in text_of(app)
        await pilot.press("f8")
        await settled(pilot)
        assert app.office is not None
        kept = app.office.records.documents.get(document.id)
        assert kept is not None and kept.information_class is InformationClass.SETIAP_SAAT

    visit(home, "Rina", FIND, keys)


def test_only_who_may_decide_exempts_a_document(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Jadwal")
        await pilot.press("e")
        await settled(pilot)
        await pilot.press(*["tab"] * 10, "up", "enter", "tab", "h", "tab")
        await write(pilot, "UU 27/2022")
        await pilot.press("f8")
        await settled(pilot)
        assert "adalah wewenang" in text_of(app)
        assert isinstance(app.screen, DescribeScreen)

    visit(home, "Rina", FIND, keys)


def test_what_was_typed_is_not_lost_unasked(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await open_document(pilot, app, "Jadwal")
        await pilot.press("e")
        await settled(pilot)
        await pilot.press("x", "escape")
        await settled(pilot)
        assert "Isian belum disimpan" in text_of(app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, DescribeScreen)

    visit(home, "Rina", FIND, keys)


@pytest.mark.parametrize("typed", ["3 Juli 2023", "03/07/2023", "3-7-23", "3 jul 2023", "2023-07-03", "3.7.2023"])
def test_a_date_is_understood_as_officers_write_it(typed: str) -> None:
    assert read_date(typed) == date(2023, 7, 3)


@pytest.mark.parametrize("typed", ["31 Februari 2023", "kemarin", "2023", "3 xyz 2023", "٣/٧/٢٠٢٣x"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed) is None


def test_a_record_goes_through_the_form_unchanged() -> None:
    document = Document("Judul [a]", InformationClass.BERKALA, number="1/2", date=date(2023, 7, 3), year=2022)
    assert record_of(document, form_of(document)) == document


def test_an_exemption_names_its_letter_and_basis() -> None:
    document = Document("Judul", InformationClass.DIKECUALIKAN)
    with pytest.raises(Wrong, match="huruf Pasal 17"):
        record_of(document, form_of(document) | {"basis": "UU"})
    with pytest.raises(Wrong, match="dasar hukum"):
        record_of(document, form_of(document) | {"letter": "h"})
