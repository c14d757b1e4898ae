"""What is blacked out in the public copy of a document: boxes on its pages, kept so that it can be made again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A box on a page (from 1): its edges as shares of the page's width and height, from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Blackout:
    """The boxes on the pages of one file, which ``source`` names by its SHA-256."""

    source: str
    boxes: tuple[Box, ...] = ()
