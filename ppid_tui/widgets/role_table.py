"""Officers against the roles of the SOP: a column a role, a line an officer, with what is lent for a time."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ppid_tui.desk.role_rows import RoleRow
from ppid_tui.widgets.hanging import Hanging


class RoleTable(OptionList):
    """The officers; its own Enter, so that the footer names it."""

    DEFAULT_CSS = """
    RoleTable { border: none; background: transparent; padding: 0 1; height: 1fr; }
    RoleTable > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    RoleTable:focus > .option-list--option-highlighted { background: $primary; color: $background; text-style: none; }
    """
    BINDINGS = [Binding("enter", "select", "PIN baru")]

    def show(self, rows: Sequence[RoleRow]) -> None:
        """Show these officers; the highlight stays where it was."""
        at = self.highlighted or 0
        self.set_options(Option(_row(row)) for row in rows)
        self.highlighted = min(at, len(rows) - 1) if rows else None


def columns(count: int) -> str:
    """The heads of the columns: a digit a role, A for administrator."""
    return "".join(f"{n} " for n in range(1, count + 1)) + "A "


def _row(row: RoleRow) -> Hanging:
    mark = "".join(f"{sign} " for sign in row.signs) + " "
    name = Content.styled(row.name, "dim" if row.gone else "bold")
    return Hanging([name, *(Content.styled(line, "dim") for line in row.lines)], Content(mark), len(mark))
