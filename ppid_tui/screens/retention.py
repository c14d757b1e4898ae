"""Personal data whose time is over: listed without names, removed once an administrator approves with a reason."""

from __future__ import annotations

import asyncio
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.desk import forgetting, retention
from ppid_tui.desk.office import NotAllowed
from ppid_tui.desk.trouble import cause
from ppid_tui.printouts.labels import long_date
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.screens.reason import ask_reason

GUIDE = """\
Permohonan dan kunjungan tamu yang melewati masa simpan data pribadi
(requester_years di office.toml). Yang belum selesai, yang
keberatannya belum dijawab, dan yang bersengketa tidak ikut.

F8: administrator menyetujui, dengan dasarnya, misalnya nomor berita
acara. Nama, alamat, kontak, dan nomor identitas terhapus; nomor,
tanggal, yang diminta, jawaban, dan angka layanan tetap.
"""
NOTHING = "Tidak ada data pribadi yang melewati masa simpan {years} tahun."
EFFECT = (
    f"Yang dihapus: {forgetting.ERASED}. Yang tetap: {forgetting.STAYS}. "
    "Cetakan dan cadangan yang sudah dibuat tidak ikut. Tidak dapat dibatalkan."
)


class RetentionScreen(Place):
    """Reached from the archive, and from home where something is due."""

    CSS_PATH = "guests.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#old"
    BINDINGS = [Binding("f8", "remove", "Setujui penghapusan")]

    def compose_place(self) -> ComposeResult:
        yield Static("Masa simpan data pribadi", classes="title", markup=False)
        yield Static("", id="old-said", markup=False)
        yield OptionList(id="old", markup=False)

    def refresh_place(self) -> None:
        if self.kiosk.officer is None:
            return
        years, found = self.office.profile.requester_years, self._old
        words = retention.NOT_SET if years <= 0 else found.words or NOTHING.format(years=years)
        self.query_one("#old-said", Static).update(Content(words))
        rows = [f"Permohonan {one.number}, selesai {long_date(retention.ended(one))}" for one in found.requests]
        rows += [f"Kunjungan tamu {long_date(one.at)}" for one in found.guests]
        self.query_one("#old", OptionList).set_options(Option(Content(row)) for row in rows)
        self.refresh_bindings()

    @property
    def _old(self) -> retention.Old:
        return retention.old(self.office, self.at().date())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where something is due."""
        if action == "remove":
            return self.kiosk.officer is not None and bool(self._old)
        return super().check_action(action, parameters)

    @work(exclusive=True, group="ask")
    async def action_remove(self) -> None:
        """Remove all that is listed, for a reason."""
        chosen = self._old
        reason = await ask_reason(self, f"Hapus data pribadi: {chosen.words}", EFFECT)
        if not reason:
            return
        doing = partial(retention.remove, self.office, chosen, reason, self.officer, self.at())
        try:
            later = await asyncio.to_thread(doing)
        except (NotAllowed, forgetting.CannotForget) as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        except OSError as error:
            self.notify(f"Belum terhapus: {cause(error)}. Coba lagi nanti.", severity="error", markup=False)
        else:
            self.notify(f"Data pribadi sudah dihapus: {chosen.words}. {later}".strip(), markup=False)
        self.refresh_place()
