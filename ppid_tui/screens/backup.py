"""Backups: which there are, where they lie, and one more made now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from archive.kept import Kept

GUIDE = """\
Kiosk membuat cadangan sendiri sekali sehari. F8 membuatnya
sekarang juga; kiosk tetap dapat dipakai.

Tempat kedua, misalnya USB, disebut di office.toml sebagai
backup_to. Jika terpasang, cadangan juga dibuat di sana.

Memulihkan: jalankan ppid-tui restore, ke folder data yang masih
kosong. Cadangan diperiksa dahulu sampai selesai.
"""


class BackupScreen(Place):
    """Shows the backups; F8 makes one in each place that is there."""

    CSS_PATH = "care.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    BINDINGS = [Binding("f8", "back_up", "Buat sekarang")]

    def compose_place(self) -> ComposeResult:
        yield Static("Cadangan", classes="title", markup=False)
        yield ProgressLine()
        with VerticalScroll(id="found"):
            yield Static("", id="result", markup=False)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="backups")
    async def look_up(self) -> None:
        """Look at the places away from the screen: a stick may be slow."""
        import asyncio

        from ppid_tui.desk import backups

        words = await asyncio.to_thread(backups.notice, self.office, self.at())
        self._show(words, await asyncio.to_thread(backups.kept, self.office), backups.EXEMPT)

    def _show(self, notice: str, kept: list[Kept], exempt: str) -> None:
        parts: list[str | tuple[str, str]] = [(f"{notice}\n\n", "bold $error")] if notice else []
        for one in kept:
            parts.append((f"{one.at:%d-%m-%Y pukul %H.%M}", "bold"))
            parts.append("\n" if one.sound else "  ada berkas yang sudah rusak ketika disalin\n")
            parts.append((f"  {one.path}\n", "dim"))
        parts.append("\n" if kept else "Belum ada cadangan. Tekan F8 untuk membuatnya.\n\n")
        self.query_one("#result", Static).update(Content.assemble(*parts, exempt))

    def action_back_up(self) -> None:
        """Make one now."""
        self.make()

    @work(thread=True, exclusive=True, group="making", exit_on_error=False)
    def make(self) -> None:
        """Copy and verify everything, telling now and then where it is."""
        from ppid_tui.desk import backups

        worker, steps = get_current_worker(), backups.now(self.office, self.officer, self.at())
        try:
            for step in steps:
                if worker.is_cancelled:
                    steps.close()
                    return
                if step.done % 25 == 0 or step.done == step.total or step.problem:
                    self.app.call_from_thread(self._show_progress, step.done, step.total, step.problem or step.name)
        except backups.REFUSALS as error:
            self.app.call_from_thread(self._done, str(error))
        else:
            self.app.call_from_thread(self._done, "Cadangan tersimpan dan sudah diperiksa.")

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self.query_one(ProgressLine).show(done, total, name)

    def _done(self, words: str) -> None:
        self.query_one(ProgressLine).end(words)
        self.look_up()
