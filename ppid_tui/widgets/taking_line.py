"""How far a taking in is: a bar, the file just done, and about how long it will still take."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static

from ppid_tui.desk.pace import rest_words
from ppid_tui.widgets.file_names import shortened

if TYPE_CHECKING:
    from ppid_tui.desk.intake import Step


class TakingLine(Vertical):
    """Shown only while files are taken in."""

    DEFAULT_CSS = """
    TakingLine { height: 2; padding: 0 1; display: none; }
    TakingLine.working { display: block; }
    TakingLine ProgressBar, TakingLine Bar { width: 1fr; height: 1; }
    TakingLine .bar--indeterminate, TakingLine .bar--bar { color: $primary; }
    TakingLine Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def compose(self) -> ComposeResult:
        yield ProgressBar(show_eta=False)
        yield Static(markup=False)

    def begin(self) -> None:
        """Nothing is known yet."""
        self.add_class("working")
        self.query_one(ProgressBar).update(total=None, progress=0)
        self._say("Membaca berkas … Esc untuk berhenti")

    def show(self, step: Step, since: float) -> None:
        """One more file is done; ``since``: when the first was begun, by the monotonic clock."""
        self.add_class("working")
        self.query_one(ProgressBar).update(total=step.total, progress=step.done)
        rest = rest_words(step.done, step.total, monotonic() - since)
        parts = (f"{step.done} dari {step.total}", rest, "Esc berhenti")
        words = " · ".join(part for part in parts if part)
        self._say(f"{words} · {shortened(step.name, max(20, self.content_size.width - len(words) - 3))}")

    def stopping(self) -> None:
        """The officer asked to stop."""
        self._say("Berhenti sesudah berkas ini …")

    def end(self) -> None:
        """It is over."""
        self.remove_class("working")

    def _say(self, words: str) -> None:
        self.query_one(Static).update(Content(words))
