"""A place where files are taken in: told to begin, shown with progress, until done or Esc."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens.place import Place
from ppid_tui.widgets.taking_line import TakingLine

if TYPE_CHECKING:
    from ppid_tui.desk.arrivals import Tally
    from ppid_tui.screens.taker import Taking


class TakingPlace(Place):
    """Has a `TakingLine`, ``#said`` for how it went, and the ``#lists`` of what is there."""

    def __init__(self) -> None:
        super().__init__()
        self._tally: Tally | None = None
        self._copied: set[Path] = set()
        """Sticks from which all was copied."""

    def on_mount(self) -> None:
        self.watch(self.app, "taking", self._show_taking)

    @property
    def _working(self) -> bool:
        return self.kiosk.taker.working

    async def action_back(self) -> None:
        """Esc: stop the taking in after this file; with none under way, back."""
        if self._working:
            self.kiosk.taker.stop()
            self.query_one(TakingLine).stopping()
            return
        await super().action_back()

    def take(self, paths: list[Path]) -> None:
        """Take in these files and folders, unless some are being taken in."""
        if self._working:
            self.say("Masih menerima berkas lain. Tunggu sampai selesai, lalu coba lagi.", "quiet")
            return
        try:
            self.kiosk.taker.begin(paths)
        except NotAllowed as refused:
            self.say(str(refused), "bad")

    def _show_taking(self, taking: Taking | None) -> None:
        line = self.query_one(TakingLine)
        if taking is None:
            line.end()
        elif taking.tally is not None:
            line.end()
            self._end(taking, taking.tally)
        elif taking.step is not None:
            line.show(taking.step, taking.since)
        else:
            self._tally = None
            self._copied.difference_update(taking.paths)
            self.say("", "quiet")
            line.begin()

    def _end(self, taking: Taking, tally: Tally) -> None:
        from ppid_tui.desk.arrivals import tally_words

        if taking.by_itself and not tally.outcomes:
            return
        self._tally = tally
        if tally.complete:
            self._copied.update(taking.paths)
        self.say(tally_words(tally), "bad" if tally.troubled else "good")
        if not taking.by_itself:
            self.query_one("#path", Input).value = ""
            lists = self.query_one("#lists", OptionList)
            lists.highlighted = None
            lists.focus()
        self.refresh_place()

    def say(self, words: str, tone: str) -> None:
        """Tell how it went."""
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))
