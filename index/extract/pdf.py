"""PDF files, opened and paged by pdfminer: damaged ones as far as they go."""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, cast

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value

from .drawing import PageReader
from .inflating import bound_inflating
from .model import Reason, Unreadable
from .reading import Crowd, PageRead
from .salvage import Salvaged, inherit

MAX_PAGES = 5_000


def open_pdf(file: BinaryIO) -> PDFDocument:
    """The document, or what can be salvaged of one that was cut off.

    Raises Unreadable: needs a password, damaged. MemoryError passes.
    """
    bound_inflating()
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
    reader = PageReader()
    done = first
    try:
        pages = cast(Iterator[_UnreadPage], _UnreadPage.create_pages(document))
        for page in islice(pages, first, MAX_PAGES):
            yield from reader.read(page.look)
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
