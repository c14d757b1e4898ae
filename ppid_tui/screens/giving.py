"""Give out: this page, the whole document, the list of results, or the original as it is; several; only shown.

To a citizen it goes with their name and address, and becomes a row of the register; the office prints for itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.widgets import OptionList

from ppid_tui.desk.giving import What, Wish, make
from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.office import NotAllowed
from ppid_tui.desk.printing import send_to_printer
from ppid_tui.desk.trouble import cause
from ppid_tui.screens.giving_choices import CLOSE, LOOKED, PAPER, SEVERAL, STICK, GivingChoices
from ppid_tui.screens.giving_words import given_words
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.desk.office import Office


class GivingScreen(GivingChoices):
    """Every paper is kept in the printouts folder, so that none is lost with the printer."""

    BINDINGS = [
        Binding("s", "office(False)", "Simpan saja"),
        Binding("c", "office(True)", "Cetak untuk kantor"),
        Binding("p", "paper", "Ambil hardcopy"),
        Binding("u", "stick", "Salin ke USB"),
        Binding("b", "several", "Beberapa"),
        Binding("d", "looked", "Hanya dilihat"),
    ]

    def action_office(self, to_printer: bool) -> None:
        """Make the file for the office's own use, and print it if so asked."""
        self._give(to_printer)

    @on(OptionList.OptionSelected, "#what")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case name if name == PAPER:
                self.action_paper()
            case name if name == STICK:
                self.action_stick()
            case name if name == SEVERAL:
                self.action_several()
            case name if name == LOOKED:
                self.action_looked()
            case name if name == CLOSE:
                self.dismiss(None)
            case What.RESULTS.value:
                self._give(to_printer=True)
            case _:
                self._hand_over(self._pieces(), to_stick=False)

    @work(exclusive=True, group="hand-over")
    async def action_paper(self) -> None:
        """There is only paper: a slip to fetch it with, or lend it."""
        from ppid_tui.screens.lending import ask_and_lend

        if self._document and self._offers(PAPER):
            place = next(below for below in reversed(self.app.screen_stack) if isinstance(below, Place))
            await ask_and_lend(place, self._document)
            self.dismiss(None)

    def action_stick(self) -> None:
        """The whole document, as a file on the citizen's stick."""
        if self._offers(STICK) and self._document:
            self._hand_over([Piece(self._document)], to_stick=True)

    @work(group="ask")
    async def action_several(self) -> None:
        """Choose among what was found."""
        from ppid_tui.screens.several import SeveralScreen

        listed = self._givable()
        if not listed or self._busy:
            return
        first = self._document.id if self._document else 0
        chosen = await self.app.push_screen_wait(SeveralScreen(listed, first, self._page))
        if chosen:
            self._hand_over(chosen.pieces, chosen.to_stick)

    def action_looked(self) -> None:
        """Somebody only looked."""
        if self._offers(LOOKED):
            self._note_guest()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing else while something is handed over."""
        return not self._busy

    @work(exclusive=True, group="hand-over")
    async def _hand_over(self, pieces: Sequence[Piece], to_stick: bool) -> None:
        from ppid_tui.screens.served import hand_over

        if pieces:
            await self._ask(hand_over(self, pieces, to_stick))

    @work(exclusive=True, group="hand-over")
    async def _note_guest(self) -> None:
        from ppid_tui.screens.served import note_guest

        wanted = self._findings.sought if self._findings else ""
        await self._ask(note_guest(self, self._givable([self._document]) if self._document else [], wanted))

    async def _ask(self, way: Coroutine[object, object, str | None]) -> None:
        """Go this way to its end; this question is over once it was gone."""
        self._busy = True
        try:
            said = await way
        finally:
            self._busy = False
        if said == "":
            self.dismiss(None)
        elif said:
            self._say(said, "bad")

    @work(exclusive=True, group="give")
    async def _give(self, to_printer: bool) -> None:
        wish = self._wish()
        if wish is None or self.kiosk.office is None:
            return
        self._say("Sedang disiapkan …", "quiet")
        try:
            path = await self._made_once(self.kiosk.office, wish)
        except NotAllowed as refused:
            self._say(str(refused), "bad")
        except OSError as error:
            self._say(f"Belum tersimpan: {cause(error)}. Periksa ruang laptop, lalu coba lagi.", "bad")
        else:
            printed = await asyncio.to_thread(send_to_printer, path) if to_printer else None
            self._say(*given_words(path, printed))

    async def _made_once(self, office: Office, wish: Wish) -> Path:
        """The same wish again prints the same file: one giving, one line in the trail."""
        if self._made is None or self._made[0] != wish:
            making = partial(make, office, wish, self.kiosk.viewer(), self.kiosk.clock())
            self._made = (wish, await asyncio.to_thread(making))
        return self._made[1]
