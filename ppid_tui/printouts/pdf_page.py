"""What stands on every page of a PDF besides its text: page number, footer, CONTOH."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Paragraph

from ppid_tui.printouts.pdf_text import BOLD, PLAIN

SIDE = 20 * mm
TOP = 15 * mm
_LINE_Y = 11 * mm
_NUMBER_ROOM = 32 * mm


class NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that holds its pages back until the end, since only then "dari N" is known."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  # reportlab's name
        """End a page, without writing it yet."""
        self._held.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Number the pages and write them."""
        for number, page in enumerate(self._held, start=1):
            self.__dict__.update(page)
            self.setFont(PLAIN, 9)
            right = self._pagesize[0] - SIDE
            self.drawRightString(right, _LINE_Y, f"Halaman {number} dari {len(self._held)}")
            super().showPage()
        super().save()


def footer_height(footer: Paragraph, width: float) -> float:
    """Points from the paper's lower edge to where text may begin, the whole footer beneath it."""
    return float(_LINE_Y + footer.wrap(width - _NUMBER_ROOM, 0)[1] + 6 * mm)


def furniture(footer: Paragraph, sample: bool) -> Callable[[Canvas, BaseDocTemplate], None]:
    """What platypus calls at the start of each page: CONTOH under the text, rule and footer below it."""

    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        if sample:
            _draw_sample(canvas)
        height = footer.wrap(canvas._pagesize[0] - 2 * SIDE - _NUMBER_ROOM, 0)[1]
        top = _LINE_Y + max(height, 9) + 2
        canvas.setLineWidth(0.4)
        canvas.line(SIDE, top, canvas._pagesize[0] - SIDE, top)
        footer.drawOn(canvas, SIDE, top - 2 - height)

    return draw


def _draw_sample(canvas: Canvas) -> None:
    width, height = canvas._pagesize
    canvas.saveState()
    canvas.setFillGray(0.9)
    canvas.setFont(BOLD, min(width, height) / 4.2)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(50 if height > width else 35)
    canvas.drawCentredString(0, -min(width, height) / 12, "CONTOH")
    canvas.restoreState()
