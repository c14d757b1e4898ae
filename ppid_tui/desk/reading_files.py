"""Many files read, each answered as soon as it is done."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from index.extract import Extracted, Unreadable, extract


def read_all(paths: Sequence[Path]) -> Generator[tuple[Path, Extracted | Unreadable], None, None]:
    """The text of each file, or why there is none."""
    for path in paths:
        try:
            yield path, extract(path)
        except Unreadable as error:
            yield path, error
