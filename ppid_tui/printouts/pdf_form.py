"""The head of an official form in a PDF: ruled boxes, room for the emblem and for signature and stamp."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

from ppid_tui.printouts.paper import FormBox, FormHead, Run
from ppid_tui.printouts.pdf_text import BOLD, PLAIN, markup

_EMBLEM = 18 * mm
_SIGNED = 14 * mm  # for signature and stamp, under who approved it
_LABELS = 0.17  # of the line
_SIZES = (10.0, 9.5, 9.0, 8.5)
_BODY = ParagraphStyle("form body", fontName=BOLD, fontSize=11.5, leading=15, alignment=TA_CENTER)
_REMARK = ParagraphStyle("form remark", fontName="Times-Italic", fontSize=8.5, leading=10, spaceBefore=2)
_RULED = [
    ("GRID", (0, 0), (-1, -1), 0.8, "black"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


class Head(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The head in the largest letters in which it fits the page; where none do, it goes on over the page."""

    def __init__(self, block: FormHead, line: float) -> None:
        super().__init__()
        self._block, self._line = block, line
        self._grid: Flowable | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as the line."""
        for size in _SIZES:
            self._grid = _grid(self._block, self._line, size)
            taken = float(self._grid.wrap(width, height)[1])
            if taken <= height:
                return self._line, taken
        self._grid = _grid(self._block, self._line, _SIZES[0])
        return self._line, float(self._grid.wrap(width, height)[1])

    def split(self, width: float, height: float) -> list[Flowable]:
        """Over the page."""
        parts: list[Flowable] = _grid(self._block, self._line, _SIZES[0]).split(width, height)
        return parts

    def draw(self) -> None:
        """As the grid that fitted."""
        assert self._grid is not None
        self._grid.drawOn(self.canv, 0, 0)


def form_head(block: FormHead, line: float) -> Iterator[Flowable]:
    """The head over the whole line of ``line`` points."""
    yield Head(block, line)
    yield Spacer(0, 8)


def _grid(block: FormHead, line: float, size: float) -> Grid:
    """One table of four columns: the body's cell spans all fields, each box two columns."""
    cell = ParagraphStyle("form cell", fontName=PLAIN, fontSize=size, leading=size * 1.18)
    fields = [["", "", _text(label, cell), _text(value, cell)] for label, value in block.fields]
    if len(fields) > 1:
        fields[-2][3] = [fields[-2][3], Spacer(0, _SIGNED)]
    fields[0][0] = [Spacer(0, _EMBLEM), *(_text(text, _BODY) for text in block.body)]
    boxes = [row for pair in block.boxes for row in _boxes(*pair, cell)]
    widths = [line * 0.25, line * 0.25, line * _LABELS, line * (0.5 - _LABELS)]
    return Grid([*fields, *boxes], colWidths=widths, style=[*_RULED, *_spans(len(fields), len(boxes))], splitInRow=1)


def _spans(fields: int, boxes: int) -> Iterator[tuple[object, ...]]:
    yield ("SPAN", (0, 0), (1, fields - 1))
    yield ("VALIGN", (0, 0), (0, 0), "MIDDLE")
    for row in range(fields, fields + boxes):
        yield from (("SPAN", (0, row), (1, row)), ("SPAN", (2, row), (3, row)))
    for title in range(fields, fields + boxes, 2):
        yield ("BACKGROUND", (0, title), (-1, title), (0.92, 0.92, 0.92))
        yield ("NOSPLIT", (0, title), (-1, title + 1))


def _boxes(left: FormBox, right: FormBox, cell: ParagraphStyle) -> Iterator[list[object]]:
    title = ParagraphStyle("form title", cell, fontName=BOLD)
    yield [_text(left.title, title), "", _text(right.title, title), ""]
    yield [_content(left, cell), "", _content(right, cell), ""]


def _content(box: FormBox, cell: ParagraphStyle) -> list[Text]:
    numbered = ParagraphStyle("form item", cell, leftIndent=14, firstLineIndent=-14)
    lines = [_text(line, numbered if line[:1].isdigit() else cell) for line in box.lines]
    return [*lines, *([_text(box.remark, _REMARK)] if box.remark else [])]


def _text(text: str, style: ParagraphStyle) -> Text:
    return Text(markup([Run(text)]), style)
