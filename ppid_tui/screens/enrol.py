"""Two small forms of the administrator: a new officer, and a new PIN for one who forgot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from ppid_tui.widgets.tick import Tick

if TYPE_CHECKING:
    from archive.model import Officer
    from archive.sop import Role
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.office import Office


class _Form(ModalScreen[str]):
    """A card of fields; F8 or Enter in the last field saves, Esc leaves all as it was."""

    CSS_PATH = "set_up.tcss"
    BINDINGS = [Binding("f8", "save", "Simpan"), Binding("escape", "give_up", "Kembali")]

    def __init__(self, office: Office, by: Officer) -> None:
        super().__init__()
        self._office = office
        self._by = by

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == "again":
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Save, and say why not where it is refused."""
        self.save()

    @work(exclusive=True)
    async def save(self) -> None:
        """Away from the screen: scrypt is slow on purpose."""
        import asyncio

        from ppid_tui.desk.office import NotAllowed

        pin, again = (self.query_one(f"#{i}", Input).value for i in ("pin", "again"))
        if pin != again:
            self.say("PIN yang kedua belum sama dengan yang pertama.")
            return
        try:
            work = self.prepare(pin)
            words = await asyncio.to_thread(work)
        except (NotAllowed, ValueError) as refusal:
            self.say(str(refusal))
        else:
            self.dismiss(words)

    def prepare(self, pin: str) -> Callable[[], str]:
        """What is to be done with what was filled in; its answer is told."""
        raise NotImplementedError

    def at(self) -> datetime:
        """The office's own time."""
        return cast("KioskApp", self.app).clock()

    def say(self, words: str) -> None:
        """A word on the card."""
        self.query_one("#words", Static).update(words)

    def action_give_up(self) -> None:
        """Back, with nothing changed."""
        self.dismiss("")


def _pin_fields() -> ComposeResult:
    yield Input(placeholder="PIN, enam angka", password=True, max_length=6, restrict="[0-9]*", id="pin")
    yield Input(placeholder="PIN sekali lagi", password=True, max_length=6, restrict="[0-9]*", id="again")
    yield Static("", id="words", markup=False)


class EnrolScreen(_Form):
    """A new officer: name, roles of the SOP, PIN."""

    GUIDE = "Nama, peran (Spasi menandai), lalu PIN dua kali. F8 menyimpan."

    def compose(self) -> ComposeResult:
        roles = self._roles()
        with Vertical(classes="form-card"):
            yield Static("Petugas baru", classes="title", markup=False)
            yield Input(placeholder="Nama petugas", id="name")
            yield Input(placeholder="Jabatan untuk surat, misalnya Analis Informasi (boleh kosong)", id="position")
            yield Static("Peran (Spasi menandai):", classes="quiet", markup=False)
            for role in roles:
                yield Tick(role.title, len(roles) == 1, id=f"role-{role.id}")
            yield from _pin_fields()
        yield Footer(show_command_palette=False, compact=True)

    def prepare(self, pin: str) -> Callable[[], str]:
        from ppid_tui.desk.people import register_officer

        name = self.query_one("#name", Input).value
        position = self.query_one("#position", Input).value
        roles = [role.id for role in self._roles() if self.query_one(f"#role-{role.id}", Tick).ticked]
        at = self.at()

        def work() -> str:
            officer, paper = register_officer(self._office, name, roles, pin, self._by, at, position)
            return f"{officer.name} sudah terdaftar. Kode pemulihannya di {paper}."

        return work

    def _roles(self) -> list[Role]:
        from ppid_tui.desk.bodies import is_here

        return [role for role in self._office.sop.roles if is_here(self._office, role.id)]


class NewPinScreen(_Form):
    """A new PIN for an officer who forgot."""

    GUIDE = "Ketik PIN baru dua kali. Petugas sebaiknya menggantinya sendiri kemudian."

    def __init__(self, office: Office, officer: Officer, by: Officer) -> None:
        super().__init__(office, by)
        self._whose = officer

    def compose(self) -> ComposeResult:
        with Vertical(classes="form-card"):
            yield Static(f"PIN baru untuk {self._whose.name}", classes="title", markup=False)
            yield from _pin_fields()
        yield Footer(show_command_palette=False, compact=True)

    def prepare(self, pin: str) -> Callable[[], str]:
        from ppid_tui.desk.people import reset_pin

        at = self.at()

        def work() -> str:
            reset_pin(self._office, self._whose, pin, self._by, at)
            return f"PIN {self._whose.name} sudah diganti."

        return work
