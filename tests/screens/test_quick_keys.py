"""Keys pressed faster than is searched: they act on what was typed, never on what was listed before."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from ppid_tui.app import KioskApp
from ppid_tui.screens import areas
from ppid_tui.screens.document import DocumentScreen
from ppid_tui.screens.find import FindScreen
from ppid_tui.screens.giving import GivingScreen
from ppid_tui.screens.similar import SimilarScreen
from ppid_tui.widgets.hit_list import HitList
from ppid_tui.widgets.page_preview import PagePreview
from tests.screens.reading_room import FIND, make_office, settled, text_of, type_in, visit

PATIENCE = 5.0
DECREE, SCHEDULE = "Keputusan tentang Standar Perjalanan Dinas", "Jadwal Penyaluran Triwulan"
ENTER = ("enter",)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_office(tmp_path_factory.mktemp("cepat") / "kantor")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


def press(app: KioskApp, text: str, keys: tuple[str, ...] = ()) -> None:
    """Type a text and press keys, all in one burst: none waits for what the one before did."""
    for letter in text:
        app.post_message(events.Key("space" if letter == " " else letter, letter))
    for key in keys:
        app.post_message(events.Key(key, None))


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    for _ in range(int(PATIENCE / 0.02)):
        if true():
            return await settled(pilot)
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come")


def opened(app: KioskApp) -> str:
    """The title of the document that is open on a screen of its own, '' while there is none."""
    if not isinstance(app.screen, DocumentScreen) or not app.screen.is_mounted:
        return ""
    reading = app.screen.query_one(PagePreview).reading
    return reading.document.title if reading else ""


def given(app: KioskApp) -> str:
    """The title of the document that is asked about in the giving dialog, '' while it is not open."""
    if not isinstance(app.screen, GivingScreen) or not app.screen.query(".about"):
        return ""
    return str(app.screen.query_one(".about", Static).content)


@contextmanager
def busy_threads() -> Iterator[threading.Event]:
    """Threads so busy that no search begins before the event is set."""
    free = threading.Event()
    loop = asyncio.get_running_loop()
    for _ in range(64):  # more than there are threads
        loop.run_in_executor(None, free.wait, PATIENCE)
    try:
        yield free
    finally:
        free.set()


def at_search(
    home: Path, keys: Callable[[Pilot[None], KioskApp], Awaitable[None]], size: tuple[int, int] = (80, 24)
) -> None:
    """Rina at the search screen, with the answers to another query on it."""

    async def begun(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        await pilot.press("f3")  # the next letter replaces the query
        await keys(pilot, app)

    visit(home, "Rina", FIND, begun, size)


def test_enter_opens_the_document_that_was_typed_for(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "perjalanan dinas", ENTER)
        await until(pilot, lambda: bool(opened(app)))
        assert opened(app) == DECREE

    at_search(home, keys)


def test_enter_waits_for_a_slow_search(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        with busy_threads() as free:
            press(app, "perjalanan dinas", ENTER)
            await until_typed(pilot, app, "perjalanan dinas")
            assert not opened(app)
            free.set()
            await until(pilot, lambda: bool(opened(app)))
        assert opened(app) == DECREE

    at_search(home, keys)


async def until_typed(pilot: Pilot[None], app: KioskApp, text: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while app.screen.query_one("#box", Input).value != text:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("key", ["f9", "ctrl+s"])
def test_what_is_given_or_compared_is_what_was_typed_for(home: Path, key: str) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "perjalanan dinas", (key,))
        await until(pilot, lambda: isinstance(app.screen, GivingScreen | SimilarScreen))
        assert given(app) == DECREE if key == "f9" else f"Serupa dengan “{DECREE}”" in " ".join(text_of(app).split())

    at_search(home, keys)


def test_an_arrow_moves_among_what_was_typed_for_and_the_page_goes_with_it(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "bantuan sosial", ("down", "f9"))
        await until(pilot, lambda: bool(given(app)))
        assert given(app) == SCHEDULE

    at_search(home, keys)


def test_sorted_and_opened_at_once_is_the_newest(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "bantuan sosial", ("ctrl+r", "enter"))
        await until(pilot, lambda: bool(opened(app)))
        assert opened(app) == SCHEDULE

    at_search(home, keys)


def test_narrowing_counts_what_was_typed_for(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "perjalanan dinas", ("f7",))
        await until(pilot, lambda: "Saring hasil" in text_of(app))
        assert "[ ] Setiap saat (1)" in text_of(app)
        assert "Berkala" not in text_of(app)

    at_search(home, keys)


def test_the_first_search_after_signing_in_is_opened_by_its_enter(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "perjalanan dinas", ENTER)
        await until(pilot, lambda: bool(opened(app)))
        assert opened(app) == DECREE
        assert isinstance(app.screen_stack[0], FindScreen)
        assert app.screen_stack[0].query_one("#box", Input).value == "perjalanan dinas"

    visit(home, "Rina", areas.HOME, keys)


def test_what_is_typed_while_the_search_screen_comes_up_is_all_there(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        for letter in "realisasi anggaran":
            press(app, letter)
            await asyncio.sleep(0)
        await until(pilot, lambda: "1 dokumen ditemukan" in text_of(app))
        assert app.screen.query_one("#box", Input).value == "realisasi anggaran"
        assert "900/12/LRA/2023" in text_of(app)

    visit(home, "Rina", areas.HOME, keys)


def test_what_is_emptied_and_typed_anew_at_once_is_what_stands_there(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "gotong", ("ctrl+u",))
        press(app, "royong", ("f3", "backspace"))
        press(app, "perjalanan dinaz", ("backspace",))
        press(app, "s", ENTER)
        await until(pilot, lambda: bool(opened(app)))
        assert opened(app) == DECREE

    at_search(home, keys)


def test_an_empty_box_never_keeps_the_list_of_what_stood_in_it(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        press(app, "", ("f3",))
        press(app, "perjalanan dinas", ("end", "ctrl+u"))
        await until(pilot, lambda: isinstance(app.screen, FindScreen) and "terbaru di atas" in text_of(app))
        assert app.screen.query_one("#box", Input).value == ""
        assert len(app.screen.query_one(HitList).options) == 5

    visit(home, "Rina", areas.HOME, keys)
