"""The archive: its documents as lists, and the care of it: officers, the SOP sheet, the check of all files."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.choices import Choices
from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.desk.lists import Listed

GUIDE = """\
Arsip sebagai daftar. Panah memilih daftar, Enter atau panah kanan
masuk ke dokumennya, Enter lagi membuka dokumen.

Di bawahnya: Daftar Informasi Publik (DIP) dan, untuk petugas yang
berwenang, daftar informasi yang dikecualikan (DIK); paket publikasi
untuk web, paket penyerahan untuk lembaga kearsipan,
angka layanan, buku tamu, dan masa simpan data pribadi; label untuk boks dan map hardcopy; lembar SOP
kantor ini, jejak semua perubahan,
kalender kerja, waktu langkah SOP menurut standar dan kenyataan,
cetakan terakhir, petugas yang boleh masuk, pemeriksaan arsip, yang mencocokkan setiap berkas dengan
catatannya, dan cadangan.
"""
PLACES = (
    ("Daftar Informasi Publik", "DIP", "dip", "DipScreen"),
    ("Informasi Dikecualikan", "DIK", "dik", "DikScreen"),
    ("Paket publikasi", "web", "publish", "PublishScreen"),
    ("Penyerahan arsip", "", "transfer", "TransferScreen"),
    ("Angka layanan", "", "figures", "FiguresScreen"),
    ("Buku tamu", "", "guests", "GuestsScreen"),
    ("Masa simpan data pribadi", "", "retention", "RetentionScreen"),
    ("Label hardcopy", "", "labels", "LabelsScreen"),
    ("Lembar SOP", "", "sheet", "SheetScreen"),
    ("Jejak perubahan", "", "trail", "TrailScreen"),
    ("Kalender kerja", "", "work_calendar", "CalendarScreen"),
    ("Waktu langkah SOP", "", "step_times", "StepTimesScreen"),
    ("Cetakan terakhir", "", "prints", "PrintsScreen"),
    ("Cadangan", "", "backup", "BackupScreen"),
    ("Petugas", "", "officers", "OfficersScreen"),
    ("Periksa arsip", "", "care", "CareScreen"),
)
"""Beneath the lists: a name, a quiet word, and the screen that it opens with its module."""
EXEMPT = "dik"
SHOWN = 200


class ArchiveScreen(Place):
    """F6."""

    CSS_PATH = "archive.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#lists"
    BINDINGS = [
        Binding("right", "into", "Ke dokumen", key_display="→"),
        Binding("left", "out", "Ke daftar", key_display="←"),
        Binding("f3", "app.go('cari')", "Cari dokumen"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lists: list[Listed] = []
        self._places: list[tuple[str, str, str, str]] = []

    def compose_place(self) -> ComposeResult:
        with Horizontal(id="archive"):
            with Vertical(id="left"):
                yield Static("Arsip", classes="title", markup=False)
                yield Choices(id="lists")
            with Vertical(id="right"):
                yield Static("", id="list-title", classes="title", markup=False)
                yield OptionList(id="documents", markup=False)
                yield Static("", id="more", classes="quiet", markup=False)

    def refresh_place(self) -> None:
        self.look_up()

    @work(exclusive=True, group="lists")
    async def look_up(self) -> None:
        """Read the lists away from the screen."""
        import asyncio

        from ppid_tui.desk.lists import lists

        self._lists = await asyncio.to_thread(lists, self.office, self.viewer)
        rows = [(listed.title, str(len(listed.documents))) for listed in self._lists]
        self._places = self._open_to_viewer()
        self.query_one(Choices).show([*rows, *((name, beside) for name, beside, *_ in self._places)])
        if not self._lists:
            self._show_empty()

    def _show_empty(self) -> None:
        self.query_one("#list-title", Static).update("Belum ada dokumen")
        self.query_one("#more", Static).update("Tekan F5 untuk menerima softcopy.")

    @on(OptionList.OptionHighlighted, "#lists")
    def _preview_list(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index >= len(self._lists):
            return
        listed = self._lists[event.option_index]
        self.query_one("#list-title", Static).update(f"{listed.title}: {len(listed.documents)}")
        documents = self.query_one("#documents", OptionList)
        documents.set_options(Option(_row(document)) for document in listed.documents[:SHOWN])
        documents.highlighted = 0 if listed.documents else None
        rest = len(listed.documents) - SHOWN
        self.query_one("#more", Static).update(f"… dan {rest} lagi: cari dengan F3" if rest > 0 else "")

    @on(Choices.Chosen)
    def _list_chosen(self, event: Choices.Chosen) -> None:
        place = event.index - len(self._lists)
        if place < 0:
            self.action_into()
        else:
            _, _, module, name = self._places[place]
            self.app.push_screen(getattr(import_module(f"ppid_tui.screens.{module}"), name)())

    @on(OptionList.OptionSelected, "#documents")
    def _document_chosen(self, event: OptionList.OptionSelected) -> None:
        from ppid_tui.screens.document import DocumentScreen

        listed = self._lists[self.query_one(Choices).highlighted or 0]
        self.app.push_screen(DocumentScreen(listed.documents[event.option_index].id))

    def action_into(self) -> None:
        """To the documents."""
        self.query_one("#documents").focus()

    def action_out(self) -> None:
        """To the lists."""
        self.query_one(Choices).focus()

    def _open_to_viewer(self) -> list[tuple[str, str, str, str]]:
        """That there is exempt information is told only to who may see it."""
        from archive.model import Right

        sees = not self.viewer.citizen and self.office.may(self.officer, Right.SEE_EXEMPT)
        return [place for place in PLACES if sees or place[2] != EXEMPT]


def _row(document: Document) -> Hanging:
    when = document.date.strftime("%d-%m-%Y") if document.date else str(document.year or "")
    beside = " · ".join(part for part in (document.number, when, document.unit) if part)
    return Hanging([Content.styled(document.title, "bold"), Content.styled(beside or "tanpa nomor", "dim")])
