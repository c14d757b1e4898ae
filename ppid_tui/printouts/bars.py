"""Numbers as bars of letters: on the screen and in plain text alike."""

from __future__ import annotations

from collections.abc import Sequence

FULL, PLAIN = "█", "#"


def bar_lines(rows: Sequence[tuple[str, int]], width: int, sign: str = FULL) -> list[str]:
    """A line a number, names beneath each other: "Maret  ████ 4". The longest bar fills the ``width``.

    A number above 0 has a bar, however short; where the width is too small, names are cut.
    """
    if not rows:
        return []
    most = max(number for _, number in rows)
    figure = max(len(str(number)) for _, number in rows)
    label = min(max(len(name) for name, _ in rows), max(width // 2, 4))
    room = max(width - label - figure - 3, 1)
    return [f"{_cut(name, label)}  {_bar(number, most, room, sign)}{number}".rstrip() for name, number in rows]


def _bar(number: int, most: int, room: int, sign: str) -> str:
    if number <= 0:
        return ""
    return sign * max(1, round(number / most * room)) + " "


def _cut(name: str, label: int) -> str:
    return name.ljust(label) if len(name) <= label else f"{name[: label - 1]}…"
