"""Which of several papers is to be printed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from ppid_tui.widgets.choices import Choices


class PaperChoice(ModalScreen[int | None]):
    """Answers with the place of the paper in the list, None where it was given up."""

    CSS_PATH = "form_card.tcss"
    AUTO_FOCUS = "#papers"
    GUIDE = "Enter mencetak kertas yang dipilih. Salinannya tersimpan di folder printouts."
    BINDINGS = [Binding("escape", "dismiss(None)", "Batal")]

    def __init__(self, papers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._papers = papers

    def compose(self) -> ComposeResult:
        with Vertical(classes="form-card"):
            yield Static("Cetak apa?", classes="title", markup=False)
            yield Choices(id="papers")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(Choices).show(self._papers)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(event.index)
