"""Tables and fields of a PDF: rows that may be taller than a page, under a head that repeats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, FrameBreak, Spacer
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import Fields, Run, Table, Ticks
from ppid_tui.printouts.pdf_text import BOLD, PLAIN, markup
from ppid_tui.printouts.pdf_tick import tick_box

Look = list[tuple[Any, ...]]

_CELL = ParagraphStyle("cell", fontName=PLAIN, fontSize=9.5, leading=12)
_CENTERED = ParagraphStyle("centered cell", _CELL, alignment=TA_CENTER)
_HEAD = ParagraphStyle("head", _CENTERED, fontName=BOLD)
_FIELD = ParagraphStyle("field", fontName=PLAIN, fontSize=11, leading=14)
_PAD = 3  # points between a rule and what stands beside it
_SMALL, _SMALL_PAD = 7.0, 1.5


class Headed(Grid):  # type: ignore[misc]  # reportlab has no types
    """A table under a head: what goes on, goes on at the next page, not beneath a second head on the same one."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """The part that fits, then the rest on a new page."""
        parts: list[Flowable] = super().split(width, height)
        return [parts[0], FrameBreak, *parts[1:]] if len(parts) > 1 else parts


def fields(block: Fields, line: float) -> Iterator[Flowable]:
    """The fields on a line of ``line`` points; labels take at most a third of it, then they wrap."""
    widest = max((stringWidth(literal(label), PLAIN, 11) for label, _ in block.rows), default=0)
    label = min(widest, line * 0.35) + 4 * _PAD
    rows = [[_cell(label, _FIELD), _cell(":", _FIELD), _value(value)] for label, value in block.rows]
    look: Look = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    look.append(("BOX", (0, 0), (-1, -1), 0.8, "black") if block.boxed else ("LEFTPADDING", (0, 0), (0, -1), 0))
    yield from _grid(rows, [label, 8, line - label - 8], look)


def table(block: Table, line: float) -> Iterator[Flowable]:
    """The table over the whole line of ``line`` points, by the shares of its columns."""
    shares = [line * width / sum(block.widths) for width in block.widths]
    look: Look = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    head, head_look = _head(block)
    plain, centered = _sized(_CELL, block), _sized(_CENTERED, block)
    styles = [centered if column in block.centered else plain for column in range(len(shares))]
    body = [[_cell(text, style) for text, style in zip(row, styles, strict=True)] for row in block.rows]
    yield from _grid(head + body, shares, look + head_look, len(head), _SMALL_PAD if block.small else _PAD)


def _head(block: Table) -> tuple[list[list[Text | str]], Look]:
    if not block.head:
        return [], []
    style = _sized(_HEAD, block)
    head: list[Text | str] = [_cell(text, style) for text in block.head]
    rows, look = _grouped(head, block.groups, style) if block.groups else ([head], [])
    last = len(rows) - 1
    look += [("VALIGN", (0, 0), (-1, last), "MIDDLE"), ("LINEBELOW", (0, last), (-1, last), 1.2, "black")]
    return rows, look


def _grouped(
    head: list[Text | str], groups: tuple[tuple[str, int], ...], style: ParagraphStyle
) -> tuple[list[list[Text | str]], Look]:
    above, below, look = list(head), list(head), []
    start = 0
    for name, count in groups:
        end = start + count
        if name:
            above[start:end] = [_cell(name, style), *[""] * (count - 1)]
            look.append(("SPAN", (start, 0), (end - 1, 0)))
        else:
            below[start:end] = [""] * count
            look += [("SPAN", (column, 0), (column, 1)) for column in range(start, end)]
        start = end
    return [above, below], look


def _value(value: str | Ticks) -> Text | list[Text]:
    return _cell(value, _FIELD) if isinstance(value, str) else [tick_box(tick, _FIELD) for tick in value]


def _sized(style: ParagraphStyle, block: Table) -> ParagraphStyle:
    return ParagraphStyle("small cell", style, fontSize=_SMALL, leading=_SMALL + 1.5) if block.small else style


def _cell(text: str, style: ParagraphStyle) -> Text:
    return Text(markup([Run(text)]), style)


def _grid(
    rows: list[list[Any]], widths: list[float], look: Look, repeat: int = 0, pad: float = _PAD
) -> Iterator[Flowable]:
    if not rows:
        return
    sides = [("LEFTPADDING", (0, 0), (-1, -1), pad), ("RIGHTPADDING", (0, 0), (-1, -1), pad)]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *sides, *look]
    kind = Headed if repeat else Grid
    yield kind(rows, colWidths=widths, style=style, repeatRows=repeat, splitInRow=1)
    yield Spacer(0, 8)
