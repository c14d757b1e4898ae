"""F9 at a step: the papers of its work, of the steps that were done, and the case itself on paper."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from textual import work

from ppid_tui.desk.works import WORKS
from ppid_tui.screens.step_items import StepItems

PACKAGE = "Paket publikasi untuk web"
NEWEST = 6
"""So many papers of steps that were done are offered: what is older can be had from its trail."""


class StepPapers(StepItems):
    """The part of the step's screen that prints."""

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Print a paper of this case, asking which if there are several."""
        self.keep_typed_row()
        self.save()
        self.items_changed()
        papers = self._papers()
        chosen: int | None = 0
        if len(papers) > 1:
            from ppid_tui.screens.paper_choice import PaperChoice

            chosen = await self.app.push_screen_wait(PaperChoice([(name, "") for name, _ in papers]))
        if chosen is not None and papers[chosen][0] == PACKAGE:
            from ppid_tui.screens.publish import PublishScreen

            self.app.push_screen(PublishScreen(self._job.case.documents))
        elif chosen is not None:
            words = await asyncio.to_thread(papers[chosen][1])
            self.notify(words, markup=False, timeout=10)

    def note_published(self, form: Mapping[str, str]) -> None:
        """Where a step published, its last package is on the web at the address and from the day of its form."""
        if self._job.work is WORKS["publish"]:
            from ppid_tui.desk.publishing import note_step

            note_step(self.office, form, self._by, self.at())

    def save(self) -> None:
        """Keep what is typed."""
        raise NotImplementedError

    def _papers(self) -> list[tuple[str, Callable[[], str]]]:
        """Each paper by its name, with what prints it and returns in Indonesian what became of it."""
        from ppid_tui.desk.case_paper import print_case
        from ppid_tui.desk.work_papers import papers_of, print_work_paper

        job, at = self._job, self.at()
        printed: list[tuple[str, Callable[[], str]]]
        found = papers_of(job, self._by, at.date())[:NEWEST]
        printed = [(one.name, partial(print_work_paper, self.office, job, one, self.viewer, at)) for one in found]
        if self._job.work is WORKS["publish"]:
            printed = [(PACKAGE, str), *printed]
        return [*printed, ("Lembar pekerjaan", partial(print_case, self.office, job, self.viewer, at))]
