"""The list of exempt information, for who may see it: the test of consequences of each, and whose term is over."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.draft_card import DraftCard
from ppid_tui.screens.list_output import put_out_list, put_out_paper
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place
from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from archive.model import Document

TITLE = "Daftar Informasi yang Dikecualikan (DIK). Hanya untuk petugas berwenang"
GUIDE = """\
Dokumen yang dikecualikan, seluruhnya atau sebagian. Enter mencatat
hasil uji konsekuensi: huruf Pasal 17, dasar hukum, akibat bila
dibuka, jangka waktu, dan keputusannya.

Masa yang berakhir tidak membuka dokumen dengan sendirinya: tinjau,
lalu tetapkan masa baru di sini, atau ubah klasifikasinya pada data
dokumen (Ctrl+O, lalu lengkapi).

F9 mencetak daftar ini, lembar uji konsekuensi dokumen yang dipilih
(keduanya tercatat dalam jejak), atau lembar kosong untuk diisi.
"""
BLANK = "lembar uji konsekuensi kosong"
PAPERS = ("Daftar Informasi yang Dikecualikan", BLANK.capitalize(), "Lembar uji konsekuensi dokumen ini")
NOTHING = "Tidak ada dokumen yang dikecualikan."


class DikScreen(Place):
    """Reached from the archive, and from home when a term is over."""

    CSS_PATH = "dip.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#lines"
    BINDINGS = [
        Binding("ctrl+o", "open", "Buka dokumen"),
        Binding("f9", "save", "Cetak"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._documents: tuple[Document, ...] = ()

    def compose_place(self) -> ComposeResult:
        yield Static(TITLE, classes="title", markup=False)
        yield Static("", id="about", classes="warn", markup=False)
        yield OptionList(id="lines", markup=False)
        with VerticalScroll(id="told"):
            yield Static("", id="words", markup=False)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="list")
    async def look_up(self) -> None:
        """Read the list away from the screen; with a citizen beside the officer there is nothing to see."""
        from ppid_tui.desk import dik
        from ppid_tui.desk.office import NotAllowed

        self._documents, about = (), NOTHING
        try:
            self._documents = await asyncio.to_thread(dik.documents, self.office, self.viewer)
            if self._documents:
                about = await asyncio.to_thread(dik.about_words, self.office, self.viewer, self.at().date())
        except NotAllowed as refusal:
            about = str(refusal)
        self.query_one("#about", Static).update(about)
        self._show_lines()

    def _show_lines(self) -> None:
        from ppid_tui.desk import dik

        lines = self.query_one("#lines", OptionList)
        at, today = lines.highlighted or 0, self.at().date()
        lines.set_options(Option(_row(one, dik.line_words(one, today))) for one in self._documents)
        lines.highlighted = min(at, len(self._documents) - 1) if self._documents else None
        if not self._documents:
            self.query_one("#words", Static).update("")
        self.refresh_bindings()

    @property
    def _document(self) -> Document | None:
        at = self.query_one("#lines", OptionList).highlighted
        return self._documents[at] if at is not None and at < len(self._documents) else None

    @on(OptionList.OptionHighlighted, "#lines")
    def _show_test(self) -> None:
        from ppid_tui.desk import dik

        document = self._document
        rows = dik.test_rows(document) if document else ()
        told = [Content.assemble((f"{label}: ", "bold"), value or "belum diisi") for label, value in rows]
        self.query_one("#words", Static).update(Content("\n").join(told))
        self.query_one("#told").scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#lines")
    @work(exclusive=True, group="test")
    async def _record_test(self) -> None:
        """Ask for the result of the test, again while something is wrong, and keep it."""
        from ppid_tui.desk import dik
        from ppid_tui.desk.office import NotAllowed

        document = self._document
        if document is None:
            return
        drafts, form = self.office.records.drafts, f"uji konsekuensi {document.id}"
        values, title = {**dik.form_of(document), **drafts.get(form)}, f"Uji konsekuensi: {document.title}"
        heading = title
        while (answer := await self.app.push_screen_wait(self._card(heading, values, form))) is not None:
            values = answer
            try:
                exemption = dik.exemption_of(values, self.at().date())
                await asyncio.to_thread(
                    partial(dik.keep_test, self.office, document, exemption, self.officer, self.at())
                )
            except (NotAllowed, dik.BadTest) as refusal:
                heading = f"{title}\n{refusal}"
            else:
                drafts.drop(form)
                self.notify("Hasil uji konsekuensi tersimpan.", markup=False)
                self.look_up()
                return

    def _card(self, heading: str, values: dict[str, str], form: str) -> DraftCard:
        from ppid_tui.desk.dik import FIELDS

        return DraftCard(heading, FIELDS, values, self, partial(self.office.records.drafts.keep, form))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to open in an empty list."""
        return bool(self._documents) if action == "open" else True

    def action_open(self) -> None:
        """The document with its pages."""
        from ppid_tui.screens.document import DocumentScreen

        if document := self._document:
            self.app.push_screen(DocumentScreen(document.id))

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Print the list, or the sheet of the chosen document's test; the trail says so."""
        from ppid_tui.desk import dik

        document, viewer = self._document, self.viewer
        papers = PAPERS if document else PAPERS[:2]
        about = document.title if document else ""
        chosen = await self.app.push_screen_wait(MenuScreen("Cetak apa?", papers, about))
        if chosen == 0:
            await put_out_list(self, "DIK", lambda: dik.current_list(self.office, viewer, self.at()), again=False)
        elif chosen == 1:
            await put_out_paper(self, BLANK, lambda: dik.blank_test_paper(self.office, viewer, self.at()))
        elif chosen == 2 and document:
            make = partial(dik.test_paper, self.office, document, viewer, self.at())
            await put_out_paper(self, "uji konsekuensi", make, again=False)


def _row(document: Document, beside: tuple[str, bool]) -> Hanging:
    words, over = beside
    return Hanging([Content.styled(document.title, "bold"), Content.styled(words, "bold $warning" if over else "dim")])
