"""What another calendar would move, asked before it is put in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from ppid_tui.printouts.labels import long_date

if TYPE_CHECKING:
    from ppid_tui.desk.calendar_change import Move


class MovesScreen(ModalScreen[bool]):
    """Dismissed with True only on yes; the safe answer has the focus first, Page Down scrolls a long list."""

    CSS_PATH = "work_calendar.tcss"
    AUTO_FOCUS = "#no"
    BINDINGS = [
        Binding("escape", "dismiss(False)", "Batal", show=False),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
        Binding("up,pageup", "page(-1)", show=False),
        Binding("down,pagedown", "page(1)", show=False),
    ]

    def __init__(self, why: str, moves: Sequence[Move]) -> None:
        super().__init__()
        self._why = why
        self._moves = moves

    def compose(self) -> ComposeResult:
        from ppid_tui.desk.calendar_change import moved_words

        with Vertical(classes="form-card"):
            yield Static("Ubah kalender kerja", classes="title", markup=False)
            yield Static(f"{self._why}.", classes="ask", markup=False)
            more = " (↓ menggulir)" if len(self._moves) > 6 else ""
            yield Static(f"{moved_words(tuple(self._moves))}{':' if self._moves else '.'}{more}", markup=False)
            with VerticalScroll(id="moves", can_focus=False):
                yield Static(Content("\n").join(map(_row, self._moves)), markup=False)
            with Horizontal(id="answers"):
                yield Button("Batal", id="no", compact=True)
                yield Button("Ubah kalender", id="yes", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_page(self, direction: int) -> None:
        """Scroll the list."""
        listed = self.query_one("#moves", VerticalScroll)
        (listed.scroll_page_down if direction > 0 else listed.scroll_page_up)(animate=False)


def _row(move: Move) -> Content:
    return Content.assemble((move.what, "bold"), f"\n  {long_date(move.was)} → {long_date(move.becomes)}")
