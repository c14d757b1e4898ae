"""A small form: the office's hours, a line a day."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from archive.office_hours import WEEKDAYS, spans_text
from ppid_tui.desk.profile import Profile

ASK = "Jam kerja tiap hari, tanpa istirahat. Hari yang dikosongkan bukan hari kerja."


class HoursForm(ModalScreen[Profile | None]):
    """Answers with the profile as it would be, None where it was given up. F8 goes on."""

    CSS_PATH = "work_calendar.tcss"
    GUIDE = "Contoh: 07.30-12.00, 13.00-16.00. F8 menampilkan dahulu batas waktu mana yang bergeser."
    BINDINGS = [
        Binding("f8", "go_on", "Lanjut"),
        Binding("escape", "dismiss(None)", "Kembali"),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self._profile = profile

    def compose(self) -> ComposeResult:
        week = self._profile.week
        with Vertical(classes="form-card"):
            yield Static("Jam kerja kantor", classes="title", markup=False)
            yield Static(ASK, classes="quiet", markup=False)
            yield Static("Contoh: 07.30-12.00, 13.00-16.00", classes="quiet", markup=False)
            for number, name in enumerate(WEEKDAYS):
                with Horizontal(classes="row"):
                    yield Static(name, markup=False)
                    yield Input(spans_text(week.get(number, ())), placeholder="libur", id=name, compact=True)
            yield Static("", id="words", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == WEEKDAYS[-1]:
            self.action_go_on()
        else:
            self.focus_next()

    def action_go_on(self) -> None:
        """Answer, or say which day is written wrongly."""
        from ppid_tui.desk.work_calendar import with_hours

        typed = {name: self.query_one(f"#{name}", Input).value for name in WEEKDAYS}
        try:
            self.dismiss(with_hours(self._profile, typed))
        except ValueError as refusal:
            self.query_one("#words", Static).update(str(refusal))
