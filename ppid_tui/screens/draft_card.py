"""A card of fields whose words are kept while they are typed: neither Esc nor a power cut takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from textual.binding import Binding
from textual.timer import Timer

from ppid_tui.desk.requests import REFUSALS
from ppid_tui.desk.works import FormField
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.place import Place
from ppid_tui.widgets.step_form import StepForm

T = TypeVar("T")
SAVE_AFTER = 0.4
"""Seconds from the last letter until the words are on disk."""
Keep = Callable[[Mapping[str, str]], None]


class DraftCard(FormCard):
    """As a FormCard; ``keep`` is handed what stands in it, a moment after each change."""

    BINDINGS = [Binding("escape", "leave", "Nanti saja")]

    def __init__(
        self, title: str, fields: Sequence[FormField], values: Mapping[str, str], place: Place, keep: Keep
    ) -> None:
        super().__init__(title, fields, values, place.at().date())
        self._keep = keep
        self._unsaved: Timer | None = None

    @property
    def holds_draft(self) -> bool:
        """Whether there are words in it to go on with."""
        return any(self.query_one(StepForm).values.values())

    def on_screen_suspend(self) -> None:
        if self._unsaved is not None:
            self._stop()
            self._save()

    def on_step_form_changed(self) -> None:
        self._stop()
        self._unsaved = self.set_timer(SAVE_AFTER, self._save)

    def _save(self) -> None:
        self._unsaved = None
        self._keep(self.query_one(StepForm).values)

    def action_keep(self) -> None:
        """Answer, once nothing is missing; who asked keeps the words then."""
        self._stop()
        super().action_keep()

    def action_leave(self) -> None:
        """Give it up for now: the words stay."""
        self._stop()
        self._save()
        self.dismiss(None)

    def _stop(self) -> None:
        if self._unsaved is not None:
            self._unsaved.stop()
            self._unsaved = None


async def ask_until_kept(
    place: Place,
    form: str,
    title: str,
    fields: Sequence[FormField],
    values: Mapping[str, str],
    keep: Callable[[dict[str, str]], T],
) -> T | None:
    """Ask, and hand the answer to ``keep`` until it takes it; None where it was given up. Only from a worker.

    What was typed in the form of this name earlier, and not kept, stands in it again.
    """
    drafts = place.office.records.drafts
    known = {field.name for field in fields}
    shown = dict(values) | {name: value for name, value in drafts.get(form).items() if name in known}
    while True:
        card = DraftCard(title, fields, shown, place, partial(drafts.keep, form))
        answer = await place.app.push_screen_wait(card)
        if answer is None:
            return None
        drafts.keep(form, answer)
        try:
            kept = keep(answer)
        except REFUSALS as refusal:
            place.notify(str(refusal), severity="warning", markup=False)
            shown = answer
        else:
            drafts.drop(form)
            return kept
