"""A document's page beside a list or a record: where one is, and the text with the sought words marked."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerError

from archive.model import Document, TextState
from ppid_tui.printouts.labels import page_label
from ppid_tui.widgets.elided import elided
from ppid_tui.widgets.page_view import PageView
from ppid_tui.widgets.text_words import SCAN, read_by_ocr, wordless

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.reading import Reading

TO_READ = "Tekan B pada layar dokumen untuk membaca sekarang, atau Ctrl+O untuk membuka dokumen asli."
TO_OPEN = "Tekan Ctrl+O untuk membuka dokumen asli."
FEW = 3
"""Other pages with hits that are named."""
LAST = 10**6
"""Stands for the last mark of a page."""


class PagePreview(Vertical):
    """Reads pages in a thread; goes through the hits of one document, over its pages."""

    DEFAULT_CSS = """
    PagePreview { background: $surface; }
    PagePreview > #preview-title { text-style: bold; padding: 0 1; height: auto; max-height: 2; }
    PagePreview > #preview-where { color: $text-muted; padding: 0 1; height: auto; max-height: 2; }
    PagePreview > PageView { height: 1fr; }
    """

    class PageShown(Message):
        """Another page is shown."""

        def __init__(self, document: Document, page: int) -> None:
            super().__init__()
            self.document = document
            self.page = page

    def __init__(self, id: str | None = None, titled: bool = True) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.reading: Reading | None = None
        self._titled = titled
        self._typing = False

    def compose(self) -> ComposeResult:
        title = Static(id="preview-title", markup=False)
        title.display = self._titled
        yield title
        yield Static(id="preview-where", markup=False)
        yield PageView(id="preview-text")

    def shows(self, document: Document, query: str | None = None) -> bool:
        """Whether this very document is open here, with the words of this query marked."""
        reading = self.reading
        return reading is not None and reading.document == document and query in (None, reading.query)

    def page_of(self, document: Document, query: str) -> int | None:
        """The page at which this document is open for this query, also where its record has changed since."""
        reading = self.reading
        same = reading is not None and (reading.document.id, reading.query) == (document.id, query)
        return reading.page if reading and same else None

    @property
    def has_hits(self) -> bool:
        """Whether there is a sought word to go to."""
        return self.reading is not None and bool(self.reading.marks or self.reading.hit_pages)

    def clear(self, words: str = "") -> None:
        """Show nothing, or a sentence."""
        self.workers.cancel_group(self, "preview")
        self.reading = None
        self.query_one("#preview-title", Static).update("")
        self.query_one("#preview-where", Static).update(Content(words))
        self.query_one(PageView).show_text("")

    async def settled(self) -> None:
        """Until the page that was asked for last is shown."""
        while coming := self._coming():
            with suppress(WorkerError):
                await coming[-1].wait()

    @property
    def is_busy(self) -> bool:
        """Whether another page is on its way."""
        return bool(self._coming())

    def _coming(self) -> list[Worker[object]]:
        return [w for w in self.workers if (w.group, w.node) == ("preview", self) and not w.is_finished]

    @work(exclusive=True, group="preview")
    async def show(
        self,
        document: Document,
        page: int,
        query: str = "",
        typing: bool = False,
        mark: int = 0,
        end: bool = False,
    ) -> None:
        """Show a page, standing on its mark number ``mark``, or at its end."""
        from ppid_tui.desk.reading import read

        office = cast("KioskApp", self.app).office
        if office is None:
            return
        self._typing = typing
        reading = await asyncio.to_thread(partial(read, office, document, page, query, typing))
        self._display(reading, -1 if end else min(mark, len(reading.marks) - 1), end)

    def next_hit(self) -> None:
        """To the next sought word, on this page or a later one; after the last the first again."""
        if self.reading and not self._to_mark(self.query_one(PageView).here + 1):
            self._to_page(self.reading.hit_page_after(), 0)

    def previous_hit(self) -> None:
        """To the sought word before."""
        if self.reading and not self._to_mark(self.query_one(PageView).here - 1):
            self._to_page(self.reading.hit_page_before(), LAST)

    def turn(self, direction: int) -> None:
        """A screenful on or back; beyond the page's edge, the next page."""
        if self.reading and not self.query_one(PageView).turn(direction):
            self.next_page(direction, end=direction < 0)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by some lines, down or (negative) up."""
        self.query_one(PageView).scroll_relative(y=lines, animate=False)

    def next_page(self, direction: int, end: bool = False) -> None:
        """The page after (1) or before (-1)."""
        if self.reading and 1 <= self.reading.page + direction <= self.reading.document.pages:
            self._to_page(self.reading.page + direction, 0, end)

    def _to_page(self, page: int | None, mark: int, end: bool = False) -> None:
        if self.reading and page is not None:
            self.show(self.reading.document, page, self.reading.query, self._typing, mark, end)

    def _to_mark(self, number: int) -> bool:
        moved = self.query_one(PageView).go_to_mark(number)
        self._say_where()
        return moved

    def _display(self, reading: Reading, mark: int, end: bool) -> None:
        self.reading = reading
        self._say_title()
        text = reading.text if reading.text.strip() else without_text(reading.document)
        self.query_one(PageView).show_text(text, reading.marks, mark, end=end)
        self._say_where()
        self.post_message(self.PageShown(reading.document, reading.page))

    def on_resize(self) -> None:
        self._say_title()

    def _say_title(self) -> None:
        if self._titled and self.reading:
            lines = elided(self.reading.document.title, max(16, self.content_size.width - 2))
            self.query_one("#preview-title", Static).update(Content("\n".join(lines)))

    def _say_where(self) -> None:
        if self.reading is None:
            return
        document, marks = self.reading.document, len(self.reading.marks)
        words = [page_label(self.reading.page, document.pages, document.page_unit)] if document.pages else []
        here = self.query_one(PageView).here
        if marks:
            words.append(f"kata {here + 1} dari {marks}" if here >= 0 else f"{marks} kata di sini")
        words += [more] if (more := other_pages(self.reading)) else []
        if read_by_ocr(document, self.reading.page):
            words.append("hasil OCR")
        self.query_one("#preview-where", Static).update(Content(" · ".join(words)))


def other_pages(reading: Reading) -> str:
    """On which other pages sought words stand: few are named, many are counted; '' where there are none."""
    others = [page for page in reading.hit_pages if page != reading.page]
    if not others:
        return ""
    if len(others) > FEW:
        return f"juga di {len(others)} halaman lain"
    return "juga di hal. " + ", ".join(map(str, others))


def without_text(document: Document) -> str:
    """What stands in place of a page that has no words to show."""
    if not document.renditions:
        return "Dokumen ini belum punya softcopy: hanya datanya yang dapat dicari."
    if document.text_state is not TextState.NONE:
        return "Halaman ini tidak berisi teks. Tekan Ctrl+O untuk melihat dokumen asli."
    said = wordless(document)
    return f"{said}. {TO_READ if said == SCAN else TO_OPEN}"
