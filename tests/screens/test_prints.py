"""The list of prints at the kiosk: a failed print is seen, and sent again with one key."""

from __future__ import annotations

from itertools import repeat
from pathlib import Path

from ppid_tui.desk import prints
from ppid_tui.desk.office import Office, open_office
from ppid_tui.desk.request_papers import print_paper
from ppid_tui.desk.request_sheets import PaperKind
from tests.printouts.filled_requests import filled
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, PETUGAS, PINS, officer


def tries(office: Office) -> int:
    """How often something was sent to the printer."""
    return len((office.home.printouts / prints.LIST).read_text(encoding="utf-8").splitlines())


async def to_the_prints(kiosk: Kiosk) -> None:
    """Open the list by its name."""
    await kiosk.keys("ctrl+p")
    await kiosk.type("Cetakan")
    await kiosk.until_shown("Cetak lagi, pilih pencetak")
    await kiosk.keys("down", "enter")


def test_a_print_that_failed_is_sent_again_by_enter(office_home: Path) -> None:
    office = open_office(office_home)
    print_paper(office, filled(repeat("Contoh")), PaperKind.RECEIPT, officer(office, PETUGAS), AT)
    office.close()

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await to_the_prints(kiosk)
        await kiosk.until_shown("Belum tercetak: belum ada pencetak di laptop ini")
        assert "Tanda bukti penerimaan 012 PPID 2026" in kiosk.text()
        assert "Enter Cetak lagi" in kiosk.text()
        before = tries(office)
        await kiosk.keys("enter")
        await kiosk.until(lambda: tries(office) == before + 1)

    at_the_kiosk(office_home, visit)


def test_who_printed_nothing_is_told_so(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await to_the_prints(kiosk)
        await kiosk.until_shown("Belum ada kertas yang Anda cetak")
        assert "Cetak lagi" not in kiosk.text()

    at_the_kiosk(office_home, visit)
