"""Onto which stick: those that are plugged in are listed, also one that is plugged in meanwhile."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from ppid_tui.desk.sources import sticks
from ppid_tui.widgets.choices import Choices

LOOK_EVERY = 2.0
"""Seconds between two looks for sticks."""
NO_STICK = "Belum ada USB yang terpasang. Pasang USB: namanya muncul di sini."


class StickScreen(ModalScreen[Path | None]):
    """Answers with the folder, None where it was given up."""

    CSS_PATH = "person_card.tcss"
    AUTO_FOCUS = "#sticks"
    BINDINGS = [Binding("escape", "dismiss(None)", "Kembali")]

    def __init__(self) -> None:
        super().__init__()
        self._there: list[Path] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="stick-card"):
            yield Static("USB yang mana?", classes="title", markup=False)
            yield Static(NO_STICK, id="none", classes="quiet", markup=False)
            yield Choices(id="sticks")
            yield Input(placeholder="Folder lain: Tab, lalu ketik namanya", id="folder", compact=True)
            yield Static(id="stick-said", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self._look()
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        there = sticks()
        if there != self._there:
            self._there = there
            self.query_one(Choices).show([(stick.name or str(stick), str(stick.parent)) for stick in there])
        self.query_one("#none").display = not there

    @on(Choices.Chosen)
    def _chosen(self, event: Choices.Chosen) -> None:
        self._answer(self._there[event.index])

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if typed := event.value.strip().strip('"'):
            self._answer(Path(typed).expanduser())

    def _answer(self, folder: Path) -> None:
        if folder.is_dir():
            self.dismiss(folder)
        else:
            words = f"“{folder}” tidak ditemukan. Pasang USB-nya, atau periksa namanya."
            self.query_one("#stick-said", Static).update(Content(words))
