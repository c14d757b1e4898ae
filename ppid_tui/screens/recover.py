"""The way back in with the recovery code: a new PIN, and the next code."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

if TYPE_CHECKING:
    from archive.model import Officer
    from ppid_tui.app import KioskApp

CODE_WORDS = "Kode pemulihan yang baru: {code}\nTulis dan simpan di amplop tertutup. Kode lama tidak berlaku lagi."

RENEWED = "PIN sudah diganti. Ketik PIN yang baru."


class RecoverScreen(ModalScreen[str]):
    """Ends with the words to show on the sign-in screen."""

    CSS_PATH = "set_up.tcss"
    GUIDE = "Ketik kode pemulihan dari kertas yang dicetak ketika Anda didaftarkan, lalu PIN baru dua kali."
    BINDINGS = [Binding("escape", "give_up", "Kembali")]

    def __init__(self, officer: Officer) -> None:
        super().__init__()
        self._officer = officer
        self._done = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="form-card"):
            yield Static(f"PIN baru untuk {self._officer.name}", classes="title", markup=False)
            yield Input(placeholder="Kode pemulihan (16 huruf dan angka)", max_length=24, id="code")
            yield Input(placeholder="PIN baru, enam angka", password=True, max_length=6, restrict="[0-9]*", id="pin")
            yield Input(placeholder="PIN baru sekali lagi", password=True, max_length=6, restrict="[0-9]*", id="again")
            yield Static("", id="words", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if self._done:
            self.dismiss(RENEWED)
        elif event.input.id == "again":
            self.renew()
        else:
            self.focus_next()

    @work(exclusive=True)
    async def renew(self) -> None:
        """Try the code."""
        import asyncio

        from archive.officers import is_pin
        from ppid_tui.desk.people import recover

        code, pin, again = (self.query_one(f"#{i}", Input).value for i in ("code", "pin", "again"))
        if not is_pin(pin) or pin != again:
            self._say("PIN harus enam angka, tidak semuanya sama, dan sama dua kali.")
            return
        kiosk = cast("KioskApp", self.app)
        assert kiosk.office is not None
        renewed = await asyncio.to_thread(recover, kiosk.office, self._officer.id, code, pin, kiosk.clock())
        if renewed is None:
            self._say("Kode pemulihan belum cocok. Periksa lagi, atau hubungi administrator.")
        else:
            self._done = CODE_WORDS.format(code=renewed[1])
            self._say(self._done + "\nTekan Enter jika sudah ditulis.")

    def action_give_up(self) -> None:
        """Back, with nothing changed."""
        self.dismiss(RENEWED if self._done else "")

    def _say(self, words: str) -> None:
        self.query_one("#words", Static).update(words)
