"""What the readers of each format hand over, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageState(StrEnum):
    """What came of a page. A scan has no text layer of its own; a broken layer is worse than none."""

    TEXT = "text"
    SCAN = "scan"
    BROKEN = "broken"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class PageRead:
    """One page: its text, '' unless the state is TEXT."""

    text: str
    state: PageState = PageState.TEXT


@dataclass(frozen=True)
class Crowd:
    """Said before a page with many characters: putting them into lines will take its time."""

    chars: int
