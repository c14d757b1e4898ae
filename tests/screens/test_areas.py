"""Home, the register, the archive, officers, help, and the citizen who looks along."""

from __future__ import annotations

from pathlib import Path

from ppid_tui.screens.describe import DescribeScreen
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, PPID, SECRET, TRAVEL, UNDECIDED, document


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
        screen = await kiosk.until_shown("Semua berkas utuh")
        assert kiosk.app.office and kiosk.app.office.records.trail.head in screen

    at_the_kiosk(office_home, visit)


def test_help_names_the_place_and_its_keys(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f1")
        screen = await kiosk.until_shown("Tombol di sini")
        assert "Ctrl+T" in screen
        assert "Focus" not in screen
        assert "palette" not in screen
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


async def to_the_officers(kiosk: Kiosk, who: str) -> None:
    await kiosk.sign_in(who, PINS[who])
    await kiosk.keys("f6")
    await kiosk.until_shown("Semua dokumen:")
    await kiosk.keys("end", "up", "enter")
    await kiosk.until_shown("tidak aktif, terakhir")


def test_only_an_administrator_enrols(office_home: Path) -> None:
    async def refused(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PETUGAS)
        await kiosk.keys("n")
        assert "PIN, enam angka" not in kiosk.text()

    async def done(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("n")
        await kiosk.type("Tono Contoh")
        await kiosk.keys("enter", "enter", "space", "tab", "tab", "tab")
        for _ in range(2):
            await kiosk.type("918273")
            await kiosk.keys("enter")
        await kiosk.until_shown("x · · · Tono Contoh")
        await kiosk.keys("f10")
        await kiosk.sign_in("Tono Contoh", "918273")

    at_the_kiosk(office_home, refused)
    at_the_kiosk(office_home, done)


def test_f3_leads_from_an_open_document_to_the_box_and_the_next_letter_begins_anew(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.type("perjalanan")
        await kiosk.until_shown("1 dokumen ditemukan")
        await kiosk.keys("enter")
        await kiosk.until_shown("Lengkapi")
        await kiosk.keys("f3")
        await kiosk.type("anggaran")
        screen = await kiosk.until_shown("dokumen ditemukan")
        assert "perjalanananggaran" not in screen

    at_the_kiosk(office_home, visit)


def test_after_a_sudden_end_the_next_start_says_that_nothing_is_lost(office_home: Path) -> None:
    (office_home / "terbuka.txt").write_text("2026-03-02T08:41", encoding="utf-8")

    async def after(kiosk: Kiosk) -> None:
        await kiosk.until_shown("Kiosk tertutup mendadak pukul 08.41")

    async def later(kiosk: Kiosk) -> None:
        assert "mendadak" not in await kiosk.until_shown(PETUGAS)

    at_the_kiosk(office_home, after)
    at_the_kiosk(office_home, later)


def test_letter_keys_work_with_caps_lock_and_text_keeps_its_capitals(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.type("PERJALANAN")
        screen = await kiosk.until_shown("1 dokumen ditemukan")
        assert "PERJALANAN" in screen
        await kiosk.keys("enter")
        await kiosk.until_shown("Lengkapi")
        await kiosk.keys("J")
        await kiosk.until_shown("Jejak perubahan dokumen")

    at_the_kiosk(office_home, visit)


def test_the_kiosk_is_closed_after_a_question_that_says_what_becomes_of_a_form(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("ctrl+q")
        assert "Semua yang tersimpan aman" in await kiosk.until_shown("Tutup kiosk?")
        await kiosk.keys("ctrl+q", "enter", "f4", "n")
        await kiosk.until_shown("Permohonan baru")
        await kiosk.type("Wati")
        await kiosk.keys("ctrl+q")
        await kiosk.until_shown("Isian yang belum selesai sudah tersimpan")
        await kiosk.keys("escape")
        assert "Wati" in kiosk.text()
        kiosk.app.push_screen(DescribeScreen(document(kiosk.app.screen.office, TRAVEL).id))  # type: ignore[attr-defined]
        await kiosk.until_shown("Judul")
        await kiosk.keys("x", "ctrl+q")
        await kiosk.until_shown("Ada isian yang belum disimpan")
        await kiosk.keys("right", "enter")
        await kiosk.until(lambda: not kiosk.app.is_running)

    at_the_kiosk(office_home, visit)


def test_the_door_is_closed_unasked(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.until_shown(PETUGAS)
        await kiosk.keys("ctrl+q")
        await kiosk.until(lambda: not kiosk.app.is_running)

    at_the_kiosk(office_home, visit)
