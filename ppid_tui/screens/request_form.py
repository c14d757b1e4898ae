"""The form of a request: who asks, what for, how they want it. Every field is kept while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from ppid_tui.desk import request_form as form
from ppid_tui.desk import requests
from ppid_tui.desk.looks import note_look
from ppid_tui.desk.requesters import known_requesters
from ppid_tui.desk.works import faults
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.step_form import STYLES, StepForm

if TYPE_CHECKING:
    from archive.request_model import Request, Requester

SAVE_AFTER = 0.4
"""Seconds from the last letter until the form is on disk."""
TITLE = "Permohonan baru"
RESUMED = "Isian terakhir dilanjutkan. Ctrl+X mengosongkannya."


class RequestFormScreen(Place):
    """A new request, or one of which something is put right."""

    AREA = areas.REQUESTS
    CSS_PATH = ["request_form.tcss", STYLES]
    AUTO_FOCUS = ""
    GUIDE = (
        "Isi nama, alamat, dan informasi yang diminta; yang lain boleh menyusul.\n"
        "Enter, Tab, dan panah berpindah isian. Pilihan diganti dengan panah kiri dan kanan.\n"
        "Pernah datang? Ketik nama atau nomornya, lalu F7: datanya terisi sendiri.\n"
        "F8 mendaftarkan dan memberi nomor. Isian tersimpan sendiri: Esc tidak menghapusnya.\n"
        "Ctrl+X mengosongkan isian."
    )
    BINDINGS = [
        Binding("f8", "keep", "Daftarkan", priority=True),
        Binding("f7", "known", "Pemohon lama", priority=True),
        Binding("ctrl+x", "clear", "Kosongkan", priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, request: Request | None = None, wanted: str = "") -> None:
        super().__init__()
        self._request = request
        self._wanted = wanted
        self._person = ""
        self._last: dict[str, str] = {}
        self._unsaved: Timer | None = None

    @property
    def _draft_name(self) -> str:
        return f"permohonan {self._request.id}" if self._request else f"permohonan baru, petugas {self.officer.id}"

    def compose_place(self) -> ComposeResult:
        kept = self.office.records.drafts.get(self._draft_name)
        values = kept or (form.as_values(self._request) if self._request else {})
        values = {"wanted": self._wanted, **values}
        self._person = values.get(form.KNOWN, "")
        title = f"Data permohonan {self._request.number}" if self._request else TITLE
        yield Static(title, classes="title", markup=False)
        yield Static(RESUMED if kept else "", id="said", classes="quiet", markup=False)
        with VerticalScroll(id="request-fields", can_focus=False):
            yield StepForm(form.FIELDS, values)

    @property
    def holds_draft(self) -> bool:
        """Whether something was filled in that can be gone on with."""
        return self._unsaved is not None or bool(self.office.records.drafts.get(self._draft_name))

    def on_mount(self) -> None:
        self.query("Input").first().focus(scroll_visible=False)  # the form begins at its first label
        self._last = self._values()

    def on_step_form_changed(self) -> None:
        before, self._last = self._last, self._values()
        if before == self._last:
            return  # fields tell of what they begin with, too
        self._stop()
        self._unsaved = self.set_timer(SAVE_AFTER, self._save)
        if not self._person:
            self._say(self._known_words())

    def on_step_form_ended(self) -> None:
        self.action_keep()

    def on_screen_suspend(self) -> None:
        if self._unsaved is not None:
            self._save()
        super().on_screen_suspend()

    def _stop(self) -> None:
        if self._unsaved is not None:
            self._unsaved.stop()
            self._unsaved = None

    def _save(self) -> None:
        self._stop()
        self.office.records.drafts.keep(self._draft_name, self._values())

    def _values(self) -> dict[str, str]:
        return {**self.query_one(StepForm).values, form.KNOWN: self._person}

    def _say(self, words: str, tone: str = "quiet") -> None:
        self.query_one("#said", Static).set_classes(tone).update(words)

    # Who came before.

    def _found(self) -> list[Requester]:
        values = self.query_one(StepForm).values
        for name in ("identity_number", "contact", "name"):
            if found := known_requesters(self.office, values[name]):
                return found
        return []

    def _known_words(self) -> str:
        if not (found := self._found()):
            return ""
        first = f"{found[0].name}, {found[0].address}" if len(found) == 1 else f"{len(found)} orang"
        return f"Pernah datang: {first}. F7 memakai datanya."

    @work(exclusive=True, group="known")
    async def action_known(self) -> None:
        """Take the data of somebody who came before."""
        from ppid_tui.screens.menu import MenuScreen

        found = self._found()
        if not found:
            self._say("Belum ada pemohon dengan nama atau nomor itu. Ketik paling sedikit tiga huruf.", "warn")
            return
        chosen: int | None = 0
        if len(found) > 1:
            lines = [", ".join(filter(None, (one.name, one.address, one.contact))) for one in found]
            chosen = await self.app.push_screen_wait(MenuScreen("Pemohon yang mana?", lines))
        if chosen is not None:
            await self._take(found[chosen])

    async def _take(self, person: Requester) -> None:
        told = {name: value for name, value in form.person_values(person).items() if value}
        self._person = str(person.id)
        note_look(self.office, person, self.officer, self.at())
        await self._show({**self._values(), **told})
        self.query_one(StepForm).focus_field("wanted")
        self._say(f"Data {person.name} dari kunjungan sebelumnya.", "good")

    async def _show(self, values: Mapping[str, str]) -> None:
        await self.query_one(StepForm).remove()
        await self.query_one("#request-fields").mount(StepForm(form.FIELDS, values))
        self._last = self._values()
        self.office.records.drafts.keep(self._draft_name, self._last)

    # The way on.

    def action_keep(self) -> None:
        """Give it its number; or keep what was put right."""
        fields = self.query_one(StepForm)
        found = faults(form.FIELDS, fields.values, self.at().date())
        if found:
            self._say(" ".join(fault.words for fault in found), "bad")
            fields.focus_field(found[0].name)
            return
        try:
            kept = self._kept()
        except requests.REFUSALS as refusal:
            self._say(str(refusal), "bad")
            return
        self._stop()
        self._open(kept)

    def _kept(self) -> Request:
        values, today = self._values(), self.at().date()
        if self._request is None:
            asked = form.filled_in(self.office, values, today)
            return requests.register_request(self.office, asked, self.officer, self.at(), self._draft_name)
        kept = requests.amend(
            self.office, self._request.id, lambda now: form.amended(self.office, now, values, today),
            self.officer, self.at(),
        )  # fmt: skip
        self.office.records.drafts.drop(self._draft_name)
        return kept

    def _open(self, kept: Request) -> None:
        from ppid_tui.screens.request import RequestScreen

        if self._request is None:
            self.notify(f"Terdaftar dengan nomor {kept.number}. F9 mencetak formulir dan tanda buktinya.", markup=False)
            self.app.switch_screen(RequestScreen(kept.id))
        else:
            self.app.pop_screen()

    @work(exclusive=True, group="clear")
    async def action_clear(self) -> None:
        """Empty the form, after a question."""
        from ppid_tui.screens.confirm import ConfirmScreen

        question = ConfirmScreen("Kosongkan seluruh isian formulir ini?", "Kosongkan", "Biarkan")
        if await self.app.push_screen_wait(question):
            self._person = ""
            await self._show(form.as_values(self._request) if self._request else {})
            self.office.records.drafts.drop(self._draft_name)
            self.query_one(StepForm).focus_field("name")
            self._say("")

    def action_page(self, direction: int) -> None:
        """Scroll a page on or back."""
        fields = self.query_one("#request-fields", VerticalScroll)
        (fields.scroll_page_down if direction > 0 else fields.scroll_page_up)(animate=False)


def open_form(place: Place, wanted: str = "") -> None:
    """The form of a new request; what was typed in it last and not kept stands in it again."""
    try:
        requests.require_counter(place.office, place.officer, "Mendaftarkan permohonan")
    except requests.REFUSALS as refusal:
        place.notify(str(refusal), severity="warning", markup=False)
    else:
        place.app.push_screen(RequestFormScreen(wanted=wanted.strip()))
