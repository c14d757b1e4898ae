"""What the keys of the search do: open, narrow, sort, take literally, ask again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Input

from index.model import Facets, Filters
from ppid_tui.screens.asking import Asking, in_line
from ppid_tui.screens.reading_keys import ReadingKeys
from ppid_tui.widgets.hit_list import HitList
from ppid_tui.widgets.page_preview import PagePreview
from ppid_tui.widgets.search_lines import can_be_exact, chips, names_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from ppid_tui.desk.finding import Findings

FIND_KEYS = [
    Binding("enter", "ask_again", "Cari ini", key_display="Enter", priority=True),
    Binding("enter", "open", "Buka", key_display="Enter", priority=True),
    Binding("up", "move(-1)", "Hasil sebelumnya", show=False),
    Binding("down", "move(1)", "Hasil berikutnya", show=False),
    Binding("f7", "narrow", "Saring", key_display="F7"),
    Binding("ctrl+l", "widen", "Lepas saringan", show=False),
    Binding("ctrl+r", "sort", "Urutkan menurut tanggal, atau kecocokan", show=False),
    Binding("ctrl+e", "exact", "Cari persis, atau biasa", show=False, priority=True),
    Binding("ctrl+y", "any_time", "Semua waktu, atau waktu yang disebut", show=False),
    Binding("ctrl+n", "new_request", "Daftarkan permohonan dengan kata-kata ini", show=False),
    Binding("delete", "forget", "Lupakan", priority=True),
    Binding("escape", "wipe", "Kosongkan"),
    Binding("escape", "back", "Kembali"),
]


class FindKeys(ReadingKeys):
    """A search under way: how it is narrowed and sorted, and what it found last."""

    AWAITING = ReadingKeys.AWAITING | {"ctrl+e": "exact", "ctrl+y": "any_time"}

    def __init__(self) -> None:
        super().__init__()
        self.filters = Filters()
        self.newest_first = False
        self.any_time = False
        self.findings: Findings | None = None
        self.recent: tuple[str, ...] = ()
        self._answered: Asking | None = None
        self._index_words = ""

    @property
    def asking(self) -> Asking:
        """What is asked now, found or not yet."""
        return Asking(self.query_one("#box", Input).value, self.filters, self.newest_first, self.any_time)

    @property
    def is_stale(self) -> bool:
        """Whether what is listed answers something else than what is asked now."""
        return self._answered != self.asking

    @property
    def is_awaiting(self) -> bool:
        """Whether the list or the page is still to come."""
        return self.is_mounted and (self.is_stale or super().is_awaiting)

    async def bring_list(self, whole: bool = False) -> None:
        """List what answers what is in the box now: no key may act on the answers to something else."""
        raise NotImplementedError

    def look(self, pause: float = 0.0) -> object:
        """Search again."""
        raise NotImplementedError

    def start(self, text: str) -> None:
        """Search for this instead."""
        raise NotImplementedError

    def count(self, filters: Filters) -> Facets:
        """What there is to narrow by."""
        raise NotImplementedError

    def results(self) -> Findings | None:
        """What is listed now."""
        return self.findings

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what does something now."""
        if not self.is_mounted:
            return False
        hits, alone = self.query_one(HitList), self.kiosk.citizen and len(self.app.screen_stack) == 1
        match action:
            case "open":
                return hits.chosen() is not None
            case "ask_again":
                return bool(hits.chosen_query())
            case "widen":
                return bool(chips(self.filters))
            case "exact":
                return can_be_exact(self.findings)
            case "any_time":
                return self.any_time or names_time(self.findings)
            case "forget":
                return hits.on_recent
            case "new_request":
                return not self.kiosk.citizen
            case "wipe":
                return alone and bool(self.query_one("#box", Input).value)
            case "back":
                return not alone
        return super().check_action(action, parameters)

    def take_widely(self) -> None:
        """Other words are typed: they are understood as usual, or one would be caught in exactness unawares."""
        self.filters = replace(self.filters, literal=False)
        self.any_time = False

    def begin_anew(self) -> None:
        """For the next citizen: nothing of how the last one's search was narrowed and sorted stays."""
        self.take_widely()
        self.filters = Filters()
        self.newest_first = False

    async def action_move(self, direction: int) -> None:
        """To the next hit in the list, or the one before."""
        await self.bring_list()
        hits = self.query_one(HitList)
        if direction > 0:
            hits.action_cursor_down()
        else:
            hits.action_cursor_up()

    def action_open(self) -> None:
        """Open the document at the page that is shown, or search for the words of this row."""
        self._in_line(self.open_chosen)

    def action_ask_again(self) -> None:
        """Search for the words of this row."""
        self._in_line(self.open_chosen)

    async def open_chosen(self) -> None:
        """Open what is chosen among the answers to what is typed."""
        from ppid_tui.screens.document import DocumentScreen

        await self.bring_list()
        hits, preview = self.query_one(HitList), self.query_one(PagePreview)
        hit = hits.chosen()
        if hit is not None and self.findings is not None and self.is_current:
            self.remember()
            page = preview.page_of(hit.document, self.findings.sought) or hit.page or 1
            self.app.push_screen(DocumentScreen(hit.document.id, self.findings.sought, page))
        elif words := hits.chosen_query():
            self.start(words)

    def _in_line(self, act: Callable[[], object]) -> None:
        in_line(act, self.query_one("#box", Input), self, self.app)

    def remember(self) -> None:
        """Keep the query that led here, to be asked again."""
        from ppid_tui.desk.recent import remembered

        found = self.findings
        if found is not None and not self.kiosk.citizen and not self.is_stale:
            self.recent = remembered(self.office, self.recent, found.sought, [hit.document for hit in found.hits])

    def action_forget(self) -> None:
        """Keep this query no longer."""
        self._in_line(self._forget)

    async def _forget(self) -> None:
        from ppid_tui.desk.recent import forgotten

        await self.bring_list()
        if (hits := self.query_one(HitList)).on_recent:
            self.recent = forgotten(self.recent, hits.chosen_query())
            self.look()

    def action_wipe(self) -> None:
        """Empty the box for the next citizen."""
        self.begin_anew()
        self.start("")

    async def action_back(self) -> None:
        """Back; a search is done with at home, so the next one begins without its filters."""
        await super().action_back()
        if not self.is_current:
            self.begin_anew()

    def action_new_request(self) -> None:
        """What cannot be given at once is asked for formally: the form of a request, begun with these words."""
        from ppid_tui.screens.request_form import open_form

        open_form(self, self.query_one("#box", Input).value)

    def action_exact(self) -> None:
        """Take the query exactly as typed, or as usual again."""
        self._in_line(self._exact)

    async def _exact(self) -> None:
        await self.bring_list()
        if can_be_exact(self.findings):
            self.filters = replace(self.filters, literal=not self.filters.literal)
            self.look()

    async def action_any_time(self) -> None:
        """Search at any time, or only at the one that the words name."""
        await self.bring_list()
        if self.any_time or names_time(self.findings):
            self.any_time = not self.any_time
            self.look()

    def action_sort(self) -> None:
        """Newest first, or best first."""
        self.newest_first = not self.newest_first
        self.look()

    def action_widen(self) -> None:
        """Let all filters go."""
        self._narrow(Filters(literal=self.filters.literal))

    async def action_narrow(self) -> None:
        """Narrow by class, year, unit or kind."""
        from ppid_tui.screens.narrowing import NarrowingScreen

        await self.bring_list()
        self.app.push_screen(NarrowingScreen(self.filters, self.count, self._narrow))

    async def action_find(self) -> None:
        """The slash leads to the box."""
        self.query_one("#box", Input).focus()

    def _narrow(self, filters: Filters) -> None:
        self.filters = filters
        self.look()
