"""The trail on the screen: of a record by one key, of the whole office, searched; the clock; forgetting."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from textual.widgets import OptionList

from archive.request_model import Request, Requester, RequestItem, RequestState
from ppid_tui.desk.cases import start_case
from ppid_tui.desk.office import open_office
from ppid_tui.screens.document import DocumentScreen
from ppid_tui.screens.forget import ReasonScreen
from ppid_tui.screens.trail import TrailScreen
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, PETUGAS, PINS, PPID, SECRET, TRAVEL, document, officer

NUMBER = "001/CONTOH/2026"


def choose(kiosk: Kiosk, words: str) -> bool:
    """Whether the row under the highlight begins with these words."""
    highlighted = kiosk.app.screen.query_one(OptionList).highlighted_option
    return highlighted is not None and str(highlighted.prompt).startswith(words)


async def open_whole_trail(kiosk: Kiosk, who: str) -> str:
    await kiosk.sign_in(who, PINS[who])
    await kiosk.keys("f6")
    await kiosk.until_shown("Jejak perubahan")
    while not choose(kiosk, "Jejak perubahan"):
        await kiosk.keys("down")
    await kiosk.keys("enter")
    return await kiosk.until_shown("terbaru di atas")


def add_request(home: Path) -> None:
    """A finished request by an invented person."""
    person = Requester("Warga Contoh", "Jalan Contoh 2", "kontak@contoh")
    with closing(open_office(home)) as office:
        new = Request(NUMBER, date(2026, 2, 2), person, (RequestItem("anggaran"),), state=RequestState.DONE)
        office.records.requests.add(new, "mencatat permohonan", PETUGAS, AT)


def test_a_documents_trail_is_one_key_away_and_enter_shows_before_and_after(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        assert kiosk.app.office
        kiosk.app.push_screen(DocumentScreen(document(kiosk.app.office, TRAVEL).id))
        await kiosk.until_shown("Klasifikasi")
        await kiosk.keys("j")
        screen = await kiosk.until_shown("terbaru di atas")
        assert "klasifikasi: belum ditetapkan → berkala" in screen
        await kiosk.keys("enter")
        screen = await kiosk.until_shown("sebelum: belum ditetapkan")
        assert "sesudah: berkala" in screen
        assert_golden("trail_entry_80x24", screen)
        await kiosk.keys("escape", "escape")
        assert isinstance(kiosk.app.screen, DocumentScreen)

    at_the_kiosk(office_home, visit)


def test_the_whole_trail_is_searched_by_officer_kind_and_day(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        screen = await open_whole_trail(kiosk, PPID)
        assert kiosk.app.office
        assert "Periksa arsip" in screen and kiosk.app.office.records.trail.head not in screen
        await kiosk.keys("f7")
        await kiosk.type("bayu")
        await kiosk.keys("tab")
        await kiosk.type("menet")
        await kiosk.keys("tab")
        await kiosk.type("2 Mart 26")
        await kiosk.keys("enter")
        await kiosk.until_shown("belum dimengerti")
        await kiosk.keys("end", "ctrl+u")
        await kiosk.type("2/3/26")
        await kiosk.keys("enter")
        screen = await kiosk.until_shown("menetapkan klasifikasi")
        assert "mendaftarkan" not in screen
        await kiosk.keys("f7", "f7", "tab", "tab", "tab")
        await kiosk.type("1/3/26")
        await kiosk.keys("enter")
        await kiosk.until_shown("Tidak ada catatan yang cocok")

    at_the_kiosk(office_home, visit)


def test_who_may_not_see_exempt_documents_reads_nothing_of_them(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        screen = await open_whole_trail(kiosk, PETUGAS)
        assert isinstance(kiosk.app.screen, TrailScreen)
        rows = kiosk.app.screen.query_one("#entries", OptionList)
        listed = "\n".join(str(row.prompt) for row in rows.options)
        assert TRAVEL[:20] in listed
        assert SECRET[:10] not in listed
        assert "petugas" not in listed
        assert_golden("trail_80x24", screen)

    at_the_kiosk(office_home, visit)


def test_a_long_trail_is_turned_page_by_page(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        for n in range(230):
            office.records.trail.append(AT, PETUGAS, "memberikan dokumen", "documents", 1, note=f"cetakan {n}")

    async def visit(kiosk: Kiosk) -> None:
        await open_whole_trail(kiosk, PETUGAS)
        screen = await kiosk.until_shown("Catatan 1 sampai 100")
        assert "→ Lebih lama" in screen
        assert "← Lebih baru" not in screen
        await kiosk.keys("right")
        await kiosk.until_shown("Catatan 101 sampai 200")
        await kiosk.keys("right")
        screen = await kiosk.until_shown("sampai yang tertua")
        assert "→ Lebih lama" not in screen
        await kiosk.keys("right", "left", "left")
        await kiosk.until_shown("Catatan 1 sampai 100")

    at_the_kiosk(office_home, visit)


def test_a_citizen_who_looks_along_is_not_offered_the_trail(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PPID, PINS[PPID])
        await kiosk.keys("ctrl+t")
        await kiosk.until_shown("MODE PEMOHON")
        await kiosk.type("perjalanan")
        await kiosk.until_shown(TRAVEL[:20])
        await kiosk.keys("enter")
        screen = await kiosk.until_shown("Klasifikasi")
        await kiosk.keys("j")
        assert "Jejak" not in screen + kiosk.text()
        assert isinstance(kiosk.app.screen, DocumentScreen)

    at_the_kiosk(office_home, visit)


def test_a_cases_trail_is_one_key_away_even_while_typing(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        start_case(office, "Pendokumentasian Contoh", officer(office, PETUGAS), AT)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("enter")
        await kiosk.until_shown("Langkah 1")
        await kiosk.keys("ctrl+r")
        await kiosk.until_shown("membuka pekerjaan")
        await kiosk.keys("escape")
        await kiosk.until_shown("Langkah 1")

    at_the_kiosk(office_home, visit)


def test_a_requester_is_forgotten_after_a_reason_and_a_question(office_home: Path) -> None:
    add_request(office_home)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PPID, PINS[PPID])
        await kiosk.keys("f4")
        await kiosk.until_shown("Warga Contoh")
        await kiosk.keys("delete")
        await kiosk.until(lambda: isinstance(kiosk.app.screen, ReasonScreen))
        await kiosk.keys("enter")
        await kiosk.until_shown("Tulis dahulu alasannya")
        await kiosk.type("surat pemohon")
        await kiosk.keys("enter")
        assert_golden("forget_80x24", await kiosk.until_shown("Tidak dapat dibatalkan"))
        await kiosk.keys("right", "enter")
        await kiosk.until_shown("data pribadi sudah dihapus")
        assert "Warga Contoh" not in kiosk.text()
        await kiosk.keys("delete")
        assert not kiosk.app.screen.is_modal
        await kiosk.keys("j")
        screen = await kiosk.until_shown("menyetujui penghapusan")
        assert "surat pemohon" in screen

    at_the_kiosk(office_home, visit)


def test_who_does_not_administer_is_not_offered_to_forget(office_home: Path) -> None:
    add_request(office_home)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f4")
        screen = await kiosk.until_shown("Warga Contoh")
        assert "J Jejak" in screen
        assert "Hapus" not in screen
        await kiosk.keys("delete")
        assert not kiosk.app.screen.is_modal

    at_the_kiosk(office_home, visit)


def test_a_flat_battery_is_told_at_the_door_and_at_home_and_stops_nobody(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        assert_golden("wrong_clock_80x24", await kiosk.until_shown("Urutan catatan tetap terjaga"))
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.until_shown("Jam laptop menunjukkan 01-01-2026 pukul 00.05")
        await kiosk.type("perjalanan")
        await kiosk.until_shown(TRAVEL[:20])

    at_the_kiosk(office_home, visit, at=datetime(2026, 1, 1, 0, 5))
