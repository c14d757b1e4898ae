"""Sheets of labels for boxes and folders, each with a Code 128 that a scanner types into the search box."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ppid_tui.printouts.literal import literal

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Label:
    """``heading`` is large, ``place`` above it, ``about`` beneath in small lines; ``code`` is also read by people."""

    office: str
    heading: str
    place: str
    about: tuple[str, ...]
    code: str


@dataclass(frozen=True)
class LabelSheet:
    """A4 sheets of labels as shops sell them. Sizes in millimetres; ``gap`` between columns, none between rows."""

    name: str
    columns: int
    rows: int
    width: float
    height: float
    gap: float = 0.0

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows


SHEETS = (
    LabelSheet("2 x 7 (99,1 x 38,1 mm)", 2, 7, 99.1, 38.1, 2.5),
    LabelSheet("3 x 8 (70 x 37 mm)", 3, 8, 70.0, 37.0),
    LabelSheet("2 x 4 (99,1 x 67,7 mm)", 2, 4, 99.1, 67.7, 2.5),
    LabelSheet("1 x 4 (190 x 67,7 mm)", 1, 4, 190.0, 67.7),
)
"""The sizes that are offered; the first is the usual one."""

_A4 = (210.0, 297.0)
_MM = 72 / 25.4
_PAD = 3.0
_CODE_HEIGHT = 9.0
_BAR = 0.33
"""Width of the thinnest bar in millimetres: what hand scanners read at arm's length."""


def render_labels(labels: Sequence[Label], sheet: LabelSheet, skip: int = 0) -> bytes:
    """The sheets as a PDF; the first ``skip`` places are left empty, where the labels of a sheet are used already."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(_A4[0] * _MM, _A4[1] * _MM), invariant=1)
    canvas.setTitle("Label hardcopy")
    for at, label in enumerate(labels, skip):
        place = at % sheet.count
        if place == 0 and at > skip:
            canvas.showPage()
        _draw(canvas, label, sheet, *_corner(sheet, place))
    canvas.save()
    return file.getvalue()


def _corner(sheet: LabelSheet, place: int) -> tuple[float, float]:
    """The upper left corner of a place, in millimetres from the left and from the foot of the sheet."""
    row, column = divmod(place, sheet.columns)
    wide = sheet.columns * sheet.width + (sheet.columns - 1) * sheet.gap
    left = (_A4[0] - wide) / 2 + column * (sheet.width + sheet.gap)
    top = _A4[1] - (_A4[1] - sheet.rows * sheet.height) / 2 - row * sheet.height
    return left, top


def _draw(canvas: Canvas, label: Label, sheet: LabelSheet, left: float, top: float) -> None:
    width = sheet.width - 2 * _PAD
    x, y = left + _PAD, top - _PAD
    y = _line(canvas, label.office, x, y, width, 7, False)
    y = _line(canvas, label.place, x, y, width, 10, True)
    y = _line(canvas, label.heading, x, y, width, 16, True)
    foot = top - sheet.height + _PAD
    for words in label.about:
        for line in _wrapped(canvas, words, width, 8, 2):
            if y - 8 * 1.2 / _MM > foot + _CODE_HEIGHT:
                y = _line(canvas, line, x, y, width, 8, False)
    _draw_code(canvas, label.code, x, foot, width)


def _draw_code(canvas: Canvas, code: str, x: float, foot: float, width: float) -> None:
    from reportlab.graphics.barcode.code128 import Code128

    bars = Code128(code, barWidth=_BAR * _MM, barHeight=(_CODE_HEIGHT - 3.5) * _MM, quiet=False)
    bars.drawOn(canvas, x * _MM, (foot + 3.5) * _MM)
    canvas.setFont("Courier-Bold", 9)
    canvas.drawString(x * _MM, (foot + 0.5) * _MM, code)


def _line(canvas: Canvas, words: str, x: float, y: float, width: float, size: int, bold: bool) -> float:
    """Write one line beneath ``y``, smaller or cut where it is too long; returns where the next begins."""
    font = _font(bold)
    text, fitted = _plain(words), float(size)
    if not text:
        return y
    while fitted > size * 0.6 and canvas.stringWidth(text, font, fitted) > width * _MM:
        fitted -= 0.5
    canvas.setFont(font, fitted)
    canvas.drawString(x * _MM, y * _MM - size * 0.85, _cut(canvas, text, font, fitted, width))
    return y - size * 1.2 / _MM


def _wrapped(canvas: Canvas, words: str, width: float, size: int, most: int) -> list[str]:
    """The words on so many lines at most; what is left over stays on the last one, to be cut there."""
    lines = [""]
    for word in _plain(words).split():
        longer = f"{lines[-1]} {word}".strip()
        if canvas.stringWidth(longer, _font(False), size) <= width * _MM or len(lines) == most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(canvas: Canvas, text: str, font: str, size: float, width: float) -> str:
    shown = text
    while shown and canvas.stringWidth(shown + ("…" if shown != text else ""), font, size) > width * _MM:
        shown = shown[:-1]
    return shown if shown == text else f"{shown.rstrip()}…"


def _font(bold: bool) -> str:
    return "Helvetica-Bold" if bold else "Helvetica"


def _plain(words: str) -> str:
    """In signs that the PDF's own fonts have."""
    return " ".join(literal(words).split()).encode("cp1252", "replace").decode("cp1252")
