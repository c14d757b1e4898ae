"""To the page of a number: a line that opens with the first digit, Enter goes, Esc leaves."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

LABEL = "Ke halaman:"


class PageJump(Horizontal):
    """Hidden until ``begin``; what is wrong with a number is said beside it."""

    DEFAULT_CSS = """
    PageJump { display: none; height: 1; padding: 0 1; background: $panel; }
    PageJump Static { width: auto; margin-right: 1; }
    PageJump Input { width: 8; margin-right: 1; }
    """
    BINDINGS = [Binding("escape", "leave", "Batal")]

    class Wanted(Message):
        """This page is wanted; it need not be there."""

        def __init__(self, page: int) -> None:
            super().__init__()
            self.page = page

    def compose(self) -> ComposeResult:
        yield Static(LABEL, markup=False)
        yield Input(restrict=r"\d*", max_length=5, compact=True, select_on_focus=False, id="page-number")
        yield Static(id="page-hint", classes="quiet", markup=False)

    def begin(self, digit: str) -> None:
        """Open with the first digit of the number."""
        box = self.query_one(Input)
        box.value, self.display = digit, True
        box.cursor_position = len(digit)
        self.say("Enter: buka, Esc: batal")
        box.focus()

    def say(self, words: str) -> None:
        """A word beside the number."""
        self.query_one("#page-hint", Static).update(words)

    def action_leave(self) -> None:
        """Close the line."""
        self.screen.set_focus(None)
        self.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value:
            self.post_message(self.Wanted(int(event.value)))
        else:
            self.action_leave()
