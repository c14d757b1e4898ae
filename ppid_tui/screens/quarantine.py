"""Files that could not be taken in: why, and what can be done with each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens import areas
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.place import Place
from ppid_tui.widgets.file_names import shortened

T = TypeVar("T")
EMPTY = "Tidak ada. Semua softcopy yang masuk sudah diterima."
SAFE = "Berkas-berkas ini aman di laptop, tetapi belum dapat dicari."


class QuarantineScreen(Place):
    """Opened from incoming. Nothing is removed without a question."""

    AREA = areas.INCOMING
    CSS_PATH = "quarantine.tcss"
    AUTO_FOCUS = "#files"
    GUIDE = (
        "Berkas yang belum dapat diterima, masing-masing dengan sebabnya.\n"
        "F8 mencoba lagi berkas yang dipilih, misalnya sesudah ditutup di program lain.\n"
        "T menyimpannya dengan catatan saja: Anda mengisi datanya, isinya tidak dapat dicari.\n"
        "G menggabungkannya dengan dokumen yang sudah ada. Del menghapusnya, sesudah ditanya."
    )
    BINDINGS = [
        Binding("f8", "retry", "Coba lagi", key_display="F8"),
        Binding("t", "keep", "Simpan dengan catatan", key_display="T"),
        Binding("g", "join", "Gabungkan", key_display="G"),
        Binding("delete", "remove", "Hapus"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._files: list[tuple[Path, str]] = []

    def compose_place(self) -> ComposeResult:
        yield Static("Belum Dapat Diterima", classes="title", markup=False)
        yield Static(SAFE, classes="quiet", markup=False)
        yield OptionList(id="files", markup=False)
        yield Static(EMPTY, id="nothing", classes="empty", markup=False)
        yield Static(id="said", markup=False)

    def refresh_place(self) -> None:
        """List what lies there now."""
        if self.kiosk.officer is not None:
            self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        from ppid_tui.desk.aside import set_aside

        self._files = await asyncio.to_thread(set_aside, self.office)
        files = self.query_one("#files", OptionList)
        at = files.highlighted or 0
        width = max(24, self.app.size.width - 8)
        files.set_options(Option(_row(path, reason, width)) for path, reason in self._files)
        files.highlighted = min(at, len(self._files) - 1) if self._files else None
        files.display = bool(self._files)
        self.query_one("#nothing").display = not self._files
        self.refresh_bindings()

    @property
    def _picked(self) -> Path | None:
        at = self.query_one("#files", OptionList).highlighted
        return self._files[at][0] if at is not None and at < len(self._files) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done where there is nothing."""
        return action not in ("retry", "keep", "join", "remove") or bool(self._files)

    @work(exclusive=True, group="act")
    async def action_retry(self) -> None:
        """Let the highlighted file come in once more."""
        from ppid_tui.desk import quarantine
        from ppid_tui.widgets.arrival_list import outcome_words

        if file := self._picked:
            outcomes = await self._doing(lambda: list(quarantine.retry(self.office, [file], self.officer, self.at())))
            for step in outcomes or ():
                taken = step.outcome is not None and step.outcome.document is not None
                words = outcome_words(step.outcome) if step.outcome and not taken else f"{file.name}: diterima."
                self._say(words, "good" if taken else "bad")
            self.refresh_place()

    @work(exclusive=True, group="act")
    async def action_keep(self) -> None:
        """Keep the highlighted file with what an officer writes of it."""
        from ppid_tui.desk import quarantine
        from ppid_tui.screens.describe import DescribeScreen

        if file := self._picked:
            keep = partial(quarantine.keep_with_record_alone, self.office, file, self.officer, self.at())
            outcome = await self._doing(keep)
            if outcome and outcome.document:
                self.app.push_screen(DescribeScreen(outcome.document.id))
            elif outcome:
                self._say(f"{file.name}: {outcome.reason}.", "bad")

    @work(exclusive=True, group="ask")
    async def action_join(self) -> None:
        """Add the highlighted file to a document that is there."""
        from ppid_tui.desk.aside import forget_aside
        from ppid_tui.screens.joining import ask_and_join

        if (file := self._picked) and await ask_and_join(self, file):
            forget_aside(file)
            self.refresh_place()

    @work(exclusive=True, group="ask")
    async def action_remove(self) -> None:
        """Remove the highlighted file for good, after a question."""
        from ppid_tui.desk import quarantine

        if file := self._picked:
            question = f"Hapus “{file.name}” untuk selamanya? Berkas ini belum tersimpan di arsip."
            if await self.app.push_screen_wait(ConfirmScreen(question, yes="Hapus")):
                await self._doing(partial(quarantine.remove, self.office, file, self.officer, self.at()))
                self.refresh_place()

    async def _doing(self, what: Callable[[], T]) -> T | None:
        """Do it in a thread; trouble is told."""
        from ppid_tui.desk.trouble import trouble_words

        try:
            return await asyncio.to_thread(what)
        except NotAllowed as refused:
            self._say(str(refused), "bad")
        except OSError as error:
            self._say(trouble_words(error), "bad")
        return None

    def _say(self, words: str, tone: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))


def _row(path: Path, reason: str, width: int) -> Content:
    name = shortened(path.name, width)
    return Content.assemble((name, "bold"), (f"\n  {reason or 'Sebabnya tidak tercatat. Coba lagi.'}", "$error"))
