"""The trail of changes: of one record, or of the whole office; searched by officer, days and kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.printouts.labels import long_date
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from datetime import date

    from ppid_tui.desk.history import Page, Record, Sought, Told

GUIDE = """\
Jejak perubahan: siapa mengubah apa, dan kapan; yang terbaru di atas.
Enter membuka satu catatan: isi sebelum dan sesudahnya.

F7 menyaring menurut petugas, perbuatan, dan hari. Hari diketik
seperti 3 Juli 2026 atau 03/07/2026; sebagian nama sudah cukup.
→ ke catatan yang lebih lama, ← ke yang lebih baru.

Setiap catatan mengunci catatan sebelumnya. Periksa arsip (F6)
menampilkan sidik terakhirnya untuk disalin ke buku agenda: kelak
terbukti bahwa tidak ada catatan yang diubah atau dihapus.
"""
FIELDS = (("by", "Petugas"), ("action", "Perbuatan"), ("from", "Dari hari"), ("to", "Sampai hari"))
NOTHING = "Tidak ada catatan yang cocok. Kurangi saringan dengan F7."
USE = "Bukti bahwa jejak tidak diubah: Arsip (F6), Periksa arsip."


class EntryList(OptionList):
    """The entries; its own keys, so that the footer names them."""

    BINDINGS = [
        Binding("enter", "select", "Buka"),
        Binding("right", "screen.older", "Lebih lama", key_display="→"),
        Binding("left", "screen.newer", "Lebih baru", key_display="←"),
    ]


class TrailScreen(Place):
    """Opened from a document, a case, a request, or from the archive (then of everything)."""

    CSS_PATH = "trail.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#entries"
    BINDINGS = [
        Binding("f7", "narrow", "Saring"),
        Binding("down", "to_entries", show=False),
    ]

    def __init__(self, record: Record | None = None) -> None:
        super().__init__()
        self._record = record
        self._told: tuple[Told, ...] = ()
        self._more = False
        self._below = [0]

    def compose_place(self) -> ComposeResult:
        yield Static("Jejak perubahan", id="trail-title", classes="title", markup=False)
        for pair in (FIELDS[:2], FIELDS[2:]):
            with Horizontal(classes="row"):
                for name, label in pair:
                    yield Static(label, classes="label", markup=False)
                    yield Input(id=name, compact=True, select_on_focus=False)
        yield Static("", id="count", classes="quiet", markup=False)
        yield EntryList(id="entries", markup=False)
        if self._record is None:
            yield Static(USE, id="proof", classes="quiet", markup=False)

    def on_mount(self) -> None:
        from textual.suggester import SuggestFromList

        from ppid_tui.desk.history import KINDS, record_name

        names = sorted({officer.name for officer in self.office.records.officers.all()})
        self.query_one("#by", Input).suggester = SuggestFromList(names, case_sensitive=False)
        self.query_one("#action", Input).suggester = SuggestFromList(KINDS, case_sensitive=False)
        if self._record:
            title = f"Jejak perubahan {record_name(self.office, self._record)}"
            self.query_one("#trail-title", Static).update(Content(title))

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="trail")
    async def look_up(self) -> None:
        """Read a page away from the screen: the trail may be long, and its old years lie in files."""
        import asyncio

        from ppid_tui.desk.history import PAGE, history

        sought = self._sought()
        if sought is None:
            return
        self.query_one("#count", Static).update("Membaca jejak…")
        page = await asyncio.to_thread(history, self.office, sought, self.viewer, self._below[-1])
        self._show(page, (len(self._below) - 1) * PAGE)

    def _sought(self) -> Sought | None:
        """What is typed; None, and said, where a day is not understood."""
        from ppid_tui.desk.dates import read_date
        from ppid_tui.desk.history import Sought

        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name, _ in FIELDS}
        days: dict[str, date | None] = {name: read_date(typed[name]) for name in ("from", "to")}
        for name, day in days.items():
            if typed[name] and day is None:
                words = f"Hari “{typed[name]}” belum dimengerti. Tulis seperti 3 Juli 2026 atau 03/07/2026."
                self.query_one("#count", Static).update(Content.styled(words, "bold $error"))
                self.query_one(f"#{name}").focus()
                return None
        return Sought(self._record, typed["by"], days["from"], days["to"], typed["action"])

    def _show(self, page: Page, before: int) -> None:
        entries = self.query_one("#entries", OptionList)
        at = entries.highlighted or 0 if page.told[:1] == self._told[:1] else 0
        self._told, self._more = page.told, page.more
        entries.set_options(Option(self._row(told)) for told in page.told)
        entries.highlighted = min(at, len(page.told) - 1) if page.told else None
        self.query_one("#count", Static).update(_count(page, before))
        self.refresh_bindings()

    def _row(self, told: Told) -> Content:
        entry, room = told.entry, max(self.size.width - 5, 20)
        when = f"{long_date(entry.at)} {entry.at:%H.%M}"
        first = Content.assemble(f"{when}  {entry.by}  ", (entry.action, "bold"))
        about = Content("" if self._record else told.about).truncate(room * 2 // 5, ellipsis=True)
        beside = Content(": ").join(part for part in (about, Content(told.summary)) if part).stylize("dim")
        return Content("\n  ").join([first.truncate(room, ellipsis=True), beside.truncate(room - 2, ellipsis=True)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only ways on that lead somewhere are offered."""
        return {"older": self._more, "newer": len(self._below) > 1}.get(action, True)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        from ppid_tui.screens.trail_entry import EntryScreen

        self.app.push_screen(EntryScreen(self._told[event.option_index]))

    @on(Input.Submitted)
    def _search(self) -> None:
        self._below = [0]
        self.action_to_entries()
        self.look_up()

    def action_narrow(self) -> None:
        """To what narrows; once more to take all of it away."""
        if isinstance(self.focused, Input):
            for box in self.query(Input):
                box.value = ""
        self.query(Input).first().focus()

    def action_to_entries(self) -> None:
        """To the entries."""
        self.query_one("#entries").focus()

    def action_older(self) -> None:
        """To the next page."""
        self._below.append(self._told[-1].entry.sequence)
        self._turn()

    def action_newer(self) -> None:
        """To the page before."""
        self._below.pop()
        self._turn()

    def _turn(self) -> None:
        self._more = False  # until the page has come, so that a key pressed twice turns once
        self.look_up()

    async def action_back(self) -> None:
        """From the boxes to the entries, from there to where one came from."""
        if isinstance(self.focused, Input):
            self.action_to_entries()
        else:
            await super().action_back()


def _count(page: Page, before: int) -> str:
    if not page.told:
        return NOTHING
    rest = ", masih ada yang lebih lama (→)" if page.more else ", sampai yang tertua"
    return f"Catatan {before + 1} sampai {before + len(page.told)}, terbaru di atas{rest}"
