"""The office's list of OPDs: names added, changed, taken out."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens import areas
from ppid_tui.screens.opds import EMPTY
from ppid_tui.screens.place import Place

SEVERAL = (FormField("names", "Nama OPD, satu baris satu nama", FieldKind.LONG, True),)
ONE = (FormField("name", "Nama OPD", FieldKind.TEXT, True),)


class NameList(OptionList):
    """The names; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Ubah")]


class OpdNamesScreen(Place):
    """Reached from the OPDs of a case. Parts that were opened keep the name that they had."""

    AREA = areas.STEPS
    CSS_PATH = "opds.tcss"
    AUTO_FOCUS = "#opds"
    GUIDE = (
        "Daftar OPD kantor ini: untuk masing-masing dapat dibuka bagian pekerjaan.\n"
        "N menambah, satu baris satu nama. Enter mengubah nama. Del mengeluarkan dari daftar;\n"
        "bagian yang sudah dibuka untuk OPD itu tetap ada."
    )
    BINDINGS = [Binding("n", "add", "Tambah", key_display="N"), Binding("delete", "remove", "Keluarkan")]

    def compose_place(self) -> ComposeResult:
        yield Static("Daftar OPD", classes="title", markup=False)
        yield Static(EMPTY.replace("O untuk", "N untuk"), id="none", classes="empty", markup=False)
        yield NameList(id="opds", markup=False)

    def refresh_place(self) -> None:
        if not self.query("#opds"):
            return
        names = self.office.profile.opds
        self.query_one("#none").display = not names
        listed = self.query_one("#opds", OptionList)
        at = listed.highlighted or 0
        listed.set_options(Option(Content(name)) for name in names)
        listed.highlighted = min(at, len(names) - 1) if names else None
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something to take out."""
        return bool(self.kiosk.office and self.office.profile.opds) if action == "remove" else True

    @work(exclusive=True, group="opds")
    async def action_add(self) -> None:
        """Add names."""
        from ppid_tui.screens.form_card import FormCard

        answer = await self.app.push_screen_wait(FormCard("Tambah OPD", SEVERAL, {}, self.at().date()))
        if answer:
            self._keep([*self.office.profile.opds, *answer["names"].splitlines()])

    @work(exclusive=True, group="opds")
    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from ppid_tui.screens.form_card import FormCard

        names = list(self.office.profile.opds)
        before = {"name": names[event.option_index]}
        answer = await self.app.push_screen_wait(FormCard("Ubah nama OPD", ONE, before, self.at().date()))
        if answer:
            names[event.option_index] = answer["name"]
            self._keep(names)

    @work(exclusive=True, group="opds")
    async def action_remove(self) -> None:
        """Take the highlighted name out, on yes."""
        from ppid_tui.screens.confirm import ConfirmScreen

        at = self.query_one("#opds", OptionList).highlighted
        names = list(self.office.profile.opds)
        if at is None:
            return
        if await self.app.push_screen_wait(ConfirmScreen(f"Keluarkan “{names[at]}” dari daftar OPD?", "Keluarkan")):
            self._keep(names[:at] + names[at + 1 :])

    def _keep(self, names: list[str]) -> None:
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.opds import with_opds
        from ppid_tui.desk.trouble import cause

        try:
            self.kiosk.office = with_opds(self.office, names, self.officer, self.at())
        except NotAllowed as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        except OSError as error:
            self.notify(f"Daftar OPD belum tersimpan: {cause(error)}. Coba lagi.", severity="error", markup=False)
        self.refresh_place()
