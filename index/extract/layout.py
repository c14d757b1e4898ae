"""The characters of a PDF page, put into lines and read in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from pdfminer.layout import (
    LAParams,
    LTChar,
    LTComponent,
    LTContainer,
    LTFigure,
    LTImage,
    LTPage,
    LTTextBox,
    LTTextContainer,
    LTTextLine,
)
from pdfminer.utils import get_bound

from .reading import PageRead, PageState
from .text import clean, is_broken, letters

MAX_LAYOUT_CHARS = 150_000
MAX_PLACES = 20_000  # The time that finding lines takes grows with the square.
CROWD = 5_000
# The defaults lose watermarked pages (text inside forms), split words, and take cubic time on wide tables.
# char_margin: at its default of 2 the wide gaps of justified lines tear a line apart, and phrases with it.
_LAYOUT = LAParams(boxes_flow=None, all_texts=True, word_margin=0.2, char_margin=4.0)


class Stated(LTComponent):
    """What a file says that a picture on the page reads ("ActualText")."""

    def __init__(self, text: str) -> None:
        super().__init__((0, 0, 0, 0))
        self.text = text


class Drawn(NamedTuple):
    """A page as it was drawn: its upright characters, and those turned to the right and to the left.

    ``tagged`` says that the characters come in the order in which they are to be read.
    """

    page: LTPage
    turned: Sequence[LTPage]
    chars: int
    tagged: bool


def read_drawn(drawn: Drawn) -> PageRead:
    """The text of a page. Leaves the characters as they came where finding lines would take for ever."""
    _turn(drawn.turned)
    sheets = (drawn.page, *drawn.turned)
    in_lines = drawn.chars <= CROWD or (drawn.chars <= MAX_LAYOUT_CHARS and sum(map(_places, sheets)) <= MAX_PLACES)
    return _judged(drawn.page, "".join(_sheet(sheet, drawn.tagged, in_lines) for sheet in sheets))


def _turn(turned: Sequence[LTPage]) -> None:
    """Makes the sheets with characters that lie on their side upright, and as large as they need to be."""
    for sheet, way in zip(turned, (1, -1), strict=True):
        for char in sheet:
            assert isinstance(char, LTChar)
            x0, x1 = sorted((-way * char.y0, -way * char.y1))
            y0, y1 = sorted((way * char.x0, way * char.x1))
            char.set_bbox((x0, y0, x1, y1))
            char.size = char.height
        if len(sheet):
            sheet.set_bbox(get_bound(corner for char in sheet for corner in ((char.x0, char.y0), (char.x1, char.y1))))


def _sheet(sheet: LTPage, tagged: bool, in_lines: bool) -> str:
    stream = {id(item): place for place, item in enumerate(sheet)} if tagged else {}
    if in_lines:
        sheet.analyze(_LAYOUT)
    if stream and in_lines:
        return "".join(_as_written(sheet, stream))
    return "".join(_texts(_in_rows(sheet)))


def _places(container: LTContainer[Any]) -> int:
    """How many runs of characters there are that do not go on from the one before, in figures as well."""
    places, x, y = 0, 0.0, 0.0
    for item in container:
        if isinstance(item, LTChar):
            near = abs(item.x0 - x) < 4 * item.size and abs(item.y0 - y) < item.size / 2
            places += not near
            x, y = item.x1, item.y0
        elif isinstance(item, LTFigure):
            places += _places(item)
    return places


def _judged(page: LTPage, raw: str) -> PageRead:
    # Justified lines are full of wide gaps that mean nothing.
    text = re.sub(r" {2,}", " ", clean(raw))
    if is_broken(text):
        return PageRead("", PageState.BROKEN)
    # A stamp or a web address on a picture of a page is not the page's text.
    if letters(text) < 100 and _pictured(page) > 0.5 and not _is_sentence(text):
        return PageRead("", PageState.SCAN)
    return PageRead(text, PageState.TEXT if text else PageState.SCAN)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= 12


def _as_written(page: LTPage, stream: dict[int, int]) -> Iterator[str]:
    """The lines in the order of the file: cells row by row, columns one after the other."""
    boxes = [item for item in page if isinstance(item, LTTextBox)]
    lines = [(min(stream[id(char)] for char in line if id(char) in stream), box, line) for box in boxes for line in box]
    others = [(stream[id(item)], item, item) for item in page if isinstance(item, LTFigure | Stated)]
    before: LTComponent | None = None
    for _, box, item in sorted(chain(lines, others), key=lambda found: found[0]):
        if isinstance(item, Stated):
            yield item.text + " "
        elif isinstance(item, LTTextLine):
            yield ("" if before in (None, box) else "\n") + item.get_text()
        else:
            yield from ("\n", *_texts(item))
        before = None if isinstance(item, Stated) else box


def _in_rows(items: Iterable[LTComponent]) -> Iterator[LTComponent]:
    """The boxes of a row from left to right, also where one stands a hair higher than the next."""
    row: list[LTComponent] = []
    for item in items:
        if row and not (isinstance(item, LTTextBox) and row[0].y0 - item.y0 < _last_line(item).height / 3):
            yield from sorted(row, key=lambda box: box.x0)
            row = []
        if isinstance(item, LTTextBox):
            row.append(item)
        else:
            yield item
    yield from sorted(row, key=lambda box: box.x0)


def _last_line(box: LTTextBox) -> LTTextLine:
    return min(box, key=lambda line: line.y0)


def _texts(items: Iterable[LTComponent]) -> Iterator[str]:
    """The texts in order; figures too, since watermarking puts whole pages into one."""
    before: LTChar | None = None
    for item in items:
        if isinstance(item, LTTextContainer):
            yield item.get_text() + "\n"
        elif isinstance(item, LTFigure):
            yield from _texts(_in_rows(item))
        elif isinstance(item, LTChar):
            yield _gap(before, item) + item.get_text()
            before = item


def _gap(before: LTChar | None, char: LTChar) -> str:
    """What stands between two characters of a page that is too crowded for its lines to be found."""
    if before is None:
        return ""
    if abs(char.y0 - before.y0) > 1:
        return "\n"
    return "" if -char.size / 2 < char.x0 - before.x1 < char.size / 5 else " "


def _pictured(page: LTPage) -> float:
    """The largest share of the page that one picture covers."""
    area = max(1.0, page.width * page.height)
    return max((image.width * image.height / area for image in _images(page)), default=0.0)


def _images(container: LTContainer[Any]) -> Iterator[LTImage]:
    for item in container:
        if isinstance(item, LTImage):
            yield item
        elif isinstance(item, LTFigure):
            yield from _images(item)
