"""The printed list of results says what the screen says, as far as a citizen may know it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ppid_tui.app import KioskApp
from ppid_tui.screens.find import FindScreen
from tests.screens.reading_room import FIND, make_office, settled, text_of, type_in, visit


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_office(tmp_path / "kantor")


def papers(home: Path) -> list[str]:
    """What was printed or kept as text."""
    return [" ".join(path.read_text(encoding="utf-8").split()) for path in (home / "printouts").glob("*.txt")]


def test_the_paper_counts_as_the_screen_does_and_only_names_what_may_be_given(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "bantuan sosial")
        assert "2 dokumen ditemukan · 1 dikecualikan" in text_of(app)
        await pilot.press("f9", "down", "down", "left", "s")
        await settled(pilot)
        (paper,) = papers(home)
        assert "2 dokumen; 1 tidak dicantumkan karena belum boleh diberikan" in paper
        for hidden in ("Jadwal Penyaluran", "Daftar Penerima", "dikecualikan"):
            assert hidden not in paper

    visit(home, "Bagus", FIND, keys)


def test_where_nothing_of_a_document_may_be_given_enter_prints_nothing_else(home: Path) -> None:
    async def keys(pilot: Pilot[None], app: KioskApp) -> None:
        await type_in(pilot, "jadwal penyaluran")
        await pilot.press("f9")
        await settled(pilot)
        assert "Klasifikasi belum ditetapkan" in text_of(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, FindScreen)
        assert not (home / "printouts").exists() or not list((home / "printouts").iterdir())
        await pilot.press("f9", "up", "left", "s")
        await settled(pilot)
        (paper,) = papers(home)
        assert "1 dokumen; 1 tidak dicantumkan" in paper
        assert "Dokumen yang ditemukan belum boleh diberikan." in paper

    visit(home, "Rina", FIND, keys)
