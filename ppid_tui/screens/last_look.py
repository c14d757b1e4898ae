"""A last look before something gets a number and leaves the office: to whom, what, and on what."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from archive.request_model import Requester
from ppid_tui.desk.handing_out import Piece

ABOUT = "Enter: permohonan didaftarkan, lalu diberikan. Belum ada yang dicatat."
MOST = 6
"""Documents that are named."""


class LastLook(ModalScreen[bool]):
    """Enter goes on; Esc goes back, to put something right. Nothing is kept before."""

    CSS_PATH = "person_card.tcss"
    BINDINGS = [
        Binding("enter", "dismiss(True)", "Daftarkan dan berikan"),
        Binding("escape", "dismiss(False)", "Perbaiki"),
    ]

    def __init__(self, person: Requester, pieces: Sequence[Piece], how: str) -> None:
        super().__init__()
        self._person = person
        self._pieces = pieces
        self._how = how

    def compose(self) -> ComposeResult:
        with Vertical(id="last-look"):
            yield Static("Sudah benar?", classes="title", markup=False)
            yield Static(Content.assemble(("Pemohon  ", "dim"), f"{self._person.name}, {self._person.address}"))
            yield Static(Content.assemble(("Caranya  ", "dim"), self._how))
            yield Static(Content(pieces_words(self._pieces)), id="given")
            yield Static(
                "Enter: permohonan didaftarkan, lalu diberikan. Belum ada yang dicatat.", classes="quiet", markup=False
            )
        yield Footer(show_command_palette=False, compact=True)


def pieces_words(pieces: Sequence[Piece]) -> str:
    """What is given, a line each; the rest is counted."""
    lines = [f"{n}. {piece.words}" for n, piece in enumerate(pieces[:MOST], 1)]
    return "\n".join([*lines, *([f"… dan {len(pieces) - MOST} lagi"] if len(pieces) > MOST else [])])
