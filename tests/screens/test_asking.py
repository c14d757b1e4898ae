"""Asking: what was understood, taken literally, sorted, narrowed, asked again; and what to do when nothing is found."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from archive.model import Officer
from index.model import Filters
from ppid_tui.app import KioskApp
from ppid_tui.desk.finding import Findings
from ppid_tui.screens.document import DocumentScreen
from ppid_tui.screens.find import FindScreen
from ppid_tui.screens.similar import SimilarScreen
from ppid_tui.widgets.no_result import nothing_words
from ppid_tui.widgets.page_preview import PagePreview
from ppid_tui.widgets.search_lines import chips_line, period_words, understood_words
from tests.screens.reading_room import FIND, LONG_TITLE, make_office, settled, text_of, type_in, visit

PATIENCE = 15.0
ASKED = Findings("bantuan", Filters(), 0, ())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("tanya") / "kantor")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


def footer(app: KioskApp) -> str:
    return text_of(app).splitlines()[-1]


def reads(app: KioskApp) -> str:
    reading = app.screen.query_one(PagePreview).reading
    return reading.document.title if reading else ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "tahun 2025"),
        (date(2024, 1, 1), date(2025, 12, 31), "tahun 2024 sampai 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "Februari 2024"),
        (date(2024, 1, 1), date(2024, 6, 30), "Januari 2024 sampai Juni 2024"),
        (date(2024, 1, 5), date(2024, 2, 3), "5 Januari 2024 sampai 3 Februari 2024"),
        (date(2024, 1, 5), date(2024, 1, 5), "5 Januari 2024"),
    ],
)
def test_a_period_is_said_as_one_says_it(first: date, last: date, words: str) -> None:
    assert period_words(first, last) == words


def test_what_was_understood_is_one_line_with_the_key_that_undoes_it() -> None:
    year = (date(2025, 1, 1), date(2025, 12, 31))
    more = replace(ASKED, included=("bantuan pangan", "a", "b", "c", "d", "e"), period=year)
    begin, end = "Periode: tahun 2025 · Ctrl+Y: semua waktu", "Ctrl+E: cari persis, tanpa"
    both = f"{begin} · Termasuk: bantuan pangan, a, dan 4 lain · {end} kata lain dan periode"
    assert understood_words(more) == both
    assert understood_words(replace(more, included=())) == f"{begin} · {end} periode"
    assert "Ctrl+Y: hanya waktu yang disebut" in understood_words(ASKED, any_time=True)
    assert understood_words(ASKED) == ""
    literally = replace(ASKED, filters=Filters(literal=True))
    assert "Ctrl+E: cari biasa" in understood_words(literally)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (replace(ASKED, filters=Filters(literal=True)), "Ctrl+E: cari biasa, tidak persis."),
        (replace(ASKED, period=(date(2020, 1, 1), date(2020, 12, 31))), "Ctrl+Y: cari di semua waktu."),
        (replace(ASKED, query='"bantuan sosial"'), "Hapus tanda kutip."),
        (replace(ASKED, query="bantuan -sosial"), "Hapus tanda titik dua atau minus."),
        (replace(ASKED, query="bantuan sosial"), "Kurangi kata: satu atau dua saja."),
    ],
)
def test_each_way_out_is_named_only_where_it_is_open(asked: Findings, says: str) -> None:
    assert f"• {says}" in nothing_words(asked)
    assert f"• {says}" not in nothing_words(ASKED)


def test_a_citizen_is_sent_to_the_officer_and_an_officer_to_what_can_be_done() -> None:
    assert "petugas" in nothing_words(ASKED, citizen=True)[-2]
    assert "F2 lalu N" in nothing_words(ASKED)[-2]
    assert "F2" not in nothing_words(ASKED, may_open_case=False)[-2]


def test_where_nothing_is_found_exempt_documents_are_neither_told_of_nor_denied() -> None:
    assert nothing_words(ASKED)[-1] == "Mungkin termasuk informasi yang dikecualikan: tanyakan kepada PPID."
    assert "dikecualikan" not in " ".join(nothing_words(ASKED, may_be_apart=False)), "who sees them knows"


def test_filters_that_hide_what_is_sought_are_named_first() -> None:
    hiding = replace(ASKED, filters=Filters(year=2020, kind="Laporan"), hidden=34)
    assert nothing_words(hiding)[0] == "Saringan (2020, Laporan) menyembunyikan 34 dokumen. Ctrl+L melepasnya."
    assert "34 dokumen tersembunyi" in chips_line(hiding.filters, 34).plain
    assert "Ctrl+L" not in " ".join(nothing_words(replace(hiding, hidden=0))), "to let them go would not help"


def test_newest_first_and_best_first_change_at_a_key(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        assert reads(app) == LONG_TITLE
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert "terbaru di atas" in text_of(app)
        assert reads(app) == "Jadwal Penyaluran Triwulan", "of 2024, and the first is chosen"
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert reads(app) == LONG_TITLE

    visit(home, "Rina", FIND, keys)


def test_what_was_sought_is_offered_again_and_forgotten_at_a_key(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        for query in ("perjalanan dinas", "realisasi anggaran"):
            await type_in(pilot, query)
            await pilot.press("enter")
            await settled(pilot)
            await pilot.press("escape")
            await settled(pilot)
        await type_in(pilot, "")
        assert "Pencarian terakhir" in text_of(app)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert app.screen.query_one("#box", Input).value == "perjalanan dinas"
        assert "188.45/7/KEP/2022" in text_of(app)
        await type_in(pilot, "")
        await pilot.press("delete")
        await settled(pilot)
        assert "realisasi" not in text_of(app).casefold().split("dokumen terbaru")[0]
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert "Pencarian terakhir" not in text_of(app), "a citizen never sees what was sought before"

    visit(home, "Rina", FIND, keys)


def test_what_was_looked_at_for_a_while_is_offered_again_and_to_nobody_else(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ppid_tui.screens.find.READ", 0.01)

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "perjalanan dinas")
        screen = app.screen
        assert isinstance(screen, FindScreen)
        async with asyncio.timeout(PATIENCE):
            while not screen.recent:
                await pilot.pause(0.02)
        await type_in(pilot, "")
        assert "“perjalanan dinas”" in text_of(app)
        assert app.officer is not None
        await enter_anew(pilot, app, app.officer)
        assert "Dokumen terbaru" not in text_of(app)
        assert "perjalanan dinas”" not in text_of(app)

    visit(home, "Rina", FIND, keys)


async def enter_anew(pilot: Pilot[None], app: KioskApp, officer: Officer) -> None:
    """Sign out, in, and go to the search screen."""
    await app.leave()
    await settled(pilot)
    await app.enter(officer)
    await app.switch_mode(FIND)
    await settled(pilot)


def test_a_filter_says_what_it_hides_and_is_gone_for_the_next_citizen(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        screen = app.screen
        assert isinstance(screen, FindScreen)
        screen.filters = Filters(year=2022)
        await type_in(pilot, "bantuan")
        assert "Saringan (2022) menyembunyikan 2 dokumen. Ctrl+L melepasnya." in text_of(app)
        await type_in(pilot, "perjalanan")
        assert "dokumen tersembunyi" not in text_of(app), "it hides none"
        await type_in(pilot, "")
        assert "4 dokumen tersembunyi" in text_of(app)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press(*"bantuan")
        await settled(pilot)
        assert app.screen is screen
        assert "2 dokumen ditemukan" in text_of(app)
        assert "Saringan" not in text_of(app)

    visit(home, "Rina", FIND, keys)


def test_similar_documents_open_from_a_hit_and_esc_leads_back(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "realisasi anggaran")
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert isinstance(app.screen, SimilarScreen)
        assert "Serupa dengan" in text_of(app)
        assert "Jadwal Penyaluran" in text_of(app)
        assert "Daftar Penerima" not in text_of(app), "it is exempt"
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert isinstance(app.screen, FindScreen)
        assert reads(app) == LONG_TITLE

    visit(home, "Rina", FIND, keys)


def test_the_footer_promises_only_what_does_something_now(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "zxqwv")
        assert footer(app).split() == ["Esc", "Kembali", "F7", "Saring"]
        await type_in(pilot, "bantuan sosial")
        assert "Enter Buka" in footer(app)
        assert "F8 Berikut" in footer(app)
        await pilot.press("f9")
        await settled(pilot)
        assert "Buka" not in footer(app), "the question laid over the list has keys of its own"
        await pilot.press("escape", "ctrl+t")
        await settled(pilot)
        assert "Esc" not in footer(app), "a citizen's screen is where one begins"
        await type_in(pilot, "bantuan")
        assert "Esc Kosongkan" in footer(app)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen.query_one("#box", Input).value == ""

    visit(home, "Rina", FIND, keys)


def test_the_preview_says_on_which_other_pages_the_words_stand(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        assert "juga di hal. 9" in " ".join(text_of(app).split())

    visit(home, "Rina", FIND, keys, size=(120, 40))
