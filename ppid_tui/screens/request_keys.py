"""What is done with a request, each act with what it asks: on Enter the likely one, the rest from one menu."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual import work
from textual.binding import Binding

from archive.request_model import Request
from archive.workflow import WorkflowError
from ppid_tui.desk import requests
from ppid_tui.desk.request_actions import Act, possible, undecided, words_of
from ppid_tui.screens import objection_acts, request_acts
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place
from ppid_tui.screens.request_answers import answer_request, settle_item

Doing = Callable[[Place, Request], Awaitable[str]]
"""Asks what there is to ask and does it; what became of it in words, '' where it was given up."""

DOING: dict[Act, Doing] = {
    Act.COMPLETE: request_acts.ask_to_complete,
    Act.RESUME: request_acts.resume,
    Act.ANSWER: answer_request,
    Act.GIVE: request_acts.hand_over,
    Act.EXTEND: request_acts.extend,
    Act.WAIT: request_acts.wait,
    Act.LETTER: request_acts.number_letter,
    Act.AMEND: request_acts.amend,
    Act.WITHDRAW: request_acts.withdraw,
    Act.REOPEN: request_acts.reopen,
    Act.OBJECT: objection_acts.register,
    Act.PASS_ON: objection_acts.pass_on,
    Act.OBJECTION_ANSWER: objection_acts.answer,
    Act.REPLY: objection_acts.reply,
    Act.DISPUTE: objection_acts.dispute,
    Act.DISPUTE_END: objection_acts.end_dispute,
    Act.EVIDENCE: objection_acts.gather_evidence,
}


class RequestKeys(Place):
    """A place where a request is at hand."""

    BINDINGS = [Binding("ctrl+l,l", "more", "Lainnya")]

    @property
    def request(self) -> Request:
        """The request that is meant, as it is now."""
        raise NotImplementedError

    @property
    def item(self) -> int:
        """The item that is meant, from 0."""
        return 0

    @work(exclusive=True, group="request")
    async def action_more(self) -> None:
        """Everything that can be done with the request."""
        request = self.request
        acts = possible(self.office, request, self.officer, self.at().date())
        lines = [words_of(act, request) for act in acts]
        chosen = await self.app.push_screen_wait(MenuScreen("Lainnya", lines, request.number))
        if chosen is not None:
            await self.do(acts[chosen], request)

    async def do(self, act: Act, request: Request) -> None:
        """Do it; a refusal is told."""
        try:
            words = await self._doing(act)(self, request)
        except (*requests.REFUSALS, WorkflowError) as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
            return
        if words:
            self.notify(words, markup=False)
        self.refresh_place()

    def _doing(self, act: Act) -> Doing:
        if act is Act.TRAIL:
            return request_acts.show_trail
        if act is Act.SETTLE:
            return self._settle
        return DOING[act]

    async def _settle(self, place: Place, request: Request) -> str:
        """The highlighted item if it has no answer, else the first that has none."""
        first = undecided(request) or 0
        here = min(self.item, len(request.items) - 1)
        return await settle_item(place, request, first if request.items[here].outcome else here)

    async def choose(self, title: str, lines: Sequence[str]) -> int | None:
        """The number of a line, asked for where there are several; None where there is none, or it was given up."""
        if len(lines) < 2:
            return 0 if lines else None
        return await self.app.push_screen_wait(MenuScreen(title, lines))

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Print one of its papers."""
        from ppid_tui.screens.request_print import print_papers

        await print_papers(self, self.request)
