"""A hardcopy is lent and taken back by keys."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from ppid_tui.desk.office import open_office
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, TRAVEL, document


def test_a_hardcopy_is_lent_with_a_slip_and_comes_back(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.type("rapat koordinasi")
        await kiosk.until_shown("hal. 2 dari 3")
        await kiosk.keys("enter")
        await kiosk.until_shown("Klasifikasi")
        await kiosk.keys("p", "enter")
        await kiosk.until_shown("Siapa yang meminjam?")
        await kiosk.type("wati umpama")
        await kiosk.keys("f8")
        await kiosk.until_shown("dipinjam wati umpama")
        await kiosk.keys("p", "enter")
        await kiosk.until(lambda: "dipinjam" not in kiosk.text())

    at_the_kiosk(office_home, visit)
    assert len(list((office_home / "printouts").glob("*bon hardcopy*.pdf"))) == 1
    with closing(open_office(office_home)) as office:
        place = document(office, TRAVEL).hardcopy
        assert place and not place.borrower
