"""A file joined to a document that is there: which document, and what the file is to it."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from archive.model import RenditionKind
from ppid_tui.desk.office import NotAllowed
from ppid_tui.widgets.choices import Choices

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.screens.place import Place

KINDS = (
    (RenditionKind.SIGNED, "Bertanda tangan", "yang berlaku dan diberikan"),
    (RenditionKind.PUBLIC_COPY, "Salinan untuk publik", "diberikan menggantikan yang asli"),
    (RenditionKind.ATTACHMENT, "Lampiran", "melengkapi dokumennya"),
    (RenditionKind.DRAFT, "Konsep", "belum bertanda tangan"),
)


class KindScreen(ModalScreen[RenditionKind | None]):
    """Asks what a file is to its document; dismissed with None on Esc."""

    CSS_PATH = "joining.tcss"
    BINDINGS = [Binding("escape", "leave", "Batal", show=False)]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._file = name

    def compose(self) -> ComposeResult:
        with Vertical(id="kind"):
            yield Static(Content(f"“{self._file}” adalah"), classes="title", markup=False)
            yield Choices(id="kinds")
            yield Static("Enter memilih, Esc batal", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.query_one(Choices).show([(words, meaning) for _, words, meaning in KINDS])

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(KINDS[event.index][0])

    def action_leave(self) -> None:
        """Join nothing."""
        self.dismiss(None)


async def ask_and_join(place: Place, file: Path, document: Document | None = None) -> Document | None:
    """Ask, then join; what went wrong is told. To be called in a worker. None where nothing was joined."""
    from ppid_tui.desk.renditions import NotJoined, add_rendition
    from ppid_tui.screens.attach import AttachScreen

    if document is None:
        question = AttachScreen(place.office, place.viewer, f"Gabungkan “{file.name}” dengan dokumen")
        document = await place.app.push_screen_wait(question)
    kind = await place.app.push_screen_wait(KindScreen(file.name)) if document else None
    if document is None or kind is None:
        return None
    join = partial(add_rendition, place.office, document, file, kind, place.officer, place.at())
    try:
        joined = await asyncio.to_thread(join)
    except (NotAllowed, NotJoined) as refused:
        place.notify(str(refused), severity="error", markup=False)
        return None
    place.notify(f"Digabungkan dengan “{joined.title}”.", markup=False)
    return joined
