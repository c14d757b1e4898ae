"""Who may enter and who does which step. An administrator changes it by keys; nobody is ever deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList, Static

from ppid_tui.desk.works import FormField
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.role_table import RoleTable, columns

if TYPE_CHECKING:
    from archive.model import Officer

GUIDE = """\
Petugas yang boleh masuk, dan peran SOP yang dipegangnya. Angka
memberi atau mencabut peran petugas yang disorot; A menjadikannya
administrator. Satu petugas boleh memegang beberapa peran.

W: menggantikan pemegang peran lain untuk sementara (Plt., Plh.,
a.n.), dari tanggal sampai tanggal. N: petugas baru. Enter: PIN baru
bagi yang lupa. Del: petugas pindah atau berhenti, dengan berita
acara serah terima. Catatan kerjanya tetap ada. L: peran mana yang
bertugas di kantor ini, mana di kantor lain. J: jabatan petugas,
seperti tertulis di surat. K: kop surat, dan siapa
yang menandatangani surat sebagai kepala kantor.

Hanya administrator yang dapat mengubahnya.
"""
CHANGES = ("role", "administrator", "bodies", "letterhead", "position", "stand_in", "enrol", "leave", "select")
MOST_ROLES = 9
POSITION = (FormField("position", "Jabatan untuk surat, misalnya Analis Informasi"),)


class OfficersScreen(Place):
    """Reached from the archive, and from home where a role is not held."""

    CSS_PATH = "officers.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#officers"
    BINDINGS = [
        Binding("1", "role(1)", "Peran", key_display="1-9"),
        *(Binding(str(n), f"role({n})", show=False) for n in range(2, MOST_ROLES + 1)),
        Binding("a", "administrator", "Administrator", show=False),
        Binding("l", "bodies", "Peran kantor lain", show=False),
        Binding("j", "position", "Jabatan", show=False),
        Binding("k", "letterhead", "Kop surat dan penanda tangan", show=False),
        Binding("w", "stand_in", "Pengganti", key_display="W"),
        Binding("n", "enrol", "Petugas baru", key_display="N"),
        Binding("delete", "leave", "Pindah", key_display="Del"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._officers: list[Officer] = []

    def compose_place(self) -> ComposeResult:
        yield Static("Petugas dan peran", classes="title", markup=False)
        yield Static("", id="roles", classes="quiet", markup=False)
        yield Static("", id="unheld", classes="warn", markup=False)
        yield Static("", id="columns", markup=False)
        yield RoleTable(id="officers", markup=False, compact=True)

    def refresh_place(self) -> None:
        from ppid_tui.desk.role_rows import legend, row_of
        from ppid_tui.desk.roles import unheld_words

        today = self.at().date()
        staff = self.office.records.officers.all()
        self._officers = sorted(staff, key=lambda o: (not o.active_on(today), o.name))
        self.query_one("#roles", Static).update("\n".join(legend(self.office, self.officer, today)))
        unheld = self.query_one("#unheld", Static)
        unheld.update(unheld_words(self.office, self.officer, today)[0])
        unheld.display = bool(unheld.content)
        self.query_one("#columns", Static).update(f"{columns(len(self.office.sop.roles))} Nama")
        self.query_one(RoleTable).show([row_of(self.office, one, today) for one in self._officers])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an administrator is offered to change; only roles that there are."""
        if action not in CHANGES or self.kiosk.officer is None:
            return True
        from archive.model import Right

        there = action != "role" or int(str(parameters[0])) <= len(self.office.sop.roles)
        return there and self.office.may(self.officer, Right.ADMINISTER)

    @property
    def _picked(self) -> Officer:
        return self._officers[self.query_one(RoleTable).highlighted or 0]

    def action_role(self, number: int) -> None:
        """Give the highlighted officer this role, or take it."""
        from ppid_tui.desk.roles import toggle_role

        role = self.office.sop.roles[number - 1]
        self._change(lambda: toggle_role(self.office, self._picked, role.id, self.officer, self.at()))

    def action_administrator(self) -> None:
        """Let the highlighted officer administer the office, or no longer."""
        from ppid_tui.desk.roles import toggle_administrator

        self._change(lambda: toggle_administrator(self.office, self._picked, self.officer, self.at()))

    @work(exclusive=True, group="officers")
    async def action_position(self) -> None:
        """What papers call the highlighted officer's position."""
        from ppid_tui.desk.people import change_position
        from ppid_tui.screens.form_card import FormCard

        officer = self._picked
        card = FormCard(officer.name, POSITION, {"position": officer.position}, self.at().date())
        if (answer := await self.app.push_screen_wait(card)) is not None:
            typed = answer["position"]
            self._change(lambda: change_position(self.office, officer, typed, self.officer, self.at()))

    def action_bodies(self) -> None:
        """Which roles work with this laptop."""
        from ppid_tui.screens.bodies import BodiesScreen

        self.app.push_screen(BodiesScreen())

    def action_letterhead(self) -> None:
        """What stands on the office's papers, and who signs them."""
        from ppid_tui.screens.letterhead import LetterheadScreen

        self.app.push_screen(LetterheadScreen())

    def action_enrol(self) -> None:
        """Enrol an officer."""
        from ppid_tui.screens.enrol import EnrolScreen

        self.app.push_screen(EnrolScreen(self.office, self.officer), self._tell)

    @on(OptionList.OptionSelected, "#officers")
    def _new_pin(self) -> None:
        from archive.model import Right
        from ppid_tui.screens.enrol import NewPinScreen

        if self.office.may(self.officer, Right.ADMINISTER):
            self.app.push_screen(NewPinScreen(self.office, self._picked, self.officer), self._tell)

    def action_stand_in(self) -> None:
        """Let the highlighted officer do another's role for a time."""
        from ppid_tui.screens.stand_in import StandInScreen

        self.app.push_screen(StandInScreen(self.office, self._picked, self.officer), self._tell)

    @work(exclusive=True, group="officers")
    async def action_leave(self) -> None:
        """The highlighted officer leaves; or, where they have left, is back."""
        from ppid_tui.desk.people import reinstate
        from ppid_tui.screens.confirm import ConfirmScreen
        from ppid_tui.screens.leaving import LeavingScreen

        officer = self._picked
        if officer.active_on(self.at().date()):
            self.app.push_screen(LeavingScreen(officer))
            return
        question = ConfirmScreen(f"{officer.name} bertugas lagi mulai hari ini?", "Aktifkan")
        if await self.app.push_screen_wait(question):
            self._change(lambda: reinstate(self.office, officer, self.officer, self.at()))

    def _change(self, change: Callable[[], Officer]) -> None:
        from ppid_tui.desk.office import NotAllowed

        try:
            change()
        except (NotAllowed, ValueError) as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        self.refresh_place()

    def _tell(self, words: str | None) -> None:
        if words:
            self.notify(words, timeout=15, markup=False)
        self.refresh_place()
