"""Closing the kiosk: asked first, with what becomes of what is filled in but not finished."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widgets import Input, TextArea

from ppid_tui.screens import areas
from ppid_tui.screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp

SAFE = "Semua yang tersimpan aman."
KEPT = "Isian yang belum selesai sudah tersimpan, dan dapat dilanjutkan nanti."
LOST = "Ada isian yang belum disimpan: hilang bila kiosk ditutup."


class Closing(ConfirmScreen):
    """The question; there is but one of it at a time."""


async def sure_to_close(kiosk: KioskApp) -> bool:
    """Whether to close: at the door nothing is asked. Only from a worker."""
    if kiosk.current_mode == areas.SIGN_IN and len(kiosk.screen_stack) == 1:
        return True
    if isinstance(kiosk.screen, Closing):
        return False
    words = "\n\n".join(("Tutup kiosk?", closing_words(_open_screens(kiosk))))
    return await kiosk.push_screen_wait(Closing(words, yes="Tutup kiosk", no="Lanjut bekerja"))


def closing_words(screens: Iterable[Screen[object]]) -> str:
    """What becomes of what is filled in there: a screen with ``holds_draft`` keeps it, another card does not."""
    there = list(screens)
    drafts = [screen for screen in there if hasattr(screen, "holds_draft")]
    if any(_would_lose(screen) for screen in there if screen not in drafts):
        return LOST
    return KEPT if any(getattr(screen, "holds_draft", False) for screen in drafts) else SAFE


def _would_lose(screen: Screen[object]) -> bool:
    if hasattr(screen, "holds_unsaved"):
        return bool(screen.holds_unsaved)
    boxes = [*(box.value for box in screen.query(Input)), *(box.text for box in screen.query(TextArea))]
    return screen.is_modal and any(boxes)


def _open_screens(kiosk: KioskApp) -> list[Screen[object]]:
    found: list[Screen[object]] = []
    for mode in areas.MODES:
        try:
            found += kiosk.get_screen_stack(mode)
        except KeyError:
            continue  # nobody has been there yet
    return found
