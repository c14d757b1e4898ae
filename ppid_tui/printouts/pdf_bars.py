"""Numbers as a bar chart in a PDF, in black and grey."""

from __future__ import annotations

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, black
from reportlab.pdfbase.pdfmetrics import stringWidth

from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import Bars
from ppid_tui.printouts.pdf_text import PLAIN

_ROW, _SIZE, _LONGEST = 15.0, 8.5, 34
_GREY = HexColor("#808080")


def bar_chart(block: Bars, line: float) -> Drawing:
    """A chart as wide as the line: a name a bar, its number beside it."""
    rows = block.rows[::-1]  # reportlab begins at the bottom
    names = [_short(literal(name)) for name, _ in rows]
    label = max(stringWidth(name, PLAIN, _SIZE) for name in names) + 10
    height = _ROW * len(names)
    drawing = Drawing(line, height + 10)
    chart = HorizontalBarChart()
    chart.x, chart.y, chart.width, chart.height = label, 5, line - label - 40, height
    chart.data = [[number for _, number in rows]]
    _dress(chart, names)
    drawing.add(chart)
    return drawing


def _dress(chart: HorizontalBarChart, names: list[str]) -> None:
    chart.categoryAxis.categoryNames = names
    chart.categoryAxis.labels.fontName, chart.categoryAxis.labels.fontSize = PLAIN, _SIZE
    chart.categoryAxis.visibleTicks = False
    chart.valueAxis.valueMin = 0
    chart.valueAxis.visible = False
    chart.bars[0].fillColor, chart.bars[0].strokeColor = _GREY, black
    chart.bars[0].strokeWidth = 0.4
    chart.barLabelFormat = "%d"
    chart.barLabels.fontName, chart.barLabels.fontSize = PLAIN, _SIZE
    chart.barLabels.boxAnchor, chart.barLabels.dx = "w", 3


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 3]}..."
