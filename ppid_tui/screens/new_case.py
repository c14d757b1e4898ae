"""Opening a case: what it is about, and which unit it concerns."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ppid_tui.desk import cases
from ppid_tui.desk.works import FormField
from ppid_tui.screens.place import Place
from ppid_tui.widgets.step_form import STYLES, StepForm

FIELDS = (FormField("title", "Nama pekerjaan", required=True), FormField("unit", "Bagian/OPD (boleh kosong)"))


class NewCaseScreen(ModalScreen[tuple[str, str] | None]):
    """Dismissed with title and unit, or None; ``documents`` says how many the case begins with."""

    CSS_PATH = ["new_case.tcss", STYLES]
    AUTO_FOCUS = "#field-title"
    BINDINGS = [Binding("escape", "leave", "Batal", show=False), Binding("f8", "open", "Buka", show=False)]

    def __init__(self, sop_title: str, first_role: str, documents: int = 0) -> None:
        super().__init__()
        brought = f" Membawa {documents} dokumen." if documents else ""
        self._words = f"Menurut SOP “{sop_title}”. Langkah pertama dikerjakan {first_role}.{brought}"

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
        if fault := cases.title_fault(values["title"]):
            self.query_one("#case-fault", Static).update(fault)
            self.query_one(StepForm).focus_field("title")
        else:
            self.dismiss((values["title"].strip(), values["unit"].strip()))

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss(None)


async def open_new_case(place: Place, documents: tuple[int, ...] = ()) -> bool:
    """Ask for its name and open a case; its first step is shown at once if it is this officer's. From a worker."""
    from ppid_tui.screens.step import StepScreen

    sop = place.office.sop
    first = sop.role(sop.steps[0].role).title
    answer = await place.app.push_screen_wait(NewCaseScreen(sop.sheet.title, first, len(documents)))
    if answer is None:
        return False
    try:
        case = cases.start_case(place.office, answer[0], place.officer, place.at(), answer[1], documents)
    except cases.REFUSALS as error:
        place.notify(str(error), severity="error", markup=False)
        return False
    place.refresh_place()
    if cases.is_mine(place.office, case, place.officer):
        await place.app.push_screen(StepScreen(case.id))
    else:
        place.notify(f"“{case.title}” dibuka, dan menunggu {first}.", markup=False)
    return True
