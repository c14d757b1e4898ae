"""A place where files are taken in: in a thread, with progress, until done or Esc."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.worker import get_current_worker

from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens.place import Place
from ppid_tui.widgets.arrival_list import tally_words
from ppid_tui.widgets.taking_line import TakingLine

if TYPE_CHECKING:
    from collections.abc import Generator

    from ppid_tui.desk.arrivals import Tally
    from ppid_tui.desk.intake import Outcome, Step

SHOW_EVERY = 0.1
"""Seconds between two reports of progress: more would only slow the work."""


class TakingPlace(Place):
    """Has a `TakingLine`, ``#said`` for how it went, and the ``#lists`` of what is there."""

    def __init__(self) -> None:
        super().__init__()
        self._tally: Tally | None = None
        self._working = False
        self._stop = Event()
        self._copied: set[Path] = set()
        """Sticks from which all was copied."""

    async def action_back(self) -> None:
        """Esc: stop the taking in after this file; with none under way, back."""
        if self._working:
            self._stop.set()
            self.query_one(TakingLine).stopping()
            return
        await super().action_back()

    def take(self, paths: list[Path]) -> None:
        """Take in these files and folders, unless some are being taken in."""
        from ppid_tui.desk import intake

        if self._working:
            return
        try:
            steps = intake.take_in(self.office, paths, self.officer, self.at())
        except NotAllowed as refused:
            self.say(str(refused), "bad")
            return
        self._working, self._tally, self._stop = True, None, Event()
        self._copied.difference_update(paths)
        self.say("", "quiet")
        self.query_one(TakingLine).begin()
        self._run(steps, paths)

    @work(thread=True, exclusive=True, group="take")
    def _run(self, steps: Generator[Step, None, None], paths: list[Path]) -> None:
        from ppid_tui.desk.arrivals import Tally

        outcomes: list[Outcome] = []
        worker, stop, shown = get_current_worker(), self._stop, 0.0
        with closing(steps):
            for step in steps:
                if step.outcome:
                    outcomes.append(step.outcome)
                if monotonic() - shown > SHOW_EVERY:
                    shown = monotonic()
                    self.app.call_from_thread(self._show_step, step)
                if (stop.is_set() or worker.is_cancelled) and step.done < step.total:
                    break
        tally = Tally(tuple(outcomes), cancelled=stop.is_set())
        if self.is_running and not worker.is_cancelled:
            self.app.call_from_thread(partial(self._end, tally, paths))

    def _show_step(self, step: Step) -> None:
        if self.is_mounted and not self._stop.is_set():
            self.query_one(TakingLine).show(step)

    def _end(self, tally: Tally, paths: list[Path]) -> None:
        self._working = False
        self._tally = tally
        if tally.complete:
            self._copied.update(paths)
        if not self.is_mounted:
            return
        self.query_one(TakingLine).end()
        self.say(tally_words(tally), "bad" if tally.troubled else "good")
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
