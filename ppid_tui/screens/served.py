"""The way from what was chosen to what is done: who is it for, a last look, give it, say what is left to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from archive.request_model import Requester
from ppid_tui.desk import at_once, printing
from ppid_tui.desk.printer import NO_PRINTER
from ppid_tui.desk.trouble import cause
from ppid_tui.screens.last_look import LastLook
from ppid_tui.screens.person_card import ADDRESS, GUEST, NAME, PersonCard
from ppid_tui.screens.served_card import ServedCard
from ppid_tui.screens.stick_choice import StickScreen

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.at_once import Served
    from ppid_tui.desk.handing_out import Piece

NOTHING_KEPT = "Belum diserahkan, dan belum tercatat"


async def hand_over(screen: Screen[None], pieces: Sequence[Piece], to_stick: bool) -> str | None:
    """Ask who it is for, and give it. '' when it was given, None when it was given up, else why not.

    Only from a worker.
    """
    person, stick = await _agreed(screen, pieces, to_stick)
    if person is None:
        return None
    kiosk = cast("KioskApp", screen.app)
    assert kiosk.officer is not None
    try:
        served = await asyncio.to_thread(_giving(kiosk, pieces, person, stick))
    except at_once.REFUSALS as refused:
        return str(refused)
    except OSError as error:
        return f"{NOTHING_KEPT}: {cause(error)}. Coba lagi."
    printed = await asyncio.to_thread(partial(at_once.send, served, kiosk.officer))
    await screen.app.push_screen_wait(ServedCard(served, pieces, printed))
    return ""


async def note_guest(screen: Screen[None], shown: Sequence[Document], wanted: str) -> str | None:
    """A line in the guest book. '' when it is written, None when it was given up, else why not. Only from a worker."""
    about = "Hanya dilihat: tercatat di buku tamu, tanpa permohonan dan tanpa nomor."
    person = await screen.app.push_screen_wait(PersonCard("Buku tamu", about, GUEST))
    kiosk = cast("KioskApp", screen.app)
    if person is None or kiosk.office is None or kiosk.officer is None:
        return None
    try:
        at_once.only_looked(kiosk.office, shown, person.name, person.address, wanted, kiosk.officer, kiosk.clock())
    except at_once.REFUSALS as refused:
        return str(refused)
    screen.notify("Tercatat di buku tamu.", markup=False)
    return ""


async def _agreed(
    screen: Screen[None], pieces: Sequence[Piece], to_stick: bool
) -> tuple[Requester | None, Path | None]:
    """Who it is for, and which stick, once both were looked at; what was filled in stands there again after a no."""
    what = pieces[0].words if len(pieces) == 1 else f"{len(pieces)} dokumen"
    about = f"Disalin ke USB: {what}" if to_stick else f"Dicetak: {what}"
    person: Requester | None = None
    while True:
        person = await screen.app.push_screen_wait(PersonCard("Siapa pemohonnya?", about, (NAME, ADDRESS), person))
        if person is None:
            return None, None
        stick = await screen.app.push_screen_wait(StickScreen()) if to_stick else None
        if to_stick and stick is None:
            continue
        how = f"disalin ke USB {stick}" if stick else await asyncio.to_thread(_printer_words)
        if await screen.app.push_screen_wait(LastLook(person, pieces, how)):
            return person, stick


def _printer_words() -> str:
    if printing.printers():
        return "dicetak"
    return f"dicetak, tetapi {NO_PRINTER}: lebih baik disalin ke USB (Esc, Esc, lalu U)"


def _giving(kiosk: KioskApp, pieces: Sequence[Piece], person: Requester, stick: Path | None) -> Callable[[], Served]:
    office, by, at = kiosk.office, kiosk.officer, kiosk.clock()
    assert office is not None and by is not None
    if stick is None:
        return partial(at_once.on_paper, office, pieces, person, by, at)
    return partial(at_once.on_stick, office, pieces, person, stick, by, at)
