"""Serving at once by keys: counted beyond the PIN, the query, the name and the address."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from archive.request_model import CopyForm, Request
from ppid_tui.desk.looks import LOOKED
from ppid_tui.desk.office import open_office
from ppid_tui.desk.printing import OFF
from ppid_tui.widgets.choices import Choices
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.screens.request_desk import Counter, by_keys
from tests.small_office import BUDGET, PETUGAS, PINS, TRAVEL

MOST_KEYS = 8


async def find(counter: Counter, words: str, title: str) -> None:
    """Type the query on the home screen, and wait for its first hit."""
    await counter.type(words)
    await counter.shows(title)


async def person(counter: Counter, name: str, address: str) -> None:
    """Fill in who it is for."""
    await counter.shows("Siapa pemohonnya?")
    await counter.type(name)
    await counter.press("enter")
    await counter.type(address)
    await counter.press("enter")


async def sure(counter: Counter) -> None:
    """The last look, and yes."""
    assert "Wati Umpama, Jalan Contoh 5" in await counter.shows("Sudah benar?")
    await counter.press("enter")


def wanted(request: Request) -> list[str]:
    """What was given, item by item."""
    return [item.wanted for item in request.items]


def test_a_page_is_served_at_once_within_eight_keys(office_home: Path) -> None:
    async def journey(counter: Counter) -> None:
        await find(counter, "rapat koordinasi", "hal. 2 dari 3")
        await counter.press("f9", "enter")
        await person(counter, "Wati Umpama", "Jalan Contoh 5")
        await sure(counter)
        await counter.shows("Nomor pendaftaran: 001/PPID/2026")
        await counter.press("enter")

    request, keys = by_keys(office_home, PETUGAS, journey)
    assert wanted(request) == [f"{TRAVEL}, halaman 2"]
    assert (request.requester.name, request.requester.address) == ("Wati Umpama", "Jalan Contoh 5")
    assert request.direct and keys <= MOST_KEYS
    assert len(list((office_home / "printouts").glob("*.pdf"))) == 2, "the page and the receipt"


def test_a_whole_document_goes_to_a_stick_within_eight_keys(
    office_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "media" / "USB"
    stick.mkdir(parents=True)
    monkeypatch.setenv("PPID_MEDIA", str(stick.parent))

    async def journey(counter: Counter) -> None:
        await find(counter, "realisasi anggaran", BUDGET)
        await counter.press("f9", "u")
        await person(counter, "Wati Umpama", "Jalan Contoh 5")
        assert "USB boleh" not in await counter.shows("USB yang mana?")
        await counter.press("enter")
        await sure(counter)
        assert "Informasi sudah diserahkan" in await counter.shows("SHA-256")
        await counter.press("enter")

    request, keys = by_keys(office_home, PETUGAS, journey)
    assert wanted(request) == [BUDGET]
    assert keys <= MOST_KEYS
    (folder,) = stick.iterdir()
    assert len(list(folder.iterdir())) == 3


def test_several_hits_are_served_together_within_eight_keys(office_home: Path) -> None:
    async def journey(counter: Counter) -> None:
        await find(counter, "anggaran", "2 dokumen")
        await counter.press("f9", "b", "a", "f8")
        await person(counter, "Wati Umpama", "Jalan Contoh 5")
        await sure(counter)
        await counter.shows("001/PPID/2026")
        await counter.press("enter")

    request, keys = by_keys(office_home, PETUGAS, journey)
    assert sorted(wanted(request)) == sorted([TRAVEL, BUDGET])
    assert keys <= MOST_KEYS


def test_who_came_before_is_found_again_as_one_types(office_home: Path) -> None:
    async def journey(counter: Counter) -> None:
        await find(counter, "rapat koordinasi", "hal. 2 dari 3")
        await counter.press("f9", "enter")
        await person(counter, "Wati Umpama", "Jalan Contoh 5")
        await sure(counter)
        await counter.shows("001/PPID/2026")
        await counter.press("enter", "f9", "enter")
        await counter.shows("Siapa pemohonnya?")
        await counter.type("wat")
        await counter.shows("Pernah datang: Wati Umpama, Jalan Contoh 5")
        await counter.press("f7", "f8")
        await sure(counter)
        await counter.shows("002/PPID/2026")
        await counter.press("enter")

    by_keys(office_home, PETUGAS, journey)
    with closing(open_office(office_home)) as office:
        assert len(office.records.requests.all()) == 2
        assert [one.name for one in office.records.requesters.all()] == ["Wati Umpama"]
        looked = office.records.trail.find(("requesters", 1), action=LOOKED)
        assert [entry.by for entry in looked] == [PETUGAS]


def test_nothing_is_kept_before_the_last_look_and_a_mistake_can_be_put_right(office_home: Path) -> None:
    async def journey(counter: Counter) -> None:
        await find(counter, "rapat koordinasi", "hal. 2 dari 3")
        await counter.press("f9", "enter")
        await person(counter, "Wati Umpama", "Jalan Contoh")
        await counter.shows("Sudah benar?")
        assert counter.kiosk.app.office and not counter.kiosk.app.office.records.requests.all()
        await counter.press("escape", "enter", "end")
        await counter.type(" 5")
        await counter.press("enter")
        await sure(counter)
        await counter.shows("001/PPID/2026")
        await counter.press("enter")

    request, _ = by_keys(office_home, PETUGAS, journey)
    assert request.requester.address == "Jalan Contoh 5"


def test_without_a_printer_it_is_not_said_to_be_handed_over_until_it_lies_on_a_stick(
    office_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OFF, "1")
    monkeypatch.setenv("PPID_MEDIA", str(tmp_path / "media"))

    async def journey(counter: Counter) -> None:
        await find(counter, "rapat koordinasi", "hal. 2 dari 3")
        await counter.press("f9", "enter")
        await person(counter, "Wati Umpama", "Jalan Contoh 5")
        await counter.shows("belum ada pencetak di laptop ini")
        await counter.press("enter")
        screen = await counter.shows("Terdaftar, tetapi belum diserahkan")
        assert "C cetak ulang, atau U simpan ke USB" in screen and "sudah diserahkan" not in screen
        await counter.press("u")
        await counter.shows("Belum ada USB yang terpasang")
        (tmp_path / "media" / "USB").mkdir(parents=True)
        await counter.kiosk.until(lambda: bool(counter.kiosk.app.screen.query_one(Choices).option_count))
        await counter.press("enter")
        assert "dicabut" in await counter.shows("Informasi sudah diserahkan")
        await counter.press("enter")

    request, _ = by_keys(office_home, PETUGAS, journey)
    assert request.copy_form is CopyForm.SOFTCOPY and request.number == "001/PPID/2026"
    (folder,) = (tmp_path / "media" / "USB").iterdir()
    assert len(list(folder.iterdir())) == 3


def test_who_only_looked_stands_in_the_guest_book_alone(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        counter = Counter(kiosk)
        await counter.kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await find(counter, "rapat koordinasi", "hal. 2 dari 3")
        await counter.press("f9", "d")
        await counter.shows("Buku tamu")
        await counter.press("enter", "enter")
        await counter.kiosk.until(lambda: len(counter.kiosk.app.screen_stack) == 1)
        assert counter.pressed <= MOST_KEYS

    at_the_kiosk(office_home, visit)
    with closing(open_office(office_home)) as office:
        assert [(guest.name, len(guest.documents)) for guest in office.records.guests.all()] == [("tamu", 1)]
        assert office.records.requests.all() == []
