"""Words in a list whose wrapped lines stand under the words, not under the mark before them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style


class Hanging(Visual):
    """Rows of words, each wrapped on its own; all lines but the first are set in, by as much as a mark takes."""

    INDENT = 2
    """Cells."""

    def __init__(self, rows: Iterable[Content], mark: Content = Content("")) -> None:  # noqa: B008 - never changed
        self._mark, self._rows = mark, tuple(rows)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return max(row.get_optimal_width(rules, container_width) for row in self._rows) + self.INDENT

    def get_minimal_width(self, rules: RulesMap) -> int:
        return max(row.get_minimal_width(rules) for row in self._rows) + self.INDENT

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self._lines(width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return Content("\n").join(self._lines(width)).render_strips(width, height, style, options)

    def _lines(self, width: int) -> list[Content]:
        lines = [line.rstrip() for row in self._rows for line in row.wrap(max(1, width - self.INDENT))]
        margin = Content(" " * self.INDENT)
        return [(margin if at else self._mark) + line for at, line in enumerate(lines)]
