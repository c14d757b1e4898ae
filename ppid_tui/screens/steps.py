"""The board: the cases that wait for this officer, and on a key those that are late, all, or ended."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from archive.case_model import Case
from ppid_tui.desk import case_changes, cases
from ppid_tui.desk.board import Card, Grouping, View, board, grouped, shown
from ppid_tui.desk.step_task import moved_words
from ppid_tui.screens import areas
from ppid_tui.screens.case_keys import CaseKeys
from ppid_tui.screens.step import StepScreen
from ppid_tui.widgets.case_lines import card_lines, group_line, mine_lines, view_line

NOTHING = "Tidak ada pekerjaan yang menunggu. F3 mencari dokumen, N membuka pekerjaan baru."
NOTHING_HERE = {
    View.MINE: NOTHING,
    View.LATE: "Tidak ada pekerjaan yang terlambat.",
    View.ALL: "Belum ada pekerjaan yang berjalan. N membuka pekerjaan baru.",
    View.ENDED: "Belum ada pekerjaan yang selesai.",
}
NOT_FOUND = "Tidak ada pekerjaan dengan kata itu di sini. Kurangi katanya, atau F7 untuk melihat yang lain."


class CaseList(OptionList):
    """The cases; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Buka")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be opened in an empty list."""
        return self.highlighted is not None if action == "select" else True


class FindBox(Input):
    """Narrows the list as one types; Esc empties it."""

    BINDINGS = [
        Binding("escape", "screen.stop_finding", "Selesai mencari"),
        Binding("down", "screen.to_list", show=False),
    ]


