"""Incoming: take softcopies in, see what could not be taken, complete what was."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from ppid_tui.screens import areas
from ppid_tui.screens.taking import TakingPlace
from ppid_tui.widgets.arrival_list import ASIDE, BATCH, arrival_rows, batch_of, file_of, package_of, stick_of
from ppid_tui.widgets.taking_line import TakingLine

if TYPE_CHECKING:
    from ppid_tui.desk.arrivals import Arrivals

LOOK_EVERY = 2.0
"""Seconds between two looks at the incoming folder and for sticks."""


class IncomingScreen(TakingPlace):
    """Files are read in a thread; Esc stops after the file that is being read."""

    AREA = areas.INCOMING
    CSS_PATH = "incoming.tcss"
    AUTO_FOCUS = "#lists"
    GUIDE = (
        "Softcopy di map yang disebut di atas diterima sendiri sesudah selesai disalin; F8: sekarang juga.\n"
        "Paket pekerjaan dari kiosk kantor lain di USB disebut paling atas: Enter memeriksa dan menerimanya.\n"
        "USB: pasang, lalu Enter pada barisnya. "
        "Map lain: Tab, ketik alamatnya (E:\\ atau /media/usb), lalu Enter. Isinya hanya disalin.\n"
        "B memeriksa semua dokumen baru sekaligus; Enter pada satu dokumen membuka datanya.\n"
        "D membuka daftar yang belum dapat diterima: aman, dengan sebabnya.\n"
        "G menggabungkan berkas atau dokumen yang dipilih dengan dokumen yang sudah ada.\n"
        "N membuka pekerjaan SOP yang membawa dokumen yang dipilih, atau semuanya sekaligus.\n"
        "H mencatat hardcopy tanpa softcopy. Saat menerima, Esc berhenti."
    )
    BINDINGS = [
        Binding("f8", "take", "Terima semua", key_display="F8"),
        Binding("b", "batch", "Periksa semua", key_display="B"),
        Binding("d", "aside", "Belum diterima", key_display="D"),
        Binding("g", "join", "Gabungkan", key_display="G"),
        Binding("h", "hardcopy", "Hardcopy", key_display="H"),
        Binding("n", "new_case", "Pekerjaan baru", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._there: Arrivals | None = None

    def compose_place(self) -> ComposeResult:
        yield Static(id="where", classes="quiet", markup=False)
        with Horizontal(id="from"):
            yield Static("Map lain:", markup=False)
            yield Input(placeholder="ketik alamatnya, lalu Enter", id="path", select_on_focus=False)
        yield TakingLine(id="progress")
        yield Static(id="said", markup=False)
        yield OptionList(id="lists", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.watch(self.app, "citizen", self.refresh_place, init=False)
        self.set_interval(LOOK_EVERY, self._look_again)

    def refresh_place(self) -> None:
        """Show what lies there now."""
        from ppid_tui.desk.watching import takes_by_itself

        if self.kiosk.officer is not None:
            itself = ", diterima sendiri" if takes_by_itself(self.office, self.officer) else ""
            where = f"Letakkan softcopy di {self.office.home.incoming}{itself}"
            self.query_one("#where", Static).update(Content(where))
            self._look()

    def on_resize(self) -> None:
        if self._there is not None:
            self._list(self._there)

    def _look_again(self) -> None:
        if self.is_current and self.kiosk.officer is not None and not self._working:
            self._look()

    @work(exclusive=True, group="arrivals")
    async def _look(self) -> None:
        from ppid_tui.desk.arrivals import arrivals

        before = self._there
        there = await asyncio.to_thread(arrivals, self.office, self.viewer, before, monotonic())
        self._there = there
        lists = self.query_one("#lists", OptionList)
        if there != before or lists.highlighted is None:
            self._list(there)

    def _list(self, there: Arrivals) -> None:
        lists = self.query_one("#lists", OptionList)
        at = None if lists.highlighted is None else lists.get_option_at_index(lists.highlighted).id
        lists.set_options(arrival_rows(there, self._tally, self._copied, max(24, lists.size.width - 4)))
        known = [option.id for option in lists.options]
        if at is not None and at in known:
            lists.highlighted = known.index(at)
        elif BATCH in known and self._tally is not None:
            lists.highlighted = known.index(BATCH)
        else:
            lists.action_first()
        self.refresh_bindings()

    @property
    def _picked(self) -> str:
        lists = self.query_one("#lists", OptionList)
        return (lists.get_option_at_index(lists.highlighted).id or "") if lists.highlighted is not None else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now is offered."""
        there = self._there
        match action:
            case "batch":
                return bool(there and there.unfinished) and not self._working
            case "aside":
                return bool(there and there.set_aside)
            case "join":
                picked = self._picked.isdigit() or file_of(self._picked, there) is not None
                return picked and not self._working
        return True

    @on(OptionList.OptionHighlighted, "#lists")
    def _picked_another(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#lists")
    def _open_row(self, event: OptionList.OptionSelected) -> None:
        picked = event.option_id or ""
        if picked.isdigit():
            from ppid_tui.screens.describe import DescribeScreen

            self.app.push_screen(DescribeScreen(int(picked)))
        elif picked == BATCH:
            self.action_batch()
        elif picked == ASIDE:
            self.action_aside()
        elif package := package_of(picked, self._there):
            self._receive(package)
        elif stick := stick_of(picked, self._there):
            self.take([stick])
        else:
            self.action_take()

    def _receive(self, package: Path) -> None:
        from ppid_tui.screens.receiving import ReceivingScreen

        self._open(ReceivingScreen(package))

    def action_batch(self) -> None:
        """All new records at once."""
        from ppid_tui.screens.batch import BatchScreen

        if batch := batch_of(self._there, self._tally):
            self._open(BatchScreen(tuple(document.id for document in batch)))

    def action_aside(self) -> None:
        """What could not be taken in."""
        from ppid_tui.screens.quarantine import QuarantineScreen

        self._open(QuarantineScreen())

    def action_hardcopy(self) -> None:
        """Record a paper that has no softcopy."""
        from ppid_tui.screens.hardcopy import HardcopyScreen

        self._open(HardcopyScreen())

    @work(exclusive=True, group="ask")
    async def action_join(self) -> None:
        """Join the highlighted file, or record, with a document that is there."""
        from ppid_tui.screens.joining import ask_and_join
        from ppid_tui.screens.uniting import ask_and_unite

        if file := file_of(self._picked, self._there):
            await ask_and_join(self, file)
        elif self._picked.isdigit() and (one := self.office.records.documents.get(int(self._picked))):
            await ask_and_unite(self, one)
        self.refresh_place()

    @work(exclusive=True, group="ask")
    async def action_new_case(self) -> None:
        """Open a case that brings the highlighted document, or all that are checked in one go."""
        from ppid_tui.screens.new_case import open_new_case

        batch = tuple(document.id for document in batch_of(self._there, self._tally))
        brought = (int(self._picked),) if self._picked.isdigit() else batch if self._picked == BATCH else ()
        if brought:
            await open_new_case(self, brought)

    def _open(self, screen: Screen[None]) -> None:
        self._tally = None
        self.say("", "quiet")
        self.app.push_screen(screen)

    def action_take(self) -> None:
        """Take in all that lies in the incoming folder."""
        self.take([self.office.home.incoming])

    @on(Input.Changed, "#path")
    def _typing_again(self, event: Input.Changed) -> None:
        if event.value:
            self.say("", "quiet")

    @on(Input.Submitted, "#path")
    def _take_typed(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip('"')
        path = Path(typed).expanduser()
        if not typed:
            self.query_one("#lists").focus()
        elif not path.exists():
            self.say(f"“{typed}” tidak ditemukan. Periksa alamatnya, atau pasang USB-nya.", "bad")
        elif package := _package_in(path):
            self._receive(package)
        else:
            self.take([path])


def _package_in(path: Path) -> Path | None:
    """The folder that was typed, where it is a hand-over file."""
    from archive.package_check import about

    return path if about(path) else None
