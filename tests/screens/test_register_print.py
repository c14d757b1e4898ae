"""The registers printed from the request screen by keys."""

from __future__ import annotations

from pathlib import Path

from ppid_tui.desk.prints import LIST
from tests.printouts.reading import pdf_text
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS


def test_the_register_of_a_month_is_printed_with_three_keys(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f4")
        await kiosk.until_shown("F9 Register")
        await kiosk.keys("f9")
        await kiosk.until_shown("Permohonan, Maret 2026")
        await kiosk.keys("enter")
        await kiosk.until_shown("langsung ke pencetak")
        await kiosk.keys("enter")
        await kiosk.until((office_home / "printouts" / LIST).exists)

    at_the_kiosk(office_home, visit)
    (made,) = (office_home / "printouts").glob("*Register permohonan*.pdf")
    text = " ".join(pdf_text(made.read_bytes()).split())
    assert "Maret 2026" in text
    assert "Nihil" in text
