"""The doubtful fields of new records, one record after the other, each with the line it was read from."""

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

from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.screens.record_form import FIELDS, Wrong, form_of, record_of
from ppid_tui.widgets.chooser import Chooser
from ppid_tui.widgets.file_names import shortened

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.desk.batch import ForAll


class DoubtScreen(Place):
    """F8 accepts what is shown and goes on to the next; nothing else is asked."""

    AREA = areas.INCOMING
    CSS_PATH = "doubt.tcss"
    AUTO_FOCUS = ""
    GUIDE = (
        "Hanya isian yang meragukan yang ditanyakan. Di bawahnya: baris asal dugaan itu.\n"
        "Betulkan bila perlu, lalu F8 menerima dan membuka dokumen berikutnya.\n"
        "Yang wajib dan masih kosong disebut dahulu; F8 sekali lagi menerimanya tanpa itu.\n"
        "F7 melewati dokumen ini; ia tetap ada di Dokumen Masuk. Ctrl+O membuka dokumen asli."
    )
    BINDINGS = [
        Binding("f8", "accept", "Terima, lanjut", key_display="F8"),
        Binding("f7", "skip", "Lewati", key_display="F7"),
        Binding("ctrl+o", "original", "Asli"),
        Binding("down", "app.focus_next", "Isian berikut", show=False),
        Binding("up", "app.focus_previous", "Isian sebelumnya", show=False),
    ]

    def __init__(self, ids: tuple[int, ...], common: ForAll) -> None:
        super().__init__()
        self._ids = ids
        self._common = common
        self._at = 0
        self._told_missing: tuple[str, ...] = ()

    def compose_place(self) -> ComposeResult:
        yield Static(id="count", classes="title", markup=False)
        yield Static(id="which", markup=False)
        yield VerticalScroll(id="fields", can_focus=False)
        yield Static(id="said", markup=False)

    async def on_mount(self) -> None:
        self.watch(self.app, "citizen", self._hide_at_once, init=False)
        await self._show()

    @property
    def _document(self) -> Document:
        from ppid_tui.desk.batch import with_common

        found = self.office.records.documents.get(self._ids[self._at])
        assert found is not None
        return with_common(found, self._common)

    async def _show(self) -> None:
        from ppid_tui.desk.batch import EDITION, doubts

        document, self._told_missing = self._document, ()
        count = f"Dokumen {self._at + 1} dari {len(self._ids)} yang perlu dilihat"
        self.query_one("#count", Static).update(count)
        self.query_one("#which", Static).update(_about(document))
        self._say("")
        fields = self.query_one("#fields")
        await fields.remove_children()
        asked = doubts(self.office, document, self.viewer)
        await fields.mount_all(self._edition() if name == EDITION else self._field(name) for name in asked)
        boxes = [*fields.query(Input), *fields.query(Chooser)]
        if boxes:
            boxes[0].focus()

    def _field(self, name: str) -> Vertical:
        document = self._document
        units = SuggestFromList(self.office.profile.units, case_sensitive=False) if name == "unit" else None
        box = Input(form_of(document)[name], id=name, compact=True, select_on_focus=False, suggester=units)
        row = Horizontal(Static(FIELDS[name], classes="label", markup=False), box, classes="row")
        return Vertical(row, Static(Content(_source(document, name)), classes="source", markup=False), classes="field")

    def _edition(self) -> Vertical:
        from ppid_tui.desk.editions import older

        old = older(self.office, self._document, self.viewer)
        assert old is not None
        box = Chooser([f"edisi baru dari dokumen {old.id}", "dokumen lain"], id="replaces")
        row = Horizontal(Static("Edisi", classes="label", markup=False), box, classes="row")
        why = "judul dan nomornya sama, isinya lain. Panah kiri/kanan mengubah"
        return Vertical(row, Static(why, classes="source", markup=False), classes="field")

    @on(Input.Submitted)
    def _go_on(self) -> None:
        self.focus_next()

    @work(exclusive=True, group="accept")
    async def action_accept(self) -> None:
        """Keep what is shown, and go on."""
        from ppid_tui.desk.describing import NotYetPast, describe

        try:
            changed = self._changed()
            if self._lacks(changed):
                return
            await asyncio.to_thread(partial(describe, self.office, changed, self.officer, self.at()))
        except Wrong as wrong:
            self._say(str(wrong))
            self.query_one(f"#{wrong.field}").focus()
        except (NotAllowed, NotYetPast) as refused:
            self._say(str(refused))
        else:
            await self.action_skip()

    def _lacks(self, changed: Document) -> bool:
        """Say what is missing, once: who accepts again does so knowing it."""
        from ppid_tui.desk.batch import missing

        lacking = missing(changed)
        if not lacking or lacking == self._told_missing:
            return False
        self._told_missing = lacking
        names = " dan ".join(FIELDS[name] for name in lacking)
        self._say(f"{names} belum diisi. Isi dahulu, atau tekan F8 sekali lagi untuk menerima tanpa itu.")
        for box in self.query(f"#{lacking[0]}"):
            box.focus()
        return True

    def _changed(self) -> Document:
        from ppid_tui.desk.editions import older

        document = self._document
        typed = {box.id or "": box.value for box in self.query_one("#fields").query(Input)}
        changed = record_of(document, {**form_of(document), **typed})
        if "date" in typed and changed.date and not self._common.year:
            changed = replace(changed, year=changed.date.year)
        choice = self.query_one("#fields").query(Chooser)
        old = older(self.office, document, self.viewer) if choice and choice.first().chosen == 0 else None
        return replace(changed, replaces=old.id) if old else changed

    async def action_skip(self) -> None:
        """To the next one, or back when this was the last."""
        self._at += 1
        if self._at < len(self._ids):
            await self._show()
            return
        self._at -= 1
        self.app.pop_screen()
        self.notify("Semua yang meragukan sudah dilihat.", markup=False)

    @work(exclusive=True, group="original")
    async def action_original(self) -> None:
        """Look at the original while filling in."""
        from ppid_tui.desk import contents, printing

        path = contents.original(self.office, self._document)
        if path is None:
            self._say("Dokumen ini belum punya softcopy yang dapat dibuka.")
        elif problem := await asyncio.to_thread(partial(printing.open_with_viewer, path)):
            self._say(f"Dokumen asli tidak terbuka: {problem}.")

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes("bad")
        said.update(Content(words))

    def _hide_at_once(self) -> None:
        self.query_one("#fields").display = not self.kiosk.citizen


def _about(document: Document) -> Content:
    files = ", ".join(shortened(rendition.name, 60) for rendition in document.renditions)
    return Content.assemble((document.title, "bold"), (f"\nBerkas: {files}", "$text-muted"))


def _source(document: Document, name: str) -> str:
    guessed = document.guesses.get(name)
    if guessed is None:
        return "tidak ditemukan di dokumennya"
    files = {rendition.name for rendition in document.renditions}
    where = "nama berkas" if guessed.line in files else "baris"
    return f"dari {where} “{guessed.line}”, yakin {round(guessed.sure * 100)}%"
