"""The flow of an SOP in its lanes: where each arrow runs, so that none crosses a sign. Pure geometry, in points.

An arrow to the next row leaves below and comes in from above. Any other leaves at the side and runs in a channel at
the edge of a lane. One that leads to another page ends at a connector with the number of the step it leads to,
and begins again at one with the number of the step it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ppid_tui.printouts.flow import Flow, FlowRow, Shape, Sign, Way
from ppid_tui.printouts.pdf_marks import (
    CONNECTOR,
    END_HEIGHT,
    GAP,
    Arrow,
    Band,
    Connector,
    End,
    Lanes,
    Mark,
    Point,
    half_height,
)

_CHANNEL = 0.2  # of the room beside a sign: from the edge of its lane, and between two channels


@dataclass(frozen=True)
class Page:
    """What of the flow stands on one page: its rows by their place in the table."""

    flow: Flow
    lanes: Lanes
    bands: Mapping[int, Band]

    def marks(self) -> Iterator[Mark]:
        """All arrows and connectors of this page."""
        for place, row in enumerate(self.flow.rows):
            if place in self.bands and len(row.shapes) > 1:
                yield self._within(place, row)
            for number, way in enumerate(row.ways):
                yield from self._way(place, row, way, (place, number))

    def _within(self, place: int, row: FlowRow) -> Arrow:
        first, last = row.shapes[0], row.shapes[-1]
        y = self.bands[place].middle
        toward = 1 if last.lane > first.lane else -1
        start = self.lanes.x(first.lane) + toward * self.lanes.half_width
        return Arrow(((start, y), (self.lanes.x(last.lane) - toward * self.lanes.half_width, y)))

    def _way(self, place: int, row: FlowRow, way: Way, key: tuple[int, int]) -> Iterator[Mark]:
        if way.to is None:
            if place in self.bands and row.shapes[-1].sign is Sign.DIAMOND:
                yield from self._to_end(place, row, way)
        elif place in self.bands and way.to in self.bands:
            near = way.to == place + 1
            yield self._down(place, row, way.to, way) if near else self._around(row, way, key, way.to)
        elif place in self.bands:
            yield from self._leaving(place, row, way, way.to)
        elif way.to in self.bands:
            yield from self._coming(place, way.to)

    def _to_end(self, place: int, row: FlowRow, way: Way) -> Iterator[Mark]:
        x, y = self.lanes.x(row.shapes[-1].lane), self.bands[place].middle
        beside = end_lane(self.flow, place)
        if beside is None:
            foot = y - self._half(row.shapes[-1])
            label_at, room = (x + 3, foot - 7), self.lanes.width / 2 - 4
            yield Arrow(((x, foot), (x, foot - GAP)), way.label, label_at, room=room)
            yield End(x, foot - GAP - END_HEIGHT / 2)
            return
        side, end = _sign(beside - row.shapes[-1].lane), self.lanes.x(beside)
        start = x + side * self.lanes.half_width
        beneath = (end - self.lanes.width / 2 + 2, y - END_HEIGHT / 2 - 7)
        points = ((start, y), (end - side * self.lanes.half_width, y))
        yield Arrow(points, way.label, beneath, room=self.lanes.width - 4)
        yield End(end, y)

    def _down(self, place: int, row: FlowRow, to: int, way: Way) -> Arrow:
        start, end = self._foot(place, row), self._head(to)
        bend = self.bands[place].bottom + GAP / 2
        if start[0] == end[0]:
            return Arrow((start, end), way.label, (start[0] + 3, start[1] - 8), room=self.lanes.width / 2 - 4)
        side = _sign(end[0] - start[0])
        at = (start[0] + side * 5, bend + 2)
        return Arrow((start, (start[0], bend), (end[0], bend), end), way.label, at, side < 0, self.lanes.width / 2 - 6)

    def _around(self, row: FlowRow, way: Way, key: tuple[int, int], to: int) -> Arrow:
        place = key[0]
        exit_, entry = row.shapes[-1], self.flow.rows[to].shapes[0]
        side = self._side(row, entry.lane)
        x, y = self.lanes.x(exit_.lane) + side * self.lanes.half_width, self.bands[place].middle
        wide = side == _sign(entry.lane - exit_.lane) and len(row.shapes) == 1
        channel = self._edge(entry.lane if wide else exit_.lane, side, key)
        points = ((x, y), (channel, y), *self._in_from(channel, to))
        return Arrow(points, way.label, *self._beside(exit_.lane, side, wide, y, to > place))

    def _beside(self, lane: int, side: int, wide: bool, y: float, downward: bool) -> tuple[Point, bool, float]:
        """Where words stand: over the line in the next lane, or in the corner that the diamond leaves free."""
        edge = self.lanes.x(lane) + side * self.lanes.width / 2
        if wide:
            return (edge + side * 3, y + 3), side < 0, self.lanes.width - 10
        return (edge - side * 1.5, y + 6 if downward else y - 12), side > 0, self.lanes.width / 2 - 8

    def _side(self, row: FlowRow, lane: int) -> int:
        """Left (-1) or right (1): away from the arrow that comes in, else toward where the way leads."""
        if len(row.shapes) > 1:
            return _sign(row.shapes[-1].lane - row.shapes[0].lane)
        return _sign(lane - row.shapes[-1].lane) or 1

    def _edge(self, lane: int, side: int, key: tuple[int, int]) -> float:
        """A channel of its own for each of three ways that go around, so that they are told apart."""
        rows = enumerate(self.flow.rows)
        around = [(p, n) for p, row in rows for n, way in enumerate(row.ways) if way.to not in (None, p + 1)]
        inward = _CHANNEL * (1 + around.index(key) % 3) * (self.lanes.width / 2 - self.lanes.half_width)
        return self.lanes.x(lane) + side * (self.lanes.width / 2 - inward)

    def _in_from(self, channel: float, to: int) -> tuple[Point, ...]:
        """Into the side of a sign where nothing stands between, else over it and down into its head."""
        shapes = self.flow.rows[to].shapes
        x, y = self.lanes.x(shapes[0].lane), self.bands[to].middle
        side = _sign(channel - x)
        blocked = any(_sign(other.lane - shapes[0].lane) == side for other in shapes[1:])
        if not blocked:
            return ((channel, y), (x + side * self.lanes.half_width, y))
        over = self.bands[to].top - GAP / 2
        return ((channel, over), (x, over), self._head(to))

    def _leaving(self, place: int, row: FlowRow, way: Way, to: int) -> Iterator[Mark]:
        text = str(self.flow.rows[to].number)
        x, y = self._foot(place, row)
        if to == place + 1:
            end = self.bands[place].bottom + 2 * CONNECTOR + 1
            yield Arrow(((x, y), (x, end)), way.label, (x + CONNECTOR + 2, y - 8), room=self.lanes.width / 2 - 8)
            yield Connector(x, end - CONNECTOR, text)
            return
        side, middle = self._side_of_leaving(place, row, to), self.bands[place].middle
        edge = self.lanes.x(row.shapes[-1].lane) + side * (self.lanes.width / 2 - CONNECTOR)
        start = self.lanes.x(row.shapes[-1].lane) + side * self.lanes.half_width
        label_at = (edge + side * (CONNECTOR - 1.5), middle - CONNECTOR - 9)
        points = ((start, middle), (edge - side * CONNECTOR, middle))
        yield Arrow(points, way.label, label_at, side > 0, self.lanes.width / 2 - 8)
        yield Connector(edge, middle, text)

    def _side_of_leaving(self, place: int, row: FlowRow, to: int) -> int:
        """Where no other way of this row goes around on this page."""
        around = [way.to for way in row.ways if way.to is not None and way.to in self.bands and way.to != place + 1]
        if around and len(row.shapes) == 1:
            return -self._side(row, self.flow.rows[around[0]].shapes[0].lane)
        return self._side(row, self.flow.rows[to].shapes[0].lane)

    def _coming(self, place: int, to: int) -> Iterator[Mark]:
        text = str(self.flow.rows[place].number)
        x, y = self._head(to)
        if to == place + 1:
            start = self.bands[to].top - 2 * CONNECTOR - 1
            yield Arrow(((x, start), (x, y)))
            yield Connector(x, start + CONNECTOR, text)
            return
        shapes, middle = self.flow.rows[to].shapes, self.bands[to].middle
        side = -1 if all(other.lane >= shapes[0].lane for other in shapes) else 1
        edge = x + side * (self.lanes.width / 2 - CONNECTOR)
        yield Arrow(((edge - side * CONNECTOR, middle), (x + side * self.lanes.half_width, middle)))
        yield Connector(edge, middle, text)

    def _foot(self, place: int, row: FlowRow) -> Point:
        shape = row.shapes[-1]
        return self.lanes.x(shape.lane), self.bands[place].middle - self._half(shape)

    def _head(self, place: int) -> Point:
        shape = self.flow.rows[place].shapes[0]
        return self.lanes.x(shape.lane), self.bands[place].middle + self._half(shape)

    def _half(self, shape: Shape) -> float:
        return half_height(self.lanes, shape)


def end_lane(flow: Flow, place: int) -> int | None:
    """A free lane for the end beside a decision that also leads to the next row; None: it stands beneath."""
    row = flow.rows[place]
    at, taken = row.shapes[-1].lane, [shape.lane for shape in row.shapes[:-1]]
    around = [flow.rows[way.to].shapes[0].lane for way in row.ways if way.to not in (None, place + 1)]
    if place + 1 not in [way.to for way in row.ways]:
        return None
    sides = [side for side in (1, -1) if side not in [_sign(lane - at) for lane in taken]]
    free = [side for side in sides if 0 <= at + side < len(flow.lanes)]
    free.sort(key=lambda side: side in [_sign(lane - at) or 1 for lane in around])
    return at + free[0] if free else None


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
