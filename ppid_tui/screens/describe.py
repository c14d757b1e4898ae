"""Complete a record: what the document is, its class, and where its hardcopy lies."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from archive.model import InformationClass
from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens import areas
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.place import Place
from ppid_tui.screens.record_form import FIELDS, HARDCOPY, RECEIVED, Form, Wrong, form_of, record_of
from ppid_tui.widgets.class_choice import ClassChoice

if TYPE_CHECKING:
    from archive.model import Document


class RecordForm(VerticalScroll, can_focus=False):
    """The boxes one under the other: the arrows go from box to box, and the form scrolls along."""

    BINDINGS = [
        Binding("down", "app.focus_next", "Isian berikut", show=False),
        Binding("up", "app.focus_previous", "Isian sebelumnya", show=False),
    ]


class DescribeScreen(Place):
    """A form over one record; nothing is kept until F8, and nothing typed is lost unasked."""

    HEADING = "Lengkapi data dokumen"
    AREA = areas.INCOMING
    CSS_PATH = "describe.tcss"
    AUTO_FOCUS = "#title"
    GUIDE = (
        "Periksa dan lengkapi data dokumen. Panah atas/bawah atau Tab berpindah isian.\n"
        "Tanggal boleh diketik 3 Juli 2023 atau 03/07/2023.\n"
        "Jam laptop salah ketika dokumen diterima? Betulkan Tanggal diterima, paling bawah.\n"
        "Pilih klasifikasi dengan panah lalu Enter. F8 menyimpan."
    )
    BINDINGS = [
        Binding("f8", "save", "Simpan", key_display="F8"),
        Binding("ctrl+o", "original", "Asli"),
    ]

    def __init__(self, document_id: int, first: str = "title") -> None:
        super().__init__()
        self._document_id = document_id
        self._first = first
        self._before: Form = {}

    @property
    def document(self) -> Document:
        """The record as it stands in the archive."""
        found = self.office.records.documents.get(self._document_id)
        assert found is not None
        return found

    def compose_place(self) -> ComposeResult:
        self._before = form_of(self.document)
        yield Static(self.HEADING, classes="title", markup=False)
        with RecordForm(id="form"):
            for name, label in FIELDS.items():
                yield self._row(name, label)
            yield Static("Klasifikasi informasi", classes="heading", markup=False)
            yield Static(id="proposal", classes="quiet", markup=False)
            yield ClassChoice(self.document.information_class, id="class")
            with Vertical(id="exemption"):
                yield self._row("letter", "Pasal 17 huruf")
                yield self._row("basis", "Dasar hukum")
            yield Static("Tempat hardcopy", classes="heading", markup=False)
            for name, label in HARDCOPY.items():
                yield self._row(name, label)
            yield Static("Penerimaan", classes="heading", markup=False)
            for name, label in RECEIVED.items():
                yield self._row(name, label)
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._show_exemption()
        self.call_after_refresh(self._propose)
        self.query_one(f"#{self._first}").focus()
        self.watch(self.app, "citizen", self._hide_at_once)

    @property
    def holds_unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._typed() != self._before

    async def action_back(self) -> None:
        """Leave; what was typed is asked about first."""
        if not self.holds_unsaved:
            self.app.pop_screen()
            return
        question = ConfirmScreen(
            "Isian belum disimpan. Tinggalkan tanpa menyimpan?", yes="Tinggalkan", no="Lanjut mengisi"
        )
        self.app.push_screen(question, self._leave)

    @work(exclusive=True, group="save")
    async def action_save(self) -> None:
        """Keep the record, and count it as checked by an officer."""
        from ppid_tui.desk.describing import NotYetPast

        try:
            changed = await self._as_edition(record_of(self.document, self._typed()))
            await asyncio.to_thread(partial(self.keep, changed))
        except Wrong as wrong:
            self._say(str(wrong))
            self.query_one(f"#{wrong.field}").focus()
        except (NotAllowed, NotYetPast) as refused:
            self._say(str(refused))
        else:
            self.app.pop_screen()
            self.notify("Data dokumen tersimpan.", markup=False)

    async def _as_edition(self, changed: Document) -> Document:
        """Where a document of the same title and number is there: linked to it, if the officer says so."""
        from ppid_tui.desk.editions import offered

        old = await asyncio.to_thread(offered, self.office, changed, self.viewer)
        if old is None:
            return changed
        words = f"Judul dan nomornya sama dengan dokumen {old.id} “{old.title}”. Apakah ini edisi barunya?"
        newer = await self.app.push_screen_wait(ConfirmScreen(words, yes="Edisi baru", no="Dokumen lain"))
        return replace(changed, replaces=old.id) if newer else changed

    def keep(self, changed: Document) -> Document:
        """Keep what was filled in."""
        from ppid_tui.desk.describing import describe

        return describe(self.office, changed, self.officer, self.at())

    @work(exclusive=True, group="original")
    async def action_original(self) -> None:
        """Look at the original while filling in."""
        from ppid_tui.desk import contents, printing

        path = contents.original(self.office, self.document)
        if path is None:
            self._say("Dokumen ini belum punya softcopy yang dapat dibuka.")
        elif problem := await asyncio.to_thread(partial(printing.open_with_viewer, path)):
            self._say(f"Dokumen asli tidak terbuka: {problem}.")

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.focus_next()

    @on(ClassChoice.Chosen)
    @on(Input.Changed, "#kind, #title")
    def _propose(self) -> None:
        """A class that this kind of document mostly gets: the list stands on it, the officer chooses."""
        from ppid_tui.desk.class_proposal import proposal

        kind, title = (self.query_one(f"#{name}", Input).value for name in ("kind", "title"))
        typed = replace(self.document, kind=kind, title=title, information_class=self._class())
        found = proposal(self.office.profile, typed)
        line = self.query_one("#proposal", Static)
        line.display = found is not None
        line.update(found.words if found else "")
        self.query_one(ClassChoice).point_at(found.information_class if found else self._class())

    @on(ClassChoice.Chosen)
    def _show_exemption(self) -> None:
        exempt = self._class() is InformationClass.DIKECUALIKAN
        self.query_one("#exemption").set_class(exempt, "exempt")

    def _row(self, name: str, label: str) -> Horizontal:
        units = self.office.profile.units if name == "unit" else ()
        known = SuggestFromList(units, case_sensitive=False) if units else None
        box = Input(self._before[name], id=name, compact=True, select_on_focus=False, suggester=known)
        return Horizontal(Static(label, classes="label", markup=False), box, classes="row")

    def _class(self) -> InformationClass:
        return self.query_one(ClassChoice).chosen

    def _typed(self) -> Form:
        return {box.id or "": box.value for box in self.query(Input)} | {"class": self._class().value}

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.app.pop_screen()

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes("bad")
        said.update(Content(words))

    def _hide_at_once(self) -> None:
        self.query_one("#form").display = not self.kiosk.citizen
