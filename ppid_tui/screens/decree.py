"""The decree of the list of public information: its number, date and signatory are asked, then the list is kept."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from ppid_tui.screens.draft_card import DraftCard
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from archive.editions import Edition

FORM = "penetapan DIP"
TITLE = "Tetapkan Daftar Informasi Publik"


async def ask_decree(place: Place, of_year: int | None) -> str:
    """Ask, again while something is wrong, and keep the edition; what was done, '' where it was given up."""
    from ppid_tui.desk import decrees, dip_editions
    from ppid_tui.desk.office import NotAllowed

    drafts, title = place.office.records.drafts, TITLE
    values = {**decrees.first_values(place.office, place.at().date()), **drafts.get(FORM)}
    while True:
        card = DraftCard(title, decrees.FIELDS, values, place, partial(drafts.keep, FORM))
        answer = await place.app.push_screen_wait(card)
        if answer is None:
            if "number" not in drafts.get(FORM):  # nothing of the officer's own: another day it begins with that day
                drafts.drop(FORM)
            return ""
        values = answer
        try:
            edition = decrees.edition_of(values, of_year, place.at().date())
            keep = partial(dip_editions.decree, place.office, edition, place.officer, place.at())
            done = _done(await asyncio.to_thread(keep))
        except (NotAllowed, dip_editions.BadDecree) as refusal:
            title = f"{TITLE}\n{refusal}"
        else:
            drafts.drop(FORM)
            return done


def _done(edition: Edition) -> str:
    return f"DIP dengan {edition.total} baris ditetapkan dengan nomor {edition.number}."
