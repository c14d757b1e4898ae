"""Give out: this page, the whole document, the list of results, or the original as it is; several; only shown.

To a citizen it goes with their name and address, and becomes a row of the register; the office prints for itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from archive.model import Document
from ppid_tui.desk import handing_out
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.giving import What, Wish, make, why_not
from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.office import NotAllowed
from ppid_tui.desk.paper_only import is_paper_only
from ppid_tui.desk.printing import send_to_printer
from ppid_tui.desk.trouble import cause
from ppid_tui.screens.giving_words import given_words, what_words
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.finding import Findings
    from ppid_tui.desk.office import Office

ENDINGS = (".pdf", ".docx", ".txt")
PAPER, STICK, SEVERAL, LOOKED, CLOSE = "paper", "stick", "several", "looked", "close"
MORE = {
    PAPER: "P  Ambil hardcopy: cetak bonnya, atau pinjamkan",
    STICK: "U  Salin ke USB pemohon",
    SEVERAL: "B  Beberapa dokumen atau halaman …",
    LOOKED: "D  Hanya dilihat: catat di buku tamu",
}
KEYS = "Enter berikan · C cetak untuk kantor · S simpan · Esc kembali"


class GivingScreen(ModalScreen[None]):
    """Every paper is kept in the printouts folder, so that none is lost with the printer."""

    CSS_PATH = "giving.tcss"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "Kembali"),
        Binding("left", "ending(-1)", "Format sebelumnya", show=False),
        Binding("right", "ending(1)", "Format berikutnya", show=False),
        Binding("s", "office(False)", "Simpan saja"),
        Binding("c", "office(True)", "Cetak untuk kantor"),
        Binding("p", "paper", "Ambil hardcopy"),
        Binding("u", "stick", "Salin ke USB"),
        Binding("b", "several", "Beberapa"),
        Binding("d", "looked", "Hanya dilihat"),
    ]

    def __init__(self, document: Document | None, page: int = 1, findings: Findings | None = None) -> None:
        super().__init__()
        self._document = document
        self._page = page
        self._findings = findings
        self._ending = 0
        self._made: tuple[Wish, Path] | None = None
        self._busy = False

    @property
    def kiosk(self) -> KioskApp:
        """The app, as itself."""
        return cast("KioskApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical(id="giving"):
            yield Static("Berikan kepada pemohon", classes="title", markup=False)
            yield Static(Content(self._document.title if self._document else ""), classes="about")
            yield OptionList(id="what", markup=False)
            yield Static(id="format", markup=False)
            yield Static(id="result", markup=False)
            yield Static(KEYS, classes="quiet", markup=False)

    def on_mount(self) -> None:
        listed = self.query_one("#what", OptionList)
        listed.add_options([self._row(what) for what in What if self._is_meant(what)])
        listed.add_options(Option(Content(words), id=name) for name, words in MORE.items() if self._offers(name))
        listed.focus()
        self._rest(listed)
        self._show_format()

    def _rest(self, listed: OptionList) -> None:
        """Rest on what was asked for: Enter prints no list of results where the document may not be given."""
        listed.action_first()
        wish = self._wish()
        if self._offers(PAPER):
            listed.highlighted = listed.get_option_index(PAPER)
        elif self._document and (wish is None or wish.what is What.RESULTS):
            listed.add_option(Option("Tutup, tidak ada yang diberikan", id=CLOSE))
            listed.action_last()

    def action_ending(self, direction: int) -> None:
        """Choose another format."""
        self._ending = (self._ending + direction) % len(ENDINGS)
        self._show_format()

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

    def _offers(self, name: str) -> bool:
        if name == PAPER:
            return self._document is not None and is_paper_only(self._document) and not self.kiosk.citizen
        if name == LOOKED:
            return self._document is None or not may_give(self._document)
        return bool(self._givable()) if name == SEVERAL else bool(self._givable([self._document]))

    def _givable(self, among: Sequence[Document | None] = ()) -> list[Document]:
        """What may be given of these, or of what was found."""
        assert self.kiosk.office is not None
        hits = self._findings.hits if self._findings else ()
        every = {d.id: d for d in (among or (self._document, *(hit.document for hit in hits))) if d}
        return [one for one in every.values() if not handing_out.why_not(self.kiosk.office, Piece(one))]

    def _pieces(self) -> list[Piece]:
        wish = self._wish()
        if wish is None or wish.document is None:
            return []
        return [Piece(wish.document, (wish.page,) if wish.what is What.PAGE else ())]

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

    @on(OptionList.OptionHighlighted, "#what")
    def _show_format(self) -> None:
        wish = self._wish()
        if wish is None:
            self.query_one("#format", Static).update("")
            return
        if wish.what is What.ORIGINAL:
            self.query_one("#format", Static).update(Content("Format: berkas asli, tidak diubah"))
            return
        names = [_name(e, number == self._ending) for number, e in enumerate(ENDINGS)]
        line = Content("Format cetakan (panah kiri/kanan): ") + Content(" ").join(names)
        self.query_one("#format", Static).update(line)

    def _is_meant(self, what: What) -> bool:
        if what is What.RESULTS or self._document is None:
            return what is What.RESULTS and self._findings is not None
        return what is What.WHOLE or not is_paper_only(self._document)

    def _row(self, what: What) -> Option:
        wish = Wish(what, self._document, self._page, self._findings)
        assert self.kiosk.office is not None
        reason = why_not(self.kiosk.office, wish, self.kiosk.viewer())
        label = what_words(wish) + (f"\n  {reason}" if reason else "")
        return Option(Content(label), id=what.value, disabled=bool(reason))

    def _wish(self) -> Wish | None:
        option = self.query_one("#what", OptionList).highlighted_option
        if option is None or option.id is None or option.disabled or option.id in (*MORE, CLOSE):
            return None
        return Wish(What(option.id), self._document, self._page, self._findings, ENDINGS[self._ending])

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

    def _say(self, words: str, tone: str) -> None:
        result = self.query_one("#result", Static)
        result.set_classes(tone)
        result.update(Content(words))


def _name(ending: str, chosen: bool) -> Content:
    return Content.styled(f" {ending.removeprefix('.').upper()} ", "reverse" if chosen else "")
