"""The guest book: who came and only looked, and a new line for who asks for nothing that stands on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from archive.guests import Guest

GUIDE = """\
Buku tamu: siapa yang datang dan hanya melihat. Bukan permohonan:
tidak bernomor dan tidak masuk register. Nama boleh "tamu".
N mencatat tamu baru. Dari layar dokumen: F9, lalu D.
"""
EMPTY = "Belum ada tamu yang tercatat. N: tamu baru."
HIDDEN = "Buku tamu tidak ditampilkan dalam mode pemohon."
SHOWN = 200


class GuestsScreen(Place):
    """Reached from the archive."""

    CSS_PATH = "guests.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#guests"
    BINDINGS = [Binding("n", "new", "Tamu baru", key_display="N")]

    def compose_place(self) -> ComposeResult:
        yield Static("Buku tamu", classes="title", markup=False)
        yield Static("", id="guests-said", classes="empty", markup=False)
        yield OptionList(id="guests", markup=False)

    def on_mount(self) -> None:
        self.watch(self.app, "citizen", self.refresh_place, init=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.guest_book import guests
        from ppid_tui.desk.office import NotAllowed

        if self.kiosk.officer is None:
            return
        found, said = [], HIDDEN
        if not self.kiosk.citizen:
            try:
                found, said = guests(self.office, self.officer), EMPTY
            except NotAllowed as refusal:
                said = str(refusal)
        self.query_one("#guests-said", Static).update(Content(said if not found else f"{len(found)} kunjungan"))
        self.query_one("#guests", OptionList).set_options(Option(self._row(one)) for one in found[:SHOWN])

    def _row(self, guest: Guest) -> Hanging:
        from ppid_tui.desk.guest_book import shown_words
        from ppid_tui.printouts.labels import long_time

        who = Content.assemble((guest.name or "data pribadi sudah dihapus", "bold"), f"  {guest.address}")
        beside = " · ".join(filter(None, (long_time(guest.at), shown_words(self.office, guest), guest.by)))
        return Hanging([who, Content.styled(beside, "dim")])

    @work(exclusive=True, group="ask")
    async def action_new(self) -> None:
        """A visit without a document."""
        from ppid_tui.screens.served import note_guest

        said = await note_guest(self, [], "")
        if said:
            self.notify(said, severity="warning", markup=False)
        self.refresh_place()
