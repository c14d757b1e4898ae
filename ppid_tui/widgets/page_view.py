"""A page's text, wrapped, with the sought words marked: only the lines in sight are drawn."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

Span = tuple[int, int]
_PLAIN = {n: " " for n in (*range(32), 127, *range(128, 160)) if chr(n) not in "\n\t"}
"""Control characters become blanks, one for one: the marks stay where they are."""


class PageView(ScrollView, can_focus=False):
    """Literal text to be read, never changed. ``here`` is the mark one stands on, or -1."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page-view--mark", "page-view--here"}
    DEFAULT_CSS = """
    PageView { background: $surface; color: $foreground; padding: 0 1; overflow-x: hidden; overflow-y: scroll; }
    PageView > .page-view--mark { background: $warning 35%; color: $foreground; text-style: bold underline; }
    PageView > .page-view--here { background: $primary; color: $background; text-style: bold; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.here = -1
        self._text = ""
        self._marks: tuple[Span, ...] = ()
        self._rows: list[Content] = []
        self._mark_rows: dict[int, int] = {}

    def show_text(self, text: str, marks: tuple[Span, ...] = (), here: int = -1, end: bool = False) -> None:
        """Show a page from its top (or its end), or from the mark ``here``."""
        self._text, self._marks, self.here = text.translate(_PLAIN), marks, min(here, len(marks) - 1)
        self._wrap_text()
        self.scroll_to(y=self.virtual_size.height if end else 0, animate=False, force=True)
        self._to_mark()

    def go_to_mark(self, number: int) -> bool:
        """Stand on this mark; False if there is none of that number."""
        if not 0 <= number < len(self._marks):
            return False
        self.here = number
        self._to_mark()
        self.refresh()
        return True

    def turn(self, direction: int) -> bool:
        """Scroll by a screenful; False if there was nothing more in that direction."""
        height = max(1, self.scrollable_content_region.height - 1)
        before = self.scroll_offset.y
        target = min(max(0, before + direction * height), int(self.max_scroll_y))
        self.scroll_to(y=target, animate=False, force=True)
        return target != before

    def on_resize(self) -> None:
        self._wrap_text()
        self._to_mark()

    def render_line(self, y: int) -> Strip:
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        base = self.visual_style
        if row >= len(self._rows):
            return Strip.blank(width, base.rich_style)
        runs = self._rows[row].render(base, end="", parse_style=self._mark_style)
        segments = [Segment(text, style.rich_style) for text, style in runs]
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def _wrap_text(self) -> None:
        width = self.scrollable_content_region.width
        if width < 1:
            return
        self._rows = self._marked().wrap(width)
        self._mark_rows = {}
        for row, line in enumerate(self._rows):
            for span in line.spans:
                self._mark_rows.setdefault(int(str(span.style)), row)
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def _marked(self) -> Content:
        content = Content(self._text)
        for number, (start, end) in enumerate(self._marks):
            content = content.stylize(str(number), start, end)
        return content

    def _mark_style(self, number: str | Style) -> Style:
        """A mark's span holds its number, so that its look is asked for only when it is drawn."""
        return self.get_visual_style("page-view--here" if number == str(self.here) else "page-view--mark")

    def _to_mark(self) -> None:
        row = self._mark_rows.get(self.here)
        if row is not None:
            third = self.scrollable_content_region.height // 3
            self.scroll_to(y=max(0, row - third), animate=False, force=True)
