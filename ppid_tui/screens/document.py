"""One document: its record on the left, its pages on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from ppid_tui.screens import areas
from ppid_tui.screens.reading_keys import READING_KEYS, ReadingKeys
from ppid_tui.screens.scan_reading import ScanReading
from ppid_tui.widgets.page_jump import PageJump
from ppid_tui.widgets.page_preview import PagePreview
from ppid_tui.widgets.record_card import record_card

if TYPE_CHECKING:
    from archive.model import Document

HIDDEN = "Dokumen ini tidak ditampilkan dalam mode pemohon."
INSIDE = ("describe", "trail", "read_scan", "add_softcopy", "unite", "black_out", "lend")
"""What is not offered to a citizen who looks along."""
WIDE = 90
"""Columns in which the footer has room for a key more."""
GONE = "Dokumen ini tidak dapat ditampilkan kepada Anda."


class DocumentScreen(ScanReading, ReadingKeys):
    """Opened from a hit, a case or a request; says what may be done with the document."""

    AREA = areas.FIND
    CSS_PATH = "document.tcss"
    AUTO_FOCUS = ""
    GUIDE = (
        "Data dokumen di kiri, halamannya di kanan.\n"
        "Panah kiri/kanan berpindah halaman, atas/bawah menggulung.\n"
        "Ketik nomor halaman lalu Enter: ke halaman itu. Home dan End: halaman pertama dan terakhir.\n"
        "F8 ke kata berikutnya, Ctrl+B ke kata sebelumnya. Ctrl+S: dokumen serupa.\n"
        "E melengkapi data dan menetapkan klasifikasi.\n"
        "J menampilkan jejak: siapa mengubah apa, dan kapan.\n"
        "B membaca hasil pindai dengan OCR, supaya isinya dapat dicari; boleh diulang.\n"
        "S menambah softcopy: hasil pindai bertanda tangan, salinan untuk publik, lampiran.\n"
        "G menggabungkan dokumen ini ke dokumen lain, jika keduanya sama.\n"
        "P: bon untuk mengambil hardcopy, meminjamkannya, atau mencatatnya kembali.\n"
        "H menghitamkan bagian yang dikecualikan pada salinan untuk publik.\n"
        "F9 mencetak atau memberikan, Ctrl+O membuka dokumen asli."
    )
    BINDINGS = [
        Binding("e", "describe", "Lengkapi", key_display="E"),
        Binding("j", "trail", "Jejak", key_display="J"),
        Binding("b", "read_scan", "Baca", key_display="B"),
        Binding("s", "add_softcopy", "Tambah softcopy", show=False, key_display="S"),
        Binding("g", "unite", "Gabungkan", show=False, key_display="G"),
        Binding("h", "black_out", "Hitamkan", show=False, key_display="H"),
        Binding("p", "lend", "Pinjam hardcopy", show=False, key_display="P"),
        Binding("right", "page(1)", "Halaman berikut", show=False),
        Binding("left", "page(-1)", "Halaman sebelumnya", show=False),
        Binding("down", "line(1)", "Baris berikut", show=False),
        Binding("up", "line(-1)", "Baris sebelumnya", show=False),
        Binding("1", "page_number('1')", "Ke halaman", key_display="1-9"),
        *(Binding(digit, f"to_page('{digit}')", "Ke halaman", show=False, key_display="1-9") for digit in "1234567890"),
        Binding("home,ctrl+home", "edge(1)", "Halaman pertama", show=False),
        Binding("end,ctrl+end", "edge(-1)", "Halaman terakhir", show=False),
        *READING_KEYS,
    ]

    def __init__(self, document_id: int, query: str = "", page: int = 1) -> None:
        super().__init__()
        self._document_id = document_id
        self._sought = query
        self._page = max(1, page)
        self._can_read = False

    def compose_place(self) -> ComposeResult:
        with Horizontal(id="document"):
            with VerticalScroll(id="record", can_focus=False):
                yield Static(id="reading", markup=False)
                yield Static(id="record-card", markup=False)
            yield PagePreview(id="preview", titled=False)
        yield PageJump()

    def on_mount(self) -> None:
        self.watch(self.app, "citizen", self.refresh_place, init=False)

    def refresh_place(self) -> None:
        """Show the record as it is now, or nothing if the viewer may not see it."""
        if self.kiosk.officer is None:
            return
        from ppid_tui.desk.editions import edition_words
        from ppid_tui.desk.uniting import united_words

        document, preview = self._document(), self.query_one(PagePreview)
        self.query_one("#record").display = document is not None
        if document is None:
            preview.clear(HIDDEN if self.kiosk.citizen else GONE)
            self.refresh_bindings()
            return
        beside = edition_words(self.office, document, self.viewer) + united_words(self.office, document, self.viewer)
        self.query_one("#record-card", Static).update(record_card(document, beside))
        self._offer_reading(document)
        reading = preview.reading
        if reading is None or reading.document != document:
            preview.show(document, reading.page if reading else self._page, self._sought)

    def action_page(self, direction: int) -> None:
        """To the next page, or the one before."""
        self.query_one(PagePreview).next_page(direction)

    def action_to_page(self, digit: str) -> None:
        """Ask for the page's number, which begins with this digit."""
        self.query_one(PageJump).begin(digit)

    action_page_number = action_to_page

    def action_edge(self, page: int) -> None:
        """To the first page (1), or the last (-1)."""
        self._go(page)

    @on(PageJump.Wanted)
    def _page_wanted(self, event: PageJump.Wanted) -> None:
        jump, document = self.query_one(PageJump), self._document()
        if document is None or 1 <= event.page <= self._pages:
            jump.action_leave()
            self._go(event.page)
        else:
            jump.say(f"Dokumen ini punya {document.pages} {document.page_unit}.")

    @property
    def _pages(self) -> int:
        reading = self.query_one(PagePreview).reading
        return reading.document.pages if reading else 0

    def _go(self, page: int) -> None:
        preview = self.query_one(PagePreview)
        if preview.reading is not None:
            preview.show(preview.reading.document, page if page > 0 else self._pages, preview.reading.query)

    def action_line(self, direction: int) -> None:
        """Scroll by a line."""
        self.query_one(PagePreview).scroll_lines(direction)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A citizen who looks along is offered neither the record's form nor its trail; B is for scans alone."""
        if not self.is_mounted or (action == "read_scan" and not self._can_read):
            return False
        if action in ("to_page", "edge", "page_number") and self._pages < 2:
            return False
        if action == "page_number" and self.size.width < WIDE and self.query_one(PagePreview).has_hits:
            return False
        return not (action in INSIDE and self.kiosk.citizen) and super().check_action(action, parameters)

    def action_describe(self) -> None:
        """Complete or correct the record."""
        if (document := self._document()) is not None:
            from ppid_tui.screens.describe import DescribeScreen

            self.app.push_screen(DescribeScreen(document.id))

    def action_trail(self) -> None:
        """Who changed this record, and what."""
        if (document := self._document()) is not None:
            from ppid_tui.screens.trail import TrailScreen

            self.app.push_screen(TrailScreen(("documents", document.id)))

    def action_read_scan(self) -> None:
        """Read the pages that have no text, at once; or again."""
        if (document := self._document()) is not None:
            self.read_document(document)

    def _offer_reading(self, document: Document) -> None:
        from ppid_tui.desk.scans import can_read

        self._can_read = can_read(self.office, document)
        self.refresh_bindings()

    @work(exclusive=True, group="ask")
    async def action_add_softcopy(self) -> None:
        """Add a further file to this document."""
        from ppid_tui.screens.joining import ask_and_add

        if (document := self._document()) is not None:
            await ask_and_add(self, document)
            self.refresh_place()

    @work(exclusive=True, group="ask")
    async def action_unite(self) -> None:
        """Join this record into another of the same document."""
        from ppid_tui.screens.uniting import ask_and_unite

        if (document := self._document()) is not None and await ask_and_unite(self, document):
            self.refresh_place()

    def action_black_out(self) -> None:
        """Mark what is exempt in a part of it, and make the public copy."""
        if (document := self._document()) is not None:
            from ppid_tui.screens.public_copy import PublicCopyScreen

            self.app.push_screen(PublicCopyScreen(document.id))

    @work(exclusive=True, group="ask")
    async def action_lend(self) -> None:
        """Fetch, lend or take back its hardcopy."""
        from ppid_tui.screens.lending import ask_and_lend

        if (document := self._document()) is not None:
            await ask_and_lend(self, document)
            self.refresh_place()

    def on_page_preview_page_shown(self, event: PagePreview.PageShown) -> None:
        self._page = event.page
        self.offer_keys()

    def _document(self) -> Document | None:
        from ppid_tui.desk import finding

        return finding.document_for(self.office, self._document_id, self.viewer)
