"""Incoming: softcopies are taken in, or it is said why not; what was taken waits to be completed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from reportlab.pdfgen.canvas import Canvas
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from archive.model import Document
from ppid_tui.app import KioskApp
from ppid_tui.screens import areas
from ppid_tui.screens.describe import DescribeScreen
from ppid_tui.screens.incoming import IncomingScreen
from tests.screens.reading_room import INCOMING, NOW, make_office, settled, text_of, visit


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
        assert "Sudah tersimpan, tidak disimpan dua kali (1)" in seen
        assert "Baru saja belum dapat diterima (1)" in seen
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


def test_a_file_that_comes_while_one_looks_is_listed_by_itself(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        assert "Menunggu diterima (0)" in text_of(app)
        letter(home / "incoming" / "baru.pdf", "Surat")
        await until(pilot, lambda: "Menunggu diterima (1)" in text_of(app))
        assert "baru.pdf  masih disalin" in text_of(app)

    visit(home, "Rina", INCOMING, keys)


def test_what_could_not_be_taken_is_seen_kept_by_hand_or_removed_after_a_question(home: Path) -> None:
    for name in ("Surat Tugas [a].doc", "rusak.doc"):
        (home / "incoming" / name).write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + name.encode() + bytes(600))

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        for key in ("f8", "d"):
            await pilot.press(key)
            await settled(pilot)
        seen = text_of(app)
        assert "Belum Dapat Diterima" in seen and "Surat Tugas [a].doc" in seen and "simpan sebagai .docx" in seen
        await pilot.press("t")
        await settled(pilot)
        assert isinstance(app.screen, DescribeScreen)
        assert app.screen.query_one("#title", Input).value == "Surat Tugas [a]"
        await pilot.press("f8")
        await settled(pilot)
        assert "Surat Tugas [a]" not in text_of(app)
        await pilot.press("delete")
        await pilot.pause(0.2)
        assert "untuk selamanya?" in text_of(app)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "rusak.doc" in text_of(app), "the safe answer comes first"
        await pilot.press("delete")
        await pilot.pause(0.2)
        await pilot.press("right", "enter")
        await pilot.pause(0.4)
        await settled(pilot)
        assert "Semua softcopy yang masuk sudah diterima." in text_of(app)

    visit(home, "Rina", INCOMING, keys)


def test_a_hardcopy_is_recorded_with_the_place_where_it_lies(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("h")
        await settled(pilot)
        assert "Catat hardcopy yang belum punya softcopy" in text_of(app)
        await pilot.press(*"Agenda", "f8")
        await settled(pilot)
        assert isinstance(app.screen, IncomingScreen)
        assert app.office is not None
        *_, last = app.office.records.documents.all()
        assert (last.title, last.renditions, last.confirmed) == ("Agenda", (), True)

    visit(home, "Rina", INCOMING, keys)


def test_a_waiting_file_is_joined_to_a_document_that_is_there(home: Path) -> None:
    letter(home / "incoming" / "ttd.pdf", "Hasil pindai bertanda tangan")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("g")
        await pilot.pause(0.4)
        assert "Gabungkan “ttd.pdf” dengan dokumen" in text_of(app)
        await pilot.press(*"Buku", "space", *"Tamu")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "Salinan untuk publik" in text_of(app)
        await pilot.press("enter")
        await pilot.pause(0.6)
        await settled(pilot)
        assert "Menunggu diterima (0)" in text_of(app)
        assert app.office is not None
        found = next(d for d in app.office.records.documents.all() if d.title == "Buku Tamu Pendopo")
        assert [r.name for r in found.renditions] == ["ttd.pdf"] and found.text_key

    visit(home, "Rina", INCOMING, keys)


def by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often, and wait little for a file to stand still."""
    monkeypatch.setattr("ppid_tui.app.LOOK_EVERY", 0.1)
    monkeypatch.setattr("ppid_tui.desk.watching.CALM", 0.5)


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(15):
        while not true():
            await pilot.pause(0.05)
    await settled(pilot)


