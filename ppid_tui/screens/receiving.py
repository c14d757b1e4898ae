"""A hand-over file from another kiosk: checked to its last byte, shown, and taken in on yes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
    from collections.abc import Generator

    from archive.bag import Step
    from ppid_tui.desk.handover_in import Offer, Taken
    from ppid_tui.desk.office import Office

Result = TypeVar("Result")
UNSIGNED = "Paket tidak bertanda tangan. Terima hanya dari pembawa yang dikenal, sesuai surat pengantarnya."


class ReceivingScreen(Place):
    """Looks into the file at once; F8 takes it in. Nothing has changed before that."""

    AREA = areas.INCOMING
    CSS_PATH = "handing_over.tcss"
    GUIDE = (
        "Paket pekerjaan dari kiosk kantor lain diperiksa dahulu sampai berkas terakhir. F8 menerimanya:\n"
        "pekerjaan berlanjut di sini pada langkah berikutnya, dokumennya masuk arsip, riwayatnya ikut.\n"
        "Softcopy yang sudah ada tidak disimpan dua kali. Paket yang rusak tidak diterima sama sekali.\n"
        "Isi USB tidak diubah."
    )
    BINDINGS = [Binding("f8", "take", "Terima")]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._offer: Offer | None = None
        self._working = False

    def compose_place(self) -> ComposeResult:
        yield Static("Terima pekerjaan dari USB", classes="title", markup=False)
        yield ProgressLine()
        yield Static(id="said", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        self._look_into()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was checked can be taken in."""
        return self._offer is not None and not self._working if action == "take" else True

    @work(thread=True, exclusive=True, group="receive", exit_on_error=False)
    def _look_into(self) -> None:
        from ppid_tui.desk.handover_in import REFUSALS, look_into

        try:
            offer = self._through(look_into(self.office, self._folder))
        except REFUSALS as refusal:
            self.app.call_from_thread(self._refused, str(refusal))
        else:
            if offer is not None:
                self.app.call_from_thread(self._show, offer)

    @work(thread=True, exclusive=True, group="receive", exit_on_error=False)
    def _take(self, offer: Offer) -> None:
        from ppid_tui.desk.handover_in import REFUSALS, take_package

        try:
            taken = self._through(take_package(self.office, offer, self.officer, self.at()))
        except REFUSALS as refusal:
            self.app.call_from_thread(self._refused, str(refusal))
        else:
            if taken is not None:
                self.app.call_from_thread(self._taken, taken)

    def _through(self, steps: Generator[Step, None, Result]) -> Result | None:
        """Show each step; None where the officer left meanwhile, and then nothing has changed."""
        worker = get_current_worker()
        try:
            while not worker.is_cancelled:
                step = next(steps)
                self.app.call_from_thread(self.query_one(ProgressLine).show, step.done, step.total, step.name)
        except StopIteration as end:
            result: Result = end.value
            return result
        steps.close()
        return None

    def _show(self, offer: Offer) -> None:
        self._offer = offer
        self.query_one(ProgressLine).end("Paket utuh.")
        self.query_one("#about", Static).update(_about(self.office, offer))
        self.refresh_bindings()

    def action_take(self) -> None:
        """Take it in."""
        if self._offer is not None and not self._working:
            self._working = True
            self.refresh_bindings()
            self._take(self._offer)

    def _refused(self, words: str) -> None:
        self._offer, self._working = None, False
        self.query_one(ProgressLine).end("")
        said = self.query_one("#said", Static)
        said.set_classes("bad")
        said.update(Content(words))
        self.refresh_bindings()

    def _taken(self, taken: Taken) -> None:
        """Tell it, and go where the case is, if it waits for this officer."""
        from ppid_tui.desk.cases import is_mine
        from ppid_tui.desk.handover_in import taken_words
        from ppid_tui.screens.step import StepScreen

        self.notify(taken_words(self.office, taken), markup=False, timeout=12)
        if is_mine(self.office, taken.case, self.officer):
            self.app.switch_screen(StepScreen(taken.case.id))
        else:
            self.app.pop_screen()


def _about(office: Office, offer: Offer) -> Content:
    from ppid_tui.desk.handover_in import for_others
    from ppid_tui.printouts.labels import long_time

    package, back = offer.package, offer.here is not None
    case = package.case
    step = "sudah selesai" if case.step is None else f"langkah {case.step} dari {len(offer.sop.steps)}"
    listed = f"daftar {len(case.rows)} baris, " if case.rows else ""
    lines = [
        Content.styled(f"{case.title}{f' ({case.unit})' if case.unit else ''}", "bold"),
        Content(f"Dari {package.office}, dibuat {package.made_by}, {long_time(package.made_at)}"),
        Content(f"Untuk {package.receiver}: {step}, {listed}{len(package.documents)} dokumen"),
        Content("Pekerjaan ini kembali: riwayat dan dokumennya ditambahkan pada yang ada di sini." if back else ""),
        *([Content.styled(words, "bold $warning")] if (words := for_others(office, offer)) else []),
        *([Content.styled(_exempt(offer.exempt), "bold $warning")] if offer.exempt else []),
        *([Content(f"{package.left_out} dokumen yang dikecualikan tidak ikut.")] if package.left_out else []),
        Content(""),
        Content.styled(UNSIGNED, "dim"),
    ]
    return Content("\n").join(lines)


def _exempt(count: int) -> str:
    return f"PERHATIAN: {count} dokumen DIKECUALIKAN ada di paket ini. Hapus paketnya dari USB sesudah diterima."
