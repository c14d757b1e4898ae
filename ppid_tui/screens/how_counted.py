"""How a due date was counted, over the place where the date stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

if TYPE_CHECKING:
    from ppid_tui.desk.how_counted import Counted
    from ppid_tui.screens.place import Place

NO_DATE = "Ini tidak punya batas waktu."


class HowCountedScreen(ModalScreen[None]):
    """The working, from day to day; Esc or Enter goes back."""

    CSS_PATH = "how_counted.tcss"
    AUTO_FOCUS = "#working"
    BINDINGS = [Binding("escape,enter", "dismiss(None)", "Kembali")]

    def __init__(self, counted: Counted) -> None:
        super().__init__()
        self._counted = counted

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="working"):
            yield Static("Cara menghitung", classes="title", markup=False)
            yield Static(_working(self._counted), id="count", markup=False)
        yield Footer(show_command_palette=False, compact=True)


def show_working(place: Place, counted: Counted | None) -> None:
    """Show it over this place, or say that there is none."""
    if counted is None:
        place.notify(NO_DATE, markup=False)
    else:
        place.app.push_screen(HowCountedScreen(counted))


def _working(counted: Counted) -> Content:
    lines = [Content.styled(counted.title, "bold"), Content("")]
    lines += _aligned(counted.rows)
    if counted.skipped:
        lines += [Content(""), Content.styled("Tidak dihitung", "bold"), *_aligned(counted.skipped)]
    lines += [Content.styled(f"\n{note}", "$warning") for note in counted.notes]
    return Content("\n").join(lines)


def _aligned(rows: tuple[tuple[str, str], ...]) -> list[Content]:
    wide = max(len(label) for label, _ in rows) + 2
    return [Content.assemble((label.ljust(wide), "dim"), value) for label, value in rows]
