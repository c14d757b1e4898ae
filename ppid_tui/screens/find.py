"""Find documents: type, go through the hits, read the page beside them."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from index.model import Filters
from ppid_tui.screens import areas
from ppid_tui.screens.narrowing import NarrowingScreen, chips
from ppid_tui.screens.place import Place
from ppid_tui.screens.reading_keys import READING_KEYS, ReadingKeys
from ppid_tui.widgets.hit_list import EXACT, REPAIRED, SHOWN, HitList
from ppid_tui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from ppid_tui.desk.finding import Findings

PLACEHOLDER = "Ketik kata, nomor surat, atau pasal. Contoh: bantuan sosial 2023"
PAUSE = 0.08
"""Seconds after the last key until the search begins: nobody waits, and no half word is searched twice."""


class FindScreen(ReadingKeys, Place):
    """The focus stays in the box; arrows move in the list, the page follows."""

    AREA = areas.FIND
    CSS_PATH = "find.tcss"
    AUTO_FOCUS = "#box"
    GUIDE = (
        "Ketik kata, nomor surat, atau pasal; hasilnya langsung tampil di kiri, halamannya di kanan.\n"
        "Panah atas/bawah memilih dokumen. PgUp/PgDn menggulung halaman.\n"
        "F8 ke kata berikutnya, Ctrl+B ke kata sebelumnya, juga di halaman lain.\n"
        "F7 menyaring menurut klasifikasi, tahun, dan unit.\n"
        "Enter membuka dokumen, Ctrl+O membuka aslinya, F9 mencetak atau memberikannya.\n"
        "Kata dalam tanda kutip dicari persis: \"uji konsekuensi\"."
    )
    BINDINGS = [
        Binding("enter", "open", "Buka", key_display="Enter", priority=True),
        Binding("up", "move(-1)", "Hasil sebelumnya", show=False),
        Binding("down", "move(1)", "Hasil berikutnya", show=False),
        Binding("f7", "narrow", "Saring", key_display="F7"),
        *READING_KEYS,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._first = ""
        self._filters = Filters()
        self._findings: Findings | None = None

    def compose_place(self) -> ComposeResult:
        with Horizontal(id="ask"):
            yield Input(placeholder=PLACEHOLDER, id="box")
            yield Static(id="chips", markup=False)
        yield Static(id="count", markup=False)
        with Horizontal(id="answers"):
            yield HitList(id="hits")
            yield PagePreview(id="preview")

    def on_mount(self) -> None:
        self.query_one(HitList).can_focus = False
        self.watch(self.app, "citizen", self._hide_at_once, init=False)
        if self._first:
            self.start(self._first)

    def start(self, text: str) -> None:
        """Come here with a query already typed."""
        if not self.is_mounted:
            self._first = text
            return
        box = self.query_one("#box", Input)
        box.value = text
        box.cursor_position = len(text)
        box.focus()
        self._look()

    def ask_anew(self) -> None:
        """Called by F3: the query before is still there, and the next letter replaces it."""
        if self.is_mounted:
            box = self.query_one("#box", Input)
            box.focus()
            box.select_all()

    def refresh_place(self) -> None:
        """Search again, since records may have changed meanwhile; query and place are kept."""
        self._look()

    @on(Input.Changed, "#box")
    def _typed(self) -> None:
        self._look(PAUSE)

    @work(exclusive=True, group="find")
    async def _look(self, pause: float = 0.0) -> None:
        await asyncio.sleep(pause)
        if self.kiosk.officer is None:
            return
        from ppid_tui.desk import finding

        text = self.query_one("#box", Input).value
        search = partial(finding.find, self.office, text, self.viewer, self._filters, SHOWN, typing=True)
        self._show(await asyncio.to_thread(search))

    def _show(self, findings: Findings) -> None:
        same = self._findings is not None and self._findings.query == findings.query
        chosen = self.query_one(HitList).chosen() if same else None
        self._findings = findings
        self.query_one("#count", Static).update(Content(count_words(findings)))
        self._show_chips()
        self.query_one(HitList).show_findings(findings, chosen.document.id if chosen else None)
        if not (findings.hits or findings.exempt):
            self.query_one(PagePreview).clear()

    def _show_chips(self) -> None:
        words = chips(self._filters)
        shown = self.query_one("#chips", Static)
        shown.set_class(bool(words), "some")
        shown.update(Content(" ").join(Content.styled(f" {word} ", "reverse") for word in words))

    def _hide_at_once(self) -> None:
        from ppid_tui.desk import finding

        if self.kiosk.officer is None or self._findings is None:
            return
        reading = self.query_one(PagePreview).reading
        if reading and not finding.may_see(self.office, reading.document, self.viewer):
            self.query_one(PagePreview).clear()
        self._show(finding.only_seen(self.office, self._findings, self.viewer))
        self._look()

    @on(OptionList.OptionHighlighted, "#hits")
    def _follow(self) -> None:
        hit, findings = self.query_one(HitList).chosen(), self._findings
        if hit is None or findings is None:
            self.query_one(PagePreview).clear()
            return
        reading = self.query_one(PagePreview).reading
        if reading and reading.document == hit.document and reading.query == findings.sought:
            return
        self.query_one(PagePreview).show(hit.document, hit.page or 1, findings.sought, typing=True)

    def action_move(self, direction: int) -> None:
        """To the next hit in the list, or the one before."""
        hits = self.query_one(HitList)
        if direction > 0:
            hits.action_cursor_down()
        else:
            hits.action_cursor_up()

    def action_open(self) -> None:
        """Open the document; on the row of a suggestion, search for those words instead."""
        option, findings = self.query_one(HitList).highlighted_option, self._findings
        if option is None or findings is None:
            return
        if option.id in (EXACT, REPAIRED):
            self.start(f'"{findings.query}"' if option.id == EXACT else findings.suggestion)
        elif (hit := self.query_one(HitList).chosen()) is not None:
            from ppid_tui.screens.document import DocumentScreen

            reading = self.query_one(PagePreview).reading
            page = reading.page if reading and reading.document.id == hit.document.id else hit.page or 1
            self.app.push_screen(DocumentScreen(hit.document.id, findings.sought, page))

    async def action_find(self) -> None:
        """The slash leads to the box."""
        self.query_one("#box", Input).focus()

    @work(exclusive=True, group="narrow")
    async def action_narrow(self) -> None:
        """Narrow by class, year or unit."""
        from ppid_tui.desk import finding

        text = self._findings.sought if self._findings else ""
        count = partial(finding.facets, self.office, text, self.viewer, self._filters, typing=True)
        counts = await asyncio.to_thread(count)
        narrowed = await self.app.push_screen_wait(NarrowingScreen(counts, self._filters))
        if narrowed is not None:
            self._filters = narrowed
            self._look()

    def results(self) -> Findings | None:
        """What is listed now."""
        return self._findings


def count_words(findings: Findings) -> str:
    """How many documents answer, as a line above the list."""
    number = f"{findings.total:,}".replace(",", ".")
    if not findings.query.strip():
        return f"{number} dokumen, yang terbaru di atas"
    exempt = f" · {findings.exempt_total} dikecualikan" if findings.exempt_total else ""
    return f"{number} dokumen ditemukan{exempt}"
