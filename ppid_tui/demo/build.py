"""Makes a sample office: its people, its documents, its cases and requests, as if they had happened."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from archive.model import Right
from ppid_tui.demo.casework import case_events
from ppid_tui.demo.days import DAY, Event, at, workday_from
from ppid_tui.demo.decreeing import decree_events
from ppid_tui.demo.leftovers import leave_incoming, set_aside_locked
from ppid_tui.demo.people import enrol_all, profile_of, signer_on
from ppid_tui.demo.pins import Made, Settings, read_made, write_made
from ppid_tui.demo.plan import Planned, Signer, plan
from ppid_tui.demo.requesting import request_events
from ppid_tui.demo.taking import Desk, intake_events
from ppid_tui.demo.words import OfficeWords, office_words
from ppid_tui.desk.office import Home, Office
from ppid_tui.desk.people import set_up
from ppid_tui.desk.profile import BadProfile, read_profile
from ppid_tui.desk.progress import Progress

OPEN_FOR = timedelta(days=430)
MOST_FILES = 500
FILES_OF_MANY = 60


class DemoRefused(Exception):
    """No sample may be made here; the words say why, in Indonesian."""


def make_demo(
    home: Path, office_id: str, documents: int = 60, seed: int = 2026, today: date | None = None
) -> Iterator[Progress]:
    """Make a sample office in this home; one of the same settings is kept as it is, of others made anew.

    Beyond 500 documents only the first 60 are files. Raises DemoRefused at once for a home that holds
    anything but a sample, KeyError or FileNotFoundError for an unknown office.
    """
    if documents < 1:
        raise DemoRefused("Jumlah dokumen contoh paling sedikit satu.")
    _refuse_others(Home(home))
    settings = Settings(office_id, documents, seed, today or date.today())
    if _is_made(home, settings, any_day=today is None):
        return iter(())
    return _made(home, settings, office_words(office_id))


def _refuse_others(home: Home) -> None:
    foreign = home.archive.exists() and not home.profile.exists()
    try:
        foreign = foreign or (home.profile.exists() and not read_profile(home.profile).demo)
    except BadProfile:
        foreign = True
    if foreign:
        raise DemoRefused(f"Di {home.root} ada arsip yang bukan contoh. Pilih folder lain dengan --home.")


def _is_made(home: Path, settings: Settings, any_day: bool) -> bool:
    made = read_made(home)
    if made is None or not Home(home).profile.exists():
        return False
    theirs = made.settings
    same = (theirs.office, theirs.documents, theirs.seed, theirs.version)
    wanted = (settings.office, settings.documents, settings.seed, settings.version)
    return same == wanted and (any_day or theirs.today == settings.today)


def _made(root: Path, settings: Settings, words: OfficeWords) -> Iterator[Progress]:
    _clear(Home(root))
    rng = Random(f"{settings.seed} {settings.office}")
    office = set_up(root, profile_of(settings.office, words, rng, settings.today))
    try:
        opening = workday_from(settings.today - OPEN_FOR, office.calendar)
        staff, pins = enrol_all(office, rng, settings.today, at(opening, 7))
        # The story ends the evening before: nothing in it may lie ahead of the clock.
        desk = Desk(office, staff, settings.today - DAY, settings.documents)
        yield desk.progress("petugas")
        for happening in _story(desk, words, settings, opening, rng):
            yield from happening.do()
        yield from _indexed(office)
        write_made(root, Made(settings, tuple(pins)))
        yield Progress(settings.documents, settings.documents, words.short)
    finally:
        office.close()


def _story(desk: Desk, words: OfficeWords, settings: Settings, opening: date, rng: Random) -> list[Event]:
    signer = partial(signer_on, desk.office.profile)
    files = settings.documents if settings.documents <= MOST_FILES else FILES_OF_MANY
    calendar = desk.office.calendar
    planned = plan(words, files, rng, desk.today, calendar, signer)
    events = [
        *intake_events(desk, planned, opening),
        *_bulk_event(desk, words, range(files + 1, settings.documents + 1), rng, signer, opening),
        *case_events(desk, words.programs),
        *request_events(desk, rng),
        *decree_events(desk),
        _leftovers_event(desk, words, planned, rng, signer),
    ]
    return sorted(events, key=lambda happening: happening.at)


def _bulk_event(
    desk: Desk, words: OfficeWords, places: range, rng: Random, signer: Signer, opening: date
) -> Iterator[Event]:
    if places:
        from ppid_tui.demo.bulk import add_in_bulk

        when = at(opening, 12)
        apart = Random(rng.getrandbits(64))
        yield Event(when, lambda: add_in_bulk(desk, words, places, apart, signer, when))


def _leftovers_event(desk: Desk, words: OfficeWords, planned: list[Planned], rng: Random, signer: Signer) -> Event:
    when = at(desk.today, 7, 30)

    def leave() -> Iterator[Progress]:
        by = desk.staff.who_may(Right.INTAKE)
        set_aside_locked(desk.office, words, rng, signer(desk.today), by, when)
        leave_incoming(desk.office, words, planned, rng, desk.today, signer)
        yield desk.progress("dokumen masuk")

    return Event(when, leave)


def _indexed(office: Office) -> Iterator[Progress]:
    for step in office.indexes.catch_up():
        yield replace(step, name="indeks")


def _clear(home: Home) -> None:
    """Remove an earlier sample, and nothing else that lies there."""
    for folder in (home.archive, home.index, home.incoming, home.duplicates, home.quarantine, home.printouts):
        shutil.rmtree(folder, ignore_errors=True)
    for file in (home.root / "demo.json", home.profile):
        file.unlink(missing_ok=True)
