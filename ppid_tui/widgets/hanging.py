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

    def __init__(self, rows: Iterable[Content], mark: Content = Content(""), indent: int = 2) -> None:  # noqa: B008
        self._mark, self._rows, self._indent = mark, tuple(rows), indent

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return max(row.get_optimal_width(rules, container_width) for row in self._rows) + self._indent

    def get_minimal_width(self, rules: RulesMap) -> int:
        return max(row.get_minimal_width(rules) for row in self._rows) + self._indent

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self._lines(width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return Content("\n").join(self._lines(width)).render_strips(width, height, style, options)

    def _lines(self, width: int) -> list[Content]:
        lines = [line.rstrip() for row in self._rows for line in row.wrap(max(1, width - self._indent))]
        margin = Content(" " * self._indent)
        return [(margin if at else self._mark) + line for at, line in enumerate(lines)]
