"""A small form: a day that becomes free, local or cuti bersama."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from archive.workdays import Calendar
from ppid_tui.desk.profile import LocalHoliday
from ppid_tui.widgets.tick import Tick

FIELDS = (
    ("first", "Tanggal, misalnya 24 Desember 2027"),
    ("last", "Sampai tanggal (kosong bila sehari)"),
    ("name", "Nama, misalnya Hari Jadi Kota"),
    ("source", "Dasarnya, misalnya SKB 3 Menteri (boleh kosong)"),
)


class FreeDayForm(ModalScreen[tuple[LocalHoliday, ...]]):
    """Answers with the days, none where it was given up. F8 or Enter in the last field goes on."""

    CSS_PATH = "work_calendar.tcss"
    GUIDE = "Tanggal, nama, dan dasar hari libur. F8 menampilkan dahulu batas waktu mana yang bergeser."
    BINDINGS = [Binding("f8", "go_on", "Lanjut"), Binding("escape", "dismiss(())", "Kembali")]

    def __init__(self, calendar: Calendar) -> None:
        super().__init__()
        self._calendar = calendar

    def compose(self) -> ComposeResult:
        with Vertical(classes="form-card"):
            yield Static("Tambah hari libur", classes="title", markup=False)
            for name, hint in FIELDS:
                yield Input(placeholder=hint, id=name)
            yield Tick("Cuti bersama (tanpa tanda: libur setempat)", False, id="leave")
            yield Static("", id="words", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    @on(Input.Changed, "#name")
    def _guess_leave(self, event: Input.Changed) -> None:
        if "cuti bersama" in event.value.casefold():
            self.query_one(Tick).ticked = True

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == FIELDS[-1][0]:
            self.action_go_on()
        else:
            self.focus_next()

    def action_go_on(self) -> None:
        """Answer, or say what is missing."""
        from ppid_tui.desk.work_calendar import new_days

        first, last, name, source = (self.query_one(f"#{field}", Input).value for field, _ in FIELDS)
        try:
            days = new_days(self._calendar, first, last, name, self.query_one(Tick).ticked, source)
        except ValueError as refusal:
            self.query_one("#words", Static).update(str(refusal))
        else:
            self.dismiss(days)
