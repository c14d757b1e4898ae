"""What waits, one task a row: the title, and beneath it where it stands and how long there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from ppid_tui.desk.due import Task

SHOWN = 50


class TaskList(OptionList):
    """Late tasks stand out; the rest is plain."""

    DEFAULT_CSS = """
    TaskList { border: none; background: transparent; padding: 0 1; }
    TaskList > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    TaskList:focus > .option-list--option-highlighted { background: $primary; color: $background; }
    """

    class Chosen(Message):
        """Row ``index`` is taken up."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)

    def show(self, tasks: Sequence[Task]) -> None:
        """Show these tasks; only the first fifty, with a word of how many more there are."""
        rows = [Option(_row(task)) for task in tasks[:SHOWN]]
        if len(tasks) > SHOWN:
            rows.append(Option(f"… dan {len(tasks) - SHOWN} lagi", disabled=True))
        self.set_options(rows)
        self.display = bool(tasks)
        self.highlighted = 0 if tasks else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(event.option_index))


def _row(task: Task) -> Hanging:
    mark = Content.styled("! ", "bold $error") if task.late else Content("  ")
    words = Content.styled(task.words, "bold $error" if task.late else "dim")
    return Hanging([Content.styled(task.title, "bold"), words], mark)
