"""A few fields to fill in over the place one is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from archive.model import InformationClass
from ppid_tui.desk.works import FormField, faults
from ppid_tui.widgets.class_choice import ClassChoice
from ppid_tui.widgets.step_form import STYLES, StepForm

CLASS = "class"


class FormCard(ModalScreen[dict[str, str] | None]):
    """Dismissed with what was filled in, None where it was given up. F8 keeps, so does Enter in the last field.

    With ``chosen`` it asks for the class of information too; the answer is under CLASS.
    """

    CSS_PATH = ["form_card.tcss", STYLES]
    AUTO_FOCUS = ""
    GUIDE = "Isi yang diminta; panah atau Tab berpindah isian. F8 menyimpan, Esc membatalkan."
    BINDINGS = [Binding("f8", "keep", "Simpan"), Binding("escape", "dismiss(None)", "Batal")]

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        values: Mapping[str, str],
        today: date,
        chosen: InformationClass | None = None,
    ) -> None:
        super().__init__()
        self._heading = title
        self._fields = tuple(fields)
        self._values = values
        self._today = today
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="form-card", can_focus=False):
            yield Static(self._heading, classes="title", markup=False)
            yield StepForm(self._fields, self._values)
            if self._chosen is not None:
                yield Static("Klasifikasi informasi (usulan)", classes="heading", markup=False)
                yield ClassChoice(self._chosen)
            yield Static(id="lacking", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        for box in list(self.query("StepForm > Input, StepForm > TextArea, StepForm > Tick, StepForm > Chooser"))[:1]:
            box.focus(scroll_visible=False)  # a long form begins at its title

    def on_step_form_ended(self) -> None:
        if self._chosen is None:
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Answer, once nothing is missing."""
        values = self.query_one(StepForm).values
        found = faults(self._fields, values, self._today)
        if found:
            self.query_one("#lacking", Static).update(" ".join(fault.words for fault in found))
            self.query_one(StepForm).focus_field(found[0].name)
            return
        for choice in self.query(ClassChoice):
            values[CLASS] = choice.chosen.value
        self.dismiss(values)
