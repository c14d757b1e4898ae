"""The prints of late: what became of each, and printing it again, on another printer or in more copies."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from ppid_tui.desk.printer import Printer
    from ppid_tui.desk.prints import Print

GUIDE = """\
Kertas yang terakhir dicetak. Enter mencetak lagi yang dipilih;
nomor dan isinya tetap sama.

Panah kiri dan kanan memilih pencetak, + dan - jumlah rangkap.
Pencetak yang dipilih dipakai juga untuk cetakan berikutnya. Di
bawah tampil apa kata antrean pencetak.

Dokumen yang diberikan kepada pemohon hanya dapat dicetak lagi
selama masih boleh diberikan.
"""
EMPTY = "Belum ada kertas yang Anda cetak."
MOST_COPIES = 20
LOOK_EVERY = 3.0
"""Seconds between two looks at the queue."""


class PrintList(OptionList):
    """The prints; its keys stand in the footer only where there is something to print."""

    BINDINGS = [
        Binding("enter", "select", "Cetak lagi", key_display="Enter"),
        Binding("left", "screen.printer(-1)", "Pencetak", key_display="← →"),
        Binding("right", "screen.printer(1)", "Pencetak", show=False),
    ]


class PrintsScreen(Place):
    """A failed print waits here to be repeated."""

    CSS_PATH = "prints.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#prints"
    BINDINGS = [
        Binding("plus,equals_sign", "copies(1)", "Rangkap", key_display="+ -"),
        Binding("minus", "copies(-1)", "Rangkap", show=False),
        Binding("ctrl+o", "open", "Buka berkas"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._prints: list[Print] = []
        self._printers: tuple[Printer, ...] = ()
        self._printer, self._copies = 0, 1

    def compose_place(self) -> ComposeResult:
        yield Static("Cetakan terakhir", classes="title", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield PrintList(id="prints", markup=False)
        yield Static("", id="queue", markup=False)
        yield Static("", id="printer", markup=False)

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self.ask_queue)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="prints")
    async def look_up(self) -> None:
        """Read the list and ask for the printers away from the screen."""
        from ppid_tui.desk import printing, prints

        self._prints = await asyncio.to_thread(prints.last_prints, self.office, self.officer)
        self._printers = await asyncio.to_thread(printing.printers)
        chosen = await asyncio.to_thread(prints.chosen_printer, self.office.home.printouts)
        names = [one.name for one in self._printers]
        self._printer = names.index(chosen) if chosen in names else 0
        self._show()

    def _show(self) -> None:
        listed = self.query_one("#prints", OptionList)
        at = listed.highlighted or 0
        self.query_one("#empty").display = not self._prints
        listed.display = bool(self._prints)
        listed.set_options(Option(_row(one)) for one in self._prints)
        if self._prints:
            listed.highlighted = min(at, len(self._prints) - 1)
            listed.focus()
        self._show_printer()
        self.ask_queue()

    def _show_printer(self) -> None:
        self.query_one("#printer", Static).update(self._printer_words())

    def _printer_words(self) -> Content:
        if not self._printers:
            where = self.office.home.printouts
            return Content(f"Belum ada pencetak di laptop ini. Kertasnya tersimpan di {where}")
        printer = self._printers[self._printer]
        trouble = (f"  {printer.trouble}", "bold $warning") if printer.trouble else ""
        return Content.assemble("Pencetak: ", (printer.name, "bold"), trouble, f"   Rangkap: {self._copies}")

    @property
    def _picked(self) -> Print | None:
        at = self.query_one("#prints", OptionList).highlighted
        return self._prints[at] if at is not None and at < len(self._prints) else None

    @on(OptionList.OptionHighlighted, "#prints")
    def _look_at_queue(self) -> None:
        self._copies = self._picked.copies if self._picked else 1
        self._show_printer()
        self.ask_queue()

    @work(exclusive=True, group="queue")
    async def ask_queue(self) -> None:
        """What the queue says of the print that is highlighted."""
        from ppid_tui.desk.printing import job_words

        one = self._picked
        words = await asyncio.to_thread(job_words, one.job) if one else ""
        self.query_one("#queue", Static).update(Content(f"{one.job}: {words}" if one and words else ""))

    def action_printer(self, direction: int) -> None:
        """Another printer."""
        if self._printers:
            self._printer = (self._printer + direction) % len(self._printers)
            self._show_printer()

    def action_copies(self, more: int) -> None:
        """One copy more or less."""
        self._copies = min(max(1, self._copies + more), MOST_COPIES)
        self._show_printer()

    @on(OptionList.OptionSelected, "#prints")
    def action_again(self) -> None:
        """Print it again."""
        if self._picked:
            self.send(self._picked)

    @work(exclusive=True, group="send")
    async def send(self, one: Print) -> None:
        """Hand the file to the printer, and show the list anew."""
        from ppid_tui.desk.printing import send_to_printer
        from ppid_tui.desk.prints import may_go_again

        path, printer = self.office.home.printouts / one.file, self._printers[self._printer] if self._printers else None
        name = printer.name if printer else ""
        if not may_go_again(self.office, one):
            self.notify("Dokumennya tidak boleh diberikan lagi: tidak dicetak.", severity="warning", markup=False)
            self.look_up()
            return
        by, given = self.officer.id, one.documents
        sending = partial(send_to_printer, path, copies=self._copies, printer=name, by=by, documents=given)
        printed = await asyncio.to_thread(sending)
        words = f"Dikirim ke {printed.printer}." if printed.sent else f"Belum tercetak: {printed.reason}."
        self.notify(words, severity="information" if printed.sent else "warning", markup=False)
        self.query_one("#prints", OptionList).highlighted = 0
        self.look_up()

    @work(exclusive=True, group="open")
    async def action_open(self) -> None:
        """Open the file in the system's viewer."""
        from ppid_tui.desk.printing import open_with_viewer

        if one := self._picked:
            problem = await asyncio.to_thread(open_with_viewer, self.office.home.printouts / one.file)
            if problem:
                self.notify(f"{problem.capitalize()}.", severity="warning", markup=False)


def _row(one: Print) -> Hanging:
    from ppid_tui.desk.prints import title
    from ppid_tui.printouts.labels import long_time

    if one.reason:
        below = Content.styled(f"Belum tercetak: {one.reason}", "bold $error")
    else:
        copies = f", rangkap {one.copies}" if one.copies > 1 else ""
        below = Content.styled(f"Dikirim ke {one.printer or 'pencetak'} {long_time(one.when)}{copies}", "dim")
    return Hanging([Content.styled(title(one), "bold"), below])
