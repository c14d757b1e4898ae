"""What an officer does at a step of each kind, by keys alone, until it can be handed on; what is done already stays."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import copyfile

from textual.widgets import Input, TextArea

from archive.case_model import Phase
from ppid_tui.desk.step_task import DECIDE, StepTask
from ppid_tui.desk.works import ELSEWHERE
from ppid_tui.widgets.tick import Tick
from tests.screens.kiosk import Kiosk

Step = Callable[[Kiosk, Path], Awaitable[None]]
MINUTES, AGENDA = "Notulen Rapat", "Agenda Pimpinan"
ASKED = "nomor kurang"
"""What a review asks to be put right."""


async def take_in(kiosk: Kiosk, softcopies: Path, *names: str) -> None:
    """Lay files into the incoming folder, take them in, and come back to the case."""
    office = kiosk.app.office
    assert office is not None
    before = len(office.records.documents.all())
    for name in names:
        copyfile(softcopies / f"{name}.pdf", office.home.incoming / f"{name}.pdf")
    await kiosk.keys("f5", "f8")
    await kiosk.until(lambda: len(office.records.documents.all()) == before + len(names))
    await kiosk.keys("f2")


async def list_rows(kiosk: Kiosk, softcopies: Path) -> None:
    """Two rows, one of them with its softcopy; when the list comes back, the row that was asked back is put right."""
    if ASKED in kiosk.text():
        await _put_right(kiosk)
    elif "Daftar informasi: 2" not in kiosk.text():
        for title in (MINUTES, AGENDA):
            await kiosk.type(title)
            await kiosk.keys("enter")
        await take_in(kiosk, softcopies, MINUTES)
        await kiosk.until_shown("Daftar informasi: 2")
        await kiosk.keys("enter", "home", "s")
        await kiosk.until_shown("Yang terakhir diterima:")
        await kiosk.keys("enter")
        await kiosk.until_shown("data belum lengkap")


async def _put_right(kiosk: Kiosk) -> None:
    if f"{MINUTES} 2026" not in kiosk.text():
        await kiosk.keys("enter", "home", "e")
        await kiosk.until_shown("Ubah baris daftar")
        await kiosk.keys("end")
        await kiosk.type(" 2026")
        await kiosk.keys("f8")
        await kiosk.until_shown(f"{MINUTES} 2026")


async def collect(kiosk: Kiosk, softcopies: Path) -> None:
    """What came in meanwhile is taken into the case at once, and the first item's hardcopy gets its place."""
    if "Lemari 2" in kiosk.text():
        return
    office = kiosk.app.office
    assert office is not None
    there = {file.name for document in office.records.documents.all() for file in document.renditions}
    await take_in(kiosk, softcopies, *(name for name in (MINUTES, AGENDA) if f"{name}.pdf" not in there))
    if isinstance(kiosk.app.focused, Input):  # the line for a new row
        await kiosk.keys("enter")
    await kiosk.keys("m")
    await kiosk.until_shown("dokumen diterima sejak")
    await kiosk.keys("right", "enter", "home", "t")
    await kiosk.until_shown("Tempat hardcopy “")
    await kiosk.keys("2", "f8")
    await kiosk.until_shown("Lemari 2")


async def prepare(kiosk: Kiosk, softcopies: Path) -> None:
    """All that the sheet asks for is there."""
    for ready in list(kiosk.app.screen.query(Tick))[:2]:
        await kiosk.keys(*([] if ready.ticked else ["space"]), "down")


def filling(*texts: str) -> Step:
    """Fields filled in one after the other; what stands there already is left."""

    async def fill(kiosk: Kiosk, softcopies: Path) -> None:
        for text in texts:
            field = kiosk.app.focused
            if not (field.value if isinstance(field, Input) else field.text if isinstance(field, TextArea) else ""):
                await kiosk.type(text)
            await kiosk.keys("down")

    return fill


async def store(kiosk: Kiosk, softcopies: Path) -> None:
    """The files are whole; where the papers lie."""
    await kiosk.until_shown("softcopy utuh")
    await filling("3/1/B7")(kiosk, softcopies)


SENT_ELSEWHERE = filling("hari ini")
CORRECTED = filling("diperiksa")
AT_STEP: dict[str, Step] = {
    "list": list_rows,
    "collect": collect,
    "prepare": prepare,
    "coordinate": filling("PPID", "hari ini"),
    "produce": filling("Daftar"),
    "hand_over": filling("PPID"),
    "submit": filling("14/PPID"),
    "store": store,
    "publish": filling("ppid.contoh.example", "hari ini"),
}
FILLED_IN = {
    "PPID",
    "2026-03-02",
    "2026-03-03",
    "Daftar",
    "14/PPID",
    "3/1/B7",
    "ppid.contoh.example",
    "diperiksa",
    "ya",
}
"""All that these put into forms, and nothing twice."""


async def do_the_work(kiosk: Kiosk, task: StepTask, softcopies: Path) -> None:
    """Whatever the step on the screen asks for."""
    if task.work.fields == ELSEWHERE.fields:
        await SENT_ELSEWHERE(kiosk, softcopies)
    elif task.case.phase is Phase.WORK and task.step.work != "review":
        await AT_STEP[task.step.work](kiosk, softcopies)
    elif task.finish != DECIDE:
        await CORRECTED(kiosk, softcopies)


async def mark_first(kiosk: Kiosk) -> None:
    """The first item has to be put right."""
    if ASKED not in kiosk.text():
        await kiosk.keys("k")
        await kiosk.until_shown("Yang perlu diperbaiki")
        await kiosk.type(ASKED)
        await kiosk.keys("f8")
        await kiosk.until_shown(f"perlu diperbaiki: {ASKED}")
