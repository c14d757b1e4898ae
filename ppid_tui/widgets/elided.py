"""Titles in little room: what tells two apart stands at their end (the place, the year), so the middle goes."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content


def elided(title: str, width: int) -> list[str]:
    """The title in at most two lines of this width, "…" in place of its middle where there is more."""
    lines = [line.plain.rstrip() for line in Content(title).wrap(width)]
    if len(lines) <= 2:
        return lines
    words = title.split()
    begin = _fitting(words, width - 2)
    end = _fitting(reversed(words[len(begin) :]), width)[::-1]
    if not (begin and end):  # no words as one knows them
        return [lines[0], f"{Content(lines[1]).truncate(width - 1).plain.rstrip()}…"]
    return [" ".join([*begin, "…"]), " ".join(end)]


def _fitting(words: Iterable[str], room: int) -> list[str]:
    kept: list[str] = []
    for word in words:
        if cell_len(" ".join([*kept, word])) > room:
            break
        kept.append(word)
    return kept
