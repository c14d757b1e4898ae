"""F9 at a step: the papers of its work, of the steps that were done, and the case itself on paper."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual import work

from ppid_tui.screens.step_items import StepItems

NEWEST = 6
"""So many papers of steps that were done are offered: what is older can be had from its trail."""


class StepPapers(StepItems):
    """The part of the step's screen that prints."""

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Print a paper of this case, asking which if there are several."""
        self.save()
        self.items_changed()
        papers = self._papers()
        chosen: int | None = 0
        if len(papers) > 1:
            from ppid_tui.screens.paper_choice import PaperChoice

            chosen = await self.app.push_screen_wait(PaperChoice([(name, "") for name, _ in papers]))
        if chosen is not None:
            words = await asyncio.to_thread(papers[chosen][1])
            self.notify(words, markup=False, timeout=10)

    def save(self) -> None:
        """Keep what is typed."""
        raise NotImplementedError

    def _papers(self) -> list[tuple[str, Callable[[], str]]]:
        """Each paper by its name, with what prints it and returns in Indonesian what became of it."""
        from ppid_tui.desk.case_paper import print_case
        from ppid_tui.desk.work_papers import papers_of, print_work_paper

        job, at = self._job, self.at()
        found = papers_of(job, self._by, at.date())[:NEWEST]
        printed = [(one.name, partial(print_work_paper, self.office, job, one, self.viewer, at)) for one in found]
        return [*printed, ("Lembar pekerjaan", partial(print_case, self.office, job, self.viewer, at))]
