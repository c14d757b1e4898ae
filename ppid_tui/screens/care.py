"""The check of the archive: every file against its record, with what was found."""

from __future__ import annotations

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

GUIDE = """\
Pemeriksaan mencocokkan setiap berkas dengan catatannya: masih
ada, belum berubah, jejaknya utuh, dan indeks pencarian lengkap.
Tidak ada yang diubah. Boleh ditinggalkan dengan Esc.

Sidik terakhir jejak perubahan (kepala jejak) disalin sesekali ke
luar laptop, misalnya ke buku agenda. Kelak "ppid-tui verify --head"
dengan sidik itu membuktikan bahwa jejak tidak diubah.
"""


HEAD = "Sidik terakhir jejak perubahan, untuk disalin ke buku agenda:"


class CareScreen(Place):
    """Runs the check at once; F8 runs it again."""

    CSS_PATH = "care.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    BINDINGS = [Binding("f8", "check", "Periksa lagi")]

    def compose_place(self) -> ComposeResult:
        yield Static("Pemeriksaan arsip", classes="title", markup=False)
        yield ProgressLine()
        with VerticalScroll(id="found"):
            yield Static("", id="result", markup=False)

    def on_mount(self) -> None:
        self.action_check()

    def action_check(self) -> None:
        """Check everything."""
        self.query_one("#result", Static).update("")
        self.check_all()

    @work(thread=True, exclusive=True, group="care", exit_on_error=False)
    def check_all(self) -> None:
        """Walk through the archive, telling now and then where it is."""
        from ppid_tui.desk.care import Check

        worker, check = get_current_worker(), Check(self.office)
        for progress in check:
            if worker.is_cancelled:
                return
            if progress.done % 25 == 0 or progress.done == progress.total:
                self.app.call_from_thread(self._show_progress, progress.done, progress.total, progress.name)
        self.app.call_from_thread(self._show_result, check)

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self.query_one(ProgressLine).show(done, total, name)

    def _show_result(self, check: object) -> None:
        from ppid_tui.desk.care import Check

        assert isinstance(check, Check)
        health = check.health
        parts: list[str | tuple[str, str]] = []
        if health.ok:
            parts.append(("Semua berkas utuh dan cocok dengan catatannya.\n", "bold $success"))
        else:
            parts.append((f"Ditemukan {len(health.problems)} masalah:\n", "bold $error"))
        parts += [f"• {p.what}, {p.where}: {p.reason}\n" for p in health.problems]
        parts += [(f"\n{HEAD}\n", "dim"), health.head]
        self.query_one(ProgressLine).end("Selesai.")
        self.query_one("#result", Static).update(Content.assemble(*parts))
