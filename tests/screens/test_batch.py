"""A stick of forty files with few keys: the clear ones in one go, then only the doubtful fields of the others."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from reportlab.pdfgen.canvas import Canvas
from textual.pilot import Pilot

from archive.model import InformationClass
from ppid_tui.app import KioskApp
from ppid_tui.desk.office import open_office
from ppid_tui.screens import areas
from ppid_tui.screens.batch import BatchScreen
from ppid_tui.screens.doubt import DoubtScreen
from tests.screens.reading_room import make_office, settled, text_of, visit
from tests.small_office import write_scan

LETTERHEAD = ("PEMERINTAH PROVINSI CONTOH", "BIRO UMUM")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("masuk") / "kantor")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick, plugged in."""
    monkeypatch.setenv("PPID_MEDIA", str(tmp_path / "media"))
    folder = tmp_path / "media" / "FLASHDISK"
    folder.mkdir(parents=True)
    return folder


def paper(path: Path, *lines: str) -> Path:
    """A PDF of one page with these lines."""
    canvas = Canvas(str(path))
    for number, line in enumerate(lines):
        canvas.drawString(72, 780 - 18 * number, line)
    canvas.save()
    return path


def letter(folder: Path, number: int) -> Path:
    """A letter that says of itself all that is asked."""
    return paper(
        folder / f"surat {number}.pdf",
        *LETTERHEAD,
        f"Nomor : 005/{number}/UM/2024",
        "Sifat : Biasa",
        f"Hal : Undangan rapat ke-{number}",
        f"Kota Contoh, {number % 27 + 1} Maret 2024",
        "Dengan hormat, kami mengundang Saudara untuk hadir.",
    )


def undated(folder: Path, number: int) -> Path:
    """A note without a head: only its file's name says what it is."""
    return paper(folder / f"catatan kegiatan {number}.pdf", f"Catatan tentang kegiatan lapangan {number}.")


def pictured(folder: Path, number: int) -> Path:
    """A scan, unlike the others by a byte."""
    path = write_scan(folder / f"pindai {number} tahun 2023.pdf")
    path.write_bytes(path.read_bytes() + f"\n% {number}\n".encode())
    return path


class Counted:
    """A pilot that counts what is pressed."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press, count, and wait until all is drawn."""
        self.keys += len(keys)
        await self.pilot.press(*keys)
        await settled(self.pilot)


def test_a_stick_of_forty_files_takes_at_most_forty_keys(home: Path, stick: Path) -> None:
    for number in range(30):
        letter(stick, number)
    for number in range(5):
        undated(stick, number)
        pictured(stick, number)
    spent: list[int] = []
    silent: list[str] = []

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        hands = Counted(pilot)
        await hands.press("f5")
        assert "USB terpasang (FLASHDISK): 40 berkas. Enter untuk menerima semuanya." in text_of(app)
        await hands.press("enter")
        assert "40 diterima." in text_of(app)
        await hands.press("enter")
        assert isinstance(app.screen, BatchScreen)
        await hands.press("b", "i", "r", "o", "space", "u", "m", "u", "m", "tab", "tab")
        await hands.press("right", "right", "right")
        assert "Terima semua yang sudah jelas (30)" in text_of(app), text_of(app)
        await hands.press("f8")
        assert isinstance(app.screen, DoubtScreen)
        seen = text_of(app)
        assert "Dokumen 1 dari 10 yang perlu dilihat" in seen
        assert "dari nama berkas" in seen
        while isinstance(app.screen, DoubtScreen):
            await hands.press("f8")
            if "Tahun belum diisi" in text_of(app):
                silent.append(text_of(app))
            assert hands.keys < 60, text_of(app)
        spent.append(hands.keys)

    visit(home, "Rina", areas.HOME, keys)
    office = open_office(home)
    documents = [d for d in office.records.documents.all() if d.received_from == "Rina Contoh"]
    office.close()
    assert len(documents) == 40 and all(d.confirmed and not d.guesses for d in documents)
    assert {d.information_class for d in documents} == {InformationClass.SETIAP_SAAT}
    assert len(silent) == 5, "a note without a year does not pass unseen"
    print(f"keys: {spent[0]}")
    assert spent[0] <= 40


def test_what_is_complete_but_for_its_class_waits_for_it_and_is_decided_in_one_go(home: Path, stick: Path) -> None:
    for number in range(2):
        letter(stick, number)

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        hands = Counted(pilot)
        await hands.press("f5", "enter")
        await settled(pilot)
        await hands.press("enter")
        await hands.press("f8")  # without a class
        assert app.office is not None
        new = [d for d in app.office.records.documents.all() if d.received_from == "Rina Contoh"]
        assert all(d.confirmed and d.information_class is InformationClass.BELUM_DITETAPKAN for d in new)
        seen = text_of(app)
        assert "Perlu dilengkapi" in seen and "Undangan rapat ke-1" in seen
        await app.push_screen(BatchScreen(tuple(d.id for d in new)))
        await settled(pilot)
        assert "Tinggal klasifikasinya (2): pilih di atas" in text_of(app)
        await hands.press("tab", "tab", "right")
        await pilot.pause(0.2)
        await settled(pilot)
        assert "Terima semua yang sudah jelas (2)" in text_of(app)
        await hands.press("f8")
        assert "Undangan rapat ke-1" not in text_of(app)

    visit(home, "Rina", areas.HOME, keys)
