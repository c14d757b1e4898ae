"""What the keys of the search do: open, narrow, sort, take literally, ask again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Input

from index.model import Facets, Filters
from ppid_tui.screens.reading_keys import ReadingKeys
from ppid_tui.widgets.hit_list import HitList
from ppid_tui.widgets.page_preview import PagePreview
from ppid_tui.widgets.search_lines import can_be_exact, chips

if TYPE_CHECKING:
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
    Binding("ctrl+n", "new_request", "Daftarkan permohonan dengan kata-kata ini", show=False),
    Binding("delete", "forget", "Lupakan", priority=True),
    Binding("escape", "wipe", "Kosongkan"),
    Binding("escape", "back", "Kembali"),
]


class FindKeys(ReadingKeys):
    """A search under way: how it is narrowed and sorted, and what it found last."""

    def __init__(self) -> None:
        super().__init__()
        self.filters = Filters()
        self.newest_first = False
        self.findings: Findings | None = None
        self._index_words = ""

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

    def action_move(self, direction: int) -> None:
        """To the next hit in the list, or the one before."""
        hits = self.query_one(HitList)
        if direction > 0:
            hits.action_cursor_down()
        else:
            hits.action_cursor_up()

    def action_open(self) -> None:
        """Open the document at the page that is shown."""
        from ppid_tui.screens.document import DocumentScreen

        hit, preview = self.query_one(HitList).chosen(), self.query_one(PagePreview)
        if hit is not None and self.findings is not None:
            self.remember()
            page = preview.reading.page if preview.reading and preview.shows(hit.document) else hit.page or 1
            self.app.push_screen(DocumentScreen(hit.document.id, self.findings.sought, page))

    def action_ask_again(self) -> None:
        """Search for the words of this row."""
        self.start(self.query_one(HitList).chosen_query())

    def remember(self) -> None:
        """Keep the query that led here, to be asked again."""
        from ppid_tui.desk import recent

        if self.findings is not None and not self.kiosk.citizen:
            recent.remember(self.office, self.findings.sought, [hit.document for hit in self.findings.hits])

    def action_forget(self) -> None:
        """Keep this query no longer."""
        from ppid_tui.desk import recent

        recent.forget(self.office, self.query_one(HitList).chosen_query())
        self.look()

    def action_wipe(self) -> None:
        """Empty the box for the next citizen."""
        self.start("")

    def action_new_request(self) -> None:
        """What cannot be given at once is asked for formally: the form of a request, begun with these words."""
        from ppid_tui.screens.request_form import open_form

        open_form(self, self.query_one("#box", Input).value)

    def action_exact(self) -> None:
        """Take the query exactly as typed, or as usual again."""
        self.filters = replace(self.filters, literal=not self.filters.literal)
        self.look()

    def action_sort(self) -> None:
        """Newest first, or best first."""
        self.newest_first = not self.newest_first
        self.look()

    def action_widen(self) -> None:
        """Let all filters go."""
        self._narrow(Filters(literal=self.filters.literal))

    def action_narrow(self) -> None:
        """Narrow by class, year, unit or kind."""
        from ppid_tui.screens.narrowing import NarrowingScreen

        self.app.push_screen(NarrowingScreen(self.filters, self.count, self._narrow))

    async def action_find(self) -> None:
        """The slash leads to the box."""
        self.query_one("#box", Input).focus()

    def _narrow(self, filters: Filters) -> None:
        self.filters = filters
        self.look()
