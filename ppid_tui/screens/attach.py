"""A small search for one document of the archive: to be added to a case, or to be joined with."""

from __future__ import annotations

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from archive.model import Document
from ppid_tui.desk.attaching import candidates
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import class_label, long_date

PAUSE = 0.08


class AttachScreen(ModalScreen[Document | None]):
    """Dismissed with the document chosen, or None. With nothing typed: what was received last.

    ``without`` is the id of a document that is no answer, ``words`` what is looked for at first.
    """

    CSS_PATH = "attach.tcss"
    AUTO_FOCUS = "#words"
    BINDINGS = [
        Binding("escape", "leave", "Batal", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    def __init__(
        self,
        office: Office,
        viewer: Viewer,
        title: str = "Tambah dokumen dari arsip",
        without: int = 0,
        words: str = "",
    ) -> None:
        super().__init__()
        self._heading = title
        self._office = office
        self._viewer = viewer
        self._without = without
        self._words = words
        self._answers: str | None = None
        self._chosen = False
        self._found: list[Document] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="attach"):
            yield Static(self._heading, classes="title", markup=False)
            hint = "Ketik judul, nomor surat, atau kata dari isinya"
            yield Input(self._words, id="words", placeholder=hint, compact=True)
            yield Static(id="state", classes="quiet", markup=False)
            yield OptionList(id="found", markup=False, compact=True)
            yield Static("Enter memilih, panah berpindah, Esc batal", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self._look_up(self._words)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._chosen = False
        self._look_up(event.value)

    @work(exclusive=True, group="lookup")
    async def _look_up(self, words: str) -> None:
        if words:
            await asyncio.sleep(PAUSE)
        found = await asyncio.to_thread(candidates, self._office, words, self._viewer)
        self._found = found = [one for one in found if one.id != self._without]
        listed = self.query_one("#found", OptionList)
        listed.set_options(Option(_line(document), id=str(document.id)) for document in found)
        listed.highlighted = 0 if found else None
        self.query_one("#state", Static).update(_state(words, len(found)))
        self._answers = words
        if self._chosen:
            self._choose()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter may come before the answer to the last letter: never choose from the answer to other words."""
        self._chosen = self._answers != event.value
        if not self._chosen:
            self._choose()

    def _choose(self) -> None:
        self._chosen = False
        listed = self.query_one("#found", OptionList)
        if listed.highlighted is not None:
            self.dismiss(self._found[listed.highlighted])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_step(self, by: int) -> None:
        """Go through what was found without leaving the words."""
        listed = self.query_one("#found", OptionList)
        (listed.action_cursor_down if by > 0 else listed.action_cursor_up)()

    def action_leave(self) -> None:
        """Add nothing."""
        self.dismiss(None)


def _state(words: str, count: int) -> str:
    if words.strip():
        return f"{count} teratas" if count else "Belum ditemukan. Coba kata lain, atau terima dokumennya di F5."
    return "Yang terakhir diterima:" if count else "Arsip masih kosong. Terima dokumen di Dokumen Masuk (F5)."


def _line(document: Document) -> Content:
    day = long_date(document.date) or str(document.year or "")
    marks = (document.number, day, document.unit, class_label(document.information_class))
    return Content.assemble(document.title, "\n", (f"  {' · '.join(m for m in marks if m)}", "dim"))
