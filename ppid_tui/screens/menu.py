"""A short list to choose one line from, over the place one is in."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from ppid_tui.widgets.choices import Choices


class MenuScreen(ModalScreen[int | None]):
    """Answers with the number of the line from 0, None where it was given up; ``about`` stands above the lines."""

    CSS_PATH = "menu.tcss"
    AUTO_FOCUS = "#lines"
    BINDINGS = [Binding("escape", "dismiss(None)", "Kembali")]

    def __init__(self, title: str, lines: Sequence[str], about: str = "") -> None:
        super().__init__()
        self._heading = title
        self._about = about
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        with Vertical(id="menu-card"):
            yield Static(self._heading, classes="title", markup=False)
            if self._about:
                yield Static(self._about, classes="quiet", markup=False)
            yield Choices(id="lines")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(Choices).show([(line, "") for line in self._lines])

    @on(Choices.Chosen)
    def _chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(event.index)
