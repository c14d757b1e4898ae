"""Incoming: take softcopies in, see what could not be taken, complete what was."""

from __future__ import annotations

import asyncio
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, ProgressBar, Static
from textual.worker import get_current_worker

from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.arrival_list import arrival_rows, tally_words

if TYPE_CHECKING:
    from collections.abc import Generator

    from ppid_tui.desk.arrivals import Arrivals, Tally
    from ppid_tui.desk.intake import Outcome, Step

SHOW_EVERY = 0.1
"""Seconds between two reports of progress: more would only slow the work."""


class IncomingScreen(Place):
    """Files are read in a thread; Esc stops after the file that is being read."""

    AREA = areas.INCOMING
    CSS_PATH = "incoming.tcss"
    AUTO_FOCUS = "#lists"
    GUIDE = (
        "Letakkan softcopy di map yang disebut di atas, lalu F8 untuk menerima semuanya.\n"
        "Atau tekan Tab, ketik alamat map atau USB (contoh: E:\\ atau /media/usb), lalu Enter.\n"
        "Yang belum dapat diterima tetap aman, dengan sebabnya.\n"
        "Enter pada dokumen yang perlu dilengkapi membuka datanya.\n"
        "Saat menerima, Esc berhenti sesudah berkas yang sedang dibaca."
    )
    BINDINGS = [
        Binding("f8", "take", "Terima semua", key_display="F8"),
        Binding("enter", "open", "Buka", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._tally: Tally | None = None
        self._working = False
        self._stop = Event()

    def compose_place(self) -> ComposeResult:
        yield Static(id="where", classes="quiet", markup=False)
        with Horizontal(id="from"):
            yield Static("Map atau USB lain:", markup=False)
            yield Input(placeholder="ketik alamatnya, lalu Enter", id="path", select_on_focus=False)
        with Vertical(id="progress"):
            yield ProgressBar(id="bar", show_eta=False)
            yield Static(id="doing", markup=False)
        yield Static(id="said", markup=False)
        yield OptionList(id="lists", markup=False)

    def on_mount(self) -> None:
        self.watch(self.app, "citizen", self.refresh_place, init=False)

    def refresh_place(self) -> None:
        """Show what lies there now."""
        if self.kiosk.officer is not None:
            where = f"Letakkan softcopy di {self.office.home.incoming}"
            self.query_one("#where", Static).update(Content(where))
            self._look()

    @work(exclusive=True, group="arrivals")
    async def _look(self) -> None:
        from ppid_tui.desk.arrivals import arrivals

        there = await asyncio.to_thread(arrivals, self.office, self.viewer)
        self._list(there)

    def _list(self, there: Arrivals) -> None:
        lists = self.query_one("#lists", OptionList)
        at = lists.highlighted
        lists.set_options(arrival_rows(there, self._tally))
        if at is not None and at < lists.option_count and not lists.get_option_at_index(at).disabled:
            lists.highlighted = at
        elif self._tally is None or not self._tally.troubled:
            lists.action_first()

    def action_take(self) -> None:
        """Take in all that lies in the incoming folder."""
        self._take([self.office.home.incoming])

    @on(Input.Submitted, "#path")
    def _take_typed(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip('"')
        path = Path(typed).expanduser()
        if not typed:
            self.query_one("#lists").focus()
        elif not path.exists():
            self._say(f"“{typed}” tidak ditemukan. Periksa alamatnya, atau pasang USB-nya.", "bad")
        else:
            self._take([path])

    @on(OptionList.OptionSelected, "#lists")
    def _open_row(self, event: OptionList.OptionSelected) -> None:
        if event.option_id and event.option_id.isdigit():
            from ppid_tui.screens.describe import DescribeScreen

            self.app.push_screen(DescribeScreen(int(event.option_id)))
        else:
            self.action_take()

    async def action_back(self) -> None:
        """Esc: stop the taking in after this file; with none under way, back."""
        if self._working:
            self._stop.set()
            self.query_one("#doing", Static).update("Berhenti sesudah berkas ini …")
            return
        await super().action_back()

    def _take(self, paths: list[Path]) -> None:
        from ppid_tui.desk import intake

        if self._working:
            return
        try:
            steps = intake.take_in(self.office, paths, self.officer, self.at())
        except NotAllowed as refused:
            self._say(str(refused), "bad")
            return
        self._begin()
        self._run(steps)

    @work(thread=True, exclusive=True, group="take")
    def _run(self, steps: Generator[Step, None, None]) -> None:
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
            self.app.call_from_thread(partial(self._end, tally))

    def _begin(self) -> None:
        self._working, self._tally, self._stop = True, None, Event()
        self._say("", "quiet")
        self.query_one("#progress").add_class("working")
        self.query_one("#bar", ProgressBar).update(total=None, progress=0)
        self.query_one("#doing", Static).update("Membaca berkas … Esc untuk berhenti")

    def _show_step(self, step: Step) -> None:
        if not self.is_mounted:
            return
        self.query_one("#bar", ProgressBar).update(total=step.total, progress=step.done)
        words = f"{step.done} dari {step.total}: {step.name} · Esc berhenti sesudah berkas ini"
        self.query_one("#doing", Static).update(Content(words))

    def _end(self, tally: Tally) -> None:
        self._working = False
        self._tally = tally
        if not self.is_mounted:
            return
        self.query_one("#progress").remove_class("working")
        self._say(tally_words(tally), "bad" if tally.troubled else "good")
        self.query_one("#path", Input).value = ""
        lists = self.query_one("#lists", OptionList)
        lists.highlighted = None
        lists.focus()
        self.refresh_place()

    def _say(self, words: str, tone: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))
