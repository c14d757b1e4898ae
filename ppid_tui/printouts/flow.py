"""The table of an SOP with its flow: who does which step in which lane, and where it goes from there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sign(Enum):
    """The signs of a government SOP: a capsule where it begins and ends, a box, a diamond for a decision.

    The value stands for the drawing where there is only text.
    """

    CAPSULE = "●"
    BOX = "■"
    DIAMOND = "◆"


@dataclass(frozen=True)
class Shape:
    """A sign in a lane, counted from 0."""

    lane: int
    sign: Sign


@dataclass(frozen=True)
class Way:
    """An arrow to the row ``to`` (counted from 0, None is the end), with what is written on it."""

    label: str
    to: int | None


@dataclass(frozen=True)
class FlowRow:
    """A step. Arrows come to the first of its ``shapes`` and leave from the last; ``before`` stands left of the
    lanes, ``after`` right of them. ``number`` is how other rows name it.
    """

    number: int
    before: tuple[str, ...]
    shapes: tuple[Shape, ...]
    after: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Flow:
    """The whole table. ``role`` and ``standard`` are the names over the lanes and over needs, time and output."""

    before: tuple[str, ...]
    role: str
    lanes: tuple[str, ...]
    standard: str
    after: tuple[str, ...]
    rows: tuple[FlowRow, ...]


STANDARD = 3
"""How many of the columns after the lanes are the mutu baku: needs, time, output."""


def ways_in_words(flow: Flow, row: FlowRow) -> str:
    """The arrows of a row where they cannot be drawn; '' where it goes on to the next row alone."""
    place = flow.rows.index(row)
    following = place + 1 if place + 1 < len(flow.rows) else None
    if [way.to for way in row.ways] == [following]:
        return ""
    return "\n".join(_in_words(flow, way) for way in row.ways)


def _in_words(flow: Flow, way: Way) -> str:
    where = "selesai" if way.to is None else f"ke langkah {flow.rows[way.to].number}"
    return f"{way.label}: {where}" if way.label else where
