"""The office's letterhead, and who signs as its head: changed by keys, with the dates from and to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from ppid_tui.desk.office import Office
    from ppid_tui.desk.profile import Signatory

GUIDE = """\
Yang tercetak di atas setiap surat, dan siapa yang menandatanganinya
sebagai kepala kantor. Pejabat sementara (Plt., Plh., a.n.) didahulukan
pada tanggalnya; sesudah itu pejabat tetap lagi dengan sendirinya.
K mengubah kop surat, tempat, dan kertas. N menambah penanda tangan,
Enter mengubahnya, Del mengeluarkannya; perubahan tercatat di jejak.
"""
EMPTY = "Belum ada penanda tangan: di surat namanya dikosongkan. Tekan N untuk mengisinya."


class SignatoryList(OptionList):
    """Who signs; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Ubah")]


class LetterheadScreen(Place):
    """Reached from the officers."""

    CSS_PATH = "bodies.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#here"
    BINDINGS = [
        Binding("k", "head", "Kop surat", key_display="K"),
        Binding("n", "add", "Penanda tangan", key_display="N"),
        Binding("delete", "remove", "Keluarkan", key_display="Del"),
    ]

    def compose_place(self) -> ComposeResult:
        yield Static("Kop surat dan penanda tangan", classes="title", markup=False)
        yield Static(id="head", markup=False)
        yield Static("Yang menandatangani sebagai kepala kantor", classes="head", markup=False)
        yield Static(EMPTY, id="none", classes="empty", markup=False)
        yield SignatoryList(id="here", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.letterhead import signatory_words

        profile, today = self.office.profile, self.at().date()
        place = f"Tempat pada surat: {profile.city or 'belum diisi'}. Kertas {profile.paper}."
        self.query_one("#head", Static).update(Content("\n".join((*profile.kop.lines, profile.address, place))))
        listed, now = self.query_one("#here", OptionList), profile.signatory_on(today)
        at = listed.highlighted or 0
        listed.set_options(
            Option(Content(f"{signatory_words(one)}{' (sekarang)' if one is now else ''}"))
            for one in profile.signatories
        )
        listed.highlighted = min(at, len(profile.signatories) - 1) if profile.signatories else None
        self.query_one("#none").display = not profile.signatories
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be somebody to take out."""
        return bool(self.kiosk.office and self.office.profile.signatories) if action == "remove" else True

    @work(exclusive=True, group="letterhead")
    async def action_head(self) -> None:
        """Another letterhead."""
        from ppid_tui.desk.letterhead import HEAD_FIELDS, head_values, with_head
        from ppid_tui.screens.form_card import FormCard

        before, today = head_values(self.office.profile), self.at().date()
        answer = await self.app.push_screen_wait(FormCard("Kop surat", HEAD_FIELDS, before, today))
        if answer is not None:
            self._keep(lambda: with_head(self.office, answer, self.officer, self.at()))

    def action_add(self) -> None:
        """One more who signs."""
        self._ask(len(self.office.profile.signatories), {})

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from ppid_tui.desk.letterhead import signatory_values

        self._ask(event.option_index, signatory_values(self.office.profile.signatories[event.option_index]))

    @work(exclusive=True, group="letterhead")
    async def _ask(self, place: int, before: dict[str, str]) -> None:
        from ppid_tui.desk.letterhead import SIGNATORY_FIELDS, signatory_of
        from ppid_tui.screens.form_card import FormCard

        today = self.at().date()
        card = FormCard("Penanda tangan", SIGNATORY_FIELDS, before, today)
        if (answer := await self.app.push_screen_wait(card)) is None:
            return
        kept = list(self.office.profile.signatories)
        try:
            kept[place : place + 1] = [signatory_of(answer, today)]
        except ValueError as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
            self._ask(place, answer)
            return
        self._keep_signatories(kept)

    @work(exclusive=True, group="letterhead")
    async def action_remove(self) -> None:
        """Take the highlighted one out, on yes; papers that were printed stay as they are."""
        from ppid_tui.desk.letterhead import signatory_words
        from ppid_tui.screens.confirm import ConfirmScreen

        at, kept = self.query_one("#here", OptionList).highlighted, list(self.office.profile.signatories)
        if at is None:
            return
        question = f"Keluarkan “{signatory_words(kept[at])}”? Lebih baik isi tanggal terakhirnya."
        if await self.app.push_screen_wait(ConfirmScreen(question, "Keluarkan")):
            self._keep_signatories(kept[:at] + kept[at + 1 :])

    def _keep_signatories(self, kept: list[Signatory]) -> None:
        from ppid_tui.desk.letterhead import with_signatories

        self._keep(lambda: with_signatories(self.office, kept, self.officer, self.at()))

    def _keep(self, change: Callable[[], Office]) -> None:
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.trouble import cause

        try:
            self.kiosk.office = change()
        except NotAllowed as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        except OSError as error:
            self.notify(f"Belum tersimpan: {cause(error)}. Coba lagi.", severity="error", markup=False)
        self.refresh_place()
