"""In which format a report is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from ppid_tui.widgets.choices import Choices

FORMATS = (
    (".pdf", "PDF, langsung ke pencetak"),
    (".docx", "Word (DOCX)"),
    (".xlsx", "Excel (XLSX)"),
    (".csv", "CSV"),
)


class FormatScreen(ModalScreen[str]):
    """Answers with the file's ending, '' where it was given up."""

    CSS_PATH = "format_choice.tcss"
    AUTO_FOCUS = "#formats"
    BINDINGS = [Binding("escape", "dismiss('')", "Kembali")]

    def __init__(self, title: str, formats: Sequence[tuple[str, str]] = FORMATS) -> None:
        super().__init__()
        self._title = title
        self._formats = tuple(formats)

    def compose(self) -> ComposeResult:
        with Vertical(id="format-card"):
            yield Static(f"{self._title}: simpan sebagai", classes="title", markup=False)
            yield Choices(id="formats")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(Choices).show([(words, "") for _, words in self._formats])

    @on(Choices.Chosen)
    def _chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(self._formats[event.index][0])
