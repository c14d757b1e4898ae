"""The signs of an SOP's flow as they are drawn: capsule, box, diamond, connector, arrow. Black on white."""

from __future__ import annotations

from math import atan2, cos, pi, sin
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph as Text

from ppid_tui.printouts.flow import Sign
from ppid_tui.printouts.paper import Run
from ppid_tui.printouts.pdf_marks import CONNECTOR, END_HEIGHT, Arrow, Connector, End, Lanes, Mark, Point
from ppid_tui.printouts.pdf_text import BOLD, PLAIN, markup

_LINE = 0.9
_HEAD = 5.0  # length of an arrowhead
_SIZE = 7.5  # of words on arrows
_TINY = 5.5
_RIGHT = ParagraphStyle("right of a point", fontName=PLAIN, fontSize=_SIZE, leading=8)
_LEFT = ParagraphStyle("left of a point", _RIGHT, alignment=TA_RIGHT)


def sign(canvas: Any, what: Sign, at: Point, lanes: Lanes) -> None:  # noqa: ANN401  # reportlab has no types
    """A step's sign, its middle at a point; white inside, so that it stands before the lines."""
    x, y = at
    half, high = lanes.half_width, lanes.half_height
    _pen(canvas)
    match what:
        case Sign.CAPSULE:
            canvas.roundRect(x - half, y - high, 2 * half, 2 * high, min(half, high), fill=1)
        case Sign.BOX:
            canvas.rect(x - half, y - high, 2 * half, 2 * high, fill=1)
        case Sign.DIAMOND:
            high *= 1.25
            _closed(canvas, ((x, y + high), (x + half, y), (x, y - high), (x - half, y)))


def mark(canvas: Any, what: Mark) -> None:  # noqa: ANN401
    """An arrow with its words, a connector with its number, or an end."""
    match what:
        case Connector():
            _connector(canvas, what)
        case End():
            _end(canvas, what)
        case Arrow():
            _arrow(canvas, what)


def _arrow(canvas: Any, what: Arrow) -> None:  # noqa: ANN401
    _pen(canvas)
    path = canvas.beginPath()
    path.moveTo(*what.points[0])
    for point in what.points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)
    _arrowhead(canvas, what.points[-2], what.points[-1])
    _label(canvas, what)


def _connector(canvas: Any, what: Connector) -> None:  # noqa: ANN401
    x, y, half = what.x, what.y, CONNECTOR
    _pen(canvas)
    low = y - half / 2
    _closed(canvas, ((x - half, y + half), (x + half, y + half), (x + half, low), (x, y - half), (x - half, low)))
    _words(canvas, what.text, (x, y - 1.6), BOLD, _SIZE if len(what.text) < 2 else _TINY)


def _end(canvas: Any, what: End) -> None:  # noqa: ANN401
    half, high = stringWidth("Selesai", PLAIN, _SIZE) / 2 + 4, END_HEIGHT / 2
    _pen(canvas)
    canvas.roundRect(what.x - half, what.y - high, 2 * half, 2 * high, high, fill=1)
    _words(canvas, "Selesai", (what.x, what.y - 2.5), PLAIN, _SIZE)


def _arrowhead(canvas: Any, before: Point, tip: Point) -> None:  # noqa: ANN401
    toward = atan2(tip[1] - before[1], tip[0] - before[0])
    wings = [(tip[0] - _HEAD * cos(toward + turn), tip[1] - _HEAD * sin(toward + turn)) for turn in (pi / 8, -pi / 8)]
    canvas.setFillGray(0)
    _closed(canvas, (tip, *wings))


def _label(canvas: Any, what: Arrow) -> None:  # noqa: ANN401
    if not what.label:
        return
    style = _LEFT if what.to_left else _RIGHT
    words = Text(markup([Run(what.label)]), style)
    height = words.wrap(what.room, 1e6)[1]
    x, y = what.at
    words.drawOn(canvas, x - what.room if what.to_left else x, y + style.leading - height - 1)


def _words(canvas: Any, text: str, at: Point, font: str, size: float) -> None:  # noqa: ANN401
    canvas.setFillGray(0)
    canvas.setFont(font, size)
    canvas.drawCentredString(*at, text)


def _pen(canvas: Any) -> None:  # noqa: ANN401
    canvas.setLineWidth(_LINE)
    canvas.setFillGray(1)


def _closed(canvas: Any, points: tuple[Point, ...]) -> None:  # noqa: ANN401
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, fill=1)
