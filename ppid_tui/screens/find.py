"""Find documents: type, go through the hits, read the page beside them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, OptionList

from index.model import Filters
from ppid_tui.screens import areas
from ppid_tui.screens.asking import Asking
from ppid_tui.screens.find_keys import FIND_KEYS, FindKeys
from ppid_tui.screens.reading_keys import READING_KEYS
from ppid_tui.widgets.hit_list import SHOWN, HitList
from ppid_tui.widgets.no_result import nothing_words
from ppid_tui.widgets.page_preview import PagePreview
from ppid_tui.widgets.page_view import PageView
from ppid_tui.widgets.search_box import SearchBox
from ppid_tui.widgets.search_lines import SearchLines

if TYPE_CHECKING:
    from textual.timer import Timer

    from index.model import Facets
    from ppid_tui.desk.finding import Findings

PLACEHOLDER = "Ketik kata, nomor surat, atau pasal. Contoh: bantuan sosial 2023"
PAUSE = 0.08
"""Seconds after the last key until the search begins: nobody waits, and no half word is searched twice."""
UNDRAWN = 0.01
"""Seconds between two looks whether the screen is there that shows what was found."""
REST = 0.25
"""Seconds from the first hits to the rest of the list: whoever types on waits for neither."""
READ = 4.0
"""Seconds after which results count as looked at."""
WATCH = 0.5
"""Seconds between two looks at how far the index is, while it is made anew."""


class FindScreen(FindKeys):
    """The focus stays in the box; arrows move in the list, the page follows."""

    AREA = areas.FIND
    CSS_PATH = "find.tcss"
    AUTO_FOCUS = "#box"
    GUIDE = (
        "Ketik kata, nomor surat, atau pasal; hasilnya langsung tampil di kiri, halamannya di kanan.\n"
        "Panah atas/bawah memilih dokumen. PgUp/PgDn menggulung halaman.\n"
        "F8 ke kata berikutnya, Ctrl+B ke kata sebelumnya, juga di halaman lain.\n"
        "F7 menyaring menurut klasifikasi, tahun, unit, dan jenis; Ctrl+L melepas saringan.\n"
        "Ctrl+R mengurutkan: terbaru di atas, atau paling cocok di atas.\n"
        "Ctrl+Y mencari di semua waktu, walaupun kata menyebut waktu (“tahun lalu”).\n"
        "Ctrl+E mencari persis seperti yang diketik, tanpa kata lain dan tanpa periode.\n"
        "Ctrl+S menampilkan dokumen yang serupa.\n"
        "Enter membuka dokumen, Ctrl+O membuka aslinya, F9 mencetak atau memberikannya.\n"
        "Kotak kosong: pencarian terakhir ada di atas. Enter mencarinya lagi, Del melupakannya;\n"
        "F10 melupakan semuanya.\n"
        'Kata dalam tanda kutip dicari persis: "uji konsekuensi".'
    )
    BINDINGS = [*FIND_KEYS, *READING_KEYS]

    def __init__(self) -> None:
        super().__init__()
        self._first = ""
        self._typed = ""
        self._resting: Timer | None = None

    def compose_place(self) -> ComposeResult:
        yield SearchBox(PLACEHOLDER, "box", anew="f3")
        yield SearchLines(id="lines")
        with Horizontal(id="answers"):
            yield HitList(id="hits")
            yield PagePreview(id="preview")

    def on_mount(self) -> None:
        self.query_one(HitList).can_focus = False
        self.watch(self.app, "citizen", self._hide_at_once, init=False)
        self.set_interval(WATCH, self._watch_index)
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
        self._read_box()
        self.look()

    def go_on(self, text: str, before: str) -> None:
        """Home hands over what is typed there, ``before`` a moment ago; what was typed here since stays behind it."""
        here = self.query_one("#box", Input).value if self.is_mounted else before
        self.start(text + here.removeprefix(before))

    def ask_anew(self) -> None:
        """Called by F3: the query before is still there, and the next letter replaces it."""
        if self.is_mounted:
            box = self.query_one("#box", Input)
            box.focus()
            box.select_all()

    def refresh_place(self) -> None:
        """Search again, since records may have changed meanwhile; query and place are kept."""
        self.look()

    @on(Input.Changed, "#box")
    def _changed(self) -> None:
        if self._read_box():
            self.look(PAUSE)

    def _read_box(self) -> bool:
        """Whether other words stand in the box than when it was read last."""
        typed = self.query_one("#box", Input).value
        if typed == self._typed:
            return False
        self._typed = typed
        self.take_widely()
        return True

    def on_key(self, event: events.Key) -> None:
        """What is typed before the box is there goes into it all the same."""
        if event.key == "enter":
            event.stop()
            self.action_open()
        elif event.is_printable and event.character and event.key not in ("slash", "question_mark"):
            event.stop()
            self.query_one("#box", Input).insert_text_at_cursor(event.character)

    @work(exclusive=True, group="find")
    async def look(self, pause: float = 0.0) -> None:
        """Search, and show what is found; while one types only what there is room for, the rest a little later."""
        await asyncio.sleep(pause)
        for most in (self._in_sight, SHOWN) if pause else (SHOWN,):
            await self._search(most)
            if self.findings is None or not is_begun(self.findings):
                return
            await asyncio.sleep(REST)

    async def bring_list(self, whole: bool = False) -> None:
        """List what answers what is in the box now; then a key may act."""
        self._read_box()
        if self.kiosk.officer and (self.is_stale or (whole and self.findings and is_begun(self.findings))):
            self.workers.cancel_group(self, "find")
            await self._search(SHOWN)

    async def bring(self, whole: bool = False) -> None:
        """List it, and show the page of the document that is chosen."""
        await self.bring_list(whole)
        self._follow()
        await super().bring()

    async def _search(self, most: int) -> None:
        if self.kiosk.officer is None:
            return
        asking = self.asking
        findings = await asyncio.to_thread(asking.seek, self.office, self.viewer, most, self.at().date())
        while not self._is_drawn and self.is_attached and self.is_running:
            await asyncio.sleep(UNDRAWN)
        if self._is_drawn and asking == self.asking:  # else other words were typed meanwhile, and are sought
            self._show(findings, asking)

    @property
    def _in_sight(self) -> int:
        return min(SHOWN, max(6, self.size.height // 3))

    def _show(self, findings: Findings, asking: Asking) -> None:
        from ppid_tui.desk.finding import sees_exempt

        hits, same = self.query_one(HitList), asking == self._answered
        self.findings, self._answered = findings, asking
        apart = not sees_exempt(self.office, self.viewer)
        self.query_one(SearchLines).show_findings(findings, self.newest_first, self.any_time, apart)
        nothing = nothing_words(findings, self.kiosk.citizen, bool(self.officer.roles), apart)
        self.set_class(not (findings.hits or findings.exempt), "-nothing")
        recent = () if asking.text.strip() or self.kiosk.citizen else self.recent
        hits.show_findings(findings, hits.row if same else "", recent, nothing)
        if hits.highlighted is None:
            self.query_one(PagePreview).clear()
        self._remember_later()
        self.offer_keys()

    def _remember_later(self) -> None:
        """What rests on the screen for a while was of use, opened or not."""
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(READ, self.remember)

    @property
    def _is_drawn(self) -> bool:
        """Whether all is there that results are shown in; what holds them comes before what it holds."""
        return bool(self.query("#count") and self.query(HitList) and self.query(PageView))

    def _hide_at_once(self) -> None:
        from ppid_tui.desk import finding

        if self.kiosk.officer is None or self.findings is None or not self._is_drawn:
            return
        reading = self.query_one(PagePreview).reading
        if reading and not finding.may_see(self.office, reading.document, self.viewer):
            self.query_one(PagePreview).clear()
        self._show(finding.only_seen(self.office, self.findings, self.viewer), self._answered or self.asking)
        self.look()

    @on(OptionList.OptionHighlighted, "#hits")
    def _follow(self) -> None:
        hits, preview, findings = self.query_one(HitList), self.query_one(PagePreview), self.findings
        hit = hits.chosen()
        if hit is None or findings is None:
            words = hits.chosen_query()
            preview.clear(f"Enter: cari “{words}” lagi. Del: lupakan." if hits.on_recent else "")
        elif not preview.shows(hit.document, findings.sought):
            page = preview.page_of(hit.document, findings.sought) or hit.page or 1
            preview.show(hit.document, page, findings.sought, typing=True)
        self.offer_keys()

    @on(PagePreview.PageShown)
    def _page_shown(self) -> None:
        self.offer_keys()

    def count(self, filters: Filters) -> Facets:
        """How what answers is spread, for narrowing; asked in a thread."""
        from ppid_tui.desk import finding

        typed = self.query_one("#box", Input).value
        text = self.findings.sought if self.findings and self.findings.query == typed else typed
        today = None if self.any_time else self.at().date()
        return finding.facets(self.office, text, self.viewer, filters, typing=True, today=today)

    def _watch_index(self) -> None:
        if self.kiosk.office is None or not self.is_current:
            return
        from ppid_tui.desk.indexes import progress_words

        words = progress_words(self.kiosk.office.indexes.under_way)
        if words != self._index_words:
            self._index_words = words
            self.query_one(SearchLines).show_progress(words)
            if not any(worker.group == "find" and not worker.is_finished for worker in self.workers):
                self.look()


def is_begun(findings: Findings) -> bool:
    """Whether more is to be listed than these first hits."""
    pairs = ((findings.hits, findings.total), (findings.exempt, findings.exempt_total))
    return any(len(hits) < min(total, SHOWN) for hits, total in pairs)
