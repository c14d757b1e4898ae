"""Ways to narrow a search, in groups with their counts: what is set is ticked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from index.model import Facets, Filters
from ppid_tui.printouts.labels import class_label

T = TypeVar("T")
MOST = 12
"""Years, units and kinds that are listed each."""


@dataclass(frozen=True)
class Choice:
    """One way to narrow: ``after`` are the filters once it is chosen, or let go if it was ``chosen``."""

    group: str
    label: str
    count: int
    after: Filters
    chosen: bool

    @property
    def name(self) -> str:
        """What stays the same while counts change."""
        return f"{self.group}/{self.label}"


def choices(facets: Facets, filters: Filters) -> list[Choice]:
    """What can be chosen; what is set can always be let go, also where it no longer counts anything."""
    return [*_classes(facets, filters), *_years(facets, filters), *_units(facets, filters), *_kinds(facets, filters)]


class FilterList(OptionList):
    """Enter or Space ticks."""

    BINDINGS = [Binding("enter,space", "select", "Pilih/lepas", key_display="Enter")]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._choices: dict[str, Choice] = {}

    def show_choices(self, facets: Facets, filters: Filters) -> None:
        """List what can be chosen now; the highlight stays where it was."""
        before = self.highlighted_option.id if self.highlighted_option else None
        self._choices = {choice.name: choice for choice in choices(facets, filters)}
        self.set_options(self._rows())
        if before in self._choices:
            self.highlighted = self.get_option_index(str(before))
        else:
            self.action_first()

    def choice(self, name: str | None) -> Choice | None:
        """The choice of a row."""
        return self._choices.get(name or "")

    def to_group(self, direction: int) -> None:
        """To the first choice of the next group, or of the one before."""
        firsts = list({choice.group: name for name, choice in reversed(self._choices.items())}.values())[::-1]
        option = self.highlighted_option
        here = self.choice(option.id if option else None)
        if here is not None:
            groups = [self._choices[name].group for name in firsts]
            name = firsts[(groups.index(here.group) + direction) % len(firsts)]
            self.highlighted = self.get_option_index(name)

    def _rows(self) -> list[Option]:
        rows, group = [], ""
        for name, choice in self._choices.items():
            if choice.group != group:
                rows.append(Option(Content.styled(choice.group, "bold"), disabled=True))
                group = choice.group
            words = f"{'[x]' if choice.chosen else '[ ]'} {choice.label} ({choice.count})"
            rows.append(Option(Content.styled(words, "bold" if choice.chosen else ""), id=name))
        return rows or [Option(Content("Tidak ada yang dapat disaring."), disabled=True)]


def _classes(facets: Facets, filters: Filters) -> Iterator[Choice]:
    for name, count in _with_set(facets.classes, sorted(filters.classes)):
        chosen = name in filters.classes
        after = replace(filters, classes=frozenset() if chosen else frozenset({name}))
        yield Choice("Klasifikasi", class_label(name), count, after, chosen)


def _years(facets: Facets, filters: Filters) -> Iterator[Choice]:
    for year, count in _with_set(facets.years, [filters.year] if filters.year is not None else []):
        chosen = filters.year == year
        yield Choice("Tahun", str(year), count, replace(filters, year=None if chosen else year), chosen)


def _units(facets: Facets, filters: Filters) -> Iterator[Choice]:
    for unit, count in _with_set(facets.units, [filters.unit] if filters.unit else []):
        chosen = filters.unit == unit
        yield Choice("Unit", unit, count, replace(filters, unit="" if chosen else unit), chosen)


def _kinds(facets: Facets, filters: Filters) -> Iterator[Choice]:
    for kind, count in _with_set(facets.kinds, [filters.kind] if filters.kind else []):
        chosen = filters.kind == kind
        yield Choice("Jenis", kind, count, replace(filters, kind="" if chosen else kind), chosen)


def _with_set(counts: dict[T, int], chosen: list[T]) -> list[tuple[T, int]]:
    listed = list(counts.items())[:MOST]
    names = {name for name, _ in listed}
    return [*((name, counts.get(name, 0)) for name in chosen if name not in names), *listed]
