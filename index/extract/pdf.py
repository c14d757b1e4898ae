"""Text of PDF pages, by pdfminer with settings that lose nothing on real Indonesian files.

Its defaults lose watermarked pages (text inside forms), split words, and take cubic time on wide tables.
"""

from __future__ import annotations

import mmap
import re
import types
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, cast

from pdfminer import pdftypes
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LAParams, LTChar, LTContainer, LTFigure, LTImage, LTPage, LTTextContainer
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value

from .model import Reason, Unreadable
from .reading import Crowd, PageRead, PageState
from .salvage import Salvaged, inherit
from .text import MAX_PAGE_CHARS, clean, is_broken, letters

MAX_PAGES = 5_000
MAX_LAYOUT_CHARS = 150_000
MAX_PLACES = 20_000  # The time that finding lines takes grows with the square.
_CROWD = 5_000
MAX_INFLATED = 64 * 1024 * 1024
# char_margin: at the default of 2 the wide gaps of justified lines tear a line apart, and phrases with it.
_LAYOUT = LAParams(boxes_flow=None, all_texts=True, word_margin=0.2, char_margin=4.0)


def open_pdf(file: BinaryIO) -> PDFDocument:
    """The document, or what can be salvaged of one that was cut off.

    Raises Unreadable: needs a password, damaged. MemoryError passes.
    """
    _bound_inflating()
    try:
        document = PDFDocument(PDFParser(file), caching=True)
    except PDFPasswordIncorrect as problem:
        raise Unreadable(Reason.PASSWORD) from problem
    except PDFEncryptionError as problem:
        # Locked by a certificate, or by a way that nobody uses.
        raise Unreadable(Reason.PASSWORD) from problem
    except MemoryError:
        raise
    except Exception:
        # pdfminer lets IndexError, TypeError, AttributeError, binascii.Error and more out on damaged files.
        return Salvaged(file)
    # Labels are not shown, and damaged ones would cost the pages.
    document.catalog.pop("PageLabels", None)
    return document


def claimed_pages(document: PDFDocument) -> int | None:
    """How many pages the file claims, None where it claims nothing believable."""
    try:
        count = int_value(dict_value(document.catalog["Pages"])["Count"])
    except Exception:
        return None
    return min(count, MAX_PAGES) if count > 0 else None


def is_signed(file: BinaryIO) -> bool:
    """Whether the file holds an electronic signature: its byte range always stands there in the clear."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return re.search(rb"/ByteRange\s*\[", content) is not None


def read_pages(document: PDFDocument, first: int = 0) -> Iterator[PageRead | Crowd]:
    """Pages in order from ``first`` (counted from 0) to the 5,000th; one that fails costs only itself.

    A ``Crowd`` goes before a page that will take its time. Raises Unreadable if there is no page at all.
    """
    reader = _Reader()
    done = first
    try:
        pages = cast(Iterator[_UnreadPage], _UnreadPage.create_pages(document))
        for page in islice(pages, first, MAX_PAGES):
            yield from reader.read(page)
            done += 1
    except MemoryError:
        raise
    except Exception as problem:
        # The page tree is damaged from here on.
        raise Unreadable(Reason.DAMAGED) from problem
    if not done:
        raise Unreadable(Reason.DAMAGED)


class _UnreadPage(PDFPage):
    """A page that is not looked into before it is wanted: already that may take for ever."""

    def __init__(self, *args: Any) -> None:  # noqa: ANN401 - handed on as they come
        self._args = args

    def look(self) -> PDFPage:
        page = PDFPage(*self._args)
        if isinstance(page.doc, Salvaged):
            inherit(page)
        return page


class _TooManyCharsError(Exception):
    """A page with more characters than any paper holds."""


class _Reader(PDFLayoutAnalyzer):
    """Interprets pages, then finds their lines; leaves the lines where finding them would take for ever."""

    def __init__(self) -> None:
        resources = PDFResourceManager()
        super().__init__(resources, laparams=None)
        self._interpreter = PDFPageInterpreter(resources, self)
        self._chars = 0
        self._layout: LTPage | None = None

    def read(self, page: _UnreadPage) -> Iterator[PageRead | Crowd]:
        self._chars, self._layout = 0, None
        self._stack.clear()
        try:
            self._interpreter.process_page(page.look())
            if self._chars > _CROWD:
                yield Crowd(self._chars)
            yield self._lines()
        except Exception:
            yield PageRead("", PageState.TROUBLE)

    def _lines(self) -> PageRead:
        if self._layout is None:
            return PageRead("", PageState.TROUBLE)
        if self._chars <= _CROWD or (self._chars <= MAX_LAYOUT_CHARS and _places(self._layout) <= MAX_PLACES):
            self._layout.analyze(_LAYOUT)
        return _judged(self._layout)

    def render_char(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401 - handed on as they come
        self._chars += 1
        if self._chars > MAX_PAGE_CHARS:
            raise _TooManyCharsError
        return super().render_char(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on as they come
        """Lines and boxes are no text: plans and maps have a million of them."""

    def receive_layout(self, ltpage: LTPage) -> None:
        self._layout = ltpage


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


def _judged(page: LTPage) -> PageRead:
    # Justified lines are full of wide gaps that mean nothing.
    text = re.sub(r" {2,}", " ", clean("".join(_texts(page))))
    if is_broken(text):
        return PageRead("", PageState.BROKEN)
    few = letters(text)
    # A stamp or a web address on a picture of a page is not the page's text.
    if few < 100 and _pictured(page) > 0.5 and not _is_sentence(text):
        return PageRead("", PageState.SCAN)
    return PageRead(text, PageState.TEXT if text else PageState.SCAN)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= 12


def _texts(container: LTContainer[Any]) -> Iterator[str]:
    """The texts in order; figures too, since watermarking puts whole pages into one."""
    before: LTChar | None = None
    for item in container:
        if isinstance(item, LTTextContainer):
            yield item.get_text() + "\n"
        elif isinstance(item, LTFigure):
            yield from _texts(item)
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


def _bound_inflating() -> None:
    """Gives pdfminer a zlib that stops at 64 MB: a page of paper never needs more, a bomb always does.

    There is no setting for it, and only POSIX has a memory limit on top.
    """
    bounded = types.SimpleNamespace(decompress=_inflate, decompressobj=_Inflater, error=zlib.error)
    setattr(pdftypes, "zlib", bounded)  # noqa: B010 - to mypy it is a module


def _inflate(data: bytes) -> bytes:
    inflater = _Inflater()
    out = inflater.decompress(data)
    if not inflater.eof:
        raise zlib.error("incomplete stream")
    return out


class _Inflater:
    """A zlib.decompressobj that raises MemoryError beyond the limit."""

    def __init__(self) -> None:
        self._inflater = zlib.decompressobj()
        self._left = MAX_INFLATED

    @property
    def eof(self) -> bool:
        return self._inflater.eof

    def decompress(self, data: bytes) -> bytes:
        out = self._inflater.decompress(data, self._left + 1)
        self._left -= len(out)
        if self._left < 0:
            raise MemoryError("inflates beyond the limit")
        return out
