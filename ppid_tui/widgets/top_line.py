"""The line at the top: the areas with their keys, who is signed in, and whether a citizen looks along."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from ppid_tui.screens.areas import AREAS

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp


AREAS_WIDTH = 64


class TopLine(Horizontal):
    """Areas left, officer right; beneath it a bar of its own while a citizen looks along."""

    DEFAULT_CSS = """
    TopLine { height: 1; background: $primary; color: $background; dock: top; }
    TopLine #areas { width: 1fr; }
    TopLine #who { width: auto; text-style: bold; }
    TopLine.citizen { background: $warning; }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="areas", markup=False)
        yield Static(id="who", markup=False)

    def on_mount(self) -> None:
        self.watch(self.app, "citizen", self._show)

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        app = cast("KioskApp", self.app)
        self.set_class(app.citizen, "citizen")
        if app.citizen:
            self.query_one("#areas", Static).update(" MODE PEMOHON: yang dikecualikan disembunyikan (Ctrl+T)")
        else:
            self.query_one("#areas", Static).update(_areas(str(getattr(self.screen, "AREA", ""))))
        name = app.officer.name if app.officer else ""
        shown = Content(f" {name} ").truncate(app.size.width - AREAS_WIDTH, ellipsis=True)
        self.query_one("#who", Static).update(shown)


def _areas(here: str) -> Content:
    parts = [Content(" F1 ? ")]
    for area in AREAS:
        style = "reverse" if area.mode == here else ""
        parts.append(Content.styled(f" {area.key.upper()} {area.short} ", style))
    return Content("").join(parts)
