"""The way from what was chosen to what is done: who is it for, give it, say its number, print it again if need be."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static

from ppid_tui.desk import at_once
from ppid_tui.desk.trouble import cause
from ppid_tui.screens.person_card import ADDRESS, GUEST, NAME, STICK, PersonCard, Visitor

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.at_once import Served
    from ppid_tui.desk.handing_out import Piece
    from ppid_tui.desk.printer import Printed

NO_RECEIPT = "Tanda bukti belum tersimpan: buka permohonan ini (F4), lalu F9 mencetaknya."


class ServedCard(ModalScreen[None]):
    """The number, and what became of the papers. Enter is the end; C sends the papers to the printer again."""

    CSS_PATH = "person_card.tcss"
    BINDINGS = [
        Binding("enter,escape", "dismiss(None)", "Selesai", key_display="Enter"),
        Binding("c", "again", "Cetak lagi", key_display="C"),
    ]

    def __init__(self, served: Served, printed: Sequence[Printed]) -> None:
        super().__init__()
        self._served = served
        self._printed = printed

    def compose(self) -> ComposeResult:
        with Vertical(id="served-card"):
            yield Static("Informasi sudah diserahkan", classes="title", markup=False)
            yield Static(f"Nomor pendaftaran: {self._served.request.number}", id="number", markup=False)
            yield Static(Content(told_words(self._served, self._printed)), id="told")
        yield Footer(show_command_palette=False, compact=True)

    @work(exclusive=True, group="print")
    async def action_again(self) -> None:
        """Print the papers once more: the same papers, the same number."""
        officer = cast("KioskApp", self.app).officer
        if officer is not None:
            self._printed = await asyncio.to_thread(partial(at_once.send, self._served, officer))
            self.query_one("#told", Static).update(Content(told_words(self._served, self._printed)))


def told_words(served: Served, printed: Sequence[Printed]) -> str:
    """Where everything is, and what the printer said."""
    request = served.request
    lines = [f"{n}. {item.wanted}" for n, item in enumerate(request.items[:5], 1)]
    lines += [f"… dan {len(request.items) - 5} lagi"] if len(request.items) > 5 else []
    if served.folder:
        lines += ["", f"Disalin ke {served.folder}, dengan daftar dan SHA-256. USB boleh dicabut."]
    if served.receipt is None:
        lines += ["", NO_RECEIPT]
    refused = next((one.reason for one in printed if not one.sent), "")
    kept = [path for path in (*served.files, served.receipt) if path]
    if refused:
        lines += ["", f"Belum tercetak: {refused}. C mencetak lagi."]
    elif printed:
        lines += ["", f"{len(printed)} cetakan dikirim ke pencetak."]
    return "\n".join([*lines, *([f"Salinannya tersimpan di {kept[0].parent}"] if kept else [])])


async def hand_over(screen: Screen[None], pieces: Sequence[Piece], to_stick: bool) -> str | None:
    """Ask who it is for, and give it. '' when it was given, None when it was given up, else why not.

    Only from a worker.
    """
    visitor = await screen.app.push_screen_wait(_card(pieces, to_stick))
    if visitor is None:
        return None
    kiosk = cast("KioskApp", screen.app)
    assert kiosk.officer is not None
    try:
        served = await asyncio.to_thread(_giving(kiosk, pieces, visitor))
    except at_once.REFUSALS as refused:
        return str(refused)
    except OSError as error:
        return f"Belum diserahkan, dan belum tercatat: {cause(error)}. Coba lagi."
    printed = await asyncio.to_thread(partial(at_once.send, served, kiosk.officer))
    await screen.app.push_screen_wait(ServedCard(served, printed))
    return ""


async def note_guest(screen: Screen[None], shown: Sequence[Document], wanted: str) -> str | None:
    """A line in the guest book. '' when it is written, None when it was given up, else why not. Only from a worker."""
    about = "Hanya dilihat: tercatat di buku tamu, tanpa permohonan dan tanpa nomor."
    visitor = await screen.app.push_screen_wait(PersonCard("Buku tamu", about, GUEST))
    kiosk = cast("KioskApp", screen.app)
    if visitor is None or kiosk.office is None or kiosk.officer is None:
        return None
    person = visitor.person
    try:
        at_once.only_looked(kiosk.office, shown, person.name, person.address, wanted, kiosk.officer, kiosk.clock())
    except at_once.REFUSALS as refused:
        return str(refused)
    screen.notify("Tercatat di buku tamu.", markup=False)
    return ""


def _card(pieces: Sequence[Piece], to_stick: bool) -> PersonCard:
    from ppid_tui.desk.sources import sticks

    many = pieces[0].words if len(pieces) == 1 else f"{len(pieces)} dokumen"
    if not to_stick:
        return PersonCard("Siapa pemohonnya?", f"Dicetak: {many}", (NAME, ADDRESS))
    there = [str(path) for path in sticks()]
    return PersonCard("Siapa pemohonnya?", f"Disalin ke USB: {many}", (NAME, ADDRESS, STICK), there[0] if there else "")


def _giving(kiosk: KioskApp, pieces: Sequence[Piece], visitor: Visitor) -> partial[Served]:
    office, by, at = kiosk.office, kiosk.officer, kiosk.clock()
    assert office is not None and by is not None
    if visitor.stick is None:
        return partial(at_once.on_paper, office, pieces, visitor.person, by, at)
    return partial(at_once.on_stick, office, pieces, visitor.person, visitor.stick, by, at)
