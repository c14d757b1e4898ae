"""A paper as plain text: for any printer, any editor, and for reading aloud.

80 columns, 120 for a landscape paper; UTF-8. Marked words stand between asterisks. A text file has no
pages of its own: a page break is a form feed, at which printers begin a new sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from textwrap import TextWrapper

from ppid_tui.printouts.bars import PLAIN, bar_lines
from ppid_tui.printouts.flow import Flow
from ppid_tui.printouts.flow_lines import flow_lines
from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import (
    Bars,
    Block,
    Fields,
    FormHead,
    Heading,
    Item,
    Letterhead,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
    in_words,
)
from ppid_tui.printouts.undrawn import undrawn


def render(paper: Paper) -> bytes:
    """The paper as a text file's content, no line wider than the paper."""
    width = 120 if paper.landscape else 80
    return ("\n".join(line.rstrip(" ") for line in _paper(paper, width)) + "\n").encode("utf-8")


def _paper(paper: Paper, width: int) -> Iterator[str]:
    if paper.sample:
        yield from ("CONTOH".center(width), "")
    yield from _letterhead(paper.letterhead, width)
    if paper.title:
        yield from (*_centered(paper.title, width), "")
    for block in paper.blocks:
        yield from _block(block, width)
    if paper.footer:
        yield from ("-" * width, *_wrap(paper.footer, width))


def _letterhead(letterhead: Letterhead, width: int) -> Iterator[str]:
    lines = [line for line in (*letterhead.lines, letterhead.address) if line]
    for line in lines:
        yield from _centered(line, width)
    if lines:
        yield from ("=" * width, "")


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            lines = _wrap(block.text, width)
            yield from (*lines, "-" * max(map(len, lines)), "")
        case Paragraph():
            text = _plain(block.runs)
            yield from (*(_centered(text, width) if block.centered else _wrap(text, width)), "")
        case Fields():
            yield from _fields(block, width)
        case Item():
            yield from _item(block, width)
        case Table():
            yield from _table(block, width)
        case Signature():
            half = width // 2
            yield from (*(" " * (width - half) + line for line in _signature(block, half)), "")
        case SignaturePair():
            below = ["", *_signature(block.witness, width)] if block.witness else []
            yield from (*_wrap(block.closing, width), "", *_pair(block, width), *below, "")
        case PageBreak():
            yield "\f"
        case Bars():
            yield from (*bar_lines(block.rows, width, PLAIN), "")
        case FormHead() | Flow():
            drawn = flow_lines(block, width) if isinstance(block, Flow) else []
            yield from (*drawn, *[""] * bool(drawn))
            for part in undrawn(block):
                yield from _block(part, width)


def _plain(runs: Iterable[Run]) -> str:
    return "".join(f"*{run.text}*" if run.marked else run.text for run in runs)


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; words longer than that go on in the next line."""
    wrapper = TextWrapper(max(width, 1), break_on_hyphens=False)
    return [line for part in literal(text).split("\n") for line in wrapper.wrap(part) or [""]]


def _centered(text: str, width: int) -> list[str]:
    return [line.center(width) for line in _wrap(text, width)]


def _hang(label: str, lines: Sequence[str]) -> Iterator[str]:
    """The label before the first line, as much space before the others."""
    yield from (f"{label if not number else ' ' * len(label)}{line}" for number, line in enumerate(lines))


def _fields(block: Fields, width: int) -> Iterator[str]:
    room = min(max((len(literal(label)) for label, _ in block.rows), default=0), width // 3)
    rule = ["-" * width] if block.boxed else []
    yield from rule
    for label, value in block.rows:
        labels, values = _wrap(label, room), _wrap(in_words(value), width - room - 3)
        for number, (left, right) in enumerate(zip_longest(labels, values, fillvalue="")):
            yield f"{left:<{room}} {' ' if number else ':'} {right}"
    yield from (*rule, "")


def _item(block: Item, width: int) -> Iterator[str]:
    label = f"{literal(block.label):<3} "
    texts = (_plain(paragraph.runs) for paragraph in block.paragraphs)
    yield from _hang(label, [line for text in texts for line in _wrap(text, width - len(label))])
    yield ""


def _table(block: Table, width: int) -> Iterator[str]:
    widths = _column_widths(block.widths, width)
    rule = "+".join(["", *("-" * (column + 2) for column in widths), ""])
    yield rule
    if block.groups:
        yield from _groups(block.groups, widths)
    if block.head:
        yield from (*_row(block.head, widths), rule.replace("-", "="))
    for row in block.rows:
        yield from (*_row(row, widths), rule)
    yield ""


def _groups(groups: Sequence[tuple[str, int]], widths: Sequence[int]) -> Iterator[str]:
    columns = iter(widths)
    joined = [sum(islice(columns, count)) + 3 * (count - 1) for _, count in groups]
    yield from _row([name for name, _ in groups], joined)


def _column_widths(shares: Sequence[float], width: int) -> list[int]:
    room = width - 3 * len(shares) - 1
    return [max(1, int(room * share / sum(shares))) for share in shares]


def _row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield "| " + " | ".join(f"{part:<{width}}" for part, width in zip(parts, widths, strict=True)) + " |"


def _pair(block: SignaturePair, width: int) -> Iterator[str]:
    half = width // 2
    left, right = (list(_signature(one, half)) for one in (block.left, block.right))
    tall = max(len(left), len(right))
    for one, other in zip([""] * (tall - len(left)) + left, [""] * (tall - len(right)) + right, strict=True):
        yield f"{one:<{width - half}}{other}"


def _signature(block: Signature, width: int) -> Iterator[str]:
    parts = [block.above, block.position, "\n\n", block.name or "(" + "." * 30 + ")", block.identity]
    yield from (line for part in parts if part for line in _centered(part, width))
