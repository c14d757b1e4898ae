"""Editions of the list of public information: when each was decreed, and what it changed in the one before."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.list_output import put_out_list, put_out_paper
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.desk.edition_view import Listed

GUIDE = """\
Setiap penetapan DIP, yang terbaru di atas; baris pertama adalah
keadaan hari ini. Di bawahnya: apa yang baru, berubah, dan tidak
lagi dalam daftar dibanding penetapan sebelumnya. Tab lalu panah
menggulirnya.

F9 mencetak daftarnya seperti ditetapkan, atau perubahannya. Del
membatalkan penetapan yang salah dicatat; ia tetap terlihat di sini.
"""
WITHDRAWS = "Untuk penetapan yang salah dicatat. Ia tidak berlaku lagi, tetapi tetap terlihat dengan alasannya."


class EditionsScreen(Place):
    """Reached from the list."""

    CSS_PATH = "dip.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#lines"
    BINDINGS = [
        Binding("f9", "save", "Cetak"),
        Binding("delete", "withdraw", "Batalkan penetapan", key_display="Del"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Listed] = []

    def compose_place(self) -> ComposeResult:
        yield Static("Riwayat penetapan DIP", classes="title", markup=False)
        yield OptionList(id="lines", markup=False)
        with VerticalScroll(id="told"):
            yield Static("", id="words", markup=False)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="list")
    async def look_up(self) -> None:
        """Compare the editions away from the screen."""
        from ppid_tui.desk.edition_view import listed

        self._listed = await asyncio.to_thread(listed, self.office, self.officer, self.at().date())
        lines = self.query_one("#lines", OptionList)
        at = lines.highlighted or 0
        lines.set_options(Option(Content.assemble(one.name, (f"   {one.beside}", "dim"))) for one in self._listed)
        lines.highlighted = min(at, len(self._listed) - 1)

    @on(OptionList.OptionHighlighted, "#lines")
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        told = [
            Content.styled(line, "bold") if heading else Content(f"  {line}")
            for heading, line in self._listed[event.option_index].lines
        ]
        self.query_one("#words", Static).update(Content("\n").join(told))
        self.query_one("#told").scroll_home(animate=False)
        self.refresh_bindings()

    @property
    def _chosen(self) -> Listed | None:
        at = self.query_one("#lines", OptionList).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A decree that counts is taken back by who decides."""
        if action != "withdraw":
            return True
        from archive.model import Right

        one = self._chosen
        counts = bool(one and one.edition and not one.edition.withdrawn)
        return counts and self.office.may(self.officer, Right.DECIDE)

    @work(exclusive=True, group="withdraw")
    async def action_withdraw(self) -> None:
        """Take a decree back, with the reason."""
        from ppid_tui.desk.dip_editions import withdraw
        from ppid_tui.screens.reason import ask_reason

        one = self._chosen
        if one is None or one.edition is None:
            return
        reason = await ask_reason(self, f"Batalkan penetapan: {one.name}", WITHDRAWS)
        if reason:
            await asyncio.to_thread(withdraw, self.office, one.edition, reason, self.officer, self.at())
            self.look_up()

    @on(OptionList.OptionSelected, "#lines")
    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """The list as it was decreed, or what it changed."""
        from ppid_tui.desk import dip_editions as desk

        one = self._listed[self.query_one("#lines", OptionList).highlighted or 0]
        edition = one.edition
        chosen = await self.app.push_screen_wait(MenuScreen("Cetak apa?", ["Daftarnya", "Perubahannya"], one.name))
        if chosen == 1:
            make = lambda: desk.difference_paper(self.office, edition, self.officer, self.at())  # noqa: E731
            await put_out_paper(self, "perubahan DIP", make)
        elif chosen == 0 and edition:
            await put_out_list(self, "DIP", lambda: desk.edition_list(self.office, edition, self.officer, self.at()))
        elif chosen == 0:
            await put_out_list(self, "DIP", lambda: desk.current_list(self.office, self.officer, self.at()))
