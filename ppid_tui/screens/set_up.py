"""First run: which office this is, who administers it, and the paper with the recovery code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from ppid_tui.widgets.choices import Choices

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ppid_tui.app import KioskApp

GUIDE = """\
Kiosk ini belum punya kantor. Pilih SOP yang dipakai kantor Anda,
ketik nama kantor dan nama Anda, lalu buat PIN. Anda menjadi
administrator: dapat mendaftarkan petugas lain dan mengatur ulang
PIN. Bila SOP itu dikerjakan beberapa kantor, pilih peran yang
bertugas dengan laptop ini; dapat diubah di F6, Petugas, L.

Sesudahnya kiosk menampilkan kode pemulihan. Simpan kertasnya di
amplop tertutup.
"""
ROLES = "SOP beberapa kantor. Peran mana yang bertugas dengan laptop ini?"
FIELDS = ("office", "officer", "pin", "again")


class SetUpScreen(Screen[bool]):
    """Ends with True when there is an office."""

    CSS_PATH = "set_up.tcss"
    GUIDE = GUIDE
    BINDINGS = [Binding("ctrl+q", "app.close", "Tutup kiosk", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self._sops: list[tuple[str, str]] = []
        self._sop = ""
        self._here: tuple[str, ...] = ()
        self._roles: list[tuple[str, ...]] = []
        self._done = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="form-card"):
            yield Static("Menyiapkan kiosk PPID", classes="title", markup=False)
            yield Static("SOP mana yang dipakai kantor ini? Pilih dengan panah, lalu Enter.", id="ask", markup=False)
            yield Choices(id="sops")
            yield Input(placeholder="Nama kantor, misalnya Dinas Sosial Kota …", id="office")
            yield Input(placeholder="Nama Anda (administrator)", id="officer")
            yield Input(placeholder="PIN enam angka", password=True, max_length=6, restrict="[0-9]*", id="pin")
            yield Input(placeholder="PIN sekali lagi", password=True, max_length=6, restrict="[0-9]*", id="again")
            yield Static("", id="words", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        from archive.sop import bundled_sops

        self._sops = [(sop.id, sop.sheet.unit.title()) for sop in bundled_sops()]
        self.query_one(Choices).show([(name, "") for _, name in self._sops])
        self.query_one(Choices).focus()

    @on(Choices.Chosen)
    def _sop_chosen(self, event: Choices.Chosen) -> None:
        if self._sop:
            self._here = self._roles[event.index]
        else:
            self._sop, name = self._sops[event.index]
            self.query_one("#ask", Static).update(f"SOP: {name}")
            if self._ask_for_roles():
                return
        self.query_one(Choices).display = False
        self.query_one("#office", Input).focus()

    def _ask_for_roles(self) -> bool:
        """Where the SOP goes from body to body: which of its roles works with this laptop."""
        from archive.sop import bundled_sop
        from ppid_tui.desk.bodies import joins_bodies
        from ppid_tui.desk.roles import steps_of

        sop = bundled_sop(self._sop)
        if not joins_bodies(sop):
            return False
        self._roles = [(), *((role.id,) for role in sop.roles)]
        self.query_one("#ask", Static).update(ROLES)
        lines = ["Semua peran", *(f"{role.title}: {steps_of(sop, role.id)}" for role in sop.roles)]
        self.query_one(Choices).show([(line, "") for line in lines])
        return True

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if self._done:
            self.dismiss(True)
        elif event.input.id == FIELDS[-1]:
            self.prepare()
        else:
            self.focus_next()

    @work(exclusive=True)
    async def prepare(self) -> None:
        """Make the office."""
        import asyncio

        from archive.officers import is_pin
        from ppid_tui.desk.people import AlreadySetUp
        from ppid_tui.desk.trouble import trouble_words

        office, officer, pin, again = (self.query_one(f"#{i}", Input).value.strip() for i in FIELDS)
        if not (self._sop and office and officer):
            self._say("Pilih SOP, lalu isi nama kantor dan nama Anda.")
        elif not is_pin(pin) or pin != again:
            self._say("PIN harus enam angka, tidak semuanya sama, dan sama dua kali.")
        else:
            kiosk = cast("KioskApp", self.app)
            work = partial(_prepare, kiosk.home, self._sop, office, officer, pin, kiosk.clock(), self._here)
            try:
                self._say(await asyncio.to_thread(work))
                self._done = True
            except AlreadySetUp as refusal:
                self._say(str(refusal))
            except OSError as error:
                self._say(trouble_words(error))

    def _say(self, words: str) -> None:
        self.query_one("#words", Static).update(words)
        self.query_one(VerticalScroll).scroll_end(animate=False)


def _prepare(home: Path, sop: str, name: str, officer: str, pin: str, at: datetime, here: tuple[str, ...]) -> str:
    from ppid_tui.desk.people import found_office

    office, code, paper = found_office(home, sop, name, officer, pin, at, here=here)
    office.close()
    return (
        f"Kantor siap. Kode pemulihan Anda: {code}\n"
        f"Kertasnya tersimpan di {paper}. Cetak atau tulis kodenya, simpan di amplop tertutup.\n"
        "Tekan Enter untuk masuk."
    )
