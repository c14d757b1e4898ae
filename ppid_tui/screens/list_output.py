"""A list or a paper of it, written away from the screen; what became of it is told where one is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ppid_tui.screens.format_choice import FORMATS, FormatScreen
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.printouts.information_list import InformationList
    from ppid_tui.printouts.paper import Paper

LIST_FORMATS = (*FORMATS, (".json", "JSON, untuk program lain"))


async def put_out_list(place: Place, title: str, make: Callable[[], InformationList], again: bool = True) -> None:
    """Ask in which format, then write the list; a PDF is sent to the printer too.

    ``again``: it may be printed again from the list of prints. What is exempt is made anew, and recorded, each time.
    """
    from ppid_tui.desk.list_files import save_list

    ending = await place.app.push_screen_wait(FormatScreen(title, LIST_FORMATS))
    if ending:
        await _put_out(place, lambda: save_list(place.office, make(), place.at(), ending), again)


async def put_out_paper(place: Place, name: str, make: Callable[[], Paper], again: bool = True) -> None:
    """Write the paper as PDF and send it to the printer; ``again`` as above."""
    from ppid_tui.desk.serving import save_paper

    await _put_out(place, lambda: save_paper(place.office, make(), name, place.at()), again)


async def _put_out(place: Place, write: Callable[[], Path], again: bool) -> None:
    from ppid_tui.desk.list_files import printed_words
    from ppid_tui.desk.office import NotAllowed
    from ppid_tui.desk.trouble import cause

    by = place.officer.id if again else 0
    place.notify("Sedang disusun. Daftar panjang perlu waktu; Anda dapat terus bekerja.", timeout=4, markup=False)
    try:
        words = await asyncio.to_thread(lambda: printed_words(write(), by))
    except NotAllowed as refusal:
        place.notify(str(refusal), severity="error", timeout=12, markup=False)
    except OSError as error:
        told = f"Belum tersimpan: {cause(error)}. Tekan F9 untuk mencoba lagi."
        place.notify(told, severity="error", timeout=12, markup=False)
    else:
        place.notify(words, timeout=12, markup=False)
