"""The flow of an SOP drawn in text, with the signs that any terminal has: a lane for each role, a step a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from ppid_tui.printouts.flow import Flow, FlowRow, Sign, ways_in_words

_SIGNS = {Sign.CAPSULE: "( {} )", Sign.BOX: "[ {} ]", Sign.DIAMOND: "< {} >"}
KEY = "( ) awal atau akhir   [ ] kegiatan   < > keputusan"
_NARROWEST, _WIDEST = 9, 22
_WORDS = 24  # columns for the ways that cannot be drawn


def flow_lines(flow: Flow, width: int) -> list[str]:
    """The flow in so many columns; none where the lanes would be too narrow to read."""
    words = _WORDS if any(ways_in_words(flow, row) for row in flow.rows) else 0
    lane = min((width - words) // len(flow.lanes), _WIDEST)
    if lane < _NARROWEST:
        return []
    drawn = [line for place in range(len(flow.rows)) for line in _row(flow, place, lane, words)]
    return [line.rstrip() for line in (*_titles(flow, lane), *drawn)]


def _titles(flow: Flow, lane: int) -> Iterator[str]:
    columns = [wrap(title, lane - 2) for title in flow.lanes]
    for parts in zip_longest(*columns, fillvalue=""):
        yield "".join(part.center(lane) for part in parts)


def _row(flow: Flow, place: int, lane: int, words: int) -> Iterator[str]:
    row = flow.rows[place]
    following = [way for way in row.ways if way.to == place + 1]
    down = _down(flow, place, lane) if following else ""
    straight = _put("", "│", _middle(row.shapes[-1].lane, lane)) if following else ""
    beside = [part for text in ways_in_words(flow, row).split("\n") for part in wrap(text, words or 1)]
    art = [_signs(row, lane), *[straight] * (len(beside) - 2), *([down] if down or len(beside) > 1 else [])]
    for line, text in zip_longest(art, beside, fillvalue=""):
        yield f"{line:<{lane * len(flow.lanes)}}{text}"


def _signs(row: FlowRow, lane: int) -> str:
    line = ""
    for shape in sorted(row.shapes, key=lambda shape: shape.lane):
        sign = _SIGNS[shape.sign].format(row.number)
        line = _put(line, sign, _middle(shape.lane, lane) - len(sign) // 2)
    if len(row.shapes) > 1:
        line = _arrow(line, row.shapes[0].lane < row.shapes[-1].lane)
    return line


def _arrow(line: str, rightward: bool) -> str:
    """A line between the two signs, its head at the second."""
    ends = [place for place, char in enumerate(line) if char in ")]>"]
    begins = [place for place, char in enumerate(line) if char in "([<"]
    room = begins[-1] - ends[0] - 3
    arrow = f"{'─' * room}►" if rightward else f"◄{'─' * room}"
    return _put(line, arrow, ends[0] + 2)


def _down(flow: Flow, place: int, lane: int) -> str:
    """From the last sign of a row to the first of the next."""
    start = _middle(flow.rows[place].shapes[-1].lane, lane)
    end = _middle(flow.rows[place + 1].shapes[0].lane, lane)
    if start == end:
        return _put("", "│", start)
    left, right = sorted((start, end))
    corners = "┌┘" if end < start else "└┐"
    return _put("", corners[0] + "─" * (right - left - 1) + corners[1], left)


def _middle(place: int, lane: int) -> int:
    return place * lane + lane // 2


def _put(line: str, text: str, at: int) -> str:
    return line[:at].ljust(at) + text + line[at + len(text) :]
