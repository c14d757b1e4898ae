"""What every work area shares: the top line, the keys that are possible now, and Esc to go back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer

from ppid_tui.screens import areas
from ppid_tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from datetime import datetime

    from archive.model import Officer
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.finding import Viewer
    from ppid_tui.desk.office import Office


class Place(Screen[None]):
    """A work area or a screen opened from one. Subclasses fill ``compose_place`` and ``GUIDE``."""

    GUIDE: ClassVar[str] = ""
    """What F1 says of this place, in plain Indonesian."""
    AREA: ClassVar[str] = ""
    """The mode this place belongs to, marked in the top line."""
    BINDINGS = [
        Binding("escape", "back", "Kembali"),
        Binding("slash", "find", "Cari", show=False, key_display="/"),
        Binding("question_mark", "app.help", "Bantuan", show=False),
    ]

    @property
    def kiosk(self) -> KioskApp:
        """The app, as itself."""
        return cast("KioskApp", self.app)

    @property
    def office(self) -> Office:
        """The open office; there is one wherever a place is shown."""
        assert self.kiosk.office is not None
        return self.kiosk.office

    @property
    def officer(self) -> Officer:
        """Who is signed in."""
        assert self.kiosk.officer is not None
        return self.kiosk.officer

    @property
    def viewer(self) -> Viewer:
        """Who looks at the screen now, citizen mode included."""
        return self.kiosk.viewer()

    def at(self) -> datetime:
        """The office's own time."""
        return self.kiosk.clock()

    def compose(self) -> ComposeResult:
        yield TopLine()
        yield from self.compose_place()
        yield Footer(show_command_palette=False, compact=True)

    def compose_place(self) -> ComposeResult:
        """What stands between the top line and the keys."""
        yield from ()

    def on_screen_resume(self) -> None:
        self.query_one(Footer).visible = True
        self.refresh_place()

    def on_screen_suspend(self) -> None:
        self.query_one(Footer).visible = False  # a question laid over this place has keys of its own

    def refresh_place(self) -> None:
        """Show what is true now: called when one comes here, and when citizen mode changes."""

    async def action_back(self) -> None:
        """Back to where one came from, at last to home."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self.kiosk.current_mode not in (areas.HOME, areas.CITIZEN):
            await self.app.switch_mode(areas.HOME)

    async def action_find(self) -> None:
        """Go and find."""
        await self.kiosk.action_go(areas.FIND)
