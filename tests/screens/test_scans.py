"""A scan is read at a key, or while nobody uses the kiosk; the next key stops that."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from archive.model import Document, TextState
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import OWNER, Office, open_office
from ppid_tui.screens.chores import IDLE_AFTER
from ppid_tui.screens.document import DocumentScreen
from tests.scanned import APPENDIX, LETTER, needs_tesseract, paper, scan
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, ATASAN, PETUGAS, PINS, SCAN, TRAVEL, document


@pytest.fixture
def home(office_home: Path, tmp_path: Path) -> Path:
    """The small office with one more scan, of two pages."""
    office = open_office(office_home)
    (step,) = take_in(office, [scan(tmp_path / "lampiran.pdf", paper(LETTER), paper(APPENDIX))], OWNER, AT)
    assert step.outcome and step.outcome.document
    office.close()
    return office_home


def newest(office: Office) -> Document:
    return max(office.records.documents.all(), key=lambda found: found.id)


async def opened(kiosk: Kiosk, who: str, title: str = "") -> Office:
    """Sign in and open the document with this title, or the newest."""
    await kiosk.sign_in(who, PINS[who])
    office = kiosk.app.office
    assert office
    wanted = document(office, title) if title else newest(office)
    kiosk.app.push_screen(DocumentScreen(wanted.id))
    await kiosk.settled()
    return office


@needs_tesseract
def test_a_key_reads_the_scan_and_its_words_are_shown_at_once(home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await opened(kiosk, PETUGAS)
        await kiosk.until_shown("Hasil pindai: isinya belum")
        await kiosk.keys("b")
        await kiosk.until_shown("Selesai dibaca")
        await kiosk.until_shown("PENDOKUMENTASIAN INFORMASI")
        await kiosk.until_shown("hal. 1 dari 2 · hasil OCR")

    at_the_kiosk(home, visit, size=(110, 32))


def test_the_key_is_offered_for_scans_alone(home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await opened(kiosk, PETUGAS, SCAN)
        assert "B Baca" in kiosk.text()
        await kiosk.keys("escape")
        await opened_again(kiosk, TRAVEL)
        assert "B Baca" not in kiosk.text()

    async def opened_again(kiosk: Kiosk, title: str) -> None:
        assert kiosk.app.office
        kiosk.app.push_screen(DocumentScreen(document(kiosk.app.office, title).id))
        await kiosk.settled()

    at_the_kiosk(home, visit)


@needs_tesseract
def test_esc_stops_the_reading_and_leaves_what_was(home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        office = await opened(kiosk, PETUGAS)
        before = newest(office)
        await kiosk.keys("b", "escape")
        await kiosk.until_shown("Dihentikan")
        await kiosk.until(lambda: all(worker.is_finished for worker in kiosk.app.workers if worker.group == "scan"))
        assert newest(office) == before
        assert isinstance(kiosk.app.screen, DocumentScreen)

    at_the_kiosk(home, visit, size=(110, 32))


def test_who_may_not_read_it_is_told_whose_it_is(home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await opened(kiosk, ATASAN)
        await kiosk.keys("b")
        await kiosk.until_shown("Membaca hasil pindai adalah wewenang")

    at_the_kiosk(home, visit, size=(110, 32))


def test_without_tesseract_the_key_says_how_to_install_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATH", "PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))

    async def visit(kiosk: Kiosk) -> None:
        await opened(kiosk, PETUGAS)
        await kiosk.keys("b")
        await kiosk.until_shown("OCR belum dapat dipakai: Tesseract belum")
        await kiosk.until_shown("apt install")

    at_the_kiosk(home, visit, size=(110, 32))


@needs_tesseract
def test_scans_are_read_while_nobody_uses_the_kiosk(home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.until(lambda: kiosk.app.office is not None)
        office = kiosk.app.office
        assert office
        kiosk.app._chores.read_when_idle()
        assert not reading(kiosk)
        kiosk.app.last_key = monotonic() - IDLE_AFTER - 1
        kiosk.app._chores.read_when_idle()
        await kiosk.until(lambda: not reading(kiosk))
        assert {newest(office).text_state, document(office, SCAN).text_state} == {TextState.OCR}
        kiosk.app._chores.read_when_idle()
        assert not reading(kiosk)

    at_the_kiosk(home, visit)


@needs_tesseract
def test_the_next_key_stops_it_and_later_it_goes_on(home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.until(lambda: kiosk.app.office is not None)
        office = kiosk.app.office
        assert office
        kiosk.app.last_key = monotonic() - IDLE_AFTER - 1
        kiosk.app._chores.read_when_idle()
        await kiosk.keys("down")
        assert not reading(kiosk)
        assert newest(office).text_state is TextState.NONE
        kiosk.app.last_key = monotonic() - IDLE_AFTER - 1
        kiosk.app._chores.read_when_idle()
        assert reading(kiosk)
        await kiosk.until(lambda: newest(office).text_state is TextState.OCR)

    at_the_kiosk(home, visit)


def reading(kiosk: Kiosk) -> bool:
    return any(worker.group == "idle" and not worker.is_finished for worker in kiosk.app.workers)
