"""Printing the papers of a request: the one most likely wanted first, and what the printer said."""

from __future__ import annotations

import asyncio
from functools import partial

from archive.request_model import Request
from ppid_tui.desk.requests import REFUSALS
from ppid_tui.desk.trouble import cause
from ppid_tui.screens.paper_choice import PaperChoice
from ppid_tui.screens.place import Place


async def print_papers(place: Place, request: Request) -> None:
    """Ask which, print it, and say how it went. Only from a worker."""
    from ppid_tui.desk import request_papers as papers
    from ppid_tui.desk.printing import told

    kinds = papers.papers_for(request)
    if not kinds:
        place.notify("Belum ada kertas untuk permohonan ini.", markup=False)
        return
    lines = [(papers.NAMES[kind], _copies(papers.COPIES.get(kind, 1))) for kind in kinds]
    chosen = await place.app.push_screen_wait(PaperChoice(lines))
    if chosen is None:
        return
    place.notify("Sedang disiapkan …", markup=False, timeout=2)
    making = partial(papers.print_paper, place.office, request, kinds[chosen], place.officer, place.at())
    try:
        printed = await asyncio.to_thread(making)
    except REFUSALS as refusal:
        place.notify(str(refusal), severity="warning", markup=False)
    except OSError as error:
        words = f"Belum tersimpan: {cause(error)}. Periksa ruang laptop, lalu coba lagi."
        place.notify(words, severity="error", markup=False)
    else:
        fine = printed.sent and not printed.held
        place.notify(told(printed), severity="information" if fine else "warning", timeout=12, markup=False)


def _copies(many: int) -> str:
    return f"rangkap {many}" if many > 1 else ""
