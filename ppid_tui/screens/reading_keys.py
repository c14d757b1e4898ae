"""The keys of a page that is read: next and previous hit, turning, giving out, opening the original."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.events import Key

from ppid_tui.desk.givable import may_give
from ppid_tui.screens.place import Place
from ppid_tui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archive.model import Document
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


def actions_by_key(bindings: Sequence[Binding]) -> dict[str, str]:
    """What each key does."""
    return {key: binding.action for binding in bindings for key in binding.key.split(",")}


class ReadingKeys(Place):
    """A place with a PagePreview; what the keys above do there."""

    AWAITING = actions_by_key(READING_KEYS)
    """Keys that wait for what they act on, with what they do then."""
    _offered: frozenset[str] = frozenset()

    @property
    def is_awaiting(self) -> bool:
        """Whether what keys act on is still to come."""
        return self.is_mounted and self.query_one(PagePreview).is_busy

    def on_key(self, event: Key) -> None:
        """What is on the screen is not what the officer means, if what they asked for is still to come."""
        if event.key in self.AWAITING and self.is_awaiting:
            event.stop()
            self.app.call_later(self._act_when_there, self.AWAITING[event.key])

    async def _act_when_there(self, action: str) -> None:
        await self.bring()
        if self.is_current:
            await self.run_action(action)

    def results(self) -> Findings | None:
        """The list of results one came from, if there is one to give out."""
        return None

    def remember(self) -> None:
        """Something is done with what was found."""

    async def bring(self, whole: bool = False) -> None:
        """Wait for the page that a key is about to act on; where there is a list, ``whole`` asks for all of it."""
        await self.query_one(PagePreview).settled()

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

    async def action_next_hit(self) -> None:
        """To the next sought word."""
        await self.bring()
        self.query_one(PagePreview).next_hit()

    async def action_previous_hit(self) -> None:
        """To the sought word before."""
        await self.bring()
        self.query_one(PagePreview).previous_hit()

    async def action_turn(self, direction: int) -> None:
        """Scroll the page; beyond its end comes the next one."""
        await self.bring()
        self.query_one(PagePreview).turn(direction)

    async def action_give(self) -> None:
        """Print or give out what is on the screen."""
        from ppid_tui.screens.giving import GivingScreen

        await self.bring(whole=True)
        reading = self.query_one(PagePreview).reading
        document, page = (reading.document, reading.page) if reading else (None, 1)
        if document is not None or self._listed():
            self.remember()
            self.app.push_screen(GivingScreen(document, page, self.results()))

    async def action_similar(self) -> None:
        """Documents like the one that is open."""
        from ppid_tui.screens.similar import SimilarScreen

        await self.bring()
        reading = self.query_one(PagePreview).reading
        if reading is not None:
            self.app.push_screen(SimilarScreen(reading.document))

    async def action_original(self) -> None:
        """Open the original in the system's own viewer."""
        await self.bring()
        self._open_original()

    @work(exclusive=True, group="original")
    async def _open_original(self) -> None:
        from ppid_tui.desk import contents, printing

        reading = self.query_one(PagePreview).reading
        if reading is None:
            self.notify("Pilih dulu sebuah dokumen.", markup=False)
            return
        path = contents.original(self.office, reading.document)
        if path is None:
            self.notify(no_original(bool(reading.document.renditions)), severity="warning", markup=False)
            return
        problem = await asyncio.to_thread(partial(printing.open_with_viewer, path))
        if problem:
            self.notify(not_opened(reading.document, problem), severity="error", timeout=12, markup=False)
        else:
            self.notify("Dokumen asli dibuka di jendela lain.", markup=False)


def not_opened(document: Document, problem: str) -> str:
    """That the original is in no window, and the way on: a stick, where the document may be given."""
    way_on = "" if may_give(document) else " Simpan ke USB: F9, lalu U."
    return f"Dokumen asli tidak terbuka: {problem}.{way_on}"


def no_original(kept: bool) -> str:
    """Why there is nothing to open, and what to do."""
    if kept:
        return "Berkas aslinya tidak ada lagi di arsip. Beri tahu pengelola, lalu periksa arsip (F6)."
    return "Dokumen ini belum punya softcopy. Lihat tempat hardcopy-nya di data dokumen."
