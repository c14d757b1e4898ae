"""Home, the register, the archive, officers, help, and the citizen who looks along."""

from __future__ import annotations

from pathlib import Path

from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, PPID, SECRET, TRAVEL, UNDECIDED


def test_typing_at_home_finds(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.type("perjalanan")
        screen = await kiosk.until_shown("Laporan Perjalanan")
        assert "perjalanan" in screen

    at_the_kiosk(office_home, visit)


def test_a_citizen_sees_neither_exempt_nor_undecided_whoever_is_signed_in(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PPID, PINS[PPID])
        await kiosk.keys("ctrl+t")
        screen = await kiosk.until_shown("MODE PEMOHON")
        for words in ("gratifikasi", "pelabuhan", "rancangan"):
            await kiosk.type(words)
            screen = await kiosk.until_shown(words)
            assert SECRET not in screen
            assert UNDECIDED not in screen
            await kiosk.keys(*["backspace"] * len(words))
        for key in ("f2", "f4", "f5", "f6", "escape"):
            await kiosk.keys(key)
            assert "MODE PEMOHON" in kiosk.text()
        await kiosk.keys("ctrl+t")
        assert "MODE PEMOHON" not in kiosk.text()

    at_the_kiosk(office_home, visit)


def test_the_archive_lists_documents_by_class_and_opens_one(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f6")
        screen = await kiosk.until_shown("Semua dokumen:")
        assert SECRET not in screen
        assert_golden("archive_80x24", screen)
        await kiosk.keys("right")
        while TRAVEL not in kiosk.text():
            await kiosk.keys("down")
        await kiosk.keys("enter")
        await kiosk.until_shown("Klasifikasi")

    at_the_kiosk(office_home, visit)


def test_the_check_says_that_every_file_is_sound(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f6")
        await kiosk.until_shown("Periksa arsip")
        await kiosk.keys("end", "enter")
        await kiosk.until_shown("Semua berkas utuh")

    at_the_kiosk(office_home, visit)


def test_help_names_the_place_and_its_keys(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f1")
        screen = await kiosk.until_shown("Tombol di sini")
        assert "Ctrl+T" in screen
        assert "Focus" not in screen
        await kiosk.keys("f3")
        await kiosk.until_shown("Panduan Petugas")
        await kiosk.keys("escape")
        assert "Panduan Petugas" not in kiosk.text()

    at_the_kiosk(office_home, visit)


def test_the_palette_speaks_indonesian(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("ctrl+p")
        screen = await kiosk.until_shown("Ganti petugas")
        assert "Search" not in screen

    at_the_kiosk(office_home, visit)


def test_only_an_administrator_enrols(office_home: Path) -> None:
    async def enrol_as(kiosk: Kiosk, who: str) -> None:
        await kiosk.sign_in(who, PINS[who])
        await kiosk.keys("f6")
        await kiosk.until_shown("Petugas")
        await kiosk.keys("end", "up", "enter")
        await kiosk.until_shown("tidak aktif sejak")
        await kiosk.keys("n")
        await kiosk.type("Tono Contoh")
        await kiosk.keys("enter", "space", "tab", "tab", "tab")
        for _ in range(2):
            await kiosk.type("918273")
            await kiosk.keys("enter")

    async def refused(kiosk: Kiosk) -> None:
        await enrol_as(kiosk, PETUGAS)
        await kiosk.until_shown("wewenang")

    async def done(kiosk: Kiosk) -> None:
        await enrol_as(kiosk, PPID)
        await kiosk.until_shown("Tono Contoh")
        await kiosk.keys("f10")
        await kiosk.sign_in("Tono Contoh", "918273")

    at_the_kiosk(office_home, refused)
    at_the_kiosk(office_home, done)
