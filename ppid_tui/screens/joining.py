"""A file joined to a document that is there: which document, and what the file is to it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from archive.model import RenditionKind
from ppid_tui.desk.office import NotAllowed
from ppid_tui.widgets.choices import Choices
from ppid_tui.widgets.file_names import shortened

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
            yield Static(Content(f"“{shortened(self._file, 50)}” adalah"), classes="title", markup=False)
            yield Choices(id="kinds")
            yield Static("Enter memilih, Esc batal", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.query_one(Choices).show([(words, meaning) for _, words, meaning in KINDS])

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(KINDS[event.index][0])

    def action_leave(self) -> None:
        """Join nothing."""
        self.dismiss(None)


class PathScreen(ModalScreen[Path | None]):
    """Asks which file; names of files that wait in incoming are proposed. Dismissed with None on Esc."""

    CSS_PATH = "joining.tcss"
    BINDINGS = [Binding("escape", "leave", "Batal", show=False)]

    def __init__(self, incoming: Path, names: Sequence[str]) -> None:
        super().__init__()
        self._incoming = incoming
        self._names = names

    def compose(self) -> ComposeResult:
        with Vertical(id="kind"):
            yield Static("Tambah softcopy pada dokumen ini", classes="title", markup=False)
            words = "Ketik nama berkas di Dokumen Masuk, atau alamat lengkapnya. Panah kanan melengkapi."
            yield Static(words, classes="quiet", markup=False)
            yield Input(id="file", compact=True, suggester=SuggestFromList(self._names, case_sensitive=False))
            yield Static("Enter memilih, Esc batal", id="state", classes="quiet", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip().strip('"')
        # An absolute path stays what it is when it is joined to a folder.
        path = self._incoming / Path(typed).expanduser()
        if typed and path.is_file():
            self.dismiss(path)
        else:
            self.query_one("#state", Static).update(Content(f"“{typed}” tidak ditemukan. Periksa namanya."))

    def action_leave(self) -> None:
        """Add nothing."""
        self.dismiss(None)


async def ask_and_add(place: Place, document: Document) -> None:
    """Ask for a further file of this document, and add it. To be called in a worker."""
    from ppid_tui.desk.sources import waiting

    names = [path.name for path in await asyncio.to_thread(waiting, place.office)]
    file = await place.app.push_screen_wait(PathScreen(place.office.home.incoming, names))
    if file is not None:
        await ask_and_join(place, file, document)


async def ask_and_join(place: Place, file: Path, document: Document | None = None) -> Document | None:
    """Ask, then join; what went wrong is told. To be called in a worker. None where nothing was joined."""
    from ppid_tui.desk.renditions import NotJoined, add_rendition
    from ppid_tui.screens.attach import AttachScreen

    if document is None:
        question = AttachScreen(place.office, place.viewer, f"Gabungkan “{shortened(file.name, 36)}” dengan dokumen")
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
