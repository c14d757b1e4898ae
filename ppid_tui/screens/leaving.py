"""An officer leaves: what they leave open, who takes it over, the minutes to sign, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.chooser import Chooser

if TYPE_CHECKING:
    from archive.model import Officer
    from ppid_tui.desk.leaving import Leaving

GUIDE = """\
Petugas pindah atau berhenti. Panah kiri dan kanan memilih
penerima tugas: kepadanya berpindah peran, permohonan yang belum
selesai, dan hardcopy yang dipinjam.

F9 mencetak berita acara serah terima; F8 menonaktifkan petugas,
setelah ditanyakan. PIN tidak diserahkan: setiap petugas masuk
dengan PIN sendiri. Catatan kerjanya tetap ada.
"""
NOBODY = "(belum ada penerima)"


class LeavingScreen(Place):
    """Reached from the officers."""

    CSS_PATH = "officers.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#receiver"
    BINDINGS = [
        Binding("f9", "print", "Cetak berita acara"),
        Binding("f8", "end", "Nonaktifkan"),
        Binding("down", "scroll(1)", "Gulir", show=False),
        Binding("up", "scroll(-1)", "Gulir", show=False),
    ]

    def __init__(self, officer: Officer) -> None:
        super().__init__()
        self._officer = officer
        self._left: Leaving | None = None
        self._receivers: list[Officer] = []

    def compose_place(self) -> ComposeResult:
        from ppid_tui.desk.leaving import successors

        self._receivers = successors(self.office, self._officer, self.at())
        yield Static(f"Serah terima tugas: {self._officer.name}", classes="title", markup=False)
        with Horizontal(classes="row"):
            yield Static("Penerima:", markup=False)
            yield Chooser([*(one.name for one in self._receivers), NOBODY], id="receiver")
        yield Static("", id="unheld", classes="warn", markup=False)
        with VerticalScroll(id="left", can_focus=False):
            yield Static("", id="what", markup=False)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="leaving")
    async def look_up(self) -> None:
        """Ask the desk, away from the screen: all records are looked through."""
        import asyncio

        from ppid_tui.desk.leaving import leaving

        self._left = await asyncio.to_thread(leaving, self.office, self._officer, self.at())
        self._show()

    @on(Chooser.Chosen)
    def _show(self) -> None:
        from ppid_tui.desk.leaving_words import alone_words, left_words

        if self._left is None:
            return
        alone = alone_words(self._left, self._receiver)
        self.query_one("#unheld", Static).update(alone)
        self.query_one("#unheld").display = bool(alone)
        parts = left_words(self.office, self._left, self.viewer)
        told = [(f"{head}\n", "bold") if not line else f"{line}\n" for head, line in parts]
        self.query_one("#what", Static).update(Content.assemble(*told))

    @property
    def _receiver(self) -> Officer | None:
        chosen = self.query_one("#receiver", Chooser).chosen
        return self._receivers[chosen] if chosen < len(self._receivers) else None

    def action_scroll(self, by: int) -> None:
        """Up and down what is left."""
        self.query_one("#left", VerticalScroll).scroll_relative(y=by)

    @work(exclusive=True, group="print", exit_on_error=False)
    async def action_print(self) -> None:
        """Print the minutes."""
        await self._print()

    async def _print(self) -> None:
        import asyncio

        from ppid_tui.desk.leaving import paper_of

        if self._left is None:
            return
        asked = (self.office, self._left, self._receiver, self.viewer, self.at())
        printed = await asyncio.to_thread(paper_of, *asked)
        if printed.sent:
            words = "Berita acara dikirim ke pencetak."
        else:
            words = f"Belum tercetak: {printed.reason}. Salinannya tersimpan di printouts/{printed.path.name}."
        self.notify(words, timeout=12, markup=False)

    async def _away(self) -> None:
        """Back to the officers; who ended their own time is no longer signed in."""
        if self.officer.id == self._officer.id:
            await self.kiosk.leave()
        else:
            self.app.pop_screen()

    @work(exclusive=True, group="end")
    async def action_end(self) -> None:
        """Hand over and retire, after a question; the minutes are printed with it."""
        from ppid_tui.desk.leaving import hand_over
        from ppid_tui.desk.leaving_words import question
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.screens.confirm import ConfirmScreen

        if self._left is None:
            return
        asked = question(self._left, self._receiver)
        if not await self.app.push_screen_wait(ConfirmScreen(asked, "Nonaktifkan")):
            return
        try:
            hand_over(self.office, self._left, self._receiver, self.officer, self.at())
        except (NotAllowed, ValueError) as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        else:
            await self._print()
            await self._away()
