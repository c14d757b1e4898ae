"""The office's SOP sheet on screen, as the form has it, and on paper with F9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from archive.sop import Sop

GUIDE = "Lembar SOP kantor ini, kata demi kata. F9 mencetaknya sebagai lembar resmi."
LISTS = (
    ("Dasar hukum", "legal_basis"),
    ("Kualifikasi pelaksana", "qualifications"),
    ("Keterkaitan", "related"),
    ("Peralatan/perlengkapan", "equipment"),
    ("Peringatan", "warnings"),
    ("Pencatatan dan pendataan", "recording"),
)


class SheetScreen(Place):
    """Reached from the archive."""

    CSS_PATH = "care.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    BINDINGS = [Binding("f9", "print_sheet", "Cetak")]

    def compose_place(self) -> ComposeResult:
        with VerticalScroll(id="found"):
            yield Static(id="result", markup=False)

    def refresh_place(self) -> None:
        self.query_one("#result", Static).update(_sheet(self.office.sop))
        self.query_one("#found").focus()

    @work(exclusive=True)
    async def action_print_sheet(self) -> None:
        """Write the sheet as a paper and hand it to the printer."""
        import asyncio

        from ppid_tui.desk.papers import print_sheet

        printed = await asyncio.to_thread(print_sheet, self.office, self.at())
        if printed.sent:
            self.notify(f"Lembar SOP dikirim ke pencetak. Salinannya di {printed.path}", markup=False)
        else:
            words = f"Belum tercetak: {printed.reason}. Salinannya tersimpan di {printed.path}."
            self.notify(words, severity="warning", timeout=12, markup=False)


def _sheet(sop: Sop) -> Content:
    sheet = sop.sheet
    head = [part for part in (sheet.institution, sheet.unit, sheet.section) if part]
    parts: list[str | tuple[str, str]] = [("\n".join([*head, sheet.title]) + "\n", "bold")]
    parts.append(f"Nomor {sheet.number or '-'}\n")
    for label, name in LISTS:
        lines = getattr(sheet, name)
        parts += [(f"\n{label}\n", "bold $primary"), *(f"{line}\n" for line in lines)]
    for step in sop.steps:
        parts += [
            (f"\nLangkah {step.number}: {sop.role(step.role).title}\n", "bold $primary"),
            f"{step.activity}\n",
            (f"Perlu: {', '.join(step.needs)} · Waktu: {step.time} · Hasil: {step.output}\n", "dim"),
        ]
    return Content.assemble(*parts)
