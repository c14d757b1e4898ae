"""The hardcopy of a document: fetch it with a slip, lend it, take it back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from archive.model import Document
from ppid_tui.desk import loans
from ppid_tui.desk.printing import send_to_printer, told
from ppid_tui.desk.trouble import cause
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import long_date
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place

FIELDS = (
    FormField("borrower", "Peminjam (nama dan bagian)", required=True),
    FormField("on", "Dipinjam tanggal", FieldKind.DATE, True),
)
LEND, BACK, SLIP = "Pinjamkan, lalu cetak bonnya", "Sudah kembali ke tempatnya", "Cetak bon untuk mengambilnya"


async def ask_and_lend(place: Place, document: Document) -> None:
    """Ask what becomes of the paper, and do it. Only from a worker."""
    lines = [BACK, SLIP] if loans.is_lent(document) else [LEND, SLIP]
    chosen = await place.app.push_screen_wait(MenuScreen("Hardcopy", lines, document.title))
    if chosen is None:
        return
    if lines[chosen] == LEND:
        await _lend(place, document)
    elif lines[chosen] == BACK:
        done = partial(loans.take_back, place.office, document, place.officer, place.at())
        if await _try(place, done):
            place.notify("Hardcopy tercatat kembali di tempatnya.", markup=False)
    else:
        await _print(place, document)


async def _lend(place: Place, document: Document) -> None:
    today = place.at().date()
    answer = await place.app.push_screen_wait(FormCard("Siapa yang meminjam?", FIELDS, {"on": long_date(today)}, today))
    day = read_day(answer["on"], today) if answer else None
    if answer and day:
        done = partial(loans.lend, place.office, document, answer["borrower"], day, place.officer, place.at())
        if await _try(place, done):
            await _print(place, document)


async def _print(place: Place, document: Document) -> None:
    making = partial(loans.slip, place.office, document, place.officer, place.at())
    path = await _try(place, making)
    if isinstance(path, Path):
        words = await asyncio.to_thread(lambda: told(send_to_printer(path, by=place.officer.id), listed=True))
        place.notify(words, markup=False)


async def _try(place: Place, doing: Callable[[], Document | Path]) -> Document | Path | None:
    """Do it away from the screen; None where it was refused, which is told."""
    try:
        return await asyncio.to_thread(doing)
    except loans.REFUSALS as refusal:
        place.notify(str(refusal), severity="warning", markup=False)
    except OSError as error:
        place.notify(f"Belum tersimpan: {cause(error)}. Coba lagi.", severity="error", markup=False)
    return None
