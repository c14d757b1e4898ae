"""A record joined into another one: into which, what its file is to it, and whether that is meant."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from archive.model import RenditionKind
from ppid_tui.desk.office import NotAllowed
from ppid_tui.screens.attach import AttachScreen
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.joining import KindScreen
from ppid_tui.widgets.file_names import shortened

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.screens.place import Place


async def ask_and_unite(place: Place, document: Document) -> Document | None:
    """Ask, then join; what went wrong is told. To be called in a worker. None where nothing was joined."""
    from ppid_tui.desk.uniting import NotUnited, unite

    heading = f"Gabungkan “{shortened(document.title, 36)}” ke dokumen"
    into = await place.app.push_screen_wait(AttachScreen(place.office, place.viewer, heading, document.id))
    kind = await _kind_of(place, document) if into else None
    if into is None or kind is None or not await _is_meant(place, document, into):
        return None
    join = partial(unite, place.office, document, into, kind, place.officer, place.at())
    try:
        united = await asyncio.to_thread(join)
    except (NotAllowed, NotUnited) as refused:
        place.notify(str(refused), severity="error", markup=False)
        return None
    place.notify(f"Digabungkan ke “{united.title}” (dokumen {united.id}).", markup=False)
    return united


async def _kind_of(place: Place, document: Document) -> RenditionKind | None:
    given = document.given_rendition
    return await place.app.push_screen_wait(KindScreen(given.name)) if given else RenditionKind.SIGNED


async def _is_meant(place: Place, document: Document, into: Document) -> bool:
    words = (
        f"“{document.title}” (dokumen {document.id}) tidak lagi berdiri sendiri: softcopy dan datanya menjadi satu "
        f"dengan “{into.title}” (dokumen {into.id}). Gabungkan?"
    )
    sure = await place.app.push_screen_wait(ConfirmScreen(words, yes="Gabungkan"))
    return bool(sure)
