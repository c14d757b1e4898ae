"""What became of a giving: its number, where everything is, and what is left to do."""

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
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from ppid_tui.desk import at_once
from ppid_tui.desk.trouble import cause
from ppid_tui.screens.last_look import pieces_words
from ppid_tui.screens.stick_choice import StickScreen

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.at_once import Served
    from ppid_tui.desk.handing_out import Piece
    from ppid_tui.desk.printer import Printed

HANDED, REGISTERED = "Informasi sudah diserahkan", "Terdaftar, tetapi belum diserahkan"
NO_RECEIPT = "Tanda bukti belum tersimpan: buka permohonan ini (F4), lalu F9 mencetaknya."
LATER = "Nanti saja: Arsip (F6), Cetakan terakhir."


class ServedCard(ModalScreen[None]):
    """Enter is the end; C sends the papers to the printer again, U copies onto a stick what the printer refused."""

    CSS_PATH = "person_card.tcss"
    BINDINGS = [
        Binding("enter,escape", "dismiss(None)", "Selesai", key_display="Enter"),
        Binding("c", "again", "Cetak ulang", key_display="C"),
        Binding("u", "stick", "Simpan ke USB", key_display="U"),
    ]

    def __init__(self, served: Served, pieces: Sequence[Piece], printed: Sequence[Printed]) -> None:
        super().__init__()
        self._served = served
        self._pieces = pieces
        self._printed = printed

    def compose(self) -> ComposeResult:
        with Vertical(id="served-card"):
            yield Static(id="outcome", classes="title", markup=False)
            yield Static(f"Nomor pendaftaran: {self._served.request.number}", id="number", markup=False)
            yield Static(id="told", markup=False)
            yield Static(id="refused", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A stick in place of the paper, where there is no paper."""
        return not handed_over(self._served, self._printed) if action == "stick" else True

    @work(exclusive=True, group="print")
    async def action_again(self) -> None:
        """Print the papers once more: the same papers, the same number."""
        if (officer := cast("KioskApp", self.app).officer) is not None:
            self._printed = await asyncio.to_thread(partial(at_once.send, self._served, officer))
            self._tell()

    @work(exclusive=True, group="print")
    async def action_stick(self) -> None:
        """Give it on a stick, since the printer did not."""
        kiosk = cast("KioskApp", self.app)
        stick = await self.app.push_screen_wait(StickScreen())
        if stick is None or kiosk.office is None or kiosk.officer is None:
            return
        giving = partial(at_once.on_stick_instead, kiosk.office, self._served, self._pieces, stick)
        try:
            self._served = await asyncio.to_thread(giving, kiosk.officer, kiosk.clock())
        except at_once.REFUSALS as refused:
            self._tell(str(refused))
        except OSError as error:
            self._tell(f"Belum tersalin: {cause(error)}. Coba lagi.")
        else:
            self._tell()

    def _tell(self, refused: str = "") -> None:
        handed = handed_over(self._served, self._printed)
        self.query_one("#outcome", Static).update(HANDED if handed else REGISTERED)
        words = told_words(self._served, self._pieces, self._printed)
        self.query_one("#told", Static).update(Content(words))
        self.query_one("#refused", Static).update(Content(refused))
        self.refresh_bindings()


def handed_over(served: Served, printed: Sequence[Printed]) -> bool:
    """Whether the requester can have it in hand: a folder on the stick, or every file on its way out of a printer."""
    on_paper = {one.path for one in printed if one.sent and not one.held}
    return served.folder is not None or set(served.files) <= on_paper


def told_words(served: Served, pieces: Sequence[Piece], printed: Sequence[Printed]) -> str:
    """Where everything is, and what is left to do."""
    lines = [pieces_words(pieces)]
    if served.folder:
        lines += ["", f"Disalin ke {served.folder}, dengan daftar dan SHA-256. USB boleh dicabut."]
    if served.receipt is None:
        lines += ["", NO_RECEIPT]
    kept = [path for path in (*served.files, served.receipt) if path]
    lines += ["", *_paper_words(served, printed)] if printed else []
    return "\n".join([*lines, *([f"Salinannya tersimpan di {kept[0].parent}"] if kept else [])])


def _paper_words(served: Served, printed: Sequence[Printed]) -> list[str]:
    refused = next((one.reason or f"tertahan, {one.held}" for one in printed if not one.sent or one.held), "")
    if not refused:
        return [f"{len(printed)} cetakan dikirim ke pencetak."]
    if served.folder:
        return [f"Tanda bukti belum tercetak: {refused}. C cetak ulang."]
    if not handed_over(served, printed):
        return [f"Belum tercetak: {refused}.", "Yang masih perlu: C cetak ulang, atau U simpan ke USB pemohon.", LATER]
    return [f"Belum semuanya tercetak: {refused}. C cetak ulang."]
