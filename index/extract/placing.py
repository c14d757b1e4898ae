"""The process that says where words stand: ``python -m index.extract.placing FILE PAGE``, PAGE 0 for all pages.

A line of JSON a page on stdout: its words in order, each ``[text, line, left, top, right, bottom]``, the edges as
shares of the page as it is shown, from its upper left corner. It may be killed at any time.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from .limits import arm, limit_self
from .model import PDF, Reason, Unreadable
from .recognise import media_type, open_file
from .render import SECONDS, code_of

MOST_CHARS = 200_000  # of a page: no paper holds more
_GRID = 100_000
Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def main() -> int:
    """Do what the command line asks."""
    limit_self()
    arm(SECONDS + 5, sys.stderr)
    path, page = sys.argv[1:]
    try:
        with open_file(Path(path)) as file:
            for words in _pages(file, int(page)):
                print(json.dumps(words))
    except Unreadable as problem:
        return code_of(problem.reason)
    except BrokenPipeError:
        return code_of(Reason.TROUBLE)
    except MemoryError:
        return code_of(Reason.TOO_HEAVY)
    except Exception:
        return code_of(Reason.DAMAGED)
    return 0


def _pages(file: BinaryIO, page: int) -> Iterator[list[Any]]:
    if media_type(file) != PDF:
        yield []
        return
    from pypdfium2 import PdfDocument, raw

    document = PdfDocument(file)
    document.init_forms()
    for number in range(len(document)) if not page else [page - 1]:
        # What was filled in and written beside is seen, so it counts as words too.
        raw.FPDFPage_Flatten(document[number], raw.FLAT_NORMALDISPLAY)
        yield list(_words(document[number]))


def _words(page: Any) -> Iterator[list[Any]]:  # noqa: ANN401 - pypdfium2 has no types
    """Words by the blanks between them, lines by the breaks that PDFium puts in."""
    text = page.get_textpage()
    letters: list[str] = []
    places: list[Edges] = []
    line = 0
    for at in range(min(text.count_chars(), MOST_CHARS)):
        letter = text.get_text_range(at, 1)
        if letter.strip():
            letters.append(letter)
            places.append(_on_page(page, text.get_charbox(at, loose=True)))
            continue
        if letters:
            yield ["".join(letters), line, *_around(places)]
            letters, places = [], []
        line += "\n" in letter or "\r" in letter
    if letters:
        yield ["".join(letters), line, *_around(places)]


def _on_page(page: Any, box: Edges) -> Edges:  # noqa: ANN401
    """A box in the file's own measure, turned and cut as the page is shown."""
    from pypdfium2 import raw

    found = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
        found.append((across.value / _GRID, down.value / _GRID))
    (x0, y0), (x1, y1) = found
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _around(places: list[Edges]) -> Edges:
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


if __name__ == "__main__":
    sys.exit(main())
