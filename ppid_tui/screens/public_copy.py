"""The public copy of a document: what is exempt is marked on its pages, and painted black."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from archive.blackouts import Box
from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens import areas
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.public_copy_making import CopyMaking
from ppid_tui.widgets.page_lines import PageLines
from ppid_tui.widgets.page_map import PageMap
from ppid_tui.widgets.progress_line import ProgressLine

SOUGHT = (FormField("words", "Kata, nama, atau nomor; tulis NIK untuk semua NIK", FieldKind.TEXT, True),)
NO_WORDS = "Halaman ini gambar: kata-katanya tidak dikenali. Tab, lalu gambar kotak di atasnya."


class PublicCopyScreen(CopyMaking):
    """Lines on the left, the page on the right; what is marked stays with the record, also when one leaves."""

    AREA = areas.FIND
    CSS_PATH = "public_copy.tcss"
    AUTO_FOCUS = "#lines"
    GUIDE: ClassVar[str] = (
        "Tandai yang dikecualikan; selebihnya diberikan kepada pemohon.\n"
        "Panah atas/bawah memilih baris, kiri/kanan memilih satu kata. Spasi menghitamkan, atau melepasnya.\n"
        "C mencari kata, nama, atau nomor dan menghitamkan semuanya. Ketik NIK untuk semua nomor 16 angka.\n"
        "Tab pindah ke gambar halaman: panah menggerakkan kursor (Shift lebih jauh), Spasi menaruh sudut kotak\n"
        "dan sudut seberangnya. Pakai untuk foto, tanda tangan, dan hasil pindai.\n"
        "Page Down dan Page Up berganti halaman. U membatalkan tanda terakhir. Ctrl+O membuka dokumen asli.\n"
        "F8 membuat salinan: semua halaman menjadi gambar, tanpa teks, yang ditandai menjadi hitam.\n"
        "Dokumen asli tidak berubah. Periksa salinannya (Ctrl+O di halaman dokumen) sebelum diberikan."
    )
    BINDINGS = [
        Binding("f8", "make", "Buat salinan"),
        Binding("c", "find_words", "Cari kata", key_display="C"),
        Binding("u", "undo", "Urungkan", show=False, key_display="U"),
        Binding("tab", "other_side", "Gambar", key_display="Tab", priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("ctrl+o", "original", "Asli", show=False),
    ]

    def __init__(self, document_id: int) -> None:
        super().__init__()
        self._document_id = document_id
        self._page = 1
        self._picture = b""

    def compose_place(self) -> ComposeResult:
        yield Static(id="about", classes="title", markup=False)
        yield Static(id="where", classes="quiet", markup=False)
        with Horizontal(id="sides"):
            yield PageLines(id="lines")
            yield PageMap(id="map")
        yield ProgressLine()
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self.query_one("#about", Static).update(Content(f"Salinan untuk publik: {self._document.title}"))
        self._say("Membaca halaman …", "quiet")
        self._open()
        self.watch(self.app, "citizen", self._hide_at_once, init=False)

    @work(exclusive=True, group="open")
    async def _open(self) -> None:
        from ppid_tui.desk import public_copy
        from ppid_tui.desk.page_marks import PageMarks

        try:
            source = public_copy.require(self.office, self._document, self.officer)
            self._file = public_copy.source_path(self.office, source)
            words = await asyncio.to_thread(public_copy.words_of, self._file)
        except public_copy.REFUSALS as refused:
            self._say(str(refused), "bad")
            return
        kept = public_copy.boxes_of(self._document)
        self._marks = PageMarks(words, kept, kept)
        self._say("", "quiet")
        self._show_page()

    @work(exclusive=True, group="page")
    async def _show_page(self) -> None:
        """The page's words at once, its picture as soon as it is made; a scan is read by OCR where there is one."""
        from ppid_tui.desk import public_copy

        marks, page = self._marks, self._page
        if marks is None:
            return
        self._picture = b""
        self._show_lines(from_top=True)
        self.query_one("#lines").focus()
        try:
            self._picture = await asyncio.to_thread(public_copy.picture, self._file, page)
        except public_copy.NotCopied as refused:
            self._say(str(refused), "bad")
            return
        self._show_map(fresh=True)
        if not marks.words[page - 1]:
            self._say("Membaca hasil pindai …", "quiet")
            marks.words[page - 1] = await asyncio.to_thread(public_copy.words_seen, self._file, page)
            self._say("" if marks.words[page - 1] else NO_WORDS, "warn")
            self._show_lines(from_top=True)

    def _show_lines(self, from_top: bool = False) -> None:
        marks, page = self._marks, self._page
        if marks is None:
            return
        lines = self.query_one(PageLines)
        lines.show_lines(marks.lines(page), lambda word: marks.is_marked(word, page), from_top)
        here, everywhere = len(marks.on(page)), len(marks.boxes)
        words = f"Halaman {page} dari {marks.pages} (PgDn) · ditandai {here} di halaman ini, {everywhere} seluruhnya"
        self.query_one("#where", Static).update(words)

    @on(PageMap.Resized)
    def _show_map(self, fresh: bool = False) -> None:
        if self._marks is None or not self._picture:
            return
        from ppid_tui.desk.small_picture import small_picture

        page_map = self.query_one(PageMap)
        region = page_map.scrollable_content_region
        rows = 0 if self.has_class("drawing") else 2 * max(region.height, 1)
        picture = small_picture(self._picture, max(region.width, 1), rows)
        page_map.show_picture(picture, tuple(self._marks.on(self._page)), fresh)

    @on(PageLines.Marked)
    def _mark_words(self, event: PageLines.Marked) -> None:
        if self._marks is not None:
            self._marks.toggle(event.words, self._page)
            self._changed()

    @on(PageMap.Drawn)
    def _mark_box(self, event: PageMap.Drawn) -> None:
        if self._marks is not None:
            self._marks.add([Box(self._page, *event.edges)])
            self._changed()

    def _changed(self) -> None:
        assert self._marks is not None
        self._say("U membatalkan tanda terakhir.", "quiet")
        self._show_lines()
        self.query_one(PageMap).show_boxes(tuple(self._marks.on(self._page)))

    def action_other_side(self) -> None:
        """From the lines to the page as a picture, as wide as the screen; and back."""
        drawing = not self.has_class("drawing")
        self.set_class(drawing, "drawing")
        self.query_one("#map" if drawing else "#lines").focus()

    def action_page(self, direction: int) -> None:
        """To another page."""
        if self._marks is not None and 1 <= self._page + direction <= self._marks.pages:
            self._page += direction
            self.remove_class("drawing")
            self._keep()
            self._show_page()

    def action_undo(self) -> None:
        """Take the last mark back."""
        if self._marks is not None and self._marks.undo():
            self._changed()

    @work(exclusive=True, group="ask")
    async def action_find_words(self) -> None:
        """Mark words wherever they stand."""
        if self._marks is None:
            return
        card = FormCard("Cari dan hitamkan semua", SOUGHT, {}, self.at().date())
        if answer := await self.app.push_screen_wait(card):
            count = self._marks.mark_all(answer["words"])
            self._changed()
            unread = any(not words for words in self._marks.words)
            beside = " Halaman yang berupa gambar belum diperiksa: buka satu per satu." if unread else ""
            found = f"{count} kata ditandai. Periksa setiap halaman." if count else "Tidak ada yang baru ditandai."
            self._say(found + beside, "warn" if unread or not count else "good")

    @work(exclusive=True, group="original")
    async def action_original(self) -> None:
        """Open the whole original in the system's own viewer."""
        from ppid_tui.desk import printing

        if self._marks is not None and (problem := await asyncio.to_thread(printing.open_with_viewer, self._file)):
            self._say(f"Dokumen asli tidak terbuka: {problem}.", "bad")

    def _keep(self) -> None:
        """What is marked stays with the record."""
        from ppid_tui.desk import public_copy

        marks = self._marks
        if marks is None or marks.boxes == marks.kept:
            return
        try:
            public_copy.keep_boxes(self.office, self._document_id, marks.boxes, self.officer, self.at())
        except public_copy.REFUSALS as refused:
            self._say(str(refused), "bad")
        else:
            marks.kept = marks.boxes

    def on_screen_suspend(self) -> None:
        if self.kiosk.officer is not None:
            self._keep()

    async def action_back(self) -> None:
        """Give up a box that is half drawn, else leave the picture, else the screen; what is marked stays."""
        if self.query_one(PageMap).drop_corner():
            return
        if self.has_class("drawing"):
            self.action_other_side()
        elif not self._working:
            self._keep()
            await super().action_back()

    def _hide_at_once(self) -> None:
        self.query_one("#sides").display = not self.kiosk.citizen
