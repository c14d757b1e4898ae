"""Pages as pictures, and where the words on them stand: asked of child processes that can be killed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .children import NO_WINDOW, command, environment
from .model import Reason, Unreadable
from .ocr import count_pages, missing, read_places
from .render import DPI, SECONDS, reason_of

__all__ = ["DPI", "PlacedWord", "count_pages", "page_picture", "page_words", "scanned_words"]


@dataclass(frozen=True)
class PlacedWord:
    """A word on a page, its line there, and its edges as shares of the page from the upper left corner."""

    text: str
    line: int
    left: float
    top: float
    right: float
    bottom: float


def page_picture(path: Path, page: int) -> bytes:
    """A page (from 1) of a PDF or a picture, grey, as a PGM file of 200 dpi. Raises Unreadable."""
    return _answer("render", path, page)


def page_words(path: Path) -> list[list[PlacedWord]]:
    """The words of a PDF's own text, page by page; none on a page that is a picture. Raises Unreadable."""
    lines = _answer("placing", path, 0).splitlines()
    return [[PlacedWord(*word) for word in json.loads(line)] for line in lines]


def scanned_words(path: Path, page: int) -> list[PlacedWord]:
    """The words that OCR sees on a page; none where there is no OCR on this laptop. Raises Unreadable."""
    return [] if missing() else list(_placed(read_places(path, page)))


def _placed(table: str) -> Iterator[PlacedWord]:
    """The words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, -, text."""
    width = height = 1
    lines: dict[tuple[str, ...], int] = {}
    for row in (line.split("\t") for line in table.splitlines()[1:]):
        if len(row) != 12:
            continue
        left, top, across, down = map(int, row[6:10])
        if row[0] == "1":
            width, height = max(1, across), max(1, down)
        elif row[0] == "5" and row[11].strip():
            line = lines.setdefault(tuple(row[1:5]), len(lines))
            edges = (left / width, top / height, (left + across) / width, (top + down) / height)
            yield PlacedWord(row[11].strip(), line, *edges)


def _answer(module: str, path: Path, page: int) -> bytes:
    try:
        ended = subprocess.run(
            command(module, str(path.absolute()), str(page)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,
            creationflags=NO_WINDOW,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise Unreadable(Reason.TOO_SLOW) from problem
    except OSError as problem:
        raise Unreadable(Reason.TROUBLE) from problem
    if ended.returncode:
        raise Unreadable(reason_of(ended.returncode))
    return ended.stdout
