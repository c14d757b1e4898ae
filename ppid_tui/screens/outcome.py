"""Which way a case goes on: approved, or back to be put right, and then with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from archive.workflow import Choice


class OutcomeScreen(ModalScreen[tuple[str, str]]):
    """Dismissed with the choice's label and the reason; left with Esc, without label but with what was written."""

    CSS_PATH = "outcome.tcss"
    AUTO_FOCUS = "#ways"
    BINDINGS = [
        Binding("escape", "leave", "Batal", show=False),
        Binding("f8", "send_back", "Kembalikan", show=False),
    ]

    def __init__(self, ways: Sequence[tuple[Choice, str]], asked: str = "") -> None:
        """``asked`` is what was marked item by item as to be put right: then the way back is offered first."""
        super().__init__()
        self._asked = asked
        self._ways = tuple(ways)
        self._chosen: Choice | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="outcome"):
            yield Static("Bagaimana hasilnya?", classes="title", markup=False)
            options = [Option(words, id=str(n)) for n, (_, words) in enumerate(self._ways)]
            yield OptionList(*options, id="ways", markup=False, compact=True)
            with Vertical(id="why"):
                yield Static("Apa yang perlu diperbaiki?", markup=False)
                yield TextArea(self._asked, id="reason", highlight_cursor_line=False, compact=True)
                yield Static(id="lacking", classes="bad", markup=False)
            yield Static("Enter memilih, Esc batal", id="keys", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.query_one("#why").display = False
        back = next((n for n, (way, _) in enumerate(self._ways) if way.goes_back), 0)
        self.query_one("#ways", OptionList).highlighted = back if self._asked else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        chosen = self._ways[event.option_index][0]
        if not chosen.goes_back:
            self.dismiss((chosen.label, self._asked))
            return
        self._chosen = chosen
        self.query_one("#why").display = True
        self.query_one("#keys", Static).update("F8 mengembalikan, Esc batal")
        self.query_one("#reason", TextArea).focus()

    def action_send_back(self) -> None:
        """Send it back, once there is a reason."""
        reason = self.query_one("#reason", TextArea).text.strip()
        if self._chosen is None:
            return
        if reason:
            self.dismiss((self._chosen.label, reason))
        else:
            self.query_one("#lacking", Static).update("Tulis dahulu apa yang perlu diperbaiki.")

    def action_leave(self) -> None:
        """Leave the case where it is."""
        self.dismiss(("", self.query_one("#reason", TextArea).text.strip()))
