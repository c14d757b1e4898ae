"""Who does which step, changed by keys: roles, stand-ins, and an officer who leaves."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from archive.model import Document, HardcopyPlace
from ppid_tui.desk.office import open_office
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, ATASAN, PETUGAS, PINS, PPID, officer


async def to_the_officers(kiosk: Kiosk, who: str) -> None:
    await kiosk.sign_in(who, PINS[who])
    await kiosk.keys("f6")
    await kiosk.until_shown("Semua dokumen:")
    await kiosk.keys("end", "up", "enter")
    await kiosk.until_shown("tidak aktif, terakhir")


def test_a_digit_gives_a_role_and_takes_it_again(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("down", "3")
        assert "x · x ·  Rina Contoh" in kiosk.text()
        await kiosk.keys("3")
        assert "x · · ·  Rina Contoh" in kiosk.text()
        await kiosk.keys("up", "2")
        assert "· x · x  Bayu Contoh" in kiosk.text()  # the last administrator

    at_the_kiosk(office_home, visit)


def test_who_does_not_administer_may_look_and_is_told_whom_to_ask(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PETUGAS)
        await kiosk.keys("down", "2", "w", "delete")
        screen = kiosk.text()
        assert f"Yang dapat mengubahnya: {PPID}" in screen
        assert "x · · ·  Rina Contoh" in screen and "Pengganti" not in screen.splitlines()[-1]

    at_the_kiosk(office_home, visit)


def test_a_stand_in_does_the_step_on_the_days_and_not_after(office_home: Path) -> None:
    async def lend(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("down", "down", "w")
        assert_golden("stand_in_80x24", await kiosk.until_shown("Pengganti sementara: Sari Contoh"))
        await kiosk.keys("down", "right", "down", "down")
        await kiosk.type("6/3/2026")
        await kiosk.keys("enter", "enter")
        shown = "Plh. Petugas Pelayanan Informasi, 2 Maret 2026 sampai 6 Maret 2026"
        assert_golden("officers_80x24", await kiosk.until_shown(shown))

    async def may(kiosk: Kiosk) -> None:
        await kiosk.sign_in(ATASAN, PINS[ATASAN])
        await kiosk.keys("f2")
        await kiosk.until_shown("Petugas Pelayanan Informasi dan Atasan PPID")

    async def may_no_more(kiosk: Kiosk) -> None:
        await kiosk.sign_in(ATASAN, PINS[ATASAN])
        await kiosk.keys("f2")
        await kiosk.until_shown("Anda bertugas sebagai Atasan PPID.")

    at_the_kiosk(office_home, lend)
    at_the_kiosk(office_home, may, at=datetime(2026, 3, 6, 16, 0))
    at_the_kiosk(office_home, may_no_more, at=datetime(2026, 3, 7, 8, 0))


def test_a_role_taken_while_its_officer_is_at_work_ends_at_once(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        assert kiosk.app.office and kiosk.app.officer
        taken = replace(officer(kiosk.app.office, PETUGAS), roles=())
        kiosk.app.office.records.officers.change(taken, "mencabut peran", PPID, AT)
        assert kiosk.app.officer.roles == ()
        await kiosk.keys("f2")
        await kiosk.until_shown("Anda belum punya peran dalam SOP ini.")

    at_the_kiosk(office_home, visit)


def test_home_says_which_role_nobody_has_and_leads_to_where_it_is_given(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("down", "down", "3", "escape", "escape")
        await kiosk.until_shown("Belum ada yang memegang peran Atasan PPID")
        await kiosk.keys("enter")
        await kiosk.until_shown("Petugas dan peran")

    at_the_kiosk(office_home, visit)


def test_who_leaves_hands_over_by_keys_and_a_paper_says_what(office_home: Path) -> None:
    office = open_office(office_home)
    lent = Document("Buku Agenda", hardcopy=HardcopyPlace("Lemari 1", borrower=f"{ATASAN} (Biro)"))
    office.records.documents.add(lent, "mencatat hardcopy", PPID, AT)
    office.close()

    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("down", "down", "delete")
        assert_golden("leaving_80x24", await kiosk.until_shown("Buku Agenda"))
        await kiosk.keys("left")
        await kiosk.until_shown("Sesudah ini belum ada yang memegang peran Atasan PPID")
        await kiosk.keys("left", "f8")
        await kiosk.until_shown("Rina Contoh menerima perannya dan 1")
        await kiosk.keys("right", "enter")
        await kiosk.until_shown("x · x · Rina Contoh")
        await kiosk.until(lambda: any((office_home / "printouts").glob("*serah terima Sari Contoh.pdf")))
        await kiosk.keys("f10")
        await kiosk.until_shown(PETUGAS)
        assert ATASAN not in kiosk.text()

    at_the_kiosk(office_home, visit)
    office = open_office(office_home)
    borrowers = [d.hardcopy.borrower for d in office.records.documents.all() if d.hardcopy]
    office.close()
    assert borrowers == [PETUGAS]


def test_a_role_of_another_body_is_marked_with_a_key_and_then_missed_by_nobody(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("down", "down", "3", "l", "end")
        await kiosk.until_shown("[x] Atasan PPID: memeriksa 6")
        await kiosk.keys("enter")
        await kiosk.until_shown("[ ] Atasan PPID: memeriksa 6")
        await kiosk.keys("escape")
        screen = await kiosk.until_shown("Atasan PPID: memeriksa 6, di kantor lain")
        assert "Belum ada yang memegang" not in screen

    at_the_kiosk(office_home, visit)


def test_the_letterhead_and_who_signs_are_written_by_keys(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("k", "n")
        await kiosk.type("Wati Contoh")
        await kiosk.keys("enter")
        await kiosk.type("Kepala Biro")
        await kiosk.keys("f8")
        await kiosk.until_shown("Kepala Biro: Wati Contoh (sekarang)")
        await kiosk.keys("k")
        await kiosk.type("PEMERINTAH KOTA CONTOH")
        await kiosk.keys("f8")
        await kiosk.until_shown("PEMERINTAH KOTA CONTOH")

    at_the_kiosk(office_home, visit)
    with closing(open_office(office_home)) as office:
        assert office.profile.kop.lines[0].startswith("PEMERINTAH KOTA CONTOH")
        assert [one.name for one in office.profile.signatories] == ["Wati Contoh"]


def test_a_new_officer_is_enrolled_by_keys_with_the_position_that_papers_name(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await to_the_officers(kiosk, PPID)
        await kiosk.keys("n")
        await kiosk.type("Wati Contoh")
        await kiosk.keys("enter")
        await kiosk.type("Analis Informasi")
        await kiosk.keys("enter", "space", "tab", "tab", "tab")
        for _ in range(2):
            await kiosk.type("593824")
            await kiosk.keys("enter")
        await kiosk.until_shown("x · · · Wati Contoh, Analis Informasi")
        await kiosk.keys("end", "up", "j", "end")
        await kiosk.type(" Muda")
        await kiosk.keys("f8")
        await kiosk.until_shown("Wati Contoh, Analis Informasi Muda")

    at_the_kiosk(office_home, visit)
