"""What an officer types comes first: little is sought, and nothing drawn, that is not in sight."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot

from archive.model import Document, InformationClass
from ppid_tui.app import KioskApp
from ppid_tui.desk.intake import Step
from ppid_tui.desk.office import open_office
from ppid_tui.screens.chores import YOUNG_OBJECTS
from ppid_tui.screens.giving import GivingScreen
from ppid_tui.screens.taker import Taking
from ppid_tui.widgets.hit_list import HitList
from tests.screens.reading_room import FIND, NOW, make_office, settled, type_in, visit

MANY = 30
LOOKS = 1_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = make_office(tmp_path_factory.mktemp("ketik") / "kantor")
    office = open_office(home)
    with office.records.transaction():
        for number in range(MANY):
            record = Document(f"Risalah Gotong Royong {number}", InformationClass.BERKALA)
            office.records.documents.add(record, "menerima dokumen", "penyiapan", NOW)
    for _ in office.indexes.catch_up():
        pass
    office.close()
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return copytree(made, tmp_path / "kantor")


async def counted_until(pilot: Pilot[None], app: KioskApp, least: int) -> list[int]:
    """How many hits are listed, again and again, until there are so many."""
    counts: list[int] = []
    for _ in range(LOOKS):
        found = app.screen.query_one(HitList).findings
        counts.append(len(found.hits) if found and found.query == "risalah" else 0)
        if counts[-1] >= least:
            return counts
        await pilot.pause(0.01)
    raise AssertionError(f"never {least} hits: {counts}")


def test_the_rest_of_the_list_follows_what_there_is_room_for(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press(*"risalah")
        counts = await counted_until(pilot, app, MANY)
        assert any(0 < count <= app.size.height // 3 for count in counts)

    visit(home, "Rina", FIND, keys)


def test_all_that_is_listed_can_be_given_out_at_once(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await pilot.press(*"risalah")
        await counted_until(pilot, app, 1)
        await pilot.press("f9")
        await settled(pilot)
        assert isinstance(app.screen, GivingScreen)
        assert app.screen._findings is not None
        assert len(app.screen._findings.hits) == MANY

    visit(home, "Rina", FIND, keys)


def test_progress_of_taking_in_draws_nothing_on_the_search(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "risalah")
        app.taking = Taking((home,), 0.0)
        await settled(pilot)
        app.taking = replace(app.taking, step=Step(1, 2, "surat.pdf"))
        assert not app.screen._dirty_widgets
        assert not app.screen._repaint_required

    visit(home, "Rina", FIND, keys)


def test_few_new_objects_at_a_time_are_looked_through_for_garbage(home: Path) -> None:
    before = gc.get_threshold()

    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        assert gc.get_threshold()[0] == YOUNG_OBJECTS

    try:
        visit(home, "Rina", FIND, keys)
    finally:
        gc.set_threshold(*before)
