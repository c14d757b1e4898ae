"""Packages made by keys alone: for the web, with where it went up; and for an archive body."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from textual.widgets import Input, OptionList

from archive.model import HardcopyPlace
from ppid_tui.desk.dip import went_up
from ppid_tui.desk.label_codes import box_code
from ppid_tui.desk.office import open_office
from ppid_tui.desk.publishing import publications
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, PETUGAS, PINS, PPID, SECRET, TRAVEL, UNDECIDED, document


async def at_the_place(kiosk: Kiosk, name: str, place: str, shown: str = "Dipilih:") -> None:
    """To a place beneath the lists of F6, as this officer."""
    await kiosk.sign_in(name, PINS[name])
    await kiosk.keys("f6")
    await kiosk.until_shown("Semua dokumen:")
    rows = [str(option.prompt) for option in kiosk.app.screen.query_one("#lists", OptionList).options]
    at = next(number for number, row in enumerate(rows) if row.startswith(place))
    await kiosk.keys("home", *["down"] * at, "enter")
    await kiosk.until_shown(shown)


def test_a_package_is_made_and_noted_as_on_the_web(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await at_the_place(kiosk, PETUGAS, "Paket publikasi")
        assert SECRET not in kiosk.text() and UNDECIDED not in kiosk.text()
        await kiosk.keys("space", "f8")
        await kiosk.until_shown("Paket siap diunggah")
        await kiosk.keys("t")
        await kiosk.until_shown("Di mana dan kapan")
        await kiosk.type("ppid.contoh.example")
        await kiosk.keys("f8")
        await kiosk.until_shown("tercatat.")
        await kiosk.keys("b")
        await kiosk.until_shown("Dipilih: 1.")

    at_the_kiosk(office_home, visit)
    with closing(open_office(office_home)) as office:
        (made,) = publications(office)
        assert (made.address, made.online_on, len(made.files)) == ("ppid.contoh.example", AT.date(), 3)
        assert document(office, TRAVEL).id not in went_up(office)
        page = office.home.root / "publikasi" / made.folder / "index.html"
        assert page.is_file() and SECRET not in page.read_text(encoding="utf-8")


def test_labels_are_printed_and_their_code_finds_what_lies_there(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        place = HardcopyPlace("Lemari 1", "Rak 2", "Boks 9")
        office.records.documents.change(replace(document(office, TRAVEL), hardcopy=place), "uji", "uji", AT)

    async def visit(kiosk: Kiosk) -> None:
        await at_the_place(kiosk, PETUGAS, "Label hardcopy", "Boks: 1")
        await kiosk.keys("space", "n", "f8")
        await kiosk.until_shown("Salinannya tersimpan di")
        await kiosk.keys("f3")
        await kiosk.type(box_code(place).lower())
        await kiosk.until_shown(TRAVEL[:20])
        assert "1 dokumen" in kiosk.text()

    at_the_kiosk(office_home, visit)


def test_records_are_handed_over_by_who_decides(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await at_the_place(kiosk, PPID, "Penyerahan arsip")
        kiosk.app.screen.query_one("#path", Input).value = "/usb"
        await kiosk.settled()
        assert_golden("transfer_80x24", kiosk.text())
        kiosk.app.screen.query_one("#path", Input).value = str(office_home)
        assert SECRET not in kiosk.text()
        await kiosk.keys("f8")
        await kiosk.until_shown("Belum ada yang dipilih")
        await kiosk.keys("space", "f8")
        await kiosk.until_shown("Kepada siapa")
        await kiosk.type("Dinas Arsip")
        await kiosk.keys("f8")
        await kiosk.until_shown("tersimpan dan diperiksa")

    at_the_kiosk(office_home, visit)
