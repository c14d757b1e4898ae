"""Give out, or print: this page, the whole document, the list of results, or the original as it is."""

from __future__ import annotations

import asyncio
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
from ppid_tui.desk.giving import What, Wish, make, why_not
from ppid_tui.desk.office import NotAllowed
from ppid_tui.desk.printer import Printed
from ppid_tui.desk.printing import send_to_printer
from ppid_tui.desk.trouble import cause

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.finding import Findings
    from ppid_tui.desk.office import Office

ENDINGS = (".pdf", ".docx", ".txt")


class GivingScreen(ModalScreen[None]):
    """Every paper is kept in the printouts folder, so that none is lost with the printer."""

    CSS_PATH = "giving.tcss"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "Kembali"),
        Binding("left", "ending(-1)", "Format sebelumnya", show=False),
        Binding("right", "ending(1)", "Format berikutnya", show=False),
        Binding("s", "save", "Simpan saja"),
    ]

    def __init__(self, document: Document | None, page: int = 1, findings: Findings | None = None) -> None:
        super().__init__()
        self._document = document
        self._page = page
        self._findings = findings
        self._ending = 0
        self._made: tuple[Wish, Path] | None = None

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
            keys = "Enter simpan dan cetak · S simpan saja · Esc kembali"
            yield Static(keys, classes="quiet", markup=False)

    def on_mount(self) -> None:
        listed = self.query_one("#what", OptionList)
        listed.add_options([self._row(what) for what in What if self._is_meant(what)])
        listed.focus()
        listed.action_first()
        if listed.highlighted_option is None:
            self._say("Tidak ada yang dapat diberikan dari sini.", "warn")
        self._show_format()

    def action_ending(self, direction: int) -> None:
        """Choose another format."""
        self._ending = (self._ending + direction) % len(ENDINGS)
        self._show_format()

    def action_save(self) -> None:
        """Make the file, without printing."""
        self._give(to_printer=False)

    @on(OptionList.OptionSelected, "#what")
    def _print(self) -> None:
        self._give(to_printer=True)

    @on(OptionList.OptionHighlighted, "#what")
    def _show_format(self) -> None:
        wish = self._wish()
        if wish is not None and wish.what is What.ORIGINAL:
            self.query_one("#format", Static).update(Content("Format: berkas asli, tidak diubah"))
            return
        names = [_name(e, number == self._ending) for number, e in enumerate(ENDINGS)]
        line = Content("Format (panah kiri/kanan): ") + Content(" ").join(names)
        self.query_one("#format", Static).update(line)

    def _is_meant(self, what: What) -> bool:
        return (self._findings if what is What.RESULTS else self._document) is not None

    def _row(self, what: What) -> Option:
        wish = Wish(what, self._document, self._page, self._findings)
        assert self.kiosk.office is not None
        reason = why_not(self.kiosk.office, wish, self.kiosk.viewer())
        label = what_words(wish) + (f"\n  {reason}" if reason else "")
        return Option(Content(label), id=what.value, disabled=bool(reason))

    def _wish(self) -> Wish | None:
        option = self.query_one("#what", OptionList).highlighted_option
        if option is None or option.id is None or option.disabled:
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


def what_words(wish: Wish) -> str:
    """A choice as the officer reads it."""
    pages = wish.document.pages if wish.document else 0
    unit = wish.document.page_unit if wish.document else "halaman"
    return {
        What.PAGE: f"{unit.capitalize()} ini ({wish.page} dari {pages})" if pages else "Halaman ini",
        What.WHOLE: f"Seluruh dokumen ({pages} {unit})" if pages else "Seluruh dokumen",
        What.RESULTS: "Daftar hasil pencarian",
        What.ORIGINAL: "Dokumen asli (cetak apa adanya)",
    }[wish.what]


def given_words(path: Path, printed: Printed | None) -> tuple[str, str]:
    """How it went, with its tone: the file's place is said in any case."""
    if printed is None:
        return f"Tersimpan di {path}", "good"
    if printed.sent:
        return f"Dikirim ke pencetak. Salinannya tersimpan di {path}", "good"
    words = f"Belum tercetak: {printed.reason}. Salinannya tersimpan di {path}. "
    return words + "Tekan Enter untuk mencetak lagi.", "warn"


def _name(ending: str, chosen: bool) -> Content:
    return Content.styled(f" {ending.removeprefix('.').upper()} ", "reverse" if chosen else "")
