"""Incoming: softcopies are taken in, or it is said why not; what was taken waits to be completed."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile, copytree

import pytest
from reportlab.pdfgen.canvas import Canvas
from textual.pilot import Pilot
from textual.widgets import Input

from ppid_tui.app import KioskApp
from ppid_tui.screens.describe import DescribeScreen
from ppid_tui.screens.incoming import IncomingScreen
from tests.screens.reading_room import INCOMING, make_office, settled, text_of, visit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("masuk") / "kantor")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


def letter(path: Path, words: str) -> Path:
    """A PDF of one page."""
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, words)
    canvas.save()
    return path


def test_all_that_waits_is_taken_in_and_what_is_not_says_why(home: Path) -> None:
    incoming = home / "incoming"
    letter(incoming / "undangan rapat.pdf", "Undangan rapat koordinasi triwulan")
    copyfile(incoming / "undangan rapat.pdf", incoming / "undangan lagi.pdf")
    (incoming / "rusak [a].pdf").write_bytes(b"%PDF-1.4 tidak ada isinya")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        assert "Menunggu diterima (3)" in text_of(app)
        await pilot.press("f8")
        await settled(pilot)
        seen = text_of(app)
        assert "1 diterima, 1 sudah tersimpan, 1 belum dapat diterima." in seen
        assert "Tidak disimpan dua kali." in seen
        assert "rusak [a].pdf" in seen
        assert "Menunggu diterima (0)" in seen
        assert "Perlu dilengkapi (6)" in seen
        assert "Belum Dapat Diterima" in seen
        assert list(incoming.iterdir()) == []

    visit(home, "Rina", INCOMING, keys, size=(80, 40))


def test_a_folder_elsewhere_can_be_typed(home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    letter(stick / "surat.pdf", "Surat edaran libur")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("shift+tab")
        assert isinstance(app.focused, Input)
        app.focused.value = str(tmp_path / "tidak ada")
        await pilot.press("enter")
        await settled(pilot)
        assert "tidak ditemukan" in text_of(app)
        app.screen.query_one("#path", Input).value = str(stick)
        await pilot.press("enter")
        await settled(pilot)
        assert "1 diterima." in text_of(app)
        assert (stick / "surat.pdf").is_file()

    visit(home, "Rina", INCOMING, keys)


def test_taking_in_stops_after_the_file_that_is_being_read(home: Path) -> None:
    for number in range(6):
        letter(home / "incoming" / f"surat {number}.pdf", f"Surat nomor {number}")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        screen = app.screen
        assert isinstance(screen, IncomingScreen)
        screen.action_take()
        await screen.action_back()  # at once: by keys, a fast machine would be done before
        await settled(pilot)
        assert "Dihentikan. 1 diterima." in text_of(app)
        assert "Menunggu diterima (5)" in text_of(app)
        assert len(list((home / "incoming").glob("*.pdf"))) == 5

    visit(home, "Rina", INCOMING, keys)


def test_a_document_that_is_not_complete_is_opened_with_enter(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DescribeScreen)
        await pilot.press("f8")
        await settled(pilot)
        assert "Perlu dilengkapi (4)" in text_of(app)

    visit(home, "Rina", INCOMING, keys)


def test_who_may_not_take_in_is_told_whose_work_it_is(home: Path) -> None:
    letter(home / "incoming" / "surat.pdf", "Surat")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("f8")
        await settled(pilot)
        assert "Menerima dokumen masuk adalah wewenang Petugas Pelayanan Informasi" in text_of(app)
        assert (home / "incoming" / "surat.pdf").is_file()

    visit(home, "Bagus", INCOMING, keys)
