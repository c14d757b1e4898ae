"""A case of each SOP from its first step to its last: who comes to the kiosk when, and what must be there after."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from archive.case_model import Case, Phase
from archive.model import Officer
from archive.sop import Sop, bundled_sop
from ppid_tui.desk.care import verify
from ppid_tui.desk.office import Home, open_office
from ppid_tui.desk.people import enrol, set_up
from ppid_tui.desk.profile import Profile
from ppid_tui.desk.step_task import DECIDE, StepTask, task_of
from tests.screens.kiosk import Kiosk
from tests.screens.step_keys import AGENDA, ASKED, FILLED_IN, MINUTES, do_the_work, mark_first
from tests.small_office import write_pdf

MORNING = datetime(2026, 3, 2, 8, 0)
TITLE = "Daftar triwulan"
FROM_PAPER = ("list", "hand_over", "submit", "store")
"""Kinds of work that leave a paper of their own."""


@dataclass(frozen=True)
class Visit:
    """A role at a step; ``back`` where it sends the case back."""

    step: int
    role: str
    back: bool = False


@dataclass(frozen=True)
class Walk:
    """The visits in their order, the loop of the SOP taken once; ``here`` are the roles of this office, all if none."""

    sop: str
    visits: tuple[Visit, ...]
    here: tuple[str, ...] = ()


def _visits(*told: str) -> tuple[Visit, ...]:
    parts = (words.split() for words in told)
    return tuple(Visit(int(step), role, bool(back)) for step, role, *back in parts)


WALKS = {
    "kesra": Walk("kesra", _visits("1 pelaksana", "2 petugas", "3 ppid")),
    "adpim": Walk(
        "adpim",
        _visits(
            *("1 petugas", "2 petugas", "2 ppid", "3 petugas", "4 petugas", "5 petugas", "6 petugas"),
            *("6 atasan kembali", "5 petugas", "6 petugas", "6 atasan", "7 petugas", "8 petugas"),
        ),
    ),
    "diskop": Walk("diskop", _visits("1 petugas", "2 kepala kembali", "1 petugas", "2 kepala", "3 petugas")),
    "dinsos": Walk("dinsos", _visits("1 bidang", "2 utama", "3 pendukung", "4 utama", "5 bidang")),
    "dinsos_opd": Walk(
        "dinsos", _visits("1 bidang", "2 utama", "3 pendukung", "4 utama", "5 bidang"), here=("pendukung",)
    ),
}


def open_office_of(walk: Walk, home: Path) -> None:
    """An office under the SOP of the walk, an officer for each of its roles, and files on a stick beside it."""
    softcopies_of(home).mkdir(parents=True)
    for name in (MINUTES, AGENDA):
        write_pdf(softcopies_of(home) / f"{name}.pdf", (f"{name} Biro Contoh tahun 2026.",))
    profile = Profile(name="Biro Contoh", sop=walk.sop, city="Kota Contoh", roles_here=walk.here)
    with closing(set_up(home, profile)) as office:
        for role in office.profile.roles_here:
            enrol(office, Officer(name_of(role), roles=(role,)), pin_of(office.sop, role), "uji", MORNING)


def softcopies_of(home: Path) -> Path:
    """The files that officers bring."""
    return home.parent / "stick"


def name_of(role: str) -> str:
    """Who holds a role."""
    return f"{role.title()} Contoh"


def pin_of(sop: Sop, role: str) -> str:
    """A PIN for each role."""
    return f"48291{[one.id for one in sop.roles].index(role)}"


async def make_visit(kiosk: Kiosk, walk: Walk, number: int) -> None:
    """The visit of this number, from the PIN until the screen says that the step is done."""
    visit = await _come(kiosk, walk, number)
    await _do_the_step(kiosk, visit)
    await _hand_on(kiosk, visit)
    last = number + 1 == len(walk.visits)
    goes_on = not last and (bool(walk.here) or walk.visits[number + 1].role == visit.role)
    await kiosk.until_shown(f"Langkah {walk.visits[number + 1].step} dari" if goes_on else "Terakhir, pukul")


async def make_half_a_visit(kiosk: Kiosk, walk: Walk, number: int) -> None:
    """The same until what was done at the step stands on the screen as kept."""
    visit = await _come(kiosk, walk, number)
    before = _at_hand(kiosk)
    await _do_the_step(kiosk, visit)
    if before.fields and not before.values:
        await kiosk.until_shown("Tersimpan pukul")


async def _come(kiosk: Kiosk, walk: Walk, number: int) -> Visit:
    visit = walk.visits[number]
    kiosk.app.clock = lambda: MORNING + timedelta(hours=1 + 3 * number)
    at_desk = visit.role if not walk.here or visit.role in walk.here else walk.here[0]
    if kiosk.app.officer is None or kiosk.app.officer.roles != (at_desk,):
        await _sign_in(kiosk, walk, at_desk)
    await kiosk.until_shown(f"Langkah {visit.step} dari")
    return visit


async def _sign_in(kiosk: Kiosk, walk: Walk, role: str) -> None:
    if kiosk.app.officer is not None:
        await kiosk.keys("f10")
    await kiosk.sign_in(name_of(role), pin_of(bundled_sop(walk.sop), role))
    assert kiosk.app.office is not None
    opened = kiosk.app.office.records.cases.all()
    await (kiosk.keys("f2", "enter") if opened else _open_the_case(kiosk))


async def _open_the_case(kiosk: Kiosk) -> None:
    await kiosk.keys("f2", "n")
    await kiosk.until_shown("Pekerjaan baru")
    await kiosk.type(TITLE)
    await kiosk.keys("f8")


def _at_hand(kiosk: Kiosk) -> StepTask:
    assert kiosk.app.office is not None and kiosk.app.officer is not None
    return task_of(kiosk.app.office, 1, kiosk.app.officer, kiosk.app.clock().date())


async def _do_the_step(kiosk: Kiosk, visit: Visit) -> None:
    task = _at_hand(kiosk)
    await do_the_work(kiosk, task, softcopies_of(kiosk.app.home))
    if visit.back:
        await mark_first(kiosk)


async def _hand_on(kiosk: Kiosk, visit: Visit) -> None:
    task = _at_hand(kiosk)
    if task.case.phase is Phase.WORK and task.step.work in FROM_PAPER:
        await _print(kiosk)
    await kiosk.keys("f8")
    if task.finish == DECIDE:
        await kiosk.until_shown("Bagaimana hasilnya?")
        await kiosk.keys("enter", *(["f8"] if visit.back else []))


async def _print(kiosk: Kiosk) -> None:
    papers = Home(kiosk.app.home).printouts
    before = len(list(papers.glob("*.pdf")))
    await kiosk.keys("f9")
    await kiosk.until_shown("Cetak apa?")
    await kiosk.keys("enter")
    await kiosk.until(lambda: len(list(papers.glob("*.pdf"))) > before)


def stands(home: Path, walk: Walk, visits: int) -> Case:
    """The case after so many visits: nothing lost, nothing twice, the trail unbroken. Raises AssertionError."""
    with closing(open_office(home)) as office:
        (case,) = office.records.cases.all()
        done = [(one.step, one.role, one.to is not None and one.to < one.step) for one in case.history]
        assert done == [(visit.step, visit.role, visit.back) for visit in walk.visits[:visits]]
        assert len(set(case.documents)) == len(case.documents)
        assert {words for one in case.history for words in one.form.values()} <= FILLED_IN
        titles = [row.title for row in case.rows]
        assert len(set(titles)) == len(titles)
        health = verify(office)
        assert not health.problems, health.problems
        return case


def ends(home: Path, walk: Walk) -> None:
    """The case is done: all documents in it, what was asked for was put right, the papers are there."""
    case = stands(home, walk, len(walk.visits))
    assert case.step is None
    with closing(open_office(home)) as office:
        brought = {file.name for i in case.documents if (d := office.records.documents.get(i)) for file in d.renditions}
        assert brought == {f"{MINUTES}.pdf", f"{AGENDA}.pdf"} if walk.sop != "diskop" else {f"{MINUTES}.pdf"}
        steps = [office.sop.step(visit.step) for visit in walk.visits if office.sop.step(visit.step).role == visit.role]
        papers = sum(step.work in FROM_PAPER for step in steps)
        assert len(list(office.home.printouts.glob("*.pdf"))) >= papers
    returned = [done.note for done in case.history if done.to is not None and done.to < done.step]
    assert [note.rpartition(": ")[2] for note in returned] == [ASKED] * sum(visit.back for visit in walk.visits)
