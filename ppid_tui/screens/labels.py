"""Labels for boxes and folders: which ones, on which sheets, and from which place on."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ppid_tui.printouts.box_labels import SHEETS, Label
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.pick_list import Pick, PickList

if TYPE_CHECKING:
    from pathlib import Path

    from ppid_tui.desk.printer import Printed


class LabelsScreen(Place):
    """F6. Boxes first; nothing is ticked, since mostly a few new labels are wanted."""

    AREA = areas.ARCHIVE
    CSS_PATH = "package.tcss"
    AUTO_FOCUS = "#picks"
    GUIDE: ClassVar[str] = (
        "Label untuk boks dan map hardcopy, dengan kode batang.\n"
        "Pindai kodenya di kotak pencarian: kiosk menampilkan isi boks, atau dokumen dalam map itu.\n"
        "Spasi memilih, A memilih semua atau tidak satu pun, M berganti antara boks dan map, F7 menyaring.\n"
        "N mengganti ukuran label. Bila lembar pertama sudah terpakai sebagian, isi berapa labelnya.\n"
        "F8 menyimpan dan mencetak. Cetak dahulu di kertas biasa untuk mencocokkan letaknya."
    )
    BINDINGS = [
        Binding("f8", "make", "Cetak"),
        Binding("m", "kind", "Boks/map", key_display="M"),
        Binding("n", "size", "Ukuran", key_display="N"),
        Binding("f7", "narrow", "Saring", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._folders = False
        self._sheet_at = 0
        self._labels: dict[str, Label] = {}

    def compose_place(self) -> ComposeResult:
        yield Static("Label hardcopy", classes="title", markup=False)
        yield Static(id="about", classes="quiet", markup=False)
        yield Input(id="words", compact=True, placeholder="Saring: lemari, rak, boks, judul, tahun, atau unit")
        yield PickList(id="picks")
        with Horizontal(id="target"):
            yield Static("Label yang sudah terpakai di lembar pertama:", markup=False)
            yield Input("0", id="path", type="integer", compact=True, max_length=2)
        yield Static(id="said", markup=False)

    def refresh_place(self) -> None:
        if self.kiosk.officer is not None:
            self._look(keep=True)

    def _look(self, keep: bool) -> None:
        from ppid_tui.desk.box_labels import box_labels, folder_labels

        picks = self.query_one(PickList)
        before = set(self._picked()) if keep else set()
        self._labels = (folder_labels if self._folders else box_labels)(self.office, self.viewer)
        rows = [Pick(at, *_words(label)) for at, label in enumerate(self._labels.values())]
        picks.show_picks(rows, [at for at, code in enumerate(self._labels) if code in before])
        if not rows:
            self._say("Belum ada hardcopy yang dicatat tempatnya.", "warn")

    def _picked(self) -> list[str]:
        codes = list(self._labels)
        return [codes[at] for at in self.query_one(PickList).picked]

    def action_narrow(self) -> None:
        """To the words that narrow the list."""
        self.query_one("#words").focus()

    @on(Input.Changed, "#words")
    def _narrow(self, event: Input.Changed) -> None:
        self.query_one(PickList).narrow(event.value)

    @on(Input.Submitted)
    def _to_the_list(self) -> None:
        self.query_one(PickList).focus()

    @on(PickList.Changed)
    def _show_about(self) -> None:
        what, count = "Map" if self._folders else "Boks", len(self._picked())
        words = f"{what}: {len(self._labels)}, dipilih {count}. Lembar A4: {SHEETS[self._sheet_at].name}."
        self.query_one("#about", Static).update(Content(words))

    def action_kind(self) -> None:
        """From boxes to folders, and back."""
        self._folders = not self._folders
        self._look(keep=False)

    def action_size(self) -> None:
        """Other sheets."""
        self._sheet_at = (self._sheet_at + 1) % len(SHEETS)
        self._show_about()

    @work(exclusive=True, group="make")
    async def action_make(self) -> None:
        """Write the sheets and print them."""
        from ppid_tui.desk.box_labels import chosen, write_labels
        from ppid_tui.desk.printing import send_to_printer
        from ppid_tui.desk.trouble import cause

        sheet, typed = SHEETS[self._sheet_at], self.query_one("#path", Input).value
        labels = chosen(self._labels, self._picked())
        if not labels:
            self._say("Belum ada yang dipilih. Spasi memilih, A memilih semuanya.", "warn")
            return
        skip = min(int(typed), sheet.count - 1) if typed.isdigit() else 0
        try:
            path = await asyncio.to_thread(partial(write_labels, self.office, labels, sheet, skip, self.at()))
        except OSError as error:
            self._say(f"Belum tersimpan: {cause(error)}. Periksa ruang laptop, lalu coba lagi.", "bad")
            return
        self._say(*_told(path, await asyncio.to_thread(partial(send_to_printer, path, by=self.officer.id))))

    def _say(self, words: str, tone: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))


def _words(label: Label) -> tuple[str, str]:
    return " · ".join(filter(None, (label.heading, label.place))), " · ".join((label.code, *label.about))


def _told(path: Path, printed: Printed) -> tuple[str, str]:
    if printed.sent:
        return f"Dikirim ke pencetak. Salinannya tersimpan di {path}", "good"
    return f"Belum tercetak: {printed.reason}. Salinannya tersimpan di {path}", "warn"
