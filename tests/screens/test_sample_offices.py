"""The four sample offices as their officers see them: each role at its step, finding, and printing."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.sop import BUNDLED, bundled_sop
from ppid_tui.demo.build import make_demo
from ppid_tui.demo.pins import SamplePin, sample_pins
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk

TODAY = date(2026, 7, 15)
MORNING = datetime(2026, 7, 15, 9, 0)
EVERY_ROLE = [(office, role.id, role.title) for office in BUNDLED for role in bundled_sop(office).roles]


@pytest.fixture(scope="session")
def sample_offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh")
    for office in BUNDLED:
        for _ in make_demo(folder / office, office, 60, 2026, TODAY):
            pass
    return folder


@pytest.fixture
def home(sample_offices: Path, tmp_path: Path, office: str) -> Path:
    return Path(shutil.copytree(sample_offices / office, tmp_path / "kantor"))


def holder(home: Path, title: str) -> SamplePin:
    """The sample officer who holds the role of this title."""
    return next(pin for pin in sample_pins(home) if title in pin.roles)


@pytest.mark.parametrize(("office", "role", "title"), EVERY_ROLE)
def test_each_role_sees_what_waits_and_its_step(home: Path, office: str, role: str, title: str) -> None:
    async def visit(kiosk: Kiosk) -> None:
        who = holder(home, title)
        await kiosk.sign_in(who.name, who.pin)
        assert_golden(f"{office}_{role}_home", await kiosk.until_shown("Ketik kata"))
        await kiosk.keys("f2")
        assert_golden(f"{office}_{role}_cases", await kiosk.until_shown(title))
        await kiosk.keys("enter")
        await kiosk.until_shown("Langkah")
        await kiosk.until(lambda: "Memeriksa softcopy" not in kiosk.text())
        assert_golden(f"{office}_{role}_step", kiosk.text())

    at_the_kiosk(home, visit, at=MORNING)


@pytest.mark.parametrize("office", ["adpim"])
def test_finding_previewing_jumping_and_printing(home: Path, office: str) -> None:
    async def visit(kiosk: Kiosk) -> None:
        who = holder(home, "Petugas Pelayanan Informasi")
        await kiosk.sign_in(who.name, who.pin)
        await kiosk.type("perjalanan dinas")
        assert_golden("find_80x24", await kiosk.until_shown("kata 1 dari"))
        await kiosk.keys("f8")
        assert_golden("find_next_hit_80x24", await kiosk.until_shown("kata 2 dari"))
        await kiosk.keys("f7")
        assert_golden("find_narrow_80x24", await kiosk.until_shown("Saring hasil"))
        await kiosk.keys("escape", "f9")
        assert_golden("giving_80x24", await kiosk.until_shown("Berikan kepada pemohon"))
        await kiosk.keys("s")
        await kiosk.until(lambda: bool(list((home / "printouts").glob("*.pdf"))))

    at_the_kiosk(home, visit, at=MORNING)
