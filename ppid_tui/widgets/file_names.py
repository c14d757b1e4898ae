"""File names in a list: too long ones lose their middle, never their ending."""

from __future__ import annotations

from textual.content import Content

from ppid_tui.desk.names import one_line

ROOM_FOR_ENDING = 16
"""Cells kept of the end: "… TA 2023 (2).pdf" tells one file from the next."""


def shortened(name: str, width: int) -> str:
    """The name in at most so many cells, cut between words where it can be."""
    whole = one_line(name)
    if Content(whole).cell_length <= width:
        return whole
    end = _last(whole, min(ROOM_FOR_ENDING, width // 2))
    start = _first(whole, width - 1 - Content(end).cell_length)
    return f"{start}…{end}"


def _first(name: str, room: int) -> str:
    """As much of the beginning as fits, up to a word's end if one is near."""
    cut = Content(name).truncate(max(room, 0)).plain
    words = cut.rpartition(" ")[0]
    return words if len(words) > len(cut) * 2 // 3 else cut


def _last(name: str, room: int) -> str:
    """As much of the end as fits, from a word's beginning if one is near."""
    start = len(name)
    while start and Content(name[start - 1 :]).cell_length <= room:
        start -= 1
    cut = name[start:]
    words = cut.partition(" ")[2]
    return words if len(words) > len(cut) // 2 else cut