class StepsScreen(CaseKeys):
    """F2: Enter on a case opens its step."""

    AREA = areas.STEPS
    CSS_PATH = "steps.tcss"
    AUTO_FOCUS = "#cases"
    GUIDE: ClassVar[str] = (
        "Pekerjaan yang menunggu Anda, yang paling mendesak di atas. Enter membuka langkahnya.\n"
        "F7 berganti: menunggu saya, terlambat, semua, selesai. "
        "G mengelompokkan menurut langkah, peran, atau bagian.\n"
        "/ lalu ketik: mencari pekerjaan. N membuka pekerjaan baru menurut SOP kantor.\n"
        "Ctrl+L: catatan, membatalkan, membuka kembali, atau mengalihkan pekerjaan; keputusan di kertas.\n"
        "U membatalkan langkah yang baru Anda selesaikan. H menampilkan cara menghitung batas waktu."
    )
    BINDINGS = [
        Binding("n", "new_case", "Baru", key_display="N"),
        Binding("f7", "view", "Saring"),
        Binding("g", "group", "Kelompok", key_display="G"),
        Binding("h,ctrl+g", "how_counted", "Hitungan batas", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._chosen: View | None = None
        self._grouping = Grouping.STEP
        self._cards: tuple[Card, ...] = ()
        self._undoable: Case | None = None

    def compose_place(self) -> ComposeResult:
        with Vertical(id="steps"):
            yield Static(id="views", markup=False)
            yield Static(id="roles", classes="quiet", markup=False)
            yield Static(id="last", classes="good", markup=False)
            yield FindBox(id="find-case", placeholder="/ lalu ketik: cari pekerjaan", compact=True)
            yield Static(id="none", classes="empty", markup=False)
            yield CaseList(id="cases", markup=False, compact=True)

    def refresh_place(self) -> None:
        if not self.query("#cases"):
            return
        self._cards = board(self.office, self.officer, self.at().date())
        self.query_one("#roles", Static).update(self._role_words())
        self._show_last()
        self._list()

    @property
    def _view(self) -> View:
        """What was chosen; else what waits for this officer, and where nothing does, all."""
        waits = any(shown(self._cards, View.MINE))
        return self._chosen or (View.MINE if waits else View.ALL)

    def _list(self) -> None:
        words, view = self.query_one("#find-case", Input).value, self._view
        found = shown(self._cards, view, words)
        counts = {one: len(shown(self._cards, one, words)) for one in View}
        self.query_one("#views", Static).update(view_line(counts, view, self._grouping))
        self._say_if_empty(view, bool(found), bool(words.strip()), bool(counts[View.MINE]))
        self._fill(self._options(found, view))

    def _say_if_empty(self, view: View, found: bool, sought: bool, mine: bool) -> None:
        words = NOT_FOUND if sought else NOTHING_HERE[view]
        said = "" if found else words
        if found and not mine and not sought and self._chosen is None:
            said = NOTHING
        none = self.query_one("#none", Static)
        none.update(said)
        none.display = bool(said)

    def _fill(self, options: list[Option]) -> None:
        listed = self.query_one("#cases", OptionList)
        before = listed.highlighted_option.id if listed.highlighted_option else None
        listed.set_options(options)
        known = {option.id: n for n, option in enumerate(options) if option.id}
        listed.highlighted = known.get(before or "", next(iter(known.values()), None))
        self.refresh_bindings()

    def _options(self, cards: tuple[Card, ...], view: View) -> list[Option]:
        if view is View.MINE:
            many, today = len(self.officer.roles) > 1, self.at().date()
            return [Option(mine_lines(self.office, card, today, many), id=str(card.case.id)) for card in cards]
        if view is View.ENDED:
            return [_option(card) for card in cards]
        rows: list[Option] = []
        for group in grouped(cards, self._grouping):
            rows.append(Option(group_line(group), disabled=True))
            rows += (_option(card, self._grouping) for card in group.cards)
        return rows

    def _role_words(self) -> str:
        titles = [role.title for role in self.office.sop.roles if role.id in self.officer.roles]
        return f"Anda bertugas sebagai {' dan '.join(titles)}." if titles else "Anda belum punya peran dalam SOP ini."

    def _show_last(self) -> None:
        case = case_changes.last_moved(self.office, self.officer, self.at().date())
        undoable = case is not None and case_changes.can_undo(self.office, case, self.officer)
        self._undoable = case if undoable else None
        words = f"Terakhir, pukul {case.history[-1].at:%H.%M}: {self._moved(case)}" if case else ""
        self.query_one("#last", Static).update(words + (" U membatalkannya." if undoable else ""))
        self.query_one("#last").display = bool(words)

    def _moved(self, case: Case) -> str:
        return moved_words(self.office, case, self.officer)

    # Finding and turning.

    @on(Input.Changed, "#find-case")
    def _typed(self) -> None:
        self._list()

    @on(Input.Submitted, "#find-case")
    def _entered(self) -> None:
        if (case := self._highlighted()) is not None:
            self.take_up(case.id)

    async def action_find(self) -> None:
        """To the box: what is typed there narrows the list."""
        self.query_one("#find-case").focus()

    def action_to_list(self) -> None:
        """From the box to the list, still narrowed."""
        self.query_one("#cases").focus()

    def action_stop_finding(self) -> None:
        """All cases again."""
        self.query_one("#find-case", Input).value = ""
        self.action_to_list()

    def action_view(self) -> None:
        """The next view."""
        views = list(View)
        self._chosen = views[(views.index(self._view) + 1) % len(views)]
        self._from_the_top()

    def action_group(self) -> None:
        """Group by something else."""
        groupings = list(Grouping)
        self._grouping = groupings[(groupings.index(self._grouping) + 1) % len(groupings)]
        self._from_the_top()

    def _from_the_top(self) -> None:
        listed = self.query_one("#cases", OptionList)
        listed.highlighted = None
        self._list()
        self.call_after_refresh(listed.scroll_home, animate=False)

    # What is done with a case.

    def _highlighted(self) -> Case | None:
        listed = self.query(CaseList)
        option = listed.first().highlighted_option if listed else None
        return cases.case_of(self.office, int(option.id)) if option and option.id else None

    def picked_case(self) -> Case | None:
        """The highlighted case."""
        return self._highlighted()

    def undone_case(self) -> Case | None:
        """The case that this officer moved last, as the line above the list says."""
        return self._undoable

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.take_up(int(event.option_id))

    def take_up(self, case_id: int) -> None:
        """Open the step at which this case stands."""
        self.app.push_screen(StepScreen(case_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a case is offered where one is chosen; groups, where they are shown."""
        if not self.is_mounted:
            return True
        if action in ("how_counted", "more"):
            return self._highlighted() is not None
        if action == "group":
            return self._view in (View.LATE, View.ALL) and self._highlighted() is not None
        return self._undoable is not None if action == "undo" else True

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_bindings()

    def action_how_counted(self) -> None:
        """How the due date of the highlighted case was counted."""
        from ppid_tui.desk.how_counted import of_case
        from ppid_tui.screens.how_counted import show_working

        if (case := self._highlighted()) is not None:
            show_working(self, of_case(self.office, case, self.at()))

    @work(exclusive=True)
    async def action_new_case(self) -> None:
        """Open a case under the office's SOP; its first step is shown at once if it is mine."""
        from ppid_tui.screens.new_case import open_new_case

        await open_new_case(self)


def _option(card: Card, under: Grouping | None = None) -> Option:
    return Option(card_lines(card, under), id=str(card.case.id))
