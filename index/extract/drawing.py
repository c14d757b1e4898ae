"""Interprets what a PDF page draws: which characters stand where, those filled into its fields included."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTLayoutContainer, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value
from pdfminer.utils import Matrix, mult_matrix

from .forms import Filling, fillings
from .layout import CROWD, Drawn, Stated, read_drawn
from .reading import Crowd, PageRead, PageState
from .tags import is_tagged, stated_text
from .text import MAX_PAGE_CHARS

_MOST_PICTURES = 500  # whose words are asked for on a page


class _TooManyCharsError(Exception):
    """A page with more characters than any paper holds."""


class _Section(NamedTuple):
    """A part of a page that the file marks, and how many characters came before it."""

    number: object
    begun: int


class PageReader(PDFLayoutAnalyzer):
    """Reads pages, one after the other."""

    def __init__(self) -> None:
        resources = PDFResourceManager()
        super().__init__(resources, laparams=None)
        self._interpreter = PDFPageInterpreter(resources, self)

    def read(self, look: Callable[[], PDFPage]) -> Iterator[PageRead | Crowd]:
        """The page that ``look`` gives, in trouble whatever is wrong with it.

        A ``Crowd`` goes before a page that will take its time.
        """
        self._stack.clear()  # A page before may have failed in its middle.
        try:
            self._page = look()
            self._interpreter.process_page(self._page)
            if self._chars > CROWD:
                yield Crowd(self._chars)
            yield read_drawn(Drawn(self._sheet, self._turned, self._chars, self._in_order))
        except Exception:
            yield PageRead("", PageState.TROUBLE)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        super().begin_page(page, ctm)
        self._upright = ctm
        self._turned = tuple(LTPage(0, (0, 0, 0, 0)) for _ in range(2))
        self._sections: list[_Section] = []
        self._chars = self._marked = self._asked = 0

    def end_page(self, page: PDFPage) -> None:
        own = self._chars
        with contextlib.suppress(Exception):
            for filling in fillings(page):
                self._fill(filling)
        # What was filled in comes last, but stands amid the rest.
        self._in_order = own == self._chars and self._marked > 0.9 * own and is_tagged(page)
        super().end_page(page)

    def _fill(self, filling: Filling) -> None:
        sheet, depth = self.cur_item, len(self._stack)
        resources = dict_value(filling.drawing.get("Resources", {}))
        try:
            inner = self._interpreter.subinterp()
            inner.render_contents(resources, [filling.drawing], mult_matrix(filling.matrix, self._upright))
        except Exception:
            self.cur_item = sheet
            del self._stack[depth:]

    def receive_layout(self, ltpage: LTPage) -> None:
        self._sheet = ltpage

    def begin_tag(self, tag: object, props: object = None) -> None:
        number = props.get("MCID") if isinstance(props, dict) else None
        self._sections.append(_Section(number, self._chars))

    def end_tag(self) -> None:
        if not self._sections:
            return
        number, begun = self._sections.pop()
        if isinstance(number, int) and begun == self._chars and self._asked < _MOST_PICTURES:
            self._asked += 1
            text = stated_text(self._page, number)
            if text:
                self.cur_item.add(Stated(text))

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        """Draws a run of characters on the sheet of those that lie as it does."""
        # Before it is drawn: one run alone may take all memory. A character takes two bytes at most.
        if self._chars + sum(len(part) for part in seq if isinstance(part, bytes)) > 2 * MAX_PAGE_CHARS:
            raise _TooManyCharsError
        upright = self.cur_item
        self.cur_item = sheet = self._sheet_for(textstate)
        before = len(sheet)
        try:
            super().render_string(textstate, seq, ncs, graphicstate)
        finally:
            self.cur_item = upright
        self._chars += len(sheet) - before
        self._marked += bool(self._sections) * (len(sheet) - before)
        if self._chars > MAX_PAGE_CHARS:
            raise _TooManyCharsError

    def _sheet_for(self, textstate: PDFTextState) -> LTLayoutContainer:
        a, b, c, d, *_ = mult_matrix(textstate.matrix, self.ctm)
        return self._turned[b > 0] if abs(b) + abs(c) > abs(a) + abs(d) else self.cur_item

    def paint_path(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - handed on as they come
        """Lines and boxes are no text: plans and maps have a million of them."""
