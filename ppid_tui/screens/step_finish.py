"""F8 at a step: what is missing is said, the way on is asked for where there are several, and the case moves."""

from __future__ import annotations

from datetime import datetime

from textual import work

from ppid_tui.desk import case_items, cases, works
from ppid_tui.desk.parts import missing_words
from ppid_tui.desk.step_task import choice_words, moved_words
from ppid_tui.screens.reason import ask_reason
from ppid_tui.screens.step_papers import StepPapers
from ppid_tui.widgets.step_form import StepForm


class StepFinish(StepPapers):
    """The part of the step's screen that hands the case on."""

    _began: datetime
    _reason = ""
    """Why the case was about to be sent back when the question was left."""

    def say_fault(self, words: str) -> None:
        """Say what is wrong; '' if nothing."""
        raise NotImplementedError

    async def renew(self) -> None:
        """Show the case as it is now."""
        raise NotImplementedError

    @work(exclusive=True, group="finish")
    async def action_finish(self) -> None:
        """Finish the step, asking which way if there are several."""
        if self._has_faults():
            return
        self.keep_typed_row()
        self.save()
        ways = cases.choices(self.office, self._job.case)
        asked = self._reason or case_items.reasons(self.items())
        answer: tuple[str, str] | None = (ways[0].label, asked)
        if len(ways) > 1:
            from ppid_tui.screens.outcome import OutcomeScreen

            words = [(way, choice_words(self.office, self._job.case, way)) for way in ways]
            label, reason = await self.app.push_screen_wait(OutcomeScreen(words, asked))
            answer = (label, reason) if label else None
            self._reason = reason if reason != asked else self._reason
        elif missing := missing_words(self.office, self.case):
            reason = await ask_reason(self, "Teruskan sebelum semua OPD mengirim: mengapa?", missing)
            answer = (ways[0].label, reason) if reason else None
        if answer is not None:
            await self._move(*answer)

    def _has_faults(self) -> bool:
        form = self.query_one(StepForm)
        found = works.faults(self._job.fields, form.values, self.at().date())
        lacking = self.lacking_items()
        if found:
            self.say_fault(" ".join(fault.words for fault in found))
            form.focus_field(found[0].name)
        elif lacking:
            self.say_fault(lacking)
        return bool(found or lacking)

    async def _move(self, label: str, note: str) -> None:
        before = cases.case_of(self.office, self._case_id)
        form = works.as_form(self._job.fields, self.query_one(StepForm).values, self.at().date())
        try:
            self.place_rest(form.get("place", ""))
            after = cases.finish_step(self.office, before, label, self._by, self.at(), note, form, self._began)
        except cases.REFUSALS as error:
            self.say_fault(str(error))
            return
        self._reason = ""
        self.note_published(form)
        goes_on = cases.is_mine(self.office, after, self._by)
        words = moved_words(self.office, after, self._by) + (" Ctrl+L dapat membatalkannya." if goes_on else "")
        self.notify(words, markup=False, timeout=4 if goes_on else 8)
        if goes_on:
            await self.renew()
        else:
            await self.action_back()
