"""At the door: set-up, signing in, the lock, and the way back in."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

from ppid_tui.desk.office import open_office
from ppid_tui.screens import areas
from ppid_tui.widgets.choices import Choices
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, PPID


def test_the_sign_in_screen_shows_who_is_on_duty_and_nothing_of_the_archive(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        screen = await kiosk.until_shown(PETUGAS)
        assert "Danu Contoh" not in screen
        assert_golden("sign_in_80x24", screen)

    at_the_kiosk(office_home, visit)


def test_a_name_and_a_pin_lead_home(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        assert_golden("home_80x24", await kiosk.until_shown("Ketik kata"))

    at_the_kiosk(office_home, visit)


def test_three_wrong_pins_make_the_kiosk_wait_and_the_right_one_is_refused_meanwhile(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.until_shown(PETUGAS)
        await kiosk.keys("home", *["down"] * kiosk.names().index(PETUGAS), "enter")
        for left in (2, 1):
            await kiosk.type("111112")
            await kiosk.until_shown(f"Sisa {left} percobaan")
        await kiosk.type("111112")
        await kiosk.until_shown("Tunggu 30 detik")
        await kiosk.type(PINS[PETUGAS])
        await kiosk.until_shown("Tunggu 30 detik")
        assert kiosk.app.officer is None

    at_the_kiosk(office_home, visit)


def test_an_empty_home_is_set_up_by_keys_and_its_recovery_code_opens_the_door(tmp_path: Path) -> None:
    home = tmp_path / "home"
    codes: list[str] = []

    async def set_up(kiosk: Kiosk) -> None:
        assert_golden("set_up_80x24", await kiosk.until_shown("SOP mana yang dipakai"))
        await kiosk.keys("enter")
        for text in ("Biro Contoh", "Wati Contoh", "482913", "482913"):
            await kiosk.type(text)
            await kiosk.keys("enter")
        screen = await kiosk.until_shown("Tekan Enter untuk masuk")
        found = re.search(r"(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}", screen)
        assert found
        codes.append(found[0])
        await kiosk.keys("enter")
        await kiosk.sign_in("Wati Contoh", "482913")

    async def forgot(kiosk: Kiosk) -> None:
        await kiosk.until_shown("Wati Contoh")
        await kiosk.keys("enter", "f9")
        for text in (codes[0].lower().replace("-", ""), "593824", "593824"):
            await kiosk.type(text)
            await kiosk.keys("enter")
        await kiosk.until_shown("Kode pemulihan yang baru")
        await kiosk.keys("enter")
        await kiosk.type("593824")
        await kiosk.until(lambda: kiosk.app.current_mode == areas.HOME)

    at_the_kiosk(home, set_up)
    at_the_kiosk(home, forgot)
    assert len(list((home / "printouts").glob("*.pdf"))) == 1


def test_the_lock_covers_the_work_until_the_pin_and_gives_it_back(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f6")
        await kiosk.until_shown("Semua dokumen")
        await kiosk.app.lock()
        screen = await kiosk.until_shown("Kiosk terkunci")
        assert "Laporan" not in screen
        for key in ("f2", "f3", "f6", "ctrl+t", "escape"):
            await kiosk.keys(key)
            assert kiosk.app.locked
        await kiosk.type(PINS[PETUGAS])
        await kiosk.until_shown("Semua dokumen")

    at_the_kiosk(office_home, visit)


def test_another_officer_starts_at_home_and_finds_nothing_of_the_first_one_open(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f6")
        await kiosk.until_shown("Semua dokumen")
        await kiosk.keys("f10")
        await kiosk.sign_in(PPID, PINS[PPID])
        assert kiosk.app.officer
        assert kiosk.app.officer.name == PPID

    at_the_kiosk(office_home, visit)


def test_signing_in_and_wrong_pins_stand_in_the_trail(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.until_shown(PETUGAS)
        await kiosk.keys("home", *["down"] * kiosk.names().index(PETUGAS), "enter")
        await kiosk.type("111112")
        await kiosk.until_shown("Sisa 2")
        await kiosk.type(PINS[PETUGAS])
        await kiosk.until(lambda: kiosk.app.current_mode == areas.HOME)

    at_the_kiosk(office_home, visit)
    office = open_office(office_home)
    actions = [entry.action for entry in office.records.trail.entries() if entry.by == PETUGAS]
    office.close()
    assert actions[-2:] == ["PIN salah", "masuk"]


def test_a_laptop_of_one_body_of_several_is_set_up_with_its_role(tmp_path: Path) -> None:
    async def set_up(kiosk: Kiosk) -> None:
        await kiosk.until_shown("SOP mana yang dipakai")
        await kiosk.keys("end", "enter")
        await kiosk.until_shown("Peran mana yang bertugas dengan laptop ini?")
        await kiosk.keys("end", "enter")
        for text in ("Dinas Contoh", "Wati Contoh", "482913", "482913"):
            await kiosk.type(text)
            await kiosk.keys("enter")
        await kiosk.until_shown("Tekan Enter untuk masuk")

    at_the_kiosk(tmp_path / "home", set_up)
    with closing(open_office(tmp_path / "home")) as office:
        assert office.profile.roles_here == ("pendukung",)
        assert [one.roles for one in office.records.officers.all()] == [("pendukung",)]


def test_an_enter_by_habit_after_the_pin_takes_up_nothing(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        kiosk.app.habit = 3600
        await kiosk.sign_in(PPID, PINS[PPID])
        await kiosk.until_shown("Menunggu Anda")
        await kiosk.keys("enter")
        assert kiosk.app.current_mode == areas.HOME and len(kiosk.app.screen_stack) == 1
        kiosk.app.habit = 0
        await kiosk.keys("enter")
        assert kiosk.app.current_mode != areas.HOME or len(kiosk.app.screen_stack) > 1

    at_the_kiosk(office_home, visit)


def test_after_another_officer_left_the_names_stand_ready(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f10")
        screen = await kiosk.until_shown(PETUGAS)
        assert "Ketik PIN" not in screen
        assert isinstance(kiosk.app.focused, Choices)
        assert kiosk.app.focused.highlighted is not None

    at_the_kiosk(office_home, visit)
