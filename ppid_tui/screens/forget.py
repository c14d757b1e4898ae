"""Forgetting who made a request: first the reason, then what is erased and what stays, then it is done."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from archive.request_model import Request

LACKING = "Tulis dahulu alasannya: ia tercatat dalam jejak."


class ReasonScreen(ModalScreen[str | None]):
    """Dismissed with the reason, or None when left with Esc."""

    CSS_PATH = "forget.tcss"
    BINDINGS = [Binding("escape", "dismiss(None)", "Batal", show=False)]

    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = number

    def compose(self) -> ComposeResult:
        with Vertical(id="forget"):
            yield Static(f"Menghapus data pribadi pemohon {self._number}", classes="title", markup=False)
            yield Static("Atas permintaan siapa, dan apa alasannya? Jangan menulis nama pemohon.", markup=False)
            yield Input(id="reason", max_length=200)
            yield Static("Enter lanjut, Esc batal", id="said", classes="quiet", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if reason := event.value.strip():
            self.dismiss(reason)
        else:
            self.query_one("#said", Static).set_classes("bad").update(LACKING)


async def ask_and_forget(place: Place, request: Request) -> None:
    """Ask twice, forget, and say what came of it. To be called in a worker."""
    from ppid_tui.desk import forgetting
    from ppid_tui.desk.office import NotAllowed
    from ppid_tui.desk.trouble import cause

    reason = await place.app.push_screen_wait(ReasonScreen(request.number))
    if reason is None:
        return
    question = (
        f"Yang dihapus: {forgetting.ERASED}.\n\nYang tetap: {forgetting.STAYS}.\n\n"
        "Cetakan dan cadangan yang sudah dibuat tidak ikut terhapus. Tidak dapat dibatalkan."
    )
    if not await place.app.push_screen_wait(ConfirmScreen(question, "Hapus data pribadi")):
        return
    doing = partial(forgetting.forget, place.office, request, reason, place.officer, place.at())
    try:
        later = await asyncio.to_thread(doing)
    except (NotAllowed, forgetting.CannotForget) as refusal:
        place.notify(str(refusal), severity="warning", markup=False)
    except OSError as error:
        words = f"Belum terhapus: {cause(error)}. Coba lagi nanti."
        place.notify(words, severity="error", markup=False)
    else:
        place.notify(f"Data pribadi pemohon {request.number} sudah dihapus. {later}".strip(), markup=False)
