"""The lock after a while without a key: nothing of the archive is shown until the officer's PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp

GUIDE = """\
Kiosk terkunci karena lama tidak dipakai. Pekerjaan Anda tetap ada
di belakangnya. Ketik PIN Anda untuk melanjutkan, atau F10 agar
petugas lain dapat masuk.
"""


class LockScreen(Screen[None]):
    """Over everything, in a mode of its own."""

    CSS_PATH = "sign_in.tcss"
    GUIDE = GUIDE
    AUTO_FOCUS = "#lock-pin"
    BINDINGS = [Binding("f10", "app.change_officer", "Petugas lain")]

    @property
    def kiosk(self) -> KioskApp:
        """The app, as itself."""
        return cast("KioskApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static("Kiosk terkunci", id="welcome", markup=False)
            yield Static("", id="chosen", markup=False)
            yield Input(placeholder="PIN enam angka", password=True, max_length=6, restrict="[0-9]*", id="lock-pin")
            yield Static("Pekerjaan Anda masih ada. Ketik PIN untuk melanjutkan.", id="words", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_screen_resume(self) -> None:
        officer = self.kiosk.officer
        self.query_one("#chosen", Static).update(officer.name if officer else "")

    @on(Input.Changed, "#lock-pin")
    def _pin_typed(self, event: Input.Changed) -> None:
        if len(event.value) == 6:
            self.check(event.value)

    @work(exclusive=True, group="pin")
    async def check(self, pin: str) -> None:
        """The same rules as at the door."""
        import asyncio

        from ppid_tui.desk.people import sign_in

        office, officer = self.kiosk.office, self.kiosk.officer
        assert office is not None
        assert officer is not None
        answer = await asyncio.to_thread(sign_in, office, officer.id, pin, self.kiosk.clock())
        self.query_one("#lock-pin", Input).value = ""
        if answer.officer is None:
            self.query_one("#words", Static).update(answer.words)
        else:
            await self.kiosk.unlock()
