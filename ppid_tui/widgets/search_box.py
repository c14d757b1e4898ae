"""The box that is typed into: whoever is quick finds what they typed, in the order in which they typed it."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.widgets import Input

LEFT_OUT = frozenset({"submit", "copy"})
"""What Enter and Ctrl+C do is not the box's alone to say."""


def _editing() -> dict[str, str]:
    bound = [binding for binding in Input.BINDINGS if isinstance(binding, Binding) and binding.action not in LEFT_OUT]
    return {key: binding.action for binding in bound for key in binding.key.split(",") if key != "ctrl+e"}


class SearchBox(Input):
    """Keys that edit are handled at once: Textual leads them around the app, where letters overtake them."""

    EDITING = _editing()

    def __init__(self, placeholder: str, id: str, anew: str = "") -> None:  # noqa: A002 - Textual's name
        """``anew``: the key after which the next letter replaces what stands here."""
        super().__init__(placeholder=placeholder, id=id)
        self._editing = self.EDITING | ({anew: "select_all"} if anew else {})

    async def on_key(self, event: events.Key) -> None:
        if event.key in self._editing:
            event.stop()
            event.prevent_default()
            await self.run_action(self._editing[event.key])
