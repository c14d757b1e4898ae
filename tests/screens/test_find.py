"""Finding: what an officer types, sees, narrows and reads, by keys alone."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ppid_tui.app import KioskApp
from ppid_tui.screens.document import DocumentScreen
from ppid_tui.screens.find import FindScreen
from ppid_tui.widgets.page_preview import PagePreview
from ppid_tui.widgets.page_view import PageView
from tests.screens.reading_room import FIND, make_office, settled, text_of, type_in, visit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("cari") / "kantor")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


def test_typing_finds_and_the_page_stands_beside_the_list(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        seen = text_of(app)
        assert "2 dokumen ditemukan" in seen
        assert "900/12/LRA/2023" in seen
        assert "hal. 3 dari 12" in seen
        assert "Realisasi bantuan sosial mencapai 98" in seen
        assert isinstance(app.focused, Input)

    visit(home, "Rina", FIND, keys)


def test_arrows_move_in_the_list_and_the_page_follows(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        await pilot.press("down")
        await settled(pilot)
        reading = app.screen.query_one(PagePreview).reading
        assert reading is not None
        assert reading.document.title == "Jadwal Penyaluran Triwulan"
        assert isinstance(app.focused, Input)

    visit(home, "Rina", FIND, keys)


def test_hits_are_gone_through_over_the_pages_and_back(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "sosial")
        preview = app.screen.query_one(PagePreview)
        for _ in range(31):
            await pilot.press("f8")
        await settled(pilot)
        assert preview.reading is not None
        assert preview.reading.page == 9
        await pilot.press("ctrl+b")
        await settled(pilot)
        assert preview.reading is not None
        assert preview.reading.page == 3
        assert app.screen.query_one(PageView).here == 30

    visit(home, "Rina", FIND, keys)


def test_beyond_the_end_of_a_page_comes_the_next_one(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "perjalanan")
        await type_in(pilot, "sisa anggaran")
        await pilot.press("pagedown")
        await settled(pilot)
        reading = app.screen.query_one(PagePreview).reading
        assert reading is not None
        assert reading.page == 10

    visit(home, "Rina", FIND, keys)


def test_what_stands_in_brackets_is_shown_literally(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "perjalanan dinas")
        assert "[1]" in text_of(app)
        assert "[a]" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_exempt_documents_are_a_group_apart_and_only_for_who_may_see_them(home: Path) -> None:
    async def sees(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "rahasia penerima")
        seen = text_of(app)
        assert "DIKECUALIKAN (1)" in seen
        assert "Daftar Penerima Bantuan Sosial" in seen

    async def sees_nothing(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "rahasia penerima")
        seen = text_of(app)
        assert "DIKECUALIKAN" not in seen
        assert "Daftar Penerima" not in seen

    visit(home, "Bagus", FIND, sees)
    visit(home, "Rina", FIND, sees_nothing)


def test_a_citizen_who_looks_along_sees_only_what_may_be_given(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        app.citizen = True
        await pilot.pause()
        for hidden in ("Daftar Penerima", "Jadwal Penyaluran", "DIKECUALIKAN", "Belum ditetapkan"):
            assert hidden not in text_of(app)
        await settled(pilot)
        assert "1 dokumen ditemukan" in text_of(app)

    visit(home, "Bagus", FIND, keys)


def test_narrowing_is_by_keys_shown_as_chips_and_let_go_again(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press("f7")
        await settled(pilot)
        assert "[ ] Setiap saat (3)" in text_of(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "[x] Setiap saat (3)" in text_of(app)
        await pilot.press("right", "enter", "escape")
        await settled(pilot)
        assert isinstance(app.screen, FindScreen)
        assert "Saringan:  Setiap saat   2022  Ctrl+L lepas" in text_of(app)
        assert "1 dokumen" in text_of(app)
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert "5 dokumen" in text_of(app)
        assert "Saringan" not in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_a_slip_is_repaired_and_the_word_as_typed_can_still_be_sought(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "perjalnaan")
        assert "Menampilkan hasil untuk" in text_of(app)
        assert "Keputusan tentang Standar" in text_of(app)
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert "Dicari persis seperti yang diketik" in text_of(app)
        assert "Keputusan tentang Standar" not in text_of(app)
        await pilot.press("ctrl+e")
        await settled(pilot)
        assert "Menampilkan hasil untuk" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_nothing_found_says_what_to_do(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "zxqwv")
        assert "Belum ditemukan." in text_of(app)
        assert "Ctrl+L" not in text_of(app), "there is no filter to let go"

    visit(home, "Rina", FIND, keys)


def test_scans_and_documents_on_paper_alone_say_so(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "gotong royong")
        assert "Hasil pindai: isinya belum" in text_of(app)
        await type_in(pilot, "buku tamu")
        assert "Hardcopy saja" in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_query_and_place_are_kept_when_one_comes_back(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        await pilot.press("down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("escape")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, FindScreen)
        assert screen.query_one("#box", Input).value == "bantuan sosial"
        reading = screen.query_one(PagePreview).reading
        assert reading is not None
        assert reading.document.title == "Jadwal Penyaluran Triwulan"

    visit(home, "Rina", FIND, keys)


def test_the_home_screen_may_hand_over_what_was_typed(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        assert isinstance(app.screen, FindScreen)
        app.screen.start("perjalanan dinas")
        await settled(pilot)
        assert "188.45/7/KEP/2022" in text_of(app)

    visit(home, "Rina", FIND, keys)
