"""A paper as frozen data: what every renderer understands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ppid_tui.printouts.flow import Flow


class PaperSize(Enum):
    """Width and height in millimetres. F4 (folio) is still common in Indonesian offices."""

    A4 = (210.0, 297.0)
    F4 = (215.0, 330.0)


@dataclass(frozen=True)
class Run:
    """A stretch of literal text. ``marked`` are the words that were sought: bold and underlined in print."""

    text: str
    bold: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading within the paper; level 1 is the largest."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Runs of text, wrapped; line breaks in the text are kept. ``large`` is for what is read from afar."""

    runs: tuple[Run, ...]
    centered: bool = False
    small: bool = False
    large: bool = False


@dataclass(frozen=True)
class Tick:
    """A box to be ticked, perhaps ticked already, with its words beside it."""

    text: str
    ticked: bool = False


Ticks = tuple[Tick, ...]
"""Boxes beneath each other, where a form offers choices."""


@dataclass(frozen=True)
class Fields:
    """Labels with their values, aligned by a colon, as on an office form; ``boxed`` frames them."""

    rows: tuple[tuple[str, str | Ticks], ...]
    boxed: bool = False


def in_words(value: str | Ticks) -> str:
    """The value of a field for where no boxes are drawn: "[x]" and "[ ]" stand for them."""
    if isinstance(value, str):
        return value
    return "\n".join(f"[{'x' if tick.ticked else ' '}] {tick.text}" for tick in value)


@dataclass(frozen=True)
class Item:
    """Paragraphs beside a label in the margin, such as "1."; the first stays with the second."""

    label: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Table:
    """A ruled table whose head repeats on each page. ``widths`` are relative shares of the line.

    An empty ``head`` is a table without one; rows have as many cells as there are ``widths``.
    ``groups`` stand above the head: a name over as many columns; one without a name leaves its columns
    as they are. ``centered`` counts columns from 0. ``small`` letters are for registers with many columns.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    groups: tuple[tuple[str, int], ...] = ()
    centered: frozenset[int] = frozenset()
    small: bool = False


@dataclass(frozen=True)
class Signature:
    """Place for a signature: who signs, in which position, and ``above`` it place and date.

    A paragraph right before it stays with it, so that no page only bears a name.
    """

    above: str
    position: str
    name: str
    identity: str = ""


@dataclass(frozen=True)
class SignaturePair:
    """Two who sign the same paper, side by side, and below them who knows of it.

    The ``closing`` words stay with them, so that no page only bears names.
    """

    left: Signature
    right: Signature
    closing: str = ""
    witness: Signature | None = None


@dataclass(frozen=True)
class Bars:
    """Numbers (0 or more) as bars, each with its name: a chart where one can be drawn."""

    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True)
class FormHead:
    """The head of an official form: left the body and room for its emblem, right its fields, below them boxes.

    ``boxes`` stand two by two, each with a title, its lines and a ``remark``: what is no part of the form itself.
    """

    body: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    boxes: tuple[tuple[FormBox, FormBox], ...]


@dataclass(frozen=True)
class FormBox:
    """A titled box of a form's head."""

    title: str
    lines: tuple[str, ...]
    remark: str = ""


Block = Heading | Paragraph | Fields | Item | Table | Signature | SignaturePair | PageBreak | FormHead | Flow | Bars


@dataclass(frozen=True)
class Letterhead:
    """The office's kop surat: lines from the highest body down, then its address."""

    lines: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True)
class Paper:
    """One paper. ``footer`` stands on each page beside its number; ``sample`` prints CONTOH across it."""

    title: str
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    footer: str = ""
    size: PaperSize = PaperSize.A4
    landscape: bool = False
    sample: bool = False
