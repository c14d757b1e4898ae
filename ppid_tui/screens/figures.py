"""The figures of the counter: how many asked, how they were answered and how fast, as bars and in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from archive.figures import Figures, Tally
    from ppid_tui.desk.period import Period

GUIDE = """\
Permohonan yang diterima dalam satu periode: berapa, bagaimana
hasilnya, berapa hari kerja, mengapa ditolak, dan keberatannya.
Panah kiri dan kanan: periode lain. P: tahun, triwulan, atau bulan.
Panah atas dan bawah menggulung.
F9: laporan dengan tabel dan grafik (PDF, Word), atau data (Excel).

Laporan setahun jatuh tempo 31 Maret tahun berikutnya.
"""
NONE = "Tidak ada permohonan yang diterima dalam periode ini."


class FiguresScreen(Place):
    """Reached from the archive; from home with the year whose report is due."""

    CSS_PATH = "figures.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#sheet"
    BINDINGS = [
        Binding("left", "move(-1)", "Sebelumnya", key_display="←", priority=True),
        Binding("right", "move(1)", "Berikutnya", key_display="→", priority=True),
        Binding("p", "size", "Tahun/triwulan/bulan", key_display="P"),
        Binding("f9", "save", "Laporan"),
    ]

    def __init__(self, last_year: bool = False) -> None:
        super().__init__()
        self._period: Period | None = None
        self._last_year = last_year

    def compose_place(self) -> ComposeResult:
        yield Static("", id="period", classes="title", markup=False)
        with VerticalScroll(id="sheet"):
            yield Static("", id="figures", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.period import period_of

        first = period_of(self.at().date()).moved(-1 if self._last_year else 0)
        self._period = self._period or first
        self.look_up()

    def on_resize(self) -> None:
        if self._period is not None and self.kiosk.office is not None:
            self.look_up()

    @work(exclusive=True, group="figures")
    async def look_up(self) -> None:
        """Count away from the screen."""
        import asyncio

        from ppid_tui.desk.figures import figures_of
        from ppid_tui.desk.office import NotAllowed

        assert self._period is not None
        period, width = self._period, max(self.size.width - 4, 30)
        self.query_one("#period", Static).update(f"Angka layanan, {period.title}")
        try:
            counted = await asyncio.to_thread(figures_of, self.office, period, self.officer, self.at().date())
        except NotAllowed as refusal:
            self.query_one("#figures", Static).update(Content(str(refusal)))
            return
        told = _told(counted, width) if counted.whole.requests else Content(NONE)
        self.query_one("#figures", Static).update(told)

    def action_move(self, by: int) -> None:
        """Another period of the same length."""
        if self._period is not None:
            self._period = self._period.moved(by)
            self.look_up()

    def action_size(self) -> None:
        """From the year to its quarter of today, the month, and back."""
        from ppid_tui.desk.period import SIZES, period_of

        now, today = self._period, self.at().date()
        if now is not None:
            size = SIZES[(SIZES.index(now.months) + 1) % len(SIZES)]
            self._period = period_of(today if now.holds(today) else now.first, size)
            self.look_up()

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """The report, in the format that is asked for."""
        from ppid_tui.desk.figures import report
        from ppid_tui.screens.list_output import put_out_list

        period = self._period
        if period is not None:
            await put_out_list(self, "Laporan layanan", lambda: report(self.office, period, self.officer, self.at()))


def _told(counted: Figures, width: int) -> Content:
    from ppid_tui.printouts.report import objection_rows, outcome_rows, reason_words

    months = [(one.name, one.requests) for one in counted.parts if not one.name.startswith("Triwulan")]
    reasons = [(reason_words(reason), number) for reason, number in counted.reasons]
    parts = [
        Content(_summary(counted.whole)),
        *_chart("Permohonan diterima", months, width),
        *_chart("Hasil", [row for row in outcome_rows(counted.whole) if row[1]], width),
        *_chart("Alasan tidak diberikan", reasons, width),
        *_chart("Menurut klasifikasi yang diberikan", _classes(counted), width),
        *_chart("Menurut bagian", [(one.name, one.requests) for one in counted.units], width),
        *_chart("Keberatan", list(objection_rows(counted)) if counted.objections else [], width),
    ]
    return Content("\n").join(parts)


def _summary(whole: Tally) -> str:
    from ppid_tui.printouts.report import average_words

    lines = [f"{whole.requests} permohonan, {whole.direct} di antaranya dilayani langsung."]
    if whole.answered:
        lines.append(f"Dijawab dalam rata-rata {average_words(whole)} hari kerja, paling lama {whole.longest}.")
    lines.append(f"{whole.late} lewat batas waktu." if whole.late else "Tidak ada yang lewat batas waktu.")
    return "\n".join(lines)


def _classes(counted: Figures) -> list[tuple[str, int]]:
    from ppid_tui.printouts.labels import class_label

    return [(class_label(one.name), one.requests) for one in counted.classes if one.requests]


def _chart(title: str, rows: list[tuple[str, int]], width: int) -> list[Content]:
    from ppid_tui.printouts.bars import bar_lines

    if not rows:
        return []
    return [Content.styled(f"\n{title}", "bold"), *(Content(line) for line in bar_lines(rows, width))]
