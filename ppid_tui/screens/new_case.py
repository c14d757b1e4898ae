"""Opening a case: what it is about, and which unit it concerns."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ppid_tui.desk.works import FormField
from ppid_tui.widgets.step_form import STYLES, StepForm

FIELDS = (FormField("title", "Nama pekerjaan", required=True), FormField("unit", "Bagian/OPD (boleh kosong)"))


class NewCaseScreen(ModalScreen[tuple[str, str] | None]):
    """Dismissed with title and unit, or None. Documents are added at the first step."""

    CSS_PATH = ["new_case.tcss", STYLES]
    AUTO_FOCUS = "#field-title"
    BINDINGS = [Binding("escape", "leave", "Batal", show=False), Binding("f8", "open", "Buka", show=False)]

    def __init__(self, sop_title: str, first_role: str) -> None:
        super().__init__()
        self._words = f"Menurut SOP “{sop_title}”. Langkah pertama dikerjakan {first_role}."

    def compose(self) -> ComposeResult:
        with Vertical(id="new-case"):
            yield Static("Pekerjaan baru", classes="title", markup=False)
            yield Static(self._words, classes="quiet", markup=False)
            yield StepForm(FIELDS, id="case-form")
            yield Static(id="case-fault", classes="bad", markup=False)
            yield Static("Enter lanjut, F8 membuka pekerjaan, Esc batal", classes="quiet", markup=False)

    def on_step_form_ended(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the case, once it has a name."""
        values = self.query_one(StepForm).values
        if not values["title"].strip():
            self.query_one("#case-fault", Static).update("Isi dahulu nama pekerjaannya.")
            self.query_one(StepForm).focus_field("title")
        else:
            self.dismiss((values["title"].strip(), values["unit"].strip()))

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss(None)