def test_what_lies_in_incoming_is_taken_by_itself_with_one_calm_line(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_itself(monkeypatch)
    for number in range(3):
        letter(home / "incoming" / f"surat {number}.pdf", f"Surat nomor {number}")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await until(pilot, lambda: not list((home / "incoming").iterdir()) and not app.taker.working)
        (told,) = app._notifications
        assert told.message == "Dokumen Masuk (F5): 3 diterima."
        assert app.office is not None
        assert [d.received_from for d in app.office.records.documents.all()][-3:] == ["Rina Contoh"] * 3
        await pilot.press("f5")
        await settled(pilot)
        assert "3 diterima." in text_of(app) and "Perlu dilengkapi" in text_of(app)

    visit(home, "Rina", areas.HOME, keys)


def test_nothing_is_taken_by_itself_while_a_citizen_looks_or_where_the_office_takes_by_hand(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_itself(monkeypatch)
    profile = home / "office.toml"
    waits = home / "incoming" / "surat.pdf"

    async def look_along(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("ctrl+t")
        await settled(pilot)
        letter(waits, "Surat")
        await pilot.pause(1)
        await settled(pilot)
        assert waits.is_file() and not app._notifications
        await pilot.press("ctrl+t")
        await until(pilot, lambda: not waits.exists())

    async def by_hand(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.pause(1)
        assert waits.is_file() and "diterima sendiri" not in text_of(app)

    visit(home, "Rina", areas.HOME, look_along)
    letter(waits, "Surat lain")
    settings = profile.read_text(encoding="utf-8")
    profile.write_text(settings.replace("take_incoming = true", "take_incoming = false"), encoding="utf-8")
    visit(home, "Rina", INCOMING, by_hand)


def test_a_record_is_joined_into_another_after_a_question(home: Path) -> None:
    letter(home / "incoming" / "ttd.pdf", "Hasil pindai bertanda tangan")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("f8")
        await settled(pilot)
        lists = app.screen.query_one("#lists", OptionList)
        assert app.office is not None
        taken = app.office.records.documents.all()[-1]
        lists.highlighted = lists.get_option_index(str(taken.id))
        await pilot.press("g")
        await pilot.pause(0.4)
        assert "Gabungkan “ttd” ke dokumen" in text_of(app)
        await pilot.press(*"Buku", "space", *"Tamu")
        await pilot.pause(0.5)
        for key in ("enter", "enter"):  # the document, then: it is the signed one
            await pilot.press(key)
            await pilot.pause(0.3)
        assert "tidak lagi berdiri sendiri" in text_of(app)
        await pilot.press("right", "enter")
        await pilot.pause(0.6)
        await settled(pilot)
        assert "ttd" not in text_of(app).split("Perlu dilengkapi")[1]
        found = next(d for d in app.office.records.documents.all() if d.title == "Buku Tamu Pendopo")
        assert [r.name for r in found.renditions] == ["ttd.pdf"]

    visit(home, "Rina", INCOMING, keys)


def test_a_single_record_is_offered_as_a_newer_edition_too(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        assert app.office is not None
        known = next(d for d in app.office.records.documents.all() if d.number)
        new = Document(known.title.upper(), number=known.number.lower().replace("/", " / "))
        kept = app.office.records.documents.add(new, "menerima dokumen", "Rina Contoh", NOW)
        await app.push_screen(DescribeScreen(kept.id))
        await pilot.press("f8")
        await pilot.pause(0.3)
        assert "Apakah ini edisi barunya?" in " ".join(text_of(app).split())
        await pilot.press("right", "enter")
        await settled(pilot)
        after = app.office.records.documents.get(kept.id)
        assert after and after.confirmed and after.replaces == known.id

    visit(home, "Rina", INCOMING, keys)


def test_a_case_is_opened_with_what_came_in(home: Path) -> None:
    for name in ("undangan", "notulen"):
        letter(home / "incoming" / f"{name}.pdf", f"{name} rapat koordinasi")

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("f8")
        await settled(pilot)
        assert "Periksa yang baru diterima sekaligus (2)" in text_of(app)
        await pilot.press("n")
        await pilot.pause()
        assert "Membawa 2 dokumen." in text_of(app)
        await pilot.press(*"Rapat", "f8")
        await settled(pilot)
        assert "Langkah 1 dari" in text_of(app)
        assert "Dokumen pekerjaan ini: 2" in text_of(app)

    visit(home, "Rina", INCOMING, keys, size=(80, 40))
