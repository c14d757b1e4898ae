"""The list of public information: its lines, and what keeps documents off it, which is completed from here."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.list_output import put_out_list
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place
from ppid_tui.widgets.choices import Choices
from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from archive.dip import Lack
    from archive.model import Document
    from ppid_tui.desk.dip_view import Group, Line, View

GUIDE = """\
Daftar Informasi Publik: yang sudah lengkap, sudah diperiksa, dan
boleh diberikan, menurut klasifikasi, unit, dan tahun.

Di bawahnya: yang belum masuk daftar, menurut apa yang kurang,
yang paling banyak di atas. Enter membuka isiannya; sesudah F8
dokumen berikutnya terbuka sendiri, Esc berhenti. F8 mengisi hal
yang sama untuk semuanya sekaligus, misalnya masa simpan.

T menetapkan daftar ini (nomor dan tanggal keputusan). R: riwayat
penetapan dan perubahannya. F7: hanya satu tahun. F9: cetak, atau
simpan untuk Word, Excel, dan lainnya.
"""
SHOWN = 300


class DipScreen(Place):
    """Reached from the archive, and from home when the list is due."""

    CSS_PATH = "dip.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#groups"
    BINDINGS = [
        Binding("right", "into", "Ke baris", key_display="→"),
        Binding("left", "out", "Ke kelompok", show=False),
        Binding("f8", "fill_all", "Isi sekaligus"),
        Binding("t", "decree", "Tetapkan", key_display="T"),
        Binding("r", "editions", "Riwayat", key_display="R"),
        Binding("f7", "year", "Tahun"),
        Binding("f9", "save", "Cetak"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self._year: int | None = None
        self._filling: tuple[Document, Lack] | None = None
        self._passed: set[int] = set()

    def compose_place(self) -> ComposeResult:
        yield Static("", id="title", classes="title", markup=False)
        yield Static("", id="about", classes="quiet", markup=False)
        with Horizontal(id="list"):
            with Vertical(id="left"):
                yield Choices(id="groups")
            with Vertical(id="right"):
                yield Static("", id="group", classes="title", markup=False)
                yield OptionList(id="lines", markup=False)
                yield Static("", id="more", classes="quiet", markup=False)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="list")
    async def look_up(self) -> None:
        """Draw the list up away from the screen; where a document was just completed, open the next."""
        from ppid_tui.desk.dip_view import view

        self._view = await asyncio.to_thread(view, self.office, self.viewer, self._year)
        self.query_one("#title", Static).update(self._view.title)
        self.query_one("#about", Static).update(self._view.status)
        self.query_one(Choices).show([(group.name, str(group.total)) for group in self._view.groups])
        self._show_group()
        self._go_on()

    @property
    def _group(self) -> Group | None:
        at = self.query_one(Choices).highlighted
        return self._view.groups[at] if self._view and at is not None and at < len(self._view.groups) else None

    @on(OptionList.OptionHighlighted, "#groups")
    def _show_group(self) -> None:
        group, listed = self._group, self.query_one("#lines", OptionList)
        if group is None:
            return
        at = listed.highlighted or 0
        self.query_one("#group", Static).update(group.words)
        listed.set_options(Option(_row(line)) for line in group.lines[:SHOWN])
        listed.highlighted = min(at, len(group.lines) - 1) if group.lines else None
        rest = len(group.lines) - SHOWN
        self.refresh_bindings()
        self.query_one("#more", Static).update(f"… dan {rest} lagi: F9 mencetak semuanya" if rest > 0 else "")

    @on(Choices.Chosen)
    def action_into(self) -> None:
        """To the lines."""
        self.query_one("#lines").focus()

    def action_out(self) -> None:
        """To the groups."""
        self.query_one("#groups").focus()

    @on(OptionList.OptionSelected, "#lines")
    def _line_chosen(self, event: OptionList.OptionSelected) -> None:
        group = self._group
        if group is None:
            return
        line = group.lines[event.option_index]
        if group.lack is None:
            self._open(line.document)
        else:
            self._passed = set()
            self._fill(line.document, group.lack)

    def _open(self, document_id: int) -> None:
        from ppid_tui.screens.document import DocumentScreen

        self.app.push_screen(DocumentScreen(document_id))

    def _fill(self, document_id: int, lack: Lack) -> None:
        from ppid_tui.desk.dip_view import field_of
        from ppid_tui.screens.describe import DescribeScreen

        document = self.office.records.documents.get(document_id)
        field = field_of(lack)
        if document is None or not field:
            self._open(document_id)
            return
        self._filling = document, lack
        self.app.push_screen(DescribeScreen(document_id, field))

    def _go_on(self) -> None:
        """The next document that lacks the same, unless the form was left without keeping it."""
        filling, self._filling = self._filling, None
        if filling is None or not self.is_active or self._view is None:
            return
        before, lack = filling
        self._passed.add(before.id)
        if self.office.records.documents.get(before.id) == before:
            return
        group = next((one for one in self._view.groups if one.lack == lack), None)
        following = next((line for line in group.lines if line.document not in self._passed), None) if group else None
        if following:
            self._fill(following.document, lack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The list is decreed by who decides; one thing for many is filled in where it can be the same."""
        from archive.model import Right
        from ppid_tui.desk.dip_filling import TOGETHER

        if action == "fill_all":
            return bool(self._group and self._group.lack in TOGETHER) and self.office.may(self.officer, Right.DESCRIBE)
        return self.office.may(self.officer, Right.DECIDE) if action == "decree" else True

    @work(exclusive=True, group="fill")
    async def action_fill_all(self) -> None:
        """Ask once what all documents of the group lack, and fill it in after a question."""
        from ppid_tui.desk.dip_filling import TOGETHER, fill

        group = self._group
        if group is None or group.lack is None:
            return
        lack, field = group.lack, TOGETHER[group.lack]
        card = FormCard(f"Isi sekaligus: {group.total} dokumen", [field], {}, self.at().date())
        answer = await self.app.push_screen_wait(card)
        if answer is None:
            return
        value = answer[field.name].strip()
        question = f"Isi “{value}” pada {group.total} dokumen yang ditampilkan? Yang sudah terisi tidak diubah."
        if await self.app.push_screen_wait(ConfirmScreen(question, "Isi", "Batal")):
            ids = [line.document for line in group.lines]
            filled = await asyncio.to_thread(fill, self.office, ids, lack, value, self.officer, self.at())
            self.notify(f"{filled} dokumen diisi.", markup=False)
            self.look_up()

    @work(exclusive=True, group="decree")
    async def action_decree(self) -> None:
        """Ask for the decree, and keep the list as it is now."""
        from ppid_tui.screens.decree import ask_decree

        if words := await ask_decree(self, self._year):
            self.notify(words, timeout=12, markup=False)
            self.look_up()

    def action_editions(self) -> None:
        """What was decreed before."""
        from ppid_tui.screens.dip_editions import EditionsScreen

        self.app.push_screen(EditionsScreen())

    @work(exclusive=True, group="year")
    async def action_year(self) -> None:
        """Only one year, or all."""
        years = self._view.years if self._view else ()
        chosen = await self.app.push_screen_wait(MenuScreen("Tahun", ["Semua tahun", *map(str, years)]))
        if chosen is not None:
            self._year = years[chosen - 1] if chosen else None
            self.look_up()

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Print the list, or write it in another format."""
        from ppid_tui.desk.dip_editions import current_list

        year = self._year
        await put_out_list(self, "DIP", lambda: current_list(self.office, self.officer, self.at(), year))


def _row(line: Line) -> Hanging:
    return Hanging([Content.styled(line.title, "bold"), Content.styled(line.beside, "dim")])
