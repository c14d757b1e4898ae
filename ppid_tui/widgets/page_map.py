"""A page as a picture of half cells; with the focus on it, boxes are drawn by the arrows, wherever they must be."""

from __future__ import annotations

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from archive.blackouts import Box
from ppid_tui.desk.small_picture import SmallPicture

_UPPER = "▀"
_CURSOR = Color.from_rgb(214, 120, 0)
Cell = tuple[int, int]
"""Column and row of the picture, two halves a row."""


class PageMap(ScrollView, can_focus=True):
    """Space sets a corner, and then the corner opposite."""

    DEFAULT_CSS = """
    PageMap { background: $surface; overflow-x: hidden; overflow-y: auto; }
    """
    BINDINGS = [
        Binding("space,enter", "corner", "Sudut kotak", key_display="Spasi"),
        Binding("up", "move(0,-1)", show=False),
        Binding("down", "move(0,1)", show=False),
        Binding("left", "move(-1,0)", show=False),
        Binding("right", "move(1,0)", show=False),
        Binding("shift+up", "move(0,-5)", show=False),
        Binding("shift+down", "move(0,5)", show=False),
        Binding("shift+left", "move(-10,0)", show=False),
        Binding("shift+right", "move(10,0)", show=False),
    ]

    class Drawn(Message):
        """A box from edge to edge, as shares of the page."""

        def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
            super().__init__()
            self.edges = (left, top, right, bottom)

    class Resized(Message):
        """The picture is to be made anew for this size."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._plain = self._shown = SmallPicture(())
        self._boxes: tuple[Box, ...] = ()
        self._at: Cell = (0, 0)
        self._corner: Cell | None = None

    def show_picture(self, picture: SmallPicture, boxes: tuple[Box, ...], fresh: bool) -> None:
        """Show a page with its boxes; ``fresh``: another page, from its top."""
        self._plain, self._boxes = picture, boxes
        self._shown = picture.with_boxes(boxes)
        self.virtual_size = Size(picture.width, -(-picture.height // 2))
        if fresh:
            self._corner = None
            self.scroll_to(y=0, animate=False, force=True)
        self._at = (min(self._at[0], max(picture.width - 1, 0)), min(self._at[1], max(self._rows - 1, 0)))
        self.refresh()

    def show_boxes(self, boxes: tuple[Box, ...]) -> None:
        """The same page with other boxes."""
        self.show_picture(self._plain, boxes, False)

    @property
    def _rows(self) -> int:
        return -(-self._plain.height // 2)

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_blur(self) -> None:
        self._corner = None

    def drop_corner(self) -> bool:
        """Give up a box that is half drawn; False where there is none."""
        begun, self._corner = self._corner is not None, None
        self.refresh()
        return begun

    def action_move(self, across: int, down: int) -> None:
        """Move the cursor; the page follows it."""
        column, row = self._at
        self._at = (
            min(max(column + across, 0), max(self._plain.width - 1, 0)),
            min(max(row + down, 0), max(self._rows - 1, 0)),
        )
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if not top <= self._at[1] < top + height:
            self.scroll_to(y=max(0, self._at[1] - height // 2), animate=False, force=True)
        self.refresh()

    def action_corner(self) -> None:
        """Begin a box here, or end it here."""
        if not self._plain.rows:
            return
        if self._corner is None:
            self._corner = self._at
        else:
            left, top, right, bottom = self._spanned()
            wide, high = self._plain.width, self._plain.height / 2
            self._corner = None
            self.post_message(self.Drawn(left / wide, top / high, (right + 1) / wide, min(1.0, (bottom + 1) / high)))
        self.refresh()

    def _spanned(self) -> tuple[int, int, int, int]:
        (x0, y0), (x1, y1) = self._corner or self._at, self._at
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def render_line(self, y: int) -> Strip:
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if row >= self._rows:
            return Strip.blank(width, self.visual_style.rich_style)
        upper = self._shown.rows[2 * row]
        lower = self._shown.rows[2 * row + 1] if 2 * row + 1 < self._shown.height else upper
        segments = [
            Segment(_UPPER, self._style(column, row, up, down))
            for column, (up, down) in enumerate(zip(upper, lower, strict=True))
        ]
        return Strip(segments).adjust_cell_length(width, self.visual_style.rich_style)

    def _style(self, column: int, row: int, up: int, down: int) -> Style:
        left, top, right, bottom = self._spanned()
        if self.has_focus and left <= column <= right and top <= row <= bottom:
            return Style(color=_CURSOR, bgcolor=_CURSOR)
        return Style(color=Color.from_rgb(up, up, up), bgcolor=Color.from_rgb(down, down, down))
