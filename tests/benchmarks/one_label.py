"""The smallest Textual app there is: one label. What any app of ours is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Label

WORDS = "Selamat datang. Siapa yang bertugas?"


class OneLabel(App[None]):
    """Shows the words of the sign-in screen, and nothing else."""

    def compose(self) -> ComposeResult:
        yield Label(WORDS)


if __name__ == "__main__":
    OneLabel().run()
