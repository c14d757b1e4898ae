"""Files being taken in, whoever began it and whichever screen is shown: one taking in at a time, in a thread."""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from collections.abc import Generator

    from ppid_tui.app import KioskApp
    from ppid_tui.desk.arrivals import Tally
    from ppid_tui.desk.fates import Outcome
    from ppid_tui.desk.intake import Step
    from ppid_tui.desk.watching import Watched

SHOW_EVERY = 0.1
"""Seconds between two reports of progress: more would only slow the work."""
GROUP = "take"
"""The workers that take in."""


@dataclass(frozen=True)
class Taking:
    """How far a taking in is; ``tally`` once it is over. ``since`` in seconds of the monotonic clock."""

    paths: tuple[Path, ...]
    since: float
    by_itself: bool = False
    step: Step | None = None
    tally: Tally | None = None


class Taker:
    """Takes in what it is told to, and by itself what lies still in the incoming folder.

    What it does stands in the app's ``taking``, which screens watch.
    """

    def __init__(self, kiosk: KioskApp) -> None:
        self._kiosk = kiosk
        self._stop = Event()
        self._watched: Watched | None = None
        self._looking = False
        self._told: frozenset[Path] = frozenset()
        self._untold = ""

    @property
    def working(self) -> bool:
        """Whether files are being taken in."""
        return self._kiosk.taking is not None and self._kiosk.taking.tally is None

    def begin(self, paths: list[Path], by_itself: bool = False) -> None:
        """Take in these files and folders; to be asked only while none are. Raises NotAllowed."""
        from ppid_tui.desk.intake import take_in

        kiosk = self._kiosk
        assert kiosk.office is not None
        assert kiosk.officer is not None
        steps = take_in(kiosk.office, paths, kiosk.officer, kiosk.clock())
        self._stop = Event()
        taking = Taking(tuple(paths), monotonic(), by_itself)
        kiosk.taking = taking
        kiosk.run_worker(lambda: self._run(steps, taking, self._stop), group=GROUP, thread=True)

    def stop(self) -> None:
        """End after the file that is being read."""
        self._stop.set()

    def forget(self) -> None:
        """The officer leaves: end, and tell the next one nothing of it."""
        self.stop()
        self._kiosk.taking = self._watched = None
        self._told, self._untold = frozenset(), ""

    async def look(self) -> None:
        """Take in what lies still in the incoming folder, where the officer may and no question is open."""
        from ppid_tui.desk.watching import Watched, takes_by_itself

        kiosk = self._kiosk
        office, officer = kiosk.office, kiosk.officer
        if office is None or officer is None or not kiosk.undisturbed:
            return
        self._tell()
        if self.working or self._looking or not takes_by_itself(office, officer):
            return
        self._looking = True
        try:
            seen = await asyncio.to_thread((self._watched or Watched()).again, office, monotonic())
        finally:
            self._looking = False
        if kiosk.officer is officer and kiosk.undisturbed and not self.working:
            ready = seen.ready()
            self._watched = seen.trying(ready)
            if ready:
                self.begin(ready, by_itself=True)

    def _run(self, steps: Generator[Step, None, None], taking: Taking, stop: Event) -> None:
        from ppid_tui.desk.arrivals import Tally

        outcomes: list[Outcome] = []
        worker, shown = get_current_worker(), 0.0
        with closing(steps):
            for step in steps:
                outcomes += [step.outcome] if step.outcome else []
                if monotonic() - shown > SHOW_EVERY:
                    shown = monotonic()
                    self._kiosk.call_from_thread(self._show, replace(taking, step=step), stop)
                if (stop.is_set() or worker.is_cancelled) and step.done < step.total:
                    break
        tally = Tally(tuple(outcomes), cancelled=stop.is_set())
        if self._kiosk.is_running and not worker.is_cancelled:
            self._kiosk.call_from_thread(self._show, replace(taking, tally=tally), stop)

    def _show(self, taking: Taking, stop: Event) -> None:
        if stop is not self._stop or self._kiosk.taking is None:
            return  # the officer left, or another has begun anew
        if taking.by_itself and taking.tally:
            taking = replace(taking, tally=self._worth_telling(taking.tally))
        self._kiosk.taking = taking
        self._tell()

    def _worth_telling(self, tally: Tally) -> Tally:
        from ppid_tui.desk.arrivals import tally_words
        from ppid_tui.desk.fates import Fate
        from ppid_tui.desk.watching import worth_telling

        kept = worth_telling(tally.outcomes, self._told)
        self._told |= {one.path for one in kept if one.fate is Fate.DEFERRED}
        tally = replace(tally, outcomes=kept)
        self._untold = tally_words(tally) if kept else ""
        return tally

    def _tell(self) -> None:
        """One line without names; the incoming screen has a line of its own."""
        words, kiosk = self._untold, self._kiosk
        if words and kiosk.undisturbed:
            self._untold = ""
            if kiosk.current_mode != areas.INCOMING:
                kiosk.notify(f"Dokumen Masuk (F5): {words}", markup=False)
            if kiosk.current_mode == areas.HOME and isinstance(kiosk.screen, Place):
                kiosk.screen.refresh_place()  # what waits is listed there
