"""Reading the scanned pages of the document on the screen, at a key."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive.model import Document
    from ppid_tui.desk.progress import Progress

READ = "Selesai dibaca: isinya kini dapat dicari. Cocokkan dengan dokumen asli (Ctrl+O)."
STOPPED = "Dihentikan. Tidak ada yang berubah; tekan B untuk membaca lagi."


class ScanReading(Place):
    """A place with a ``#reading`` line. Esc stops in the middle of a page, and then nothing has changed."""

    _stop: Event | None = None

    def read_document(self, document: Document) -> None:
        """Read it in a thread, telling page by page how far it is."""
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.scans import read_scan

        if self._stop:
            return
        stop = Event()
        try:
            steps = read_scan(self.office, document, self.officer, self.at(), stop.is_set)
        except NotAllowed as refused:
            self._tell(str(refused))
            return
        self._stop = stop
        self._tell("Menyiapkan halaman … Esc berhenti")
        self._read_pages(steps, stop)

    async def action_back(self) -> None:
        """Esc: stop the reading; with none under way, back."""
        if self._stop:
            self._stop.set()
            self._end(STOPPED)
        else:
            await super().action_back()

    def on_unmount(self) -> None:
        if self._stop:
            self._stop.set()

    @work(thread=True, exclusive=True, group="scan", exit_on_error=False)
    def _read_pages(self, steps: Iterator[Progress], stop: Event) -> None:
        from ppid_tui.desk.trouble import cause

        words = READ
        try:
            for step in steps:
                words = step.problem or READ
                if step.done < step.total and not stop.is_set():
                    told = f"Membaca halaman {step.done + 1} dari {step.total} … Esc berhenti"
                    self.app.call_from_thread(self._tell, told)
        except OSError as error:
            words = f"Hasilnya belum dapat disimpan: {cause(error)}. Coba lagi nanti."
        if not stop.is_set():
            self.app.call_from_thread(self._end, words)

    def _tell(self, words: str) -> None:
        if self.is_mounted:
            line = self.query_one("#reading", Static)
            line.update(Content(words))
            line.display = bool(words)

    def _end(self, words: str) -> None:
        self._stop = None
        if self.is_mounted:
            self.refresh_place()
            self._tell(words)
