"""File names as they are shown: in signs that can be drawn, and on one line."""

from __future__ import annotations


def one_line(name: str) -> str:
    """The name without line breaks and runs of spaces, even where a stick's names are in another encoding."""
    return " ".join(name.encode("utf-8", "replace").decode("utf-8").split())
