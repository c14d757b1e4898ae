"""Serving at once by keys: counted beyond the PIN, the query, the name and the address."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from archive.request_model import Request
from ppid_tui.desk.looks import LOOKED
from ppid_tui.desk.office import open_office
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


def wanted(request: Request) -> list[str]:
    """What was given, item by item."""
    return [item.wanted for item in request.items]


def test_a_page_is_served_at_once_within_eight_keys(office_home: Path) -> None:
    async def journey(counter: Counter) -> None:
        await find(counter, "rapat koordinasi", "hal. 2 dari 3")
        await counter.press("f9", "enter")
        await person(counter, "Wati Umpama", "Jalan Contoh 5")
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
        await counter.press("enter")
        await counter.shows("SHA-256")
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
        await counter.shows("001/PPID/2026")
        await counter.press("enter", "f9", "enter")
        await counter.shows("Siapa pemohonnya?")
        await counter.type("wat")
        await counter.shows("Pernah datang: Wati Umpama, Jalan Contoh 5")
        await counter.press("f7", "f8")
        await counter.shows("002/PPID/2026")
        await counter.press("enter")

    by_keys(office_home, PETUGAS, journey)
    with closing(open_office(office_home)) as office:
        assert len(office.records.requests.all()) == 2
        assert [one.name for one in office.records.requesters.all()] == ["Wati Umpama"]
        looked = office.records.trail.find(("requesters", 1), action=LOOKED)
        assert [entry.by for entry in looked] == [PETUGAS]


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
