"""The keys of a page that is read: next and previous hit, turning, giving out, opening the original."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from ppid_tui.screens.place import Place
from ppid_tui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from ppid_tui.desk.finding import Findings

READING_KEYS = [
    Binding("f8", "next_hit", "Berikut", key_display="F8"),
    Binding("shift+f8,f20,ctrl+b", "previous_hit", "Kata sebelumnya", show=False),
    Binding("pagedown", "turn(1)", "Gulung turun", show=False),
    Binding("pageup", "turn(-1)", "Gulung naik", show=False),
    Binding("f9", "give", "Berikan", key_display="F9"),
    Binding("ctrl+o", "original", "Asli"),
    Binding("ctrl+s", "similar", "Dokumen serupa", show=False),
]
"""Shift+F8 reaches some terminals as F20, and others not at all: hence Ctrl+B."""


class ReadingKeys(Place):
    """A place with a PagePreview; what the keys above do there."""

    _offered: frozenset[str] = frozenset()

    def results(self) -> Findings | None:
        """The list of results one came from, if there is one to give out."""
        return None

    def remember(self) -> None:
        """Something is done with what was found."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what does something on the page that is open."""
        if not self.is_mounted:
            return False
        preview = self.query_one(PagePreview)
        match action:
            case "next_hit" | "previous_hit":
                return preview.has_hits
            case "original" | "similar" | "turn":
                return preview.reading is not None
            case "give":
                return preview.reading is not None or bool(self._listed())
        return True

    def offer_keys(self) -> None:
        """Draw the footer anew where other keys do something than before: not with every letter that is typed."""
        possible = frozenset(active.binding.action for active in self.active_bindings.values() if active.enabled)
        if possible != self._offered:
            self._offered = possible
            self.refresh_bindings()

    def _listed(self) -> int:
        findings = self.results()
        return len(findings.hits) + len(findings.exempt) if findings else 0

    def action_next_hit(self) -> None:
        """To the next sought word."""
        self.query_one(PagePreview).next_hit()

    def action_previous_hit(self) -> None:
        """To the sought word before."""
        self.query_one(PagePreview).previous_hit()

    def action_turn(self, direction: int) -> None:
        """Scroll the page; beyond its end comes the next one."""
        self.query_one(PagePreview).turn(direction)

    def action_give(self) -> None:
        """Print or give out what is on the screen."""
        from ppid_tui.screens.giving import GivingScreen

        reading = self.query_one(PagePreview).reading
        document, page = (reading.document, reading.page) if reading else (None, 1)
        if document is not None or self._listed():
            self.remember()
            self.app.push_screen(GivingScreen(document, page, self.results()))

    def action_similar(self) -> None:
        """Documents like the one that is open."""
        from ppid_tui.screens.similar import SimilarScreen

        reading = self.query_one(PagePreview).reading
        if reading is not None:
            self.app.push_screen(SimilarScreen(reading.document))

    @work(exclusive=True, group="original")
    async def action_original(self) -> None:
        """Open the original in the system's own viewer."""
        from ppid_tui.desk import finding, printing

        reading = self.query_one(PagePreview).reading
        if reading is None:
            self.notify("Pilih dulu sebuah dokumen.", markup=False)
            return
        path = finding.original(self.office, reading.document)
        if path is None:
            self.notify(no_original(bool(reading.document.renditions)), severity="warning", markup=False)
            return
        problem = await asyncio.to_thread(partial(printing.open_with_viewer, path))
        if problem:
            self.notify(f"Dokumen asli tidak terbuka: {problem}.", severity="error", markup=False)
        else:
            self.notify("Dokumen asli dibuka di jendela lain.", markup=False)


def no_original(kept: bool) -> str:
    """Why there is nothing to open, and what to do."""
    if kept:
        return "Berkas aslinya tidak ada lagi di arsip. Beri tahu pengelola, lalu periksa arsip (F6)."
    return "Dokumen ini belum punya softcopy. Lihat tempat hardcopy-nya di data dokumen."
