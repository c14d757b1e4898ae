"""What a sample document says, before it is a file: lines, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """A table. ``widths`` are relative; ``figures`` are the columns set to the right; ``total`` is its last row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    figures: tuple[int, ...] = ()
    total: tuple[str, ...] = ()

    @property
    def all_rows(self) -> tuple[tuple[str, ...], ...]:
        """Head, rows and total."""
        return (self.head, *self.rows, *((self.total,) if self.total else ()))


@dataclass(frozen=True)
class Section:
    """A heading with its paragraphs and its table; ``new_page`` where it begins a page."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    grid: Grid | None = None
    new_page: bool = False


@dataclass(frozen=True)
class Sheet:
    """A document's words: letterhead, heading, number, title, sections, and who signed where and when."""

    letterhead: tuple[str, ...]
    address: str
    heading: str
    number: str
    title: str
    sections: tuple[Section, ...]
    signature: tuple[str, ...] = ()


def lines_of(sheet: Sheet) -> Iterator[str]:
    """The whole document as plain lines, in the order in which it is read; '' ends a page."""
    yield from (*sheet.letterhead, sheet.address)
    yield from filter(None, (sheet.heading, f"Nomor: {sheet.number}", sheet.title))
    for section in sheet.sections:
        if section.new_page:
            yield ""
        yield from filter(None, (section.heading, *section.lines))
        if section.grid:
            yield from (" ".join(row) for row in section.grid.all_rows)
    yield from sheet.signature
