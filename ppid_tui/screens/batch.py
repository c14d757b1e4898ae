"""Many new records at once: what is the same for all is said once, and all that are clear are accepted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from archive.model import HardcopyPlace, InformationClass
from ppid_tui.desk.office import NotAllowed
from ppid_tui.printouts.labels import class_label, long_date
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.chooser import Chooser

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.desk.batch import ForAll, Sorted

CLASSES = (
    InformationClass.BELUM_DITETAPKAN,
    InformationClass.BERKALA,
    InformationClass.SERTA_MERTA,
    InformationClass.SETIAP_SAAT,
)
"""An exempt document needs its own reason, and so is never one of a batch."""
LISTED = 200


class BatchScreen(Place):
    """Opened from incoming; F8 accepts what is clear, then the doubtful ones come one by one."""

    AREA = areas.INCOMING
    CSS_PATH = "batch.tcss"
    AUTO_FOCUS = "#unit"
    GUIDE = (
        "Isi sekali apa yang sama untuk semua dokumen baru: unit, tahun, klasifikasi, tempat hardcopy.\n"
        "Yang dikosongkan menurut dokumennya masing-masing. Panah kiri/kanan memilih klasifikasi.\n"
        "F8 menerima semua yang sudah jelas; sesudah itu hanya isian yang meragukan yang ditanyakan.\n"
        "Tanpa klasifikasi, dokumen belum boleh diberikan."
    )
    BINDINGS = [
        Binding("f8", "accept", "Terima yang jelas", key_display="F8"),
        Binding("down", "app.focus_next", "Isian berikut", show=False),
        Binding("up", "app.focus_previous", "Isian sebelumnya", show=False),
    ]

    def __init__(self, ids: tuple[int, ...]) -> None:
        super().__init__()
        self._ids = ids
        self._sorted: Sorted | None = None

    def compose_place(self) -> ComposeResult:
        units = SuggestFromList(self.office.profile.units, case_sensitive=False)
        yield Static(f"Periksa {len(self._ids)} dokumen baru", classes="title", markup=False)
        yield Static("Yang sama untuk semuanya; kosongkan bila berbeda-beda:", classes="quiet", markup=False)
        yield self._row("Unit", Input(id="unit", compact=True, suggester=units))
        yield self._row("Tahun", Input(id="year", compact=True, restrict="[0-9]*", max_length=4))
        yield self._row("Klasifikasi", Chooser([class_label(one) for one in CLASSES], id="class"))
        place = Input(id="place", compact=True, placeholder="lemari / rak / boks / map")
        yield self._row("Hardcopy di", place)
        yield Static(id="said", markup=False)
        yield OptionList(id="documents", markup=False)

    def _row(self, label: str, box: Input | Chooser) -> Horizontal:
        return Horizontal(Static(label, classes="label", markup=False), box, classes="row")

    def on_mount(self) -> None:
        self.watch(self.app, "citizen", self._hide_at_once, init=False)

    def refresh_place(self) -> None:
        """Sort them anew."""
        if self.kiosk.officer is not None:
            self._sort()

    @on(Input.Changed)
    @on(Chooser.Chosen)
    def _changed(self) -> None:
        self._sort()

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.focus_next()

    @work(exclusive=True, group="sort")
    async def _sort(self) -> None:
        from ppid_tui.desk import batch

        await asyncio.sleep(0.05)
        self._sorted = await asyncio.to_thread(
            batch.sort_out, self.office, self._open_ones(), self._common(), self.viewer
        )
        self._show()

    def _open_ones(self) -> list[Document]:
        from ppid_tui.desk.arrivals import is_open

        return [one for one in self.office.records.documents_of(self._ids) if is_open(one)]

    def _common(self) -> ForAll:
        from ppid_tui.desk.batch import ForAll

        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name in ("unit", "year", "place")}
        year = int(typed["year"]) if len(typed["year"]) == 4 else None
        return ForAll(typed["unit"], year, CLASSES[self.query_one(Chooser).chosen], place_of(typed["place"]))

    def _show(self) -> None:
        found = self._sorted
        if found is None or not self.is_mounted:
            return
        rows = [_heading(f"Terima semua yang sudah jelas ({len(found.clear)}): F8")]
        rows += [Option(_line(one), disabled=True) for one in found.clear[:LISTED]]
        if found.doubtful:
            rows.append(_heading(f"Perlu dilihat sesudahnya ({len(found.doubtful)})"))
        rows += [Option(_line(one), disabled=True) for one in found.doubtful[:LISTED]]
        if found.undecided:
            rows.append(_heading(f"Tinggal klasifikasinya ({len(found.undecided)}): pilih di atas"))
        rows += [Option(_line(one), disabled=True) for one in found.undecided[:LISTED]]
        self.query_one("#documents", OptionList).set_options(rows)

    @work(exclusive=True, group="accept")
    async def action_accept(self) -> None:
        """Confirm the clear ones, then go through the others."""
        from ppid_tui.desk import batch

        common = self._common()
        found = await asyncio.to_thread(batch.sort_out, self.office, self._open_ones(), common, self.viewer)
        try:
            steps = batch.accept(self.office, found.clear, self.officer, self.at())
            await asyncio.to_thread(lambda: list(steps))
        except NotAllowed as refused:
            self._say(str(refused))
            return
        except OSError as error:
            from ppid_tui.desk.trouble import trouble_words

            self._say(trouble_words(error))
            return
        self.app.pop_screen()
        self.notify(f"{len(found.clear)} dokumen yang sudah jelas diterima.", markup=False)
        if found.doubtful:
            from ppid_tui.screens.doubt import DoubtScreen

            self.app.push_screen(DoubtScreen(tuple(one.id for one in found.doubtful), common))

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes("bad")
        said.update(Content(words))

    def _hide_at_once(self) -> None:
        self.query_one("#documents").display = not self.kiosk.citizen


def place_of(typed: str) -> HardcopyPlace | None:
    """Where the papers lie: "Lemari 2 / Rak 1 / Boks 3 / Map 4", or as much of it as is known."""
    cabinet, shelf, box, *folder = [*(part.strip() for part in typed.split("/")), "", "", ""]
    place = HardcopyPlace(cabinet, shelf, box, " / ".join(part for part in folder if part))
    return None if place == HardcopyPlace() else place


def _line(document: Document) -> Content:
    facts = (document.number, long_date(document.date) or str(document.year or ""), document.unit)
    return Content.assemble(document.title, (f"  {' · '.join(fact for fact in facts if fact)}", "$text-muted"))


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)
