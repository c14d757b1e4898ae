"""A box to tick, with its words beside it."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


class Tick(Static, can_focus=True):
    """A box to tick; plain signs, since not every font has others."""

    BINDINGS = [Binding("space,enter", "tick", "Tandai", show=False)]

    ticked: reactive[bool] = reactive(False, init=False)

    class Changed(Message):
        """The box was ticked or cleared."""

    def __init__(self, words: str, ticked: bool, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, markup=False)
        self._words = words
        self.set_reactive(Tick.ticked, ticked)

    def render(self) -> Content:
        """The box and its words."""
        return Content(f"[{'x' if self.ticked else ' '}] {self._words}")

    def watch_ticked(self) -> None:
        self.post_message(self.Changed())

    def action_tick(self) -> None:
        """Tick, or clear."""
        self.ticked = not self.ticked

    def on_click(self) -> None:
        self.action_tick()
