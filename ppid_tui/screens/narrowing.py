"""Narrowing a search by class, year and unit: a small list over the results, by keys alone."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from index.model import Facets, Filters
from ppid_tui.printouts.labels import class_label

MOST = 12
"""Years and units that are listed each."""


class NarrowingScreen(ModalScreen[Filters | None]):
    """Answers with the filters to search with, or None when nothing was changed."""

    CSS_PATH = "narrowing.tcss"
    BINDINGS = [
        Binding("escape,f7", "dismiss(None)", "Kembali"),
        Binding("delete", "clear", "Hapus semua saringan"),
    ]

    def __init__(self, facets: Facets, filters: Filters) -> None:
        super().__init__()
        self._filters = filters
        self._choices = dict(enumerate(choices(facets, filters)))

    def compose(self) -> ComposeResult:
        with Vertical(id="narrowing"):
            yield Static("Saring hasil", classes="title", markup=False)
            yield OptionList(*self._rows(), id="choices", markup=False)
            yield Static("Enter pilih/lepas · Del hapus semua · Esc kembali", classes="quiet", markup=False)

    def on_mount(self) -> None:
        listed = self.query_one(OptionList)
        listed.focus()
        listed.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[int(event.option_id or 0)][2])

    def action_clear(self) -> None:
        """Search everything again."""
        self.dismiss(Filters())

    def _rows(self) -> list[Option]:
        rows, group = [], ""
        for number, (heading, label, _, chosen) in self._choices.items():
            if heading != group:
                rows.append(Option(Content.styled(heading, "bold"), disabled=True))
                group = heading
            rows.append(Option(Content.styled(label, "bold $primary" if chosen else ""), id=str(number)))
        if not rows:
            rows.append(Option(Content("Tidak ada yang dapat disaring."), disabled=True))
        return rows


Choice = tuple[str, str, Filters, bool]
"""Heading, label, the filters after choosing it, whether it is chosen now."""


def choices(facets: Facets, filters: Filters) -> list[Choice]:
    """What can be chosen; choosing again what is chosen lets it go."""
    every: list[Choice] = []
    if filters != Filters():
        every.append(("", "Hapus semua saringan", Filters(), False))
    for name, count in facets.classes.items():
        one = frozenset({name})
        chosen = filters.classes == one
        after = replace(filters, classes=frozenset() if chosen else one)
        every.append(("Klasifikasi", _label(class_label(name), count, chosen), after, chosen))
    for year, count in list(facets.years.items())[:MOST]:
        chosen = filters.year == year
        after = replace(filters, year=None if chosen else year)
        every.append(("Tahun", _label(str(year), count, chosen), after, chosen))
    for unit, count in list(facets.units.items())[:MOST]:
        chosen = filters.unit == unit
        after = replace(filters, unit="" if chosen else unit)
        every.append(("Unit", _label(unit, count, chosen), after, chosen))
    return every


def chips(filters: Filters) -> list[str]:
    """The filters in force, as short words."""
    words = [class_label(name) for name in sorted(filters.classes)]
    words += [str(filters.year)] if filters.year is not None else []
    return words + ([filters.unit] if filters.unit else [])


def _label(name: str, count: int, chosen: bool) -> str:
    return f"{'[x]' if chosen else '[ ]'} {name} ({count})"
