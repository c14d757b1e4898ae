"""Why something is done that must not be done lightly: asked before, and F8 then does it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens.place import Place
from ppid_tui.widgets.step_form import STYLES, StepForm

FIELD = FormField("reason", "Alasan", FieldKind.LONG, True)


class ReasonScreen(ModalScreen[str]):
    """Answers with the reason, '' where it was given up; ``effect`` says what will come of it."""

    CSS_PATH = ["menu.tcss", STYLES]
    AUTO_FOCUS = "TextArea"
    BINDINGS = [Binding("f8", "keep", "Lakukan"), Binding("escape", "dismiss('')", "Batal")]

    def __init__(self, title: str, effect: str) -> None:
        super().__init__()
        self._heading = title
        self._effect = effect

    def compose(self) -> ComposeResult:
        with Vertical(classes="reason-card"):
            yield Static(self._heading, classes="title", markup=False)
            yield Static(self._effect, classes="quiet", markup=False)
            yield StepForm((FIELD,))
            yield Static(id="lacking", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def action_keep(self) -> None:
        """Answer, once there is a reason."""
        reason = self.query_one(StepForm).values[FIELD.name].strip()
        if reason:
            self.dismiss(reason)
        else:
            self.query_one("#lacking", Static).update("Tulis dahulu alasannya.")


async def ask_reason(place: Place, title: str, effect: str) -> str:
    """Ask for a reason; '' where it was given up. Only from a worker."""
    return await place.app.push_screen_wait(ReasonScreen(title, effect))
