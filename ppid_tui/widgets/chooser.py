"""One of a few words on one line: left and right change it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Chooser(Widget, can_focus=True):
    """Shows the chosen word between arrows; tells when another is chosen."""

    DEFAULT_CSS = """
    Chooser { height: 1; width: 1fr; padding: 0 1; background: $panel; }
    Chooser:focus { background: $primary 25%; }
    """
    BINDINGS = [
        Binding("left", "turn(-1)", "Sebelumnya", show=False),
        Binding("right,space", "turn(1)", "Berikutnya", show=False),
    ]
    chosen: reactive[int] = reactive(0)

    class Chosen(Message):
        """Another word was chosen."""

    def __init__(self, words: Sequence[str], id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._words = tuple(words)

    def render(self) -> Content:
        return Content.assemble(("< ", "$text-muted"), self._words[self.chosen], (" >", "$text-muted"))

    def action_turn(self, by: int) -> None:
        """To the next word, or the one before."""
        self.chosen = (self.chosen + by) % len(self._words)
        self.post_message(self.Chosen())
