"""Signing in: who is on duty, and the PIN. The office is opened behind the first picture, never before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from ppid_tui.widgets.choices import Choices

if TYPE_CHECKING:
    from archive.model import Officer
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.office import Office

GUIDE = """\
Pilih nama Anda dengan panah, tekan Enter, lalu ketik PIN enam
angka.

PIN salah tiga kali: kiosk menunggu sebentar, lalu boleh dicoba
lagi. Tidak ada yang hilang.

Lupa PIN? Minta administrator mengatur ulang, atau tekan F9 dan
ketik kode pemulihan yang dicetak ketika Anda didaftarkan.
"""


OPEN_AFTER = 0.02
"""Seconds: the archive is opened when the first picture stands, or the two would slow each other down."""


class SignInScreen(Screen[None]):
    """The first screen. Nothing of the archive is shown before an officer has signed in."""

    CSS_PATH = "sign_in.tcss"
    GUIDE = GUIDE
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "other_name", "Nama lain", show=False),
        Binding("f9", "recover", "Lupa PIN"),
        Binding("f1", "app.help", "Bantuan"),
        Binding("ctrl+q", "app.close", "Tutup kiosk", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._officers: list[Officer] = []
        self._chosen: Officer | None = None
        self._recovering = False
        self._pins: dict[str, str] = {}

    @property
    def kiosk(self) -> KioskApp:
        """The app, as itself."""
        return cast("KioskApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical(id="card"):
            yield Static("", id="office-name", markup=False)
            yield Static("Selamat datang. Siapa yang bertugas?", id="welcome", markup=False)
            yield Choices(id="names")
            yield Static("", id="chosen", markup=False)
            yield Input(placeholder="PIN enam angka", password=True, max_length=6, restrict="[0-9]*", id="pin")
            yield Static("Membuka arsip…", id="words", markup=False)
            yield Static("", id="clock", classes="warn", markup=False)
            yield Static("", id="sample", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#pin").display = False
        self.set_timer(OPEN_AFTER, self._open)

    def on_screen_resume(self) -> None:
        if self._recovering:
            self._recovering = False
        elif self.kiosk.office is not None:
            self.action_other_name()

    def _open(self) -> None:
        if self.kiosk.office is None:
            self.open_office()

    @work(thread=True, exit_on_error=False, group="open")
    def open_office(self) -> None:
        """Open the archive; the window is on screen already."""
        from ppid_tui.desk.opening import opened

        office, words = opened(self.kiosk.home, self.kiosk.clock())
        self.app.call_from_thread(self._opened, office, words)

    def _opened(self, office: Office | None, words: str) -> None:
        self.kiosk.office = office
        if office is not None:
            self._say(words)
            self._show_names()
        elif words:
            self._say(words, bad=True)
        else:
            from ppid_tui.screens.set_up import SetUpScreen

            self.app.push_screen(SetUpScreen(), self._set_up)

    def _set_up(self, done: bool | None) -> None:
        self.open_office()

    def _show_names(self) -> None:
        from ppid_tui.desk.people import on_duty

        office = self.kiosk.office
        assert office is not None
        self._officers = list(on_duty(office, self.kiosk.clock()))
        self._chosen = None
        self.query_one("#office-name", Static).update(office.profile.name)
        names = self.query_one(Choices)
        names.show([(o.name, self._duties(o)) for o in self._officers])
        names.display = True
        names.focus()
        self.query_one("#pin").display = False
        self.query_one("#chosen", Static).update("")
        doubt = self.query_one("#clock", Static)
        doubt.update(office.records.trail.clock_problem(self.kiosk.clock()))
        doubt.display = bool(doubt.content)
        self._show_sample()
        if not self._officers:
            self._say("Belum ada petugas yang aktif. Hubungi administrator kantor.", bad=True)

    def _duties(self, officer: Officer) -> str:
        office = self.kiosk.office
        assert office is not None
        titles = [role.title for role in office.sop.roles if role.id in officer.roles]
        return ", ".join(titles) or officer.position

    def _show_sample(self) -> None:
        office = self.kiosk.office
        if office is None or not office.profile.demo:
            return
        from ppid_tui.demo.pins import sample_pins

        self._pins = {pin.name: f" · PIN {pin.pin}" for pin in sample_pins(self.kiosk.home)}
        rows = [(o.name, self._duties(o) + self._pins.get(o.name, "")) for o in self._officers]
        self.query_one(Choices).show(rows)
        self.query_one("#sample", Static).update("CONTOH: kantor, orang, dan dokumen di sini tidak nyata.")

    @on(Choices.Chosen)
    def _name_chosen(self, event: Choices.Chosen) -> None:
        self._chosen = self._officers[event.index]
        self.query_one(Choices).display = False
        self.query_one("#chosen", Static).update(f"{self._chosen.name}{self._pins.get(self._chosen.name, '')}")
        pin = self.query_one("#pin", Input)
        pin.display = True
        pin.value = ""
        pin.focus()
        self._say("Ketik PIN Anda. Esc: pilih nama lain.")

    @on(Input.Changed, "#pin")
    def _pin_typed(self, event: Input.Changed) -> None:
        if len(event.value) == 6:
            self.check(event.value)

    @on(Input.Submitted, "#pin")
    def _too_short(self, event: Input.Submitted) -> None:
        if len(event.value) < 6:
            self._say("PIN terdiri dari enam angka. Lanjutkan mengetik.", bad=True)

    @work(exclusive=True, group="pin")
    async def check(self, pin: str) -> None:
        """Check the PIN away from the screen: scrypt is slow on purpose."""
        import asyncio

        from ppid_tui.desk.people import sign_in

        office, chosen = self.kiosk.office, self._chosen
        assert office is not None
        if chosen is None:
            return
        answer = await asyncio.to_thread(sign_in, office, chosen.id, pin, self.kiosk.clock())
        self.query_one("#pin", Input).value = ""
        if answer.officer is None:
            self._say(answer.words, bad=True)
        else:
            await self.kiosk.enter(answer.officer)

    def action_other_name(self) -> None:
        """Back to the names."""
        if self.kiosk.office is not None:
            self._say("")
            self._show_names()

    def action_recover(self) -> None:
        """Enter with the recovery code."""
        at = self.query_one(Choices).highlighted
        if self._chosen is None and at is not None and at < len(self._officers):
            self._chosen = self._officers[at]
        if self.kiosk.office is None or self._chosen is None:
            self._say("Pilih nama Anda dahulu, lalu tekan F9.")
            return
        from ppid_tui.screens.recover import RecoverScreen

        self._recovering = True
        self.app.push_screen(RecoverScreen(self._chosen), lambda words: self._say(words or ""))

    def _say(self, words: str, bad: bool = False) -> None:
        line = self.query_one("#words", Static)
        line.set_class(bad, "bad")
        line.update(words)
