"""How long the steps took in a period, beside how long the SOP sheet allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.desk.period import Period
    from ppid_tui.desk.step_times import StepTime

GUIDE = """\
Lama tiap langkah SOP dalam satu periode, di samping standar waktu
lembar SOP; di bawahnya setiap kali langkah yang dipilih selesai,
Tab lalu panah menggulirnya. Panah kiri dan kanan: periode lain. P: tahun, triwulan,
atau bulan. F9: simpan atau cetak sebagai laporan.

Standar dalam menit dan jam hanya diukur, sejak langkah mulai
dikerjakan, pada jam kerja kantor. Hanya standar dalam hari yang
dapat terlambat. Langkah tentatif tidak pernah terlambat.
"""

WIDTHS = (4, 27, 15, 9, 18)
HEAD = ("No", "Pelaksana", "Standar", "Selesai", "Rata-rata", "Lewat")


class StepList(OptionList):
    """The steps; its own arrows, so that the footer names them."""

    BINDINGS = [
        Binding("left", "screen.move(-1)", "Sebelumnya", key_display="←"),
        Binding("right", "screen.move(1)", "Berikutnya", key_display="→"),
    ]


class StepTimesScreen(Place):
    """Reached from the archive."""

    CSS_PATH = "work_calendar.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#days"
    BINDINGS = [
        Binding("p", "size", "Tahun/triwulan/bulan", key_display="P"),
        Binding("f9", "save", "Cetak"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self._times: list[StepTime] = []

    def compose_place(self) -> ComposeResult:
        yield Static("", id="period", classes="title", markup=False)
        yield Static("", id="hours", classes="quiet", markup=False)
        yield Static(_columns(HEAD), id="head", markup=False)
        yield StepList(id="days", markup=False)
        with VerticalScroll(id="runs"):
            yield Static("", id="run", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.period import period_of

        self._period = self._period or period_of(self.at().date())
        self.look_up()

    @work(exclusive=True, group="times")
    async def look_up(self) -> None:
        """Read the cases away from the screen."""
        import asyncio

        from ppid_tui.desk.step_times import step_times

        period = self._known_period
        self._times = await asyncio.to_thread(step_times, self.office, period)
        done = sum(len(time.runs) for time in self._times)
        self.query_one("#period", Static).update(f"Waktu langkah SOP, {period.title}")
        words = f"{done} langkah selesai." if done else "Belum ada langkah yang selesai."
        self.query_one("#hours", Static).update(words)
        listed = self.query_one("#days", OptionList)
        at = listed.highlighted or 0
        listed.set_options(Option(_row(time)) for time in self._times)
        listed.highlighted = min(at, len(self._times) - 1)

    @on(OptionList.OptionHighlighted)
    def _show_runs(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#run", Static).update(_runs(self._times[event.option_index]))
        self.query_one("#runs").scroll_home(animate=False)

    @property
    def _known_period(self) -> Period:
        assert self._period is not None
        return self._period

    def action_move(self, by: int) -> None:
        """Another period of the same length."""
        self._period = self._known_period.moved(by)
        self.look_up()

    def action_size(self) -> None:
        """From the year to its quarter of today, the month, and back."""
        from ppid_tui.desk.period import SIZES, period_of

        now = self._known_period
        size = SIZES[(SIZES.index(now.months) + 1) % len(SIZES)]
        today = self.at().date()
        self._period = period_of(today if now.holds(today) else now.first, size)
        self.look_up()

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Ask in which format, and write the report; a PDF is sent to the printer too."""
        from ppid_tui.screens.format_choice import FormatScreen

        ending = await self.app.push_screen_wait(FormatScreen("Laporan waktu langkah"))
        if ending:
            await self._write(ending)

    async def _write(self, ending: str) -> None:
        import asyncio

        from ppid_tui.desk.printer import Printed
        from ppid_tui.desk.printing import send_to_printer
        from ppid_tui.desk.step_times import save_report
        from ppid_tui.desk.trouble import cause

        what = (self.office, self._known_period, self._times, ending, self.officer.name, self.at())
        try:
            path = await asyncio.to_thread(save_report, *what)
        except OSError as error:
            words = f"Laporan belum tersimpan: {cause(error)}. Tekan F9 untuk mencoba lagi."
            self.notify(words, severity="error", timeout=12, markup=False)
            return
        printed = Printed(path, False)
        if ending == ".pdf":
            printed = await asyncio.to_thread(send_to_printer, path, by=self.officer.id)
        begin = "Laporan dikirim ke pencetak. " if printed.sent else ""
        begin = f"Belum tercetak: {printed.reason}. " if printed.reason else begin
        self.notify(f"{begin}Tersimpan di {path.parent.name}/{path.name}", timeout=12, markup=False)


def _columns(cells: tuple[str, ...]) -> str:
    """The cells one beneath the other; what is too long ends in "…", and stands whole below the list."""
    fitted = [cell if len(cell) < wide else f"{cell[: wide - 2]}…" for cell, wide in zip(cells, WIDTHS, strict=False)]
    return "".join(cell.ljust(wide) for cell, wide in zip(fitted, WIDTHS, strict=True)) + cells[-1]


def _row(time: StepTime) -> Content:
    over = "-" if time.over is None or not time.runs else str(time.over)
    cells = (f"{time.step.number}", time.role, time.standard, f"{len(time.runs)}", time.average)
    return Content.assemble(_columns((*cells, "")), (over, "bold $error" if time.alarms else ""))


def _runs(time: StepTime) -> Content:
    from ppid_tui.printouts.labels import long_time

    lines = [Content.styled(f"{time.step.number}. {time.step.activity}", "bold")]
    lines += [Content.styled(f"{time.role}. Standar: {time.standard}. Terlama: {time.longest}.", "dim")]
    for run in reversed(time.runs):
        late = "bold $error" if run.over and time.alarms else ""
        lines.append(Content.assemble(("\n" + run.case.title, ""), f": {run.by}"))
        lines.append(Content.assemble(f"  tiba {long_time(run.arrived)}, lama ", (run.took_words, late)))
    return Content("\n").join(lines)
