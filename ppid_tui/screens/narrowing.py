"""Narrowing by class, year, unit and kind, beside the list that it narrows at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from index.model import Facets, Filters
from ppid_tui.widgets.filter_list import FilterList

Count = Callable[[Filters], Facets]
Narrow = Callable[[Filters], None]


class NarrowingScreen(ModalScreen[None]):
    """``count`` tells what there is to choose (in a thread); ``narrow`` is called at each tick."""

    CSS_PATH = "narrowing.tcss"
    BINDINGS = [
        Binding("tab", "group(1)", "Kelompok lain", priority=True),
        Binding("right", "group(1)", show=False, priority=True),
        Binding("left,shift+tab", "group(-1)", show=False, priority=True),
        Binding("ctrl+l", "clear", "Lepas semua"),
        Binding("escape,f7", "dismiss(None)", "Kembali ke hasil"),
    ]

    def __init__(self, filters: Filters, count: Count, narrow: Narrow) -> None:
        super().__init__()
        self._filters = filters
        self._count = count
        self._narrow = narrow

    def compose(self) -> ComposeResult:
        with Vertical(id="narrowing"):
            yield Static("Saring hasil", classes="title", markup=False)
            yield FilterList(id="choices")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(FilterList).focus()
        self._list()

    @on(FilterList.OptionSelected, "#choices")
    def _tick(self, event: FilterList.OptionSelected) -> None:
        choice = self.query_one(FilterList).choice(event.option_id)
        if choice is not None:
            self._set(choice.after)

    def action_group(self, direction: int) -> None:
        """To the next group, or the one before."""
        self.query_one(FilterList).to_group(direction)

    def action_clear(self) -> None:
        """Search everything again."""
        self._set(Filters(literal=self._filters.literal))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to let go."""
        return action != "clear" or replace(self._filters, literal=False) != Filters()

    def _set(self, filters: Filters) -> None:
        self._filters = filters
        self._narrow(filters)
        self._list()
        self.refresh_bindings()

    @work(exclusive=True, group="count")
    async def _list(self) -> None:
        facets = await asyncio.to_thread(self._count, self._filters)
        self.query_one(FilterList).show_choices(facets, self._filters)
