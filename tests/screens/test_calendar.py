"""The working calendar at the kiosk: seen by all, changed by an administrator; dates explained on a key."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from textual.widgets import OptionList

from archive.request_model import Request, Requester, RequestItem
from ppid_tui.desk import cases
from ppid_tui.desk.calendar_change import CHANGED, MOVED
from ppid_tui.desk.office import Office, open_office
from ppid_tui.desk.profile import LocalHoliday, write_profile
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, PPID, officer

MARCH = datetime(2026, 3, 12, 9, 0)
DUE = date(2026, 4, 2)
IN_DAYS = 4
"""The step of the sheet that may take 5 hari kerja."""


@pytest.fixture
def busy_home(office_home: Path) -> Path:
    """The small office, with a request and a case that came on 12 March."""
    with closing(open_office(office_home)) as office:
        person = Requester("Warga Contoh")
        wanted = Request("001", MARCH.date(), person, (RequestItem("Laporan kinerja"),), due=DUE)
        office.records.requests.add(wanted, "mencatat permohonan", PETUGAS, MARCH)
        case = cases.start_case(office, "Agenda pimpinan", officer(office, PETUGAS), MARCH)
        office.records.cases.change(replace(case, step=IN_DAYS), "uji", PETUGAS, MARCH)
    return office_home


def office_of(kiosk: Kiosk) -> Office:
    assert kiosk.app.office is not None
    return kiosk.app.office


def due_of(kiosk: Kiosk) -> date | None:
    return office_of(kiosk).records.requests.all()[0].due


async def to(kiosk: Kiosk, who: str, row: str) -> None:
    """Sign in and open this row of the archive."""
    await kiosk.sign_in(who, PINS[who])
    await kiosk.keys("f6")
    await kiosk.until_shown(row)
    rows = kiosk.app.screen.query_one("#lists", OptionList)
    while rows.highlighted_option is None or not str(rows.highlighted_option.prompt).startswith(row):
        await kiosk.keys("down")
    await kiosk.keys("enter")


async def fill_in_two_days(kiosk: Kiosk) -> None:
    await kiosk.keys("n")
    for words in ("30/3/2026", "31/3/2026"):
        await kiosk.type(words)
        await kiosk.keys("enter")
    await kiosk.type("Cuti bersama contoh")
    await kiosk.keys("f8")
    await kiosk.until_shown("batas waktu bergeser")


def test_what_moves_is_seen_first_and_moves_only_on_yes(busy_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to(kiosk, PPID, "Kalender kerja")
        assert_golden("calendar_80x24", await kiosk.until_shown("Kalender kerja 2026"))
        await fill_in_two_days(kiosk)
        assert "2 April 2026 → 7 April 2026" in kiosk.text()
        assert_golden("calendar_moves_80x24", kiosk.text())
        await kiosk.keys("enter")
        assert due_of(kiosk) == DUE
        await fill_in_two_days(kiosk)
        await kiosk.keys("right", "enter")
        await kiosk.until_shown("Sen 30 Maret")
        assert due_of(kiosk) == date(2026, 4, 7)
        trail = office_of(kiosk).records.trail
        assert len(trail.find(action=CHANGED)) == 1
        assert [entry.table for entry in trail.find(action=MOVED)] == ["requests"]
        await kiosk.keys("delete")
        await kiosk.until_shown("dihapus dari kalender")
        await kiosk.keys("right", "enter")
        await kiosk.until_shown("Sel 31 Maret")
        assert due_of(kiosk) == date(2026, 4, 6)

    at_the_kiosk(busy_home, visit, at=MARCH)


def test_others_look_and_change_nothing(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to(kiosk, PETUGAS, "Kalender kerja")
        screen = await kiosk.until_shown("Kalender kerja 2026")
        assert "Tambah libur" not in screen
        await kiosk.keys("n", "delete", "u")
        assert "Kalender kerja 2026" in kiosk.text()
        await kiosk.keys("right", "right")
        await kiosk.until_shown("Cuti bersama tahun 2028 belum ada di kalender")

    at_the_kiosk(office_home, visit, at=MARCH)


def test_hours_are_typed_a_line_a_day_and_a_slip_is_named(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to(kiosk, PPID, "Kalender kerja")
        await kiosk.until_shown("Kalender kerja 2026")
        await kiosk.keys("u", *["down"] * 5)
        await kiosk.type("08.00-siang")
        await kiosk.keys("f8")
        await kiosk.until_shown("Sabtu: jam kerja")
        await kiosk.keys(*["backspace"] * 5)
        await kiosk.type("12.00")
        await kiosk.keys("f8", "right", "enter")
        await kiosk.until_shown("Sab 08.00-12.00")
        assert set(office_of(kiosk).calendar.hours) == set(range(6))

    at_the_kiosk(office_home, visit, at=MARCH)


def test_home_explains_the_date_of_what_waits(busy_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.until_shown("Menunggu Anda")
        await kiosk.keys("down", "down", "ctrl+g")
        screen = await kiosk.until_shown("Cara menghitung")
        assert "Kamis, 2 April 2026, hari kerja ke-10" in screen
        assert "Hari Suci Nyepi" in screen
        assert_golden("how_counted_80x24", screen)

    at_the_kiosk(busy_home, visit, at=MARCH)


def test_step_list_step_and_register_explain_their_dates(busy_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        for keys in (("f2", "h"), ("escape", "enter", "ctrl+g"), ("escape", "f4", "h")):
            for key in keys:
                await kiosk.keys(key)
            await kiosk.until_shown("Cara menghitung")

    at_the_kiosk(busy_home, visit, at=MARCH)


def test_a_calendar_changed_elsewhere_is_told_at_signing_in(busy_home: Path) -> None:
    with closing(open_office(busy_home)) as office:
        office.records.counted_with.keep(office.calendar)
        day = LocalHoliday(date(2026, 3, 30), "Hari Jadi Kota Contoh")
        write_profile(replace(office.profile, holidays=(day,)), office.home.profile)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        assert [told.message for told in kiosk.app._notifications] == [
            "Kalender kerja berubah. 1 batas waktu bergeser: Permohonan 001: 2 April 2026 → 6 April 2026."
        ]
        assert due_of(kiosk) == date(2026, 4, 6)

    at_the_kiosk(busy_home, visit, at=MARCH)


def test_step_times_are_shown_and_saved_as_a_report(busy_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to(kiosk, PPID, "Waktu langkah SOP")
        await kiosk.until_shown("Belum ada langkah yang selesai")
        by, case = officer(office_of(kiosk), PETUGAS), office_of(kiosk).records.cases.all()[0]
        way = cases.choices(office_of(kiosk), case)[0].label
        cases.finish_step(office_of(kiosk), case, way, by, datetime(2026, 3, 25, 9, 0))
        await kiosk.keys("p", "p", *["down"] * 3)
        screen = await kiosk.until_shown("1 langkah selesai")
        assert "Waktu langkah SOP, Maret 2026" in screen
        assert "lama 4 hari kerja" in screen
        assert_golden("step_times_80x24", screen)
        await kiosk.keys("f9", "down", "down", "enter")
        printouts = office_of(kiosk).home.printouts
        await kiosk.until(lambda: [path.suffix for path in printouts.iterdir()] == [".xlsx"])

    at_the_kiosk(busy_home, visit, at=MARCH)


def test_when_a_step_was_taken_up_is_kept_with_it(busy_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f2", "enter")
        await kiosk.until_shown("Mengumpulkan data")
        await kiosk.keys("f8")
        await kiosk.until(lambda: bool(office_of(kiosk).records.cases.all()[0].history))
        (done,) = office_of(kiosk).records.cases.all()[0].history
        assert (done.step, done.began) == (IN_DAYS, MARCH)

    at_the_kiosk(busy_home, visit, at=MARCH)
