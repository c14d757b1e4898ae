"""A list as a paper and as data: the same rows on both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ppid_tui.printouts.paper import Paper

Cell = str | int | date | bool | None


@dataclass(frozen=True)
class Column:
    """A column of the data: ``name`` heads it in a spreadsheet, ``key`` names it in JSON; ``width`` in letters.

    Those that are not ``printed`` stay off the paper when a spreadsheet is printed.
    """

    key: str
    name: str
    width: int = 20
    printed: bool = True


@dataclass(frozen=True)
class InformationList:
    """``facts`` say what the list is, of whom and of when; ``paper`` has the same rows as they are printed."""

    name: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    paper: Paper
