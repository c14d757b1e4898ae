"""What can be given of a document, or of what was found, and as which kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
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
from ppid_tui.desk.giving import What, Wish, why_not
from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.paper_only import is_paper_only
from ppid_tui.screens.giving_words import what_words

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.finding import Findings

ENDINGS = (".pdf", ".docx", ".txt")
PAPER, STICK, SEVERAL, LOOKED, CLOSE = "paper", "stick", "several", "looked", "close"
MORE = {
    PAPER: "P  Ambil hardcopy: cetak bonnya, atau pinjamkan",
    STICK: "U  Salin ke USB pemohon",
    SEVERAL: "B  Beberapa dokumen atau halaman …",
    LOOKED: "D  Hanya dilihat: catat di buku tamu",
}
KEYS = "Enter berikan · C cetak untuk kantor · S simpan · Esc kembali"


class GivingChoices(ModalScreen[None]):
    """The list to choose from; each that cannot be given says why."""

    CSS_PATH = "giving.tcss"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "Kembali"),
        Binding("left", "ending(-1)", "Format sebelumnya", show=False),
        Binding("right", "ending(1)", "Format berikutnya", show=False),
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

    def _say(self, words: str, tone: str) -> None:
        result = self.query_one("#result", Static)
        result.set_classes(tone)
        result.update(Content(words))


def _name(ending: str, chosen: bool) -> Content:
    return Content.styled(f" {ending.removeprefix('.').upper()} ", "reverse" if chosen else "")
