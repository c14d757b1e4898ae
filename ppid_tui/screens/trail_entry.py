"""One entry of the trail whole: what stood there before, and what after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ppid_tui.printouts.labels import long_time
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.desk.history import Told

GUIDE = """\
Satu catatan jejak, lengkap: isian yang diubah, sebelum dan
sesudahnya. Data pribadi pemohon dan PIN tidak pernah tertulis di
dalam jejak, jadi tidak dapat ditampilkan.

Sidik catatan ini dihitung dari isinya dan dari sidik catatan
sebelumnya: karena itu tidak ada yang dapat diubah diam-diam.
"""
PLAIN = "Catatan ini tidak mengubah isian apa pun."


class EntryScreen(Place):
    """Opened from the trail."""

    CSS_PATH = "trail_entry.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#entry"

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told

    def compose_place(self) -> ComposeResult:
        entry = self._told.entry
        yield Static(Content(f"{entry.action[:1].upper()}{entry.action[1:]}"), classes="title", markup=False)
        with VerticalScroll(id="entry"):
            yield Static(_about(self._told), markup=False)
            yield Static(_changed(self._told), id="changed", markup=False)
            yield Static(_seal(self._told), id="seal", markup=False)


def _about(told: Told) -> Content:
    entry = told.entry
    rows = (("Waktu", long_time(entry.at)), ("Petugas", entry.by), ("Tentang", told.about), ("Catatan", entry.note))
    return Content("\n").join(Content.assemble((f"{name}: ", "dim"), value) for name, value in rows if value)


def _changed(told: Told) -> Content:
    if not told.changes:
        return Content(PLAIN)
    if told.new:
        parts = [Content.assemble((f"{c.label}: ", "dim"), _inset(c.after)) for c in told.changes]
        return Content("\n").join([Content.styled("Isi catatan baru", "bold"), *parts])
    return Content("\n\n").join(
        Content.assemble((c.label, "bold"), ("\n  sebelum: ", "dim"), _inset(c.before),
                         ("\n  sesudah: ", "dim"), _inset(c.after))
        for c in told.changes
    )  # fmt: skip


def _inset(value: str) -> str:
    """Text of several lines stands under its name."""
    return value if "\n" not in value else "".join(f"\n    {line}" for line in value.split("\n"))


def _seal(told: Told) -> Content:
    entry = told.entry
    return Content.styled(f"Catatan jejak nomor {entry.sequence}\nSidik {entry.digest}", "dim")
