"""One step of a case: where the officer whose turn it is does the work and hands it on."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Static

from archive.case_model import Case
from archive.sop import Sop
from ppid_tui.desk import cases
from ppid_tui.desk.case_actions import Act
from ppid_tui.desk.case_history import history_of
from ppid_tui.desk.case_rows import BEGUN
from ppid_tui.desk.step_task import StepTask, task_of
from ppid_tui.printouts.labels import long_time
from ppid_tui.screens import areas
from ppid_tui.screens.between_keys import BetweenKeys
from ppid_tui.screens.case_keys import CaseKeys
from ppid_tui.screens.step_finish import StepFinish
from ppid_tui.widgets.case_documents import CaseDocuments
from ppid_tui.widgets.softcopy_check import SoftcopyCheck
from ppid_tui.widgets.step_about import chain_lines, history_lines, sheet_lines
from ppid_tui.widgets.step_form import STYLES, StepForm
from ppid_tui.widgets.step_work import StepWork

SAVE_AFTER, SAVE_AT_LATEST = 1.0, 5.0
"""Seconds after the last letter, and after the first, until what is typed is kept."""
BEGINNING = 2
"""Lines by which one sees what a list begins with."""


class StepScreen(StepFinish, CaseKeys, BetweenKeys):
    """The step at which a case stands. What is typed is kept a second later, and found again."""

    AREA = areas.STEPS
    CSS_PATH = ["step.tcss", STYLES]
    AUTO_FOCUS = ""
    GUIDE: ClassVar[str] = (
        "Di sini langkah SOP dikerjakan. Uraian, kelengkapan, waktu, dan output adalah kata-kata lembar SOP.\n"
        "Isi yang diminta, tambahkan dokumen, lalu F8: langkah dicatat dan pekerjaan diteruskan.\n"
        "Tab dan panah berpindah isian. Isian tersimpan sendiri dan dapat dilanjutkan kapan saja.\n"
        "Page Down melihat lembar SOP, urutan langkah, dan riwayatnya. Ctrl+R jejak semua perubahannya.\n"
        "Ctrl+L: catatan, membatalkan, mengalihkan, dan keputusan pimpinan di kertas.\n"
        "Ctrl+G cara menghitung batas waktunya, dan hari yang tidak dihitung.\n"
        "Ctrl+P lalu Lembar SOP: lembarnya utuh, untuk dibaca dan dicetak."
    )
    BINDINGS = [
        Binding("f8", "finish", "Selesai"),
        Binding("f8", "record", "Catat keputusan"),
        Binding("f9", "print", "Cetak"),
        Binding("ctrl+r,j", "trail", "Jejak", show=False),
        Binding("ctrl+g,h", "how_counted", "Hitungan"),
        Binding("pagedown", "page(1)", "Gulir", key_display="PgDn", priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, case_id: int) -> None:
        super().__init__()
        self._case_id = case_id
        self._unsaved: Timer | None = None
        self._typing_since = 0.0
        self._holds = False

    def compose_place(self) -> ComposeResult:
        self._by = self.officer
        self._job = self._read()
        with VerticalScroll(id="step", can_focus=False):
            with VerticalScroll(id="left", can_focus=False):
                yield StepWork(self._job)
            with VerticalScroll(id="right", can_focus=False), Vertical(id="about"):
                yield Static("Menurut lembar SOP", classes="head", markup=False)
                yield Static(id="sheet", markup=False)
                yield Static("Urutan langkah", classes="head", markup=False)
                yield Static(id="chain", markup=False)
                yield Static("Riwayat", classes="head", markup=False)
                yield Static(id="history", markup=False)
        yield Static(id="fault", classes="bad", markup=False)
        yield Static(id="saved", classes="quiet", markup=False)

    @property
    def sop(self) -> Sop:
        """The SOP under which this case runs."""
        return self._job.sop

    def on_mount(self) -> None:
        self._show_about()
        self._begin_work()

    def refresh_place(self) -> None:
        if self.query("#work"):
            self.call_later(self.renew)

    async def renew(self) -> None:
        """Show the case as it is now; another step brings other work, the same step keeps what is typed."""
        before, self._job = self._job, self._read()
        if self._job.stage != before.stage:
            await self.query_one(StepWork).remove()
            await self.query_one("#left").mount(StepWork(self._job))
            self._begin_work()
        self.show_items()
        self._show_about()

    def _read(self) -> StepTask:
        return task_of(self.office, self._case_id, self._by, self.at().date())

    def _begin_work(self) -> None:
        self.show_items()
        self.query_one(StepWork).first_focus()
        self.call_after_refresh(self._to_the_top)
        self._holds = bool(self._job.finish)
        self.query_one("#saved").display = False
        self.say_fault("")
        self._began = self.at()
        self.refresh_bindings()
        self._check_softcopies()

    def say_fault(self, words: str) -> None:
        """Beneath the work, always in sight."""
        line = self.query_one("#fault", Static)
        line.update(words)
        line.display = bool(words)

    def _to_the_top(self) -> None:
        """The step's words first, as far as the first field stays in sight."""
        for column in ("#step", "#left"):
            self.query_one(column).scroll_home(animate=False, immediate=True)
        if self._holds and self.focused is not None and self._below_the_screen(self.focused):
            self.focused.scroll_visible(animate=False, immediate=True)

    def _below_the_screen(self, widget: Widget) -> bool:
        return widget.region.y + BEGINNING > self.query_one("#step").region.bottom

    def _show_about(self) -> None:
        task, case = self._job, self._job.case
        opened = f"Dibuka {case.opened_by}, {long_time(case.opened_at)}"
        self.query_one("#sheet", Static).update(sheet_lines(task.sop, task.step))
        self.query_one("#chain", Static).update(chain_lines(cases.chain(self.office, case)))
        self.query_one("#history", Static).update(history_lines(history_of(task.sop, case), opened))

    def take_up(self, case_id: int) -> None:
        """Show another case in place of this one; what was typed here stays with this one."""
        if case_id != self._case_id:
            self.save()
            self.app.switch_screen(StepScreen(case_id))

    def picked_case(self) -> Case | None:
        """The case of this step, with what is typed kept."""
        self.save()
        return self.case

    # What is typed is kept.

    @property
    def holds_draft(self) -> bool:
        """Whether something was filled in that can be gone on with."""
        return self._unsaved is not None or bool(self._job.case.draft)

    def on_step_form_changed(self) -> None:
        if self._unsaved is None:
            self._typing_since = monotonic()
        else:
            self._unsaved.stop()
        left = self._typing_since + SAVE_AT_LATEST - monotonic()
        self._unsaved = self.set_timer(max(0.01, min(SAVE_AFTER, left)), self.save)
        self.say_fault("")

    def on_case_documents_row_begun(self) -> None:
        self.on_step_form_changed()

    def on_step_form_ended(self) -> None:
        self.focus_next()

    def save(self) -> None:
        """Keep what is typed, if something is new."""
        if self._unsaved is None:
            return
        self._unsaved.stop()
        self._unsaved = None
        case = cases.case_of(self.office, self._case_id)
        if cases.is_mine(self.office, case, self._by):
            cases.save_draft(self.office, case, self._typed(), self._by, self.at())
            saved = self.query_one("#saved", Static)
            saved.update(f"Tersimpan pukul {self.at():%H.%M}")
            saved.display = True

    def _typed(self) -> dict[str, str]:
        return {**self.query_one(StepForm).values, BEGUN: self.query_one(CaseDocuments).row_begun}

    def on_screen_suspend(self) -> None:
        self.save()

    async def action_back(self) -> None:
        """Back; what was typed stays."""
        self.keep_typed_row()
        self.save()
        await super().action_back()

    def items_changed(self) -> None:
        """Show the items of the case as they are now."""
        self._job = self._read()
        self.show_items()
        self._check_softcopies()

    def _check_softcopies(self) -> None:
        if self._job.work.checks_softcopies:
            found = cases.check_softcopies(self.office, self._job.case)
            self.query_one(SoftcopyCheck).check(found)

    # The way on.

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_finish()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only who holds the case can finish its step; others may put down what was signed on paper."""
        if action == "record":
            return not self._holds and self._job.on_paper
        return self._holds if action == "finish" else super().check_action(action, parameters)

    @work(exclusive=True, group="finish")
    async def action_record(self) -> None:
        """Put down a decision that was signed on paper."""
        await self.do_with_case(Act.RECORD, self.case)

    # The rest of the keys.

    def action_page(self, direction: int) -> None:
        """Scroll a page on or back, wherever the cursor is."""
        for column in ("#step", "#left", "#right"):
            part = self.query_one(column, VerticalScroll)
            (part.scroll_page_down if direction > 0 else part.scroll_page_up)(animate=False)

    def action_trail(self) -> None:
        """Who changed this case, and what."""
        from ppid_tui.screens.trail import TrailScreen

        self.app.push_screen(TrailScreen(("cases", self._case_id)))

    def action_how_counted(self) -> None:
        """How the due date of this step was counted."""
        from ppid_tui.desk.how_counted import of_case
        from ppid_tui.screens.how_counted import show_working

        show_working(self, of_case(self.office, cases.case_of(self.office, self._case_id), self.at()))
