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
from typing import Any, BinaryIO

from pdfminer import pdftypes
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LAParams, LTChar, LTContainer, LTFigure, LTImage, LTPage, LTTextContainer
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value

from .model import Reason, Unreadable
from .reading import PageRead, PageState
from .text import MAX_PAGE_CHARS, clean, is_broken, letters

MAX_PAGES = 5_000
MAX_LAYOUT_CHARS = 150_000
MAX_INFLATED = 64 * 1024 * 1024
# char_margin: at the default of 2 the wide gaps of justified lines tear a line apart, and phrases with it.
_LAYOUT = LAParams(boxes_flow=None, all_texts=True, word_margin=0.2, char_margin=4.0)


def open_pdf(file: BinaryIO) -> PDFDocument:
    """The document. Raises Unreadable: needs a password, damaged. MemoryError and RecursionError pass."""
    _bound_inflating()
    try:
        return PDFDocument(PDFParser(file), caching=True)
    except PDFPasswordIncorrect as problem:
        raise Unreadable(Reason.PASSWORD) from problem
    except MemoryError:
        raise
    except Exception as problem:
        # pdfminer lets IndexError, TypeError, AttributeError, binascii.Error and more out on damaged files.
        raise Unreadable(Reason.DAMAGED) from problem


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


def read_pages(document: PDFDocument) -> Iterator[PageRead]:
    """Pages in order, at most 5,000; one that fails costs only itself. Raises Unreadable if there is none."""
    reader = _Reader()
    done = 0
    try:
        for page in islice(PDFPage.create_pages(document), MAX_PAGES):
            yield reader.read(page)
            done += 1
    except MemoryError:
        raise
    except Exception as problem:
        # The page tree is damaged from here on.
        raise Unreadable(Reason.DAMAGED) from problem
    if not done:
        raise Unreadable(Reason.DAMAGED)


class _TooManyCharsError(Exception):
    """A page with more characters than any paper holds."""


class _Reader(PDFLayoutAnalyzer):
    """Interprets pages into layouts; leaves the layout out where it would take for ever."""

    def __init__(self) -> None:
        resources = PDFResourceManager()
        super().__init__(resources, laparams=_LAYOUT)
        self._interpreter = PDFPageInterpreter(resources, self)
        self._chars = 0
        self._layout: LTPage | None = None

    def read(self, page: PDFPage) -> PageRead:
        self._chars, self._layout, self.laparams = 0, None, _LAYOUT
        self._stack.clear()
        try:
            self._interpreter.process_page(page)
        except Exception:
            return PageRead("", PageState.TROUBLE)
        return PageRead("", PageState.TROUBLE) if self._layout is None else _judged(self._layout)

    def render_char(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401 - handed on as they come
        self._chars += 1
        if self._chars > MAX_PAGE_CHARS:
            raise _TooManyCharsError
        return super().render_char(*args, **kwargs)

    def end_page(self, page: PDFPage) -> None:
        if self._chars > MAX_LAYOUT_CHARS:
            self.laparams = None
        super().end_page(page)

    def receive_layout(self, ltpage: LTPage) -> None:
        self._layout = ltpage


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
    line: float | None = None
    for item in container:
        if isinstance(item, LTTextContainer):
            yield item.get_text() + "\n"
        elif isinstance(item, LTFigure):
            yield from _texts(item)
        elif isinstance(item, LTChar):
            yield "\n" if line is not None and abs(item.y0 - line) > 1 else ""
            yield item.get_text()
            line = item.y0


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
