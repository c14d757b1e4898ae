"""The decree of the list of public information: its number, date and signatory are asked, then the list is kept."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from archive.editions import Edition

TITLE = "Tetapkan Daftar Informasi Publik"


async def ask_decree(place: Place, of_year: int | None) -> str:
    """Ask, again while something is wrong, and keep the edition; what was done, '' where it was given up."""
    from ppid_tui.desk import decrees, dip_editions
    from ppid_tui.desk.office import NotAllowed

    values = decrees.first_values(place.office, place.at().date())
    title = TITLE
    while True:
        card = FormCard(title, decrees.FIELDS, values, place.at().date())
        answer = await place.app.push_screen_wait(card)
        if answer is None:
            return ""
        values = answer
        try:
            edition = decrees.edition_of(values, of_year, place.at().date())
            keep = partial(dip_editions.decree, place.office, edition, place.officer, place.at())
            return _done(await asyncio.to_thread(keep))
        except (NotAllowed, dip_editions.BadDecree) as refusal:
            title = f"{TITLE}\n{refusal}"


def _done(edition: Edition) -> str:
    return f"DIP dengan {edition.total} baris ditetapkan dengan nomor {edition.number}."
