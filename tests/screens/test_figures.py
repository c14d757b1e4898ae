"""The figures and the guest book on the screen."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from ppid_tui.desk.due import Kind
from ppid_tui.screens.archive import ArchiveScreen
from ppid_tui.screens.home import HomeScreen
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.screens.request_desk import register
from tests.small_office import PETUGAS, PINS, PPID


async def open_place(kiosk: Kiosk, name: str, title: str) -> str:
    """From F6 down to the place of this name."""
    await kiosk.keys("f6")
    await kiosk.until_shown("Daftar Informasi Publik")
    screen = kiosk.app.screen
    assert isinstance(screen, ArchiveScreen)
    row = len(screen._lists) + [place[0] for place in screen._places].index(name)
    await kiosk.keys(*["down"] * row, "enter")
    return await kiosk.until_shown(title)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_figures_of_a_year_stand_as_bars_and_the_report_is_made(office_home: Path, size: tuple[int, int]) -> None:
    register(office_home)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        seen = await open_place(kiosk, "Angka layanan", "1 permohonan")
        assert_golden(f"figures_{size[0]}x{size[1]}", seen)
        await kiosk.keys("left")
        await kiosk.until_shown("Tidak ada permohonan yang diterima")
        await kiosk.keys("right", "f9", "down", "enter")
        await kiosk.until(lambda: bool(list((office_home / "printouts").glob("*.docx"))))

    at_the_kiosk(office_home, visit, size)


def test_the_report_that_is_due_opens_at_last_year(office_home: Path) -> None:
    register(office_home)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PPID, PINS[PPID])
        await kiosk.until_shown("Laporan layanan informasi tahun 2026")
        screen = kiosk.app.screen
        assert isinstance(screen, HomeScreen)
        row = [task.kind for task in screen._tasks].index(Kind.REPORT)
        await kiosk.keys("down", *["down"] * row, "enter")
        await kiosk.until_shown("Angka layanan, tahun 2026")

    at_the_kiosk(office_home, visit, at=datetime(2027, 1, 20, 9))


def test_a_guest_is_written_down_and_hidden_from_who_looks_along(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await open_place(kiosk, "Buku tamu", "Belum ada tamu")
        await kiosk.keys("n")
        await kiosk.until_shown("Hanya dilihat")
        await kiosk.type("wati umpama")
        await kiosk.keys("enter", "enter")
        seen = await kiosk.until_shown("1 kunjungan")
        assert "wati umpama" in seen and PETUGAS in seen

    at_the_kiosk(office_home, visit)
