"""Who may enter. An administrator enrols, gives a new PIN, and retires; nobody is ever deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.choices import Choices

if TYPE_CHECKING:
    from archive.model import Officer

GUIDE = """\
Petugas yang boleh masuk, dengan perannya dalam SOP. Administrator
dapat mendaftarkan petugas baru, memberi PIN baru kepada yang
lupa, dan menonaktifkan yang pindah. Catatan kerjanya tetap ada.
"""


class OfficersScreen(Place):
    """Reached from the archive."""

    CSS_PATH = "officers.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    BINDINGS = [
        Binding("n", "enrol", "Petugas baru"),
        Binding("enter", "new_pin", "PIN baru"),
        Binding("delete", "retire", "Nonaktifkan", key_display="Del"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._officers: list[Officer] = []

    def compose_place(self) -> ComposeResult:
        yield Static("Petugas", classes="title", markup=False)
        yield Choices(id="officers")

    def refresh_place(self) -> None:
        today = self.at().date()
        officers = self.office.records.officers.all()
        self._officers = sorted(officers, key=lambda o: (not o.active_on(today), o.name))
        rows = [(o.name, self._beside(o)) for o in self._officers]
        choices = self.query_one(Choices)
        choices.show(rows)
        choices.focus()

    def _beside(self, officer: Officer) -> str:
        from archive.model import Right
        from ppid_tui.printouts.labels import long_date

        titles = [role.title for role in self.office.sop.roles if role.id in officer.roles]
        if self.office.may(officer, Right.ADMINISTER):
            titles.append("administrator")
        if not officer.active_on(self.at().date()):
            titles = [f"tidak aktif, terakhir {long_date(officer.active_until)}"]
        return ", ".join([officer.acting, *titles] if officer.acting else titles)

    @on(Choices.Chosen)
    def _chosen(self) -> None:
        self.action_new_pin()

    @property
    def _picked(self) -> Officer:
        return self._officers[self.query_one(Choices).highlighted or 0]

    def _administers(self) -> bool:
        from archive.model import Right
        from ppid_tui.desk.people import administrators

        if self.office.may(self.officer, Right.ADMINISTER):
            return True
        names = ", ".join(o.name for o in administrators(self.office, self.at().date())) or "administrator"
        self.notify(f"Ini pekerjaan administrator. Mintalah kepada {names}.", markup=False)
        return False

    def action_enrol(self) -> None:
        """Enrol an officer."""
        if not self._administers():
            return
        from ppid_tui.screens.enrol import EnrolScreen

        self.app.push_screen(EnrolScreen(self.office, self.officer), self._tell)

    def action_new_pin(self) -> None:
        """Give the highlighted officer a new PIN."""
        if not self._administers():
            return
        from ppid_tui.screens.enrol import NewPinScreen

        self.app.push_screen(NewPinScreen(self.office, self._picked, self.officer), self._tell)

    @work
    async def action_retire(self) -> None:
        """Retire the highlighted officer, after a question."""
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.people import retire
        from ppid_tui.screens.confirm import ConfirmScreen

        if not self._administers():
            return
        officer = self._picked
        question = f"{officer.name} tidak dapat masuk lagi mulai hari ini. Catatan kerjanya tetap ada."
        if not await self.app.push_screen_wait(ConfirmScreen(question, "Nonaktifkan")):
            return
        try:
            retire(self.office, officer, self.officer, self.at())
        except (NotAllowed, ValueError) as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        self.refresh_place()

    def _tell(self, words: str | None) -> None:
        if words:
            self.notify(words, timeout=15, markup=False)
        self.refresh_place()
