"""All commands by name (Ctrl+P), for terminals that take the function keys; in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.screen import Screen
from textual.widgets.option_list import Option

from ppid_tui.screens import areas

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp


class KioskPalette(CommandPalette):
    """Textual's palette with Indonesian words."""

    def __init__(self) -> None:
        super().__init__(placeholder="Ketik nama perintah…", id="--command-palette")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        # The word for an empty list is written into Textual's own method.
        self._stop_no_matches_countdown()

        def show() -> None:
            if search_value:
                words = Content("Tidak ada perintah seperti itu")
                self.query_one(CommandList).add_option(Option(words, disabled=True, id=self._NO_MATCHES))
            self._list_visible = bool(search_value)

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)


def commands(kiosk: KioskApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """What can be done now, by name; ``screen`` is the one beneath the palette."""
    yield SystemCommand("Bantuan", "Penjelasan tempat ini dan tombolnya", kiosk.action_help)
    if kiosk.officer is not None and not kiosk.locked and not screen.is_modal:
        if not kiosk.citizen:
            for area in areas.AREAS:
                yield SystemCommand(area.title, f"Tombol {area.key.upper()}", partial(kiosk.action_go, area.mode))
            yield SystemCommand("Lembar SOP", "Alirnya dan setiap langkah", partial(open_sheet, kiosk, screen))
            yield SystemCommand("Cetakan terakhir", "Cetak lagi, pilih pencetak", partial(open_prints, kiosk))
        yield SystemCommand("Ganti petugas", "Keluar, lalu petugas lain masuk", kiosk.action_change_officer)
        yield SystemCommand("Mode pemohon", "Sembunyikan yang tidak boleh dilihat pemohon", kiosk.action_toggle_citizen)
    yield SystemCommand("Tampilan terang", "Untuk ruangan terang", lambda: setattr(kiosk, "theme", "terang"))
    yield SystemCommand("Tampilan kontras", "Huruf terang di atas hitam", lambda: setattr(kiosk, "theme", "kontras"))
    yield SystemCommand("Tutup kiosk", "Semua yang tersimpan aman", kiosk.action_close)


def open_sheet(kiosk: KioskApp, screen: Screen[object]) -> None:
    """The SOP sheet: of the case that is on the screen, else of the office."""
    from ppid_tui.screens.sheet import SheetScreen

    if not isinstance(screen, SheetScreen):
        kiosk.push_screen(SheetScreen(getattr(screen, "sop", None)))


def open_prints(kiosk: KioskApp) -> None:
    """What was printed of late, to be printed again."""
    from ppid_tui.screens.prints import PrintsScreen

    if not isinstance(kiosk.screen, PrintsScreen):
        kiosk.push_screen(PrintsScreen())
