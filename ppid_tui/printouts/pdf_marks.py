"""What a drawn flow is made of, in points: rows and lanes of a page, arrows, connectors and ends."""

from __future__ import annotations

from dataclasses import dataclass

from ppid_tui.printouts.flow import Shape, Sign

GAP = 9.5
"""Free space above and below a sign in its row."""
CONNECTOR = 5.5
"""Half the size of a connector."""
END_HEIGHT = 13.0
"""Height of the end beneath or beside a decision."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Band:
    """A row as it stands on the page: y grows upward."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Where its signs stand."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Lanes:
    """The lanes of the page, all as wide, and half the size of the signs in them."""

    left: float
    width: float
    half_width: float
    half_height: float

    def x(self, lane: int) -> float:
        """The middle of a lane."""
        return self.left + (lane + 0.5) * self.width


@dataclass(frozen=True)
class Arrow:
    """A line with its head at the last point; ``label`` stands at a point, to its right or left, ``room`` wide."""

    points: tuple[Point, ...]
    label: str = ""
    at: Point = (0, 0)
    to_left: bool = False
    room: float = 0


@dataclass(frozen=True)
class Connector:
    """Five-sided: the arrow goes on at, or comes from, another page; ``text`` is the step's number."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class End:
    """A small capsule that stands where a decision ends the work, its middle at a point."""

    x: float
    y: float


Mark = Arrow | Connector | End


def half_height(lanes: Lanes, shape: Shape) -> float:
    """Half the height of a sign: a diamond is a little higher than a box."""
    return lanes.half_height * (1.25 if shape.sign is Sign.DIAMOND else 1)
