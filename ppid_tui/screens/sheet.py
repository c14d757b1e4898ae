"""The SOP sheet on screen, as the form has it, and on paper with F9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.sop_sheet import SopSheet

if TYPE_CHECKING:
    from archive.sop import Sop
    from ppid_tui.desk.printer import Printed

GUIDE = """\
Lembar SOP kata demi kata: kepala, alir di antara pelaksana, lalu setiap langkah.
Panah, Page Down, dan Page Up menggulir. F9 mencetaknya sebagai lembar resmi.
D mencetak formulir daftar informasi publik yang kosong, dengan petunjuk pengisiannya.
T membuka SOP terkait, yang dokumennya dapat dilampirkan dari arsip.
"""


class SheetScreen(Place):
    """Reached from the archive and by its name with Ctrl+P; of the office, or of the case one works on."""

    CSS_PATH = "care.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    BINDINGS = [
        Binding("f9", "print_sheet", "Cetak lembar"),
        Binding("d", "print_form", "Formulir DIP kosong", key_display="D"),
        Binding("t", "related", "SOP terkait", key_display="T"),
    ]

    def __init__(self, sop: Sop | None = None) -> None:
        super().__init__()
        self._sop = sop

    @property
    def sop(self) -> Sop:
        """The SOP that is shown."""
        return self._sop or self.office.sop

    def compose_place(self) -> ComposeResult:
        with VerticalScroll(id="found"):
            yield SopSheet(self.sop)

    def refresh_place(self) -> None:
        self.query_one("#found").focus()

    def action_related(self) -> None:
        """The SOPs near to this one, with their documents."""
        from ppid_tui.screens.related_sops import RelatedSopsScreen

        self.app.push_screen(RelatedSopsScreen(self.sop))

    @work(exclusive=True)
    async def action_print_sheet(self) -> None:
        """Write the sheet as a paper and hand it to the printer."""
        import asyncio

        from ppid_tui.desk.papers import print_sheet

        self._tell("Lembar SOP", await asyncio.to_thread(print_sheet, self.office, self.sop, self.at()))

    @work(exclusive=True)
    async def action_print_form(self) -> None:
        """The blank list of information, to be filled in by hand."""
        import asyncio

        from ppid_tui.desk.papers import print_dip_form

        self._tell("Formulir", await asyncio.to_thread(print_dip_form, self.office, self.at()))

    def _tell(self, what: str, printed: Printed) -> None:
        if printed.sent:
            self.notify(f"{what} dikirim ke pencetak. Salinannya di {printed.path}", markup=False)
        else:
            words = f"Belum tercetak: {printed.reason}. Salinannya tersimpan di {printed.path}."
            self.notify(words, severity="warning", timeout=12, markup=False)
