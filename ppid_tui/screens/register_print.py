"""Printing the registers of the counter, of which period and in which format, or a blank form."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ppid_tui.desk.period import MONTH, YEAR, Period, period_of
from ppid_tui.screens.list_output import put_out_list
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from ppid_tui.printouts.information_list import InformationList

OBJECTIONS = "Keberatan"
BLANK = "Formulir permohonan kosong"


def offered(today: date) -> list[tuple[str, Period | None]]:
    """What can be printed: the months and years one is asked for most, the newest first."""
    month, year = period_of(today, MONTH), period_of(today, YEAR)
    periods = (month, month.moved(-1), year, year.moved(-1), None)
    requests = [("Permohonan", period) for period in periods]
    return [*requests, *((OBJECTIONS, period) for period in (year, year.moved(-1), None))]


async def print_register(place: Place) -> None:
    """Ask which register, write it, and say how it went. Only from a worker."""
    choices = offered(place.at().date())
    lines = [f"{what}, {period.title if period else 'seluruhnya'}" for what, period in choices]
    about = "Memuat nama dan alamat; pembuatannya tercatat dalam jejak."
    chosen = await place.app.push_screen_wait(MenuScreen("Register yang mana?", [*lines, BLANK], about))
    if chosen == len(choices):
        await _print_blank(place)
    elif chosen is not None:
        await put_out_list(place, "Register", _making(place, *choices[chosen]))


async def _print_blank(place: Place) -> None:
    from ppid_tui.desk.papers import print_request_form
    from ppid_tui.desk.printing import told

    printed = await asyncio.to_thread(print_request_form, place.office, place.at(), place.officer.id)
    place.notify(told(printed), timeout=12, markup=False)


def _making(place: Place, what: str, period: Period | None) -> Callable[[], InformationList]:
    from ppid_tui.desk.request_lists import objections_list, requests_list

    make = objections_list if what == OBJECTIONS else requests_list
    return partial(make, place.office, period, place.officer, place.at())
