"""My work: the cases that wait for this officer, and beneath them whose turn the others are."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from archive.model import Case
from ppid_tui.desk import board, case_changes, cases
from ppid_tui.desk.step_task import moved_words
from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.screens.step import StepScreen
from ppid_tui.widgets.case_lines import mine_lines, others_lines

FINISHED = 5
EMPTY = "Tidak ada pekerjaan yang menunggu. Ketik / untuk mencari dokumen, atau N untuk membuka pekerjaan baru."


class CaseList(OptionList):
    """The cases; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Buka")]


class StepsScreen(Place):
    """F2: Enter on a case opens its step."""

    AREA = areas.STEPS
    CSS_PATH = "steps.tcss"
    AUTO_FOCUS = "#cases"
    GUIDE: ClassVar[str] = (
        "Di atas: pekerjaan yang menunggu Anda, yang paling lama menunggu lebih dahulu.\n"
        "Di bawah: pekerjaan lain yang berjalan dan giliran siapa; dapat dilihat, belum dapat dikerjakan.\n"
        "Enter membuka langkahnya. N membuka pekerjaan baru menurut SOP kantor.\n"
        "H menampilkan cara menghitung batas waktu pekerjaan yang dipilih."
    )
    BINDINGS = [
        Binding("n", "new_case", "Pekerjaan baru"),
        Binding("h,ctrl+g", "how_counted", "Hitungan batas", key_display="H"),
    ]

    def compose_place(self) -> ComposeResult:
        with Vertical(id="steps"):
            yield Static("Pekerjaan Saya", classes="title", markup=False)
            yield Static(id="roles", classes="quiet", markup=False)
            yield Static(id="last", classes="good", markup=False)
            yield Static(EMPTY, id="none", classes="empty", markup=False)
            yield CaseList(id="cases", markup=False, compact=True)

    def refresh_place(self) -> None:
        if not self.query("#cases"):
            return
        mine = cases.my_cases(self.office, self.officer)
        self.query_one("#none").display = not mine
        self.query_one("#roles", Static).update(self._role_words())
        self._show_last()
        self._list(mine)

    def _list(self, mine: list[Case]) -> None:
        listed = self.query_one("#cases", OptionList)
        before = listed.highlighted_option.id if listed.highlighted_option else None
        others = [case for case in cases.open_cases(self.office) if case not in mine]
        ended = board.ended_cases(self.office)[:FINISHED]
        options = [self._mine(case) for case in mine]
        options += self._under("Pekerjaan lain yang berjalan", others)
        options += self._under("\nSelesai paling akhir" if others else "Selesai paling akhir", ended)
        listed.set_options(options)
        known = {option.id: n for n, option in enumerate(options) if option.id}
        listed.highlighted = known.get(before or "", next(iter(known.values()), None))

    def _mine(self, case: Case) -> Option:
        roles = len(self.officer.roles) > 1
        return Option(mine_lines(self.office, case, self.at().date(), roles), id=str(case.id))

    def _under(self, head: str, group: list[Case]) -> list[Option]:
        if not group:
            return []
        lines = [Option(others_lines(self.office, case), id=str(case.id)) for case in group]
        return [Option(head, disabled=True), *lines]

    def _role_words(self) -> str:
        titles = [role.title for role in self.office.sop.roles if role.id in self.officer.roles]
        return f"Anda bertugas sebagai {' dan '.join(titles)}." if titles else "Anda belum punya peran dalam SOP ini."

    def _show_last(self) -> None:
        case = case_changes.last_moved(self.office, self.officer, self.at().date())
        words = f"Terakhir, pukul {case.since:%H.%M}: {moved_words(self.office, case, self.officer)}" if case else ""
        self.query_one("#last", Static).update(words)
        self.query_one("#last").display = bool(words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.take_up(int(event.option_id))

    def take_up(self, case_id: int) -> None:
        """Open the step at which this case stands."""
        self.app.push_screen(StepScreen(case_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A date is explained where a case is chosen."""
        if action == "how_counted" and self.is_mounted:
            return any(listed.highlighted_option for listed in self.query(CaseList))
        return True

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_bindings()

    def action_how_counted(self) -> None:
        """How the due date of the highlighted case was counted."""
        from ppid_tui.desk.how_counted import of_case
        from ppid_tui.screens.how_counted import show_working

        option = self.query_one(CaseList).highlighted_option
        if option and option.id:
            show_working(self, of_case(self.office, cases.case_of(self.office, int(option.id)), self.at()))

    @work(exclusive=True)
    async def action_new_case(self) -> None:
        """Open a case under the office's SOP; its first step is shown at once if it is mine."""
        from ppid_tui.screens.new_case import NewCaseScreen

        sop = self.office.sop
        first = sop.role(sop.steps[0].role).title
        answer = await self.app.push_screen_wait(NewCaseScreen(sop.sheet.title, first))
        if answer is None:
            return
        try:
            case = cases.start_case(self.office, answer[0], self.officer, self.at(), unit=answer[1])
        except cases.REFUSALS as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.refresh_place()
        if cases.is_mine(self.office, case, self.officer):
            await self.app.push_screen(StepScreen(case.id))
