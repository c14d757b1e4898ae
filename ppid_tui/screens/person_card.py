"""Who is given something: name and address (UU 14/2008 article 22), found again from an earlier visit as one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from archive.request_model import Requester
from ppid_tui.desk.looks import note_look
from ppid_tui.desk.requesters import known_requesters
from ppid_tui.desk.works import FormField
from ppid_tui.widgets.step_form import STYLES, StepForm

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp

NAME = FormField("name", "Nama pemohon", required=True)
ADDRESS = FormField("address", "Alamat", required=True)
GUEST = (FormField("name", "Nama (kosong: tamu)"), FormField("address", "Alamat (boleh kosong)"))
SHOWN = 3


class PersonCard(ModalScreen[Requester | None]):
    """Dismissed with the person, None where it was given up. Enter in the last field goes on, as F8 does."""

    CSS_PATH = ["person_card.tcss", STYLES]
    AUTO_FOCUS = "Input"
    GUIDE = (
        "Isi nama dan alamat pemohon; Enter ke isian berikut, Enter di isian terakhir melanjutkan.\n"
        "Pernah datang? Ketik tiga huruf namanya, lalu F7: datanya terisi sendiri."
    )
    BINDINGS = [
        Binding("f8", "keep", "Lanjut", priority=True),
        Binding("f7", "known", "Pemohon lama", priority=True),
        Binding("escape", "dismiss(None)", "Batal"),
    ]

    def __init__(self, title: str, about: str, fields: tuple[FormField, ...], person: Requester | None = None) -> None:
        super().__init__()
        self._heading = title
        self._about = about
        self._fields = fields
        self._person = person or Requester("")

    @property
    def kiosk(self) -> KioskApp:
        """The app, as itself."""
        return cast("KioskApp", self.app)

    def compose(self) -> ComposeResult:
        with Vertical(id="person-card"):
            yield Static(self._heading, classes="title", markup=False)
            yield Static(Content(self._about), classes="quiet", id="about-card")
            yield StepForm(self._fields, {"name": self._person.name, "address": self._person.address})
            yield Static(id="known", markup=False)
            yield Static(id="lacking", classes="bad", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_step_form_changed(self) -> None:
        self._show_known()

    def on_step_form_ended(self) -> None:
        self.action_keep()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """F7 only where somebody is found."""
        return bool(self._found()) if action == "known" and self.is_mounted else True

    def _found(self) -> list[Requester]:
        """Who came before; never where a citizen looks along."""
        office, forms = self.kiosk.office, self.query(StepForm)
        if office is None or self.kiosk.citizen or not forms:
            return []
        return known_requesters(office, forms.first().values["name"])

    def _show_known(self) -> None:
        found = self._found()
        if [one.name for one in found] == [self._person.name]:
            found = []
        lines = [f"Pernah datang: {one.name}, {one.address}" for one in found[:SHOWN]]
        more = f" (dan {len(found) - SHOWN} lagi)" if len(found) > SHOWN else ""
        self.query_one("#known", Static).update(Content("\n".join(lines) + more))
        self.refresh_bindings()

    @work(exclusive=True, group="known")
    async def action_known(self) -> None:
        """Take the data of somebody who came before."""
        from ppid_tui.screens.menu import MenuScreen

        found = self._found()
        chosen: int | None = 0
        if len(found) > 1:
            lines = [", ".join(filter(None, (one.name, one.address, one.contact))) for one in found]
            chosen = await self.app.push_screen_wait(MenuScreen("Pemohon yang mana?", lines))
        if found and chosen is not None:
            self._take(found[chosen])

    def _take(self, person: Requester) -> None:
        self._person = person
        office, officer = self.kiosk.office, self.kiosk.officer
        if office is not None and officer is not None:
            note_look(office, person, officer, self.kiosk.clock())
        for name, value in (("name", person.name), ("address", person.address)):
            self.query_one(f"#field-{name}", Input).value = value
        self.query_one(StepForm).focus_field(self._fields[-1].name)

    def action_keep(self) -> None:
        """Go on, once what is needed is there."""
        values = {name: value.strip() for name, value in self.query_one(StepForm).values.items()}
        empty = [field for field in self._fields if field.required and not values[field.name]]
        if empty:
            self._complain(f"Isi dahulu: {', '.join(field.label.lower() for field in empty)}.", empty[0].name)
        else:
            known = self._person if self._person.name == values["name"] else Requester("")
            self.dismiss(replace(known, name=values["name"], address=values["address"]))

    def _complain(self, words: str, field: str) -> None:
        self.query_one("#lacking", Static).update(Content(words))
        self.query_one(StepForm).focus_field(field)
