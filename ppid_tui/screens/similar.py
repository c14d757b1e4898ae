"""Documents like one that was found: what else the office has of its kind."""

from __future__ import annotations

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from archive.model import Document
from ppid_tui.screens import areas
from ppid_tui.screens.reading_keys import READING_KEYS, ReadingKeys
from ppid_tui.widgets.hit_list import HitList
from ppid_tui.widgets.page_preview import PagePreview

MOST = 20
NOTHING = "Tidak ada dokumen yang serupa. Tekan Esc untuk kembali."


class SimilarScreen(ReadingKeys):
    """Opened from a hit or a document; Esc leads back to it."""

    AREA = areas.FIND
    CSS_PATH = "find.tcss"
    AUTO_FOCUS = "#hits"
    GUIDE = (
        "Dokumen yang isinya paling mirip dengan dokumen tadi, yang termirip di atas.\n"
        "Panah atas/bawah memilih, Enter membuka, F9 mencetak atau memberikannya.\n"
        "Esc kembali ke dokumen tadi."
    )
    BINDINGS = [Binding("enter", "open", "Buka", key_display="Enter", priority=True), *READING_KEYS]

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def compose_place(self) -> ComposeResult:
        yield Static(id="like", classes="title", markup=False)
        with Horizontal(id="answers"):
            yield HitList(id="hits")
            yield PagePreview(id="preview")

    def on_mount(self) -> None:
        self.query_one("#like", Static).update(Content(f"Serupa dengan “{self._document.title}”"))
        self.watch(self.app, "citizen", self.refresh_place, init=False)

    def refresh_place(self) -> None:
        """List again what the viewer may see."""
        if self.kiosk.officer is not None:
            self.look()

    @work(exclusive=True, group="find")
    async def look(self) -> None:
        """Ask the index for what is like it."""
        from ppid_tui.desk import finding

        found = await asyncio.to_thread(finding.similar, self.office, self._document, self.viewer, MOST)
        listed = finding.Findings("", finding.EVERYTHING, len(found), found)
        hits = self.query_one(HitList)
        hits.show_findings(listed, hits.row, nothing=[NOTHING])
        if hits.highlighted is None:
            self.query_one(PagePreview).clear()

    @on(OptionList.OptionHighlighted, "#hits")
    def _follow(self) -> None:
        hit, preview = self.query_one(HitList).chosen(), self.query_one(PagePreview)
        if hit is not None and not preview.shows(hit.document):
            preview.show(hit.document, hit.page or 1)

    @on(PagePreview.PageShown)
    def _page_shown(self) -> None:
        self.offer_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open where nothing is alike."""
        if action == "open" and self.is_mounted:
            return bool(self.query_one(HitList).row)
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the document."""
        hit = self.query_one(HitList).chosen()
        if hit is not None:
            from ppid_tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(hit.document.id, "", hit.page or 1))
