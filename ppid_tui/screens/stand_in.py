"""A small form: an officer does another's role for a time, as Plt., Plh. or a.n.; and the end of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from ppid_tui.desk.bodies import is_here
from ppid_tui.widgets.choices import Choices
from ppid_tui.widgets.chooser import Chooser

if TYPE_CHECKING:
    from datetime import datetime

    from archive.model import Officer
    from archive.sop import Role
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.office import Office

CAPACITIES = (
    "Plt. (pelaksana tugas: jabatannya kosong)",
    "Plh. (pelaksana harian: pejabatnya berhalangan)",
    "a.n. (atas nama pejabatnya)",
)
"""In the order of `Capacity`."""
FIELDS = (
    ("first", "Mulai tanggal (kosong: hari ini)"),
    ("last", "Sampai tanggal, misalnya 13 Maret 2026 (wajib untuk Plh.)"),
    ("order", "Nomor surat perintah atau penunjukan (boleh kosong)"),
)


class CurrentStandIns(Choices):
    """Those that are not over; Del ends one."""

    BINDINGS = [Binding("delete", "screen.end", "Akhiri", key_display="Del")]


class StandInScreen(ModalScreen[str]):
    """Answers with words on what was done. F8 or Enter in the last field saves, Esc leaves all as it was."""

    CSS_PATH = "officers.tcss"
    GUIDE = (
        "Siapa yang menggantikan boleh mengerjakan langkah peran itu hanya pada tanggalnya; surat yang "
        "ditandatanganinya menyebut Plt., Plh. atau a.n. Panah kiri dan kanan: pilihan lain. Del mengakhiri."
    )
    BINDINGS = [
        Binding("f8", "save", "Simpan"),
        Binding("escape", "dismiss('')", "Kembali"),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, office: Office, officer: Officer, by: Officer) -> None:
        super().__init__()
        self._office, self._officer, self._by = office, officer, by
        others = (role for role in office.sop.roles if role.id not in officer.roles)
        self._others: list[Role] = [role for role in others if is_here(office, role.id)]

    def compose(self) -> ComposeResult:
        from ppid_tui.desk.roles import current_stand_ins, stand_in_words

        self._now = current_stand_ins(self._officer, self._at().date())
        with Vertical(classes="form-card"):
            yield Static(f"Pengganti sementara: {self._officer.name}", classes="title", markup=False)
            if self._now:
                yield CurrentStandIns(id="now")
            if self._others:
                yield from self._fields()
            else:
                yield Static(f"{self._officer.name} sudah memegang semua peran di kantor ini.", markup=False)
            yield Static("", id="words", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)
        self.call_later(self._show_now, [(stand_in_words(self._office, one), "") for one in self._now])

    def _fields(self) -> ComposeResult:
        choices = (("Peran", "role", [role.title for role in self._others]), ("Sebagai", "capacity", CAPACITIES))
        for label, name, words in choices:
            with Horizontal(classes="row"):
                yield Static(label, markup=False)
                yield Chooser(words, id=name)
        for name, hint in FIELDS:
            yield Input(placeholder=hint, id=name)

    def _show_now(self, rows: list[tuple[str, str]]) -> None:
        if rows:
            self.query_one("#now", Choices).show(rows)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        if event.input.id == FIELDS[-1][0]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Let the officer stand in, or say what is missing."""
        from archive.standing_in import Capacity
        from ppid_tui.desk.roles import lend, new_stand_in, stand_in_words

        if not self._others:
            return
        at = self._at()
        role = self._others[self.query_one("#role", Chooser).chosen]
        by = list(Capacity)[self.query_one("#capacity", Chooser).chosen]

        def save() -> str:
            first, last, order = (self.query_one(f"#{name}", Input).value for name, _ in FIELDS)
            stand_in = new_stand_in(role.id, by, first, last, order, at.date())
            lend(self._office, self._officer, stand_in, self._by, at)
            return f"{self._officer.name}: {stand_in_words(self._office, stand_in)}."

        self._try(save)

    @work(exclusive=True)
    async def action_end(self) -> None:
        """End the highlighted one, after a question."""
        from ppid_tui.desk.roles import end_stand_in, stand_in_words
        from ppid_tui.screens.confirm import ConfirmScreen

        one = self._now[self.query_one("#now", Choices).highlighted or 0]
        words = f"{self._officer.name}: {stand_in_words(self._office, one)}"
        if not await self.app.push_screen_wait(ConfirmScreen(f"{words}. Akhiri sekarang?", "Akhiri")):
            return

        def end() -> str:
            end_stand_in(self._office, self._officer, one, self._by, self._at())
            return f"{words}: berakhir."

        self._try(end)

    def _try(self, do: Callable[[], str]) -> None:
        from ppid_tui.desk.office import NotAllowed

        try:
            self.dismiss(do())
        except (NotAllowed, ValueError) as refusal:
            self.query_one("#words", Static).update(str(refusal))

    def _at(self) -> datetime:
        return cast("KioskApp", self.app).clock()
