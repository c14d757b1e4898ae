"""Thousands of documents for trials: records and page texts written directly, without making files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from random import Random

from archive.model import Document, TextState
from ppid_tui.demo.described import described, hardcopy_place
from ppid_tui.demo.plan import Form, Planned, Signer, any_day, usual, write_one
from ppid_tui.demo.sheet import Sheet, lines_of
from ppid_tui.demo.taking import Desk
from ppid_tui.demo.words import OfficeWords
from ppid_tui.desk.progress import Progress

BATCH = 500
PAGE_LETTERS = 2_200


def add_in_bulk(
    desk: Desk, words: OfficeWords, places: range, rng: Random, signer: Signer, when: datetime
) -> Iterator[Progress]:
    """Documents on paper whose words are known, at these places of the list."""
    for start in range(places.start, places.stop, BATCH):
        with desk.office.records.transaction():
            for place in range(start, min(start + BATCH, places.stop)):
                _add(desk, words, place, rng, signer, when)
        yield desk.progress("catatan dokumen")
    for step in desk.office.indexes.rebuild():  # one new index is made faster than many small commits are joined
        yield replace(step, name="indeks")


def pages_of(sheet: Sheet) -> list[str]:
    """The words of a sheet, page by page."""
    pages: list[list[str]] = [[]]
    for line in lines_of(sheet):
        if pages[-1] and (not line or sum(map(len, pages[-1])) > PAGE_LETTERS):
            pages.append([])
        if line:
            pages[-1].append(line)
    return ["\n".join(page) for page in pages]


def _add(desk: Desk, words: OfficeWords, place: int, rng: Random, signer: Signer, when: datetime) -> None:
    day = _day(rng, desk, when)
    planned = Planned(write_one(usual(place), words, rng, day, place, signer), Form.PAPER, place)
    pages = pages_of(planned.writing.sheet)
    key = hashlib.sha256("\f".join(pages).encode()).hexdigest()
    desk.office.texts.write(key, pages, durable=False)
    blank = Document(
        title="",
        text_key=key,
        text_state=TextState.YES,
        pages=len(pages),
        received_at=when,
        received_from="pemindahan arsip",
        hardcopy=hardcopy_place(place, day.year),
    )
    record = described(blank, planned, desk.office.profile.city, desk.today)
    kept = desk.office.records.documents.add(record, "memindahkan arsip", "pemindahan arsip", when)
    desk.documents[kept.id] = kept


def _day(rng: Random, desk: Desk, when: datetime) -> date:
    return any_day(rng, when.date(), desk.office.calendar)
