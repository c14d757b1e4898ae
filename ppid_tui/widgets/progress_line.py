"""How far a long piece of work is: a bar, and beneath it what is being done."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ProgressBar, Static


class ProgressLine(Vertical):
    """The bar is there while the work lasts; the words stay."""

    DEFAULT_CSS = """
    ProgressLine { height: auto; padding: 0 1; }
    ProgressLine ProgressBar { margin-top: 1; display: none; }
    ProgressLine Static { height: auto; color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        yield ProgressBar(show_eta=False)
        yield Static(markup=False)

    def show(self, done: int, total: int, name: str) -> None:
        """So many of so many are done; ``name`` says which one is in hand."""
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=total or 1, progress=done if total else 1)
        self._say(f"{done} dari {total}: {name}")

    def end(self, words: str) -> None:
        """It is over; what there is to say of it."""
        self.query_one(ProgressBar).display = False
        self._say(words)

    def _say(self, words: str) -> None:
        self.query_one(Static).update(Content(words))
