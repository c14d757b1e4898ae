"""The table of an SOP in a PDF, its flow drawn as vectors; it goes on over pages, a row on one page if it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Paragraph as Text

from ppid_tui.printouts import pdf_signs
from ppid_tui.printouts.flow import STANDARD, Flow, FlowRow, Sign
from ppid_tui.printouts.paper import Run
from ppid_tui.printouts.pdf_arrows import Page, end_lane
from ppid_tui.printouts.pdf_marks import CONNECTOR, END_HEIGHT, GAP, Band, Lanes
from ppid_tui.printouts.pdf_text import BOLD, PLAIN, markup

_CELL = ParagraphStyle("flow cell", fontName=PLAIN, fontSize=9, leading=11)
_CENTERED = ParagraphStyle("flow centered", _CELL, alignment=TA_CENTER)
_HEAD = ParagraphStyle("flow head", _CENTERED, fontName=BOLD, fontSize=8.5, leading=10)
_PAD = 3.0
_HALF_HEIGHT = 12.0
_WIDE_LANE, _NARROW_LANE = 80.0, 40.0
_FRESH = 250.0  # points below which a tall row waits for the next page rather than being parted
# Shares of what the lanes leave: number, activity; needs, time, output, note.
_BEFORE, _AFTER = (26.0, 178.0), (84.0, 54.0, 76.0, 74.0)


@dataclass(frozen=True)
class _Row:
    """A row or a piece of one: ``place`` in the table; a later piece of a tall row bears no signs."""

    place: int
    cells: tuple[Text, ...]
    signs: bool = True


@dataclass(frozen=True)
class _Widths:
    before: tuple[float, ...]
    lane: float
    after: tuple[float, ...]


class FlowTable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The rows that stand on one page; platypus asks it to part where the page ends."""

    def __init__(self, flow: Flow, line: float, rows: Sequence[_Row] | None = None) -> None:
        super().__init__()
        self._flow, self._line = flow, line
        self._widths = _widths(flow, line)
        self._rows = list(rows if rows is not None else map(self._row, range(len(flow.rows))))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as the line, as high as head and rows."""
        return self._line, self._head_height() + sum(self._heights())

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, then the rest; a row higher than the page is parted itself."""
        room = height - self._head_height()
        # The last of them then needs room for a connector.
        fitting = sum(total + 2 * CONNECTOR <= room for total in accumulate(self._heights()))
        if fitting:
            parts = [self._rows[:fitting], self._rows[fitting:]]
        elif height > _FRESH:
            first, rest = self._parted(self._rows[0], room)
            parts = [[first], [rest, *self._rows[1:]]]
        else:
            return []
        return [FlowTable(self._flow, self._line, part) for part in parts if part]

    def draw(self) -> None:
        """Rules and words, then the arrows, then the signs over them."""
        bands = self._bands()
        self._draw_head()
        for row, band in zip(self._rows, bands, strict=True):
            self._draw_row(row, band)
        placed = {row.place: band for row, band in zip(self._rows, bands, strict=True) if row.signs}
        page = Page(self._flow, self._lanes(), placed)
        for mark in page.marks():
            pdf_signs.mark(self.canv, mark)
        for place, band in placed.items():
            self._draw_signs(self._flow.rows[place], band)

    # Sizes.

    def _row(self, place: int) -> _Row:
        row = self._flow.rows[place]
        texts = (*row.before, *row.after)
        centered = (0, len(row.before) + 1)
        cells = (_text(text, _CENTERED if at in centered else _CELL) for at, text in enumerate(texts))
        return _Row(place, tuple(cells))

    def _cell_widths(self) -> tuple[float, ...]:
        return (*self._widths.before, *self._widths.after)

    def _heights(self) -> list[float]:
        first, last = self._rows[0].place, self._rows[-1].place
        broken = {place for place in (first, last) if place not in (0, len(self._flow.rows) - 1)}
        broken |= {first} if first else set()
        return [self._height(row, row.place in broken) for row in self._rows]

    def _height(self, row: _Row, at_break: bool) -> float:
        words = max(
            cell.wrap(width - 2 * _PAD, 1e6)[1] for cell, width in zip(row.cells, self._cell_widths(), strict=True)
        )
        # Where a page breaks there is a connector; a diamond may lead to a small "Selesai".
        end = END_HEIGHT if _ends_below(self._flow, row.place) else 0
        signs = 2 * (1.25 * _HALF_HEIGHT + GAP + at_break * CONNECTOR + end)
        return float(max(words + 2 * _PAD, signs if row.signs else 0))

    def _parted(self, row: _Row, room: float) -> tuple[_Row, _Row]:
        first, rest = [], []
        for cell, width in zip(row.cells, self._cell_widths(), strict=True):
            pieces = cell.split(width - 2 * _PAD, room - 2 * _PAD)
            first.append(pieces[0] if pieces else _text("", _CELL))
            rest.append(pieces[1] if len(pieces) > 1 else cell if not pieces else _text("", _CELL))
        return _Row(row.place, tuple(first), row.signs), _Row(row.place, tuple(rest), False)

    def _lanes(self) -> Lanes:
        lane = self._widths.lane
        return Lanes(sum(self._widths.before), lane, lane * 0.28, _HALF_HEIGHT)

    def _bands(self) -> list[Band]:
        top = self.wrap(0, 0)[1] - self._head_height()
        ends = [top, *(top - total for total in accumulate(self._heights()))]
        return [Band(upper, lower) for upper, lower in pairwise(ends)]

    # The head.

    def _head_cells(self) -> Iterator[tuple[str, float, int]]:
        """Words, width, and from which of the two lines of the head on they stand."""
        flow, widths = self._flow, self._widths
        yield from ((name, width, 0) for name, width in zip(flow.before, widths.before, strict=True))
        yield from ((name, widths.lane, 1) for name in flow.lanes)
        after = zip(flow.after, widths.after, strict=True)
        yield from ((name, width, int(column < STANDARD)) for column, (name, width) in enumerate(after))

    def _head_lines(self) -> tuple[float, float]:
        cells = self._head_cells()
        words = [(_text(name, _HEAD).wrap(width - 2 * _PAD, 1e6)[1], start) for name, width, start in cells]
        below = max(height for height, start in words if start)
        whole = max((height for height, start in words if not start), default=0)
        upper = _HEAD.leading + 2 * _PAD
        return upper, max(below + 2 * _PAD, whole + 2 * _PAD - upper)

    def _head_height(self) -> float:
        return sum(self._head_lines())

    def _draw_head(self) -> None:
        upper, lower = self._head_lines()
        top = self.wrap(0, 0)[1]
        x = 0.0
        for name, width, start in self._head_cells():
            self._draw_cell(_text(name, _HEAD), x, top - start * upper, width, lower + (1 - start) * upper)
            x += width
        lanes = self._lanes()
        self._draw_cell(_text(self._flow.role, _HEAD), lanes.left, top, len(self._flow.lanes) * lanes.width, upper)
        right = lanes.left + len(self._flow.lanes) * lanes.width
        self._draw_cell(_text(self._flow.standard, _HEAD), right, top, sum(self._widths.after[:STANDARD]), upper)
        self.canv.setLineWidth(1.2)
        self.canv.line(0, top - upper - lower, self._line, top - upper - lower)

    # The rows.

    def _draw_row(self, row: _Row, band: Band) -> None:
        x = 0.0
        cells = iter(row.cells)
        spaces = (*self._widths.before, *[self._widths.lane] * len(self._flow.lanes), *self._widths.after)
        in_lane = range(len(self._widths.before), len(self._widths.before) + len(self._flow.lanes))
        for column, width in enumerate(spaces):
            cell = None if column in in_lane else next(cells)
            self._draw_cell(cell, x, band.top, width, band.top - band.bottom)
            x += width

    def _draw_cell(self, text: Text | None, x: float, top: float, width: float, height: float) -> None:
        self.canv.setLineWidth(0.5)
        self.canv.rect(x, top - height, width, height)
        if text is not None:
            words = text.wrap(width - 2 * _PAD, 1e6)[1]
            text.drawOn(self.canv, x + _PAD, top - (height + words) / 2)

    def _draw_signs(self, row: FlowRow, band: Band) -> None:
        lanes = self._lanes()
        for shape in row.shapes:
            pdf_signs.sign(self.canv, shape.sign, (lanes.x(shape.lane), band.middle), lanes)


def flow_table(flow: Flow, line: float) -> Iterator[Flowable]:
    """The table over the whole line of ``line`` points."""
    if flow.rows:
        yield FlowTable(flow, line)
        yield Spacer(0, 8)


def _widths(flow: Flow, line: float) -> _Widths:
    after = _AFTER[: len(flow.after)]
    lane = (line - sum(_BEFORE) - sum(after)) / len(flow.lanes)
    lane = min(max(lane, _NARROW_LANE), _WIDE_LANE)
    scale = (line - lane * len(flow.lanes) - _BEFORE[0]) / (_BEFORE[1] + sum(after))
    return _Widths((_BEFORE[0], _BEFORE[1] * scale), lane, tuple(width * scale for width in after))


def _ends_below(flow: Flow, place: int) -> bool:
    """Whether a small end stands beneath the row's diamond."""
    row = flow.rows[place]
    leads = row.shapes[-1].sign is Sign.DIAMOND and any(way.to is None for way in row.ways)
    return leads and end_lane(flow, place) is None


def _text(text: str, style: ParagraphStyle) -> Text:
    return Text(markup([Run(text)]), style)
