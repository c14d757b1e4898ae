"""The work of one step: its words, what was received, the form, the documents, and the way on."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from ppid_tui.desk.case_history import notes
from ppid_tui.desk.case_rows import row_begun
from ppid_tui.desk.step_task import StepTask
from ppid_tui.widgets.case_documents import CaseDocuments
from ppid_tui.widgets.softcopy_check import SoftcopyCheck
from ppid_tui.widgets.step_about import handed_on, sheet_in_short
from ppid_tui.widgets.step_form import StepForm


class StepWork(Vertical):
    """Drawn anew for each step; the first thing to fill in has the focus."""

    def __init__(self, task: StepTask) -> None:
        super().__init__(id="work")
        self._job = task

    def compose(self) -> ComposeResult:
        task = self._job
        yield Static(task.case.title, id="case-title", markup=False)
        yield Static(task.heading, id="heading", markup=False)
        yield Static(task.who, id="who-acts", markup=False)
        if task.due:
            yield Static(task.due, classes="warn" if task.late else "soft", markup=False)
        yield Static(sheet_in_short(task.sop, task.step), id="in-short", markup=False)
        if task.returned:
            yield Static(task.returned, id="returned", markup=False)
        yield from self._received()
        if words := notes(task.case):
            yield Static(words, id="notes", markup=False)
        if task.refusal:
            yield Static(task.refusal, id="refusal", markup=False)
        else:
            yield Static(task.work.guidance, id="guidance", markup=False)
        yield SoftcopyCheck(id="softcopies")
        if not task.refusal:
            yield StepForm(task.fields, task.values, id="form")
        yield CaseDocuments(task.work, not task.refusal, row_begun(task.case))
        if task.finish:
            yield Button(Content(f"F8  {task.finish}"), id="finish", compact=True)

    def _received(self) -> ComposeResult:
        done = self._job.received
        if done and not self._job.returned and (words := handed_on(self._job.sop, done)):
            yield Static(words, id="received", markup=False)

    def first_focus(self) -> None:
        """The cursor goes where the work begins: the first field, the documents, or the way on."""
        for selector in ("#form Input, #form TextArea, #form Tick", *self._where_items_begin(), "#finish"):
            for widget in self.query(selector):
                if widget.focusable:
                    widget.focus(scroll_visible=False)
                    return

    def _where_items_begin(self) -> tuple[str, str]:
        """Where there are rows to be completed, the rows; else the line to write one."""
        to_complete = self._job.work.gathers and self._job.case.rows
        return ("#doc-list", "#new-row") if to_complete else ("#new-row", "#doc-list")
