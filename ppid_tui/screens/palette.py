"""All commands by name (Ctrl+P), for terminals that take the function keys; in Indonesian."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.widgets.option_list import Option


class KioskPalette(CommandPalette):
    """Textual's palette with Indonesian words."""

    def __init__(self) -> None:
        super().__init__(placeholder="Ketik nama perintah…", id="--command-palette")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # The word for an empty list is written into Textual's own method.
        self._stop_no_matches_countdown()

        def show() -> None:
            if search_value:
                words = Content("Tidak ada perintah seperti itu")
                self.query_one(CommandList).add_option(Option(words, disabled=True, id=self._NO_MATCHES))
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)
