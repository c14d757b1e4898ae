"""The SOP sheet on screen: whole, in its own words, the flow in its lanes, from anywhere by name."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from archive.sop import Sop, as_on_sheet, bundled_sop, bundled_sops, parse_sop
from ppid_tui.desk.cases import start_case
from ppid_tui.desk.office import OWNER, open_office
from ppid_tui.desk.own_sop import use_sop
from ppid_tui.desk.profile import read_profile
from ppid_tui.printouts.flow_lines import flow_lines
from ppid_tui.printouts.sheet import flow_of
from ppid_tui.screens.document import DocumentScreen
from ppid_tui.screens.sheet import SheetScreen
from ppid_tui.screens.step import StepScreen
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, PETUGAS, PINS

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


async def by_name(kiosk: Kiosk) -> None:
    await kiosk.keys("ctrl+p")
    await kiosk.type("lembar sop")
    await kiosk.keys("enter")
    await kiosk.until(lambda: isinstance(kiosk.app.screen, SheetScreen))


@SIZES
def test_the_sheet_is_read_whole_from_home(office_home: Path, size: tuple[int, int]) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await by_name(kiosk)
        seen = kiosk.text()
        if size == (80, 24):
            assert_golden("sheet_80x24", seen)
        for _ in range(12):
            await kiosk.keys("pagedown")
            seen += kiosk.text()
        words = " ".join(seen.split())
        sop = bundled_sop("adpim")
        told = [as_on_sheet(step, "activity") for step in sop.steps]
        told += [*sop.sheet.legal_basis, *sop.sheet.warnings, *sop.sheet.recording]
        # A line may stand on two pages, or break between them.
        missing = [word for text in told for word in text.split() if word not in words]
        assert missing == [] and "Dasar hukum usang" in words
        await kiosk.keys("escape")
        assert not isinstance(kiosk.app.screen, SheetScreen)

    at_the_kiosk(office_home, visit, size)


def test_from_a_step_it_is_the_sheet_under_which_the_case_began(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        clerk = next(officer for officer in office.records.officers.all() if officer.name == PETUGAS)
        start_case(office, "Agenda pimpinan", clerk, AT)
        newer = parse_sop(office.sop.text.replace("BAGIAN MATERI", "BAGIAN PROTOKOL"), "adpim.toml")
        use_sop(office, newer, OWNER, AT)

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await by_name(kiosk)
        assert "BAGIAN PROTOKOL" in kiosk.text()
        await kiosk.keys("escape", "f2", "enter")
        await kiosk.until(lambda: isinstance(kiosk.app.screen, StepScreen))
        await by_name(kiosk)
        assert "BAGIAN MATERI" in kiosk.text()
        await kiosk.keys("escape")
        assert isinstance(kiosk.app.screen, StepScreen)

    at_the_kiosk(office_home, visit)


def test_sheet_and_blank_form_are_printed(office_home: Path) -> None:
    def printed(name: str) -> bool:
        return any(name in path.name for path in (office_home / "printouts").glob("*.pdf"))

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await by_name(kiosk)
        for key, name in (("f9", "lembar SOP"), ("d", "formulir daftar informasi publik")):
            await kiosk.keys(key)
            await kiosk.until(partial(printed, name))

    at_the_kiosk(office_home, visit)


def test_a_related_sop_has_its_document_attached_opened_and_let_go(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await by_name(kiosk)
        await kiosk.keys("t")
        await kiosk.until_shown("SOP Pelayanan Informasi Publik belum ada dokumennya")
        await kiosk.keys("enter")
        await kiosk.until_shown("Dokumen untuk “SOP Pelayanan Informasi Publik”")
        await kiosk.until(lambda: "terakhir diterima" in kiosk.text())
        await kiosk.keys("enter")
        await kiosk.until(lambda: "belum ada dokumennya" not in kiosk.text())
        assert kiosk.app.office
        (number,) = read_profile(kiosk.app.office.home.profile).related_sops.values()
        await kiosk.keys("enter")
        await kiosk.until(lambda: isinstance(kiosk.app.screen, DocumentScreen))
        await kiosk.keys("escape", "delete", "right", "enter")
        await kiosk.until_shown("belum ada dokumennya")
        assert kiosk.app.office.records.documents.get(number)

    at_the_kiosk(office_home, visit)


@pytest.mark.parametrize("sop", bundled_sops(), ids=lambda sop: sop.id)
@pytest.mark.parametrize("width", [76, 116])
def test_the_flow_fits_and_shows_each_step_in_the_lane_of_its_role(sop: Sop, width: int) -> None:
    flow = flow_of(sop)
    lines = flow_lines(flow, width)
    assert max(map(len, lines)) <= width
    lane = next(line.index("1") for line in lines if "( 1 )" in line) // (len(lines[0]) // len(flow.lanes))
    assert lane in range(len(flow.lanes))
    for row in flow.rows:
        (line,) = [text for text in lines if f" {row.number} " in text and ("[" in text or "(" in text or "<" in text)]
        assert sum(line.count(sign) for sign in "([<") == len(row.shapes)
