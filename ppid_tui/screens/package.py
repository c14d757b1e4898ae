"""Choosing documents that leave as a package, and where it is written: what publication and transfer share."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ppid_tui.printouts.labels import class_label
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.pick_list import Pick, PickList
from ppid_tui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.desk.progress import Progress


class PackageScreen(Place):
    """Subclasses say what may be in it, and write it."""

    AREA = areas.ARCHIVE
    CSS_PATH = "package.tcss"
    AUTO_FOCUS = "#picks"
    TITLE_WORDS = ""
    FOLDER = ""
    """The folder in the data home that is proposed where no stick is there."""
    BINDINGS = [Binding("f8", "make", "Buat paket"), Binding("f7", "narrow", "Saring")]

    def __init__(self) -> None:
        super().__init__()
        self._working = False
        self._begun = False
        self._about = ""

    def documents(self) -> Sequence[Document]:
        """What may be chosen from."""
        raise NotImplementedError

    def ticked_first(self, documents: Sequence[Document]) -> Collection[int]:
        """What is ticked at the beginning."""
        return [one.id for one in documents]

    def steps(self, chosen: Sequence[int], to: Path) -> Generator[Progress, None, str]:
        """Write the package; returns what to tell. Raises one of ``refusals``."""
        raise NotImplementedError

    def refusals(self) -> tuple[type[Exception], ...]:
        """What ``steps`` raises where it is not possible."""
        raise NotImplementedError

    def about(self) -> str:
        """What stands above the list."""
        raise NotImplementedError

    def compose_place(self) -> ComposeResult:
        yield Static(self.TITLE_WORDS, classes="title", markup=False)
        yield Static(id="about", classes="quiet", markup=False)
        yield Input(id="words", compact=True, placeholder="Saring: judul, nomor, tahun, unit, atau klasifikasi")
        yield PickList(id="picks")
        with Horizontal(id="target"):
            yield Static("Simpan di:", markup=False)
            yield Input(id="path", compact=True, select_on_focus=False)
        yield ProgressLine()
        yield Static(id="said", markup=False)

    def refresh_place(self) -> None:
        if self.kiosk.officer is not None:
            self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Read the records away from the screen: there may be very many."""
        from ppid_tui.desk.sources import sticks

        documents, self._about = await asyncio.to_thread(lambda: (self.documents(), self.about()))
        picks = self.query_one(PickList)
        ticked = self.ticked_first(documents) if not self._begun else picks.picked
        picks.show_picks([_pick(one) for one in documents], ticked)
        if not self._begun:
            there = [*sticks(), self.office.home.root / self.FOLDER]
            self.query_one("#path", Input).value = str(there[0])
        self._begun = True

    @on(PickList.Changed)
    def show_about(self) -> None:
        """What is chosen, of how much."""
        count = len(self.query_one(PickList).picked)
        self.query_one("#about", Static).update(Content(f"{self._about} Dipilih: {count}."))

    def action_narrow(self) -> None:
        """To the words that narrow the list."""
        self.query_one("#words").focus()

    @on(Input.Changed, "#words")
    def _narrow(self, event: Input.Changed) -> None:
        self.query_one(PickList).narrow(event.value)

    @on(Input.Submitted, "#words")
    def _to_the_list(self) -> None:
        self.query_one(PickList).focus()

    @on(Input.Submitted, "#path")
    def _submitted(self) -> None:
        self.action_make()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only one at a time."""
        return not self._working if action == "make" else super().check_action(action, parameters)

    def action_make(self) -> None:
        """Write the package, unless one is being written."""
        chosen, to = self.query_one(PickList).picked, self._to()
        if self._working or to is None:
            return
        if not chosen:
            self.say("Belum ada yang dipilih. Spasi memilih, A memilih semuanya.", "warn")
            return
        self.write(chosen, to)

    def _to(self) -> Path | None:
        typed = self.query_one("#path", Input).value.strip().strip('"')
        to = Path(typed).expanduser()
        if to == self.office.home.root / self.FOLDER:
            to.mkdir(exist_ok=True)
        if typed and to.is_dir():
            return to
        self.say(f"Folder “{typed}” tidak ditemukan. Periksa namanya, atau pasang USB-nya.", "bad")
        return None

    def write(self, chosen: Sequence[int], to: Path) -> None:
        """Begin to write it, away from the screen."""
        self._working = True
        self.say("", "quiet")
        self.refresh_bindings()
        self._run(self.steps(chosen, to))

    @work(thread=True, exclusive=True, group="package", exit_on_error=False)
    def _run(self, steps: Generator[Progress, None, str]) -> None:
        words, tone = "", "good"
        try:
            while True:
                step = next(steps)
                if step.done % 10 == 0 or step.done == step.total:
                    self.app.call_from_thread(self._progress, step.done, step.total, step.name)
        except StopIteration as end:
            words = end.value
        except self.refusals() as refused:
            words, tone = str(refused), "bad"
        self.app.call_from_thread(self._done, words, tone)

    def _progress(self, done: int, total: int, name: str) -> None:
        if self.is_mounted:
            self.query_one(ProgressLine).show(done, total, name)

    def _done(self, words: str, tone: str) -> None:
        self._working = False
        if self.is_mounted:
            self.query_one(ProgressLine).end("")
            self.say(words, tone)
            self._look()
            self.refresh_bindings()

    def say(self, words: str, tone: str) -> None:
        """Tell how it went."""
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))


def _pick(document: Document) -> Pick:
    given = document.given_rendition
    copy = "salinan untuk publik" if document.public_copy else ""
    facts = (document.number, str(document.year or ""), document.unit, class_label(document.information_class), copy)
    beside = " · ".join(fact for fact in facts if fact)
    return Pick(document.id, document.title, beside if given else f"{beside} · hardcopy saja")
