"""A box to tick in a PDF, drawn beside its words: the standard fonts have no such sign."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as Text

from ppid_tui.printouts.paper import Run, Tick
from ppid_tui.printouts.pdf_text import BOLD, markup

_SIDE = 8.5
_INDENT = 15
_TICKED, _OPEN = "X", " "


class TickBox(Text):  # type: ignore[misc]  # reportlab has no types
    """Words with a box before their first line; what goes on over the page has none again."""

    def draw(self) -> None:
        """The box, then the bullet in it, if it is ticked, and the words."""
        if self.bulletText is not None:
            self.canv.setLineWidth(0.8)
            self.canv.rect(0.4, self.height - self.style.leading + 2, _SIDE, _SIDE)
        super().draw()


def tick_box(tick: Tick, style: ParagraphStyle) -> Text:
    """The box in the style of the words around it."""
    beside = ParagraphStyle(
        "tick", style, leftIndent=_INDENT, bulletFontName=BOLD, bulletFontSize=9.5, bulletIndent=1.2, spaceAfter=1
    )
    return TickBox(markup([Run(tick.text)]), beside, bulletText=_TICKED if tick.ticked else _OPEN)
