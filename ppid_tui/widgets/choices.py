"""A list to choose from with the arrows and Enter, or by its digit: a name and a quiet word beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Choices(OptionList):
    """Literal text throughout; tells which row was chosen."""

    DEFAULT_CSS = """
    Choices { border: none; background: $surface; padding: 0; }
    Choices:focus > .option-list--option-highlighted { background: $primary; color: $background; }
    """

    class Chosen(Message):
        """Row ``index`` was chosen."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False, compact=True)

    def show(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these rows; the highlight stays where it was."""
        at = self.highlighted or 0
        wide = max((len(name) for name, _ in rows), default=0) + 2
        self.set_options(Option(Content.assemble(name.ljust(wide), (beside, "dim"))) for name, beside in rows)
        if rows:
            self.highlighted = min(at, len(rows) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(event.option_index))
