"""Giving out: a page, a document, a list of results or the original, as a file that can be printed.

What is made here goes to a citizen, so it is made from what a citizen may see, whoever is signed in.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from archive.model import Document, Right
from ppid_tui.desk import contents, finding, serving
from ppid_tui.desk.finding import Findings, Viewer
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.paper_only import where_paper

MOST_LISTED = 200
"""Results on one printed list."""


class What(StrEnum):
    """What can be given out."""

    PAGE = "page"
    WHOLE = "whole"
    RESULTS = "results"
    ORIGINAL = "original"


@dataclass(frozen=True)
class Wish:
    """What is to be given: of which document or results, and as which kind of file."""

    what: What
    document: Document | None = None
    page: int = 1
    findings: Findings | None = None
    ending: str = ".pdf"


def why_not(office: Office, wish: Wish, viewer: Viewer) -> str:
    """Why this cannot be given out, in Indonesian; '' if it can."""
    if wish.what is What.RESULTS:
        return "" if wish.findings and wish.findings.hits else "tidak ada hasil pencarian"
    if wish.document is None:
        return "pilih dulu sebuah dokumen"
    if reason := may_give(wish.document):
        return reason
    if not office.may(viewer.officer, Right.SERVE):
        return "hanya petugas pelayanan yang memberikan dokumen"
    if reason := where_paper(wish.document):
        return reason
    if wish.what is What.ORIGINAL:
        return "" if contents.original(office, wish.document) else "belum ada softcopy"
    return "" if wish.document.text_key else "isinya belum terbaca; berikan dokumen asli"


def make(office: Office, wish: Wish, viewer: Viewer, at: datetime) -> Path:
    """Make the file in the printouts folder, and put into the trail that it was given.

    Raises NotAllowed before anything is written, OSError where the disk refuses.
    """
    wish = _as_it_is_now(office, wish)
    if reason := why_not(office, wish, viewer):
        raise NotAllowed(f"Belum dapat diberikan: {reason}.")
    if wish.what is What.RESULTS or wish.document is None:
        return _results(office, wish, viewer, at)
    path = _original(office, wish.document, at) if wish.what is What.ORIGINAL else _pages(office, wish, viewer, at)
    serving.note_given(office, wish.document, _how(wish), viewer.officer, at)
    return path


def _as_it_is_now(office: Office, wish: Wish) -> Wish:
    """The wish with the record in force: its class may have changed since the document was chosen."""
    if wish.document is None:
        return wish
    return replace(wish, document=office.records.documents.standing(wish.document.id))


def _results(office: Office, wish: Wish, viewer: Viewer, at: datetime) -> Path:
    """What stands on the screen, as far as a citizen may know of it; of what may not yet be given only how much."""
    assert wish.findings is not None
    asked, citizen = wish.findings, replace(viewer, citizen=True)
    every = finding.find(
        office,
        asked.sought,
        viewer,
        asked.filters,
        limit=MOST_LISTED,
        typing=True,
        newest_first=asked.newest_first,
        today=asked.today,
    )
    seen = finding.only_seen(office, every, citizen)
    paper = serving.print_results(office, seen, citizen, at, withheld=every.total - seen.total)
    return serving.save_paper(office, paper, f"hasil {seen.query}", at, wish.ending)


def _pages(office: Office, wish: Wish, viewer: Viewer, at: datetime) -> Path:
    assert wish.document is not None
    pages = [wish.page] if wish.what is What.PAGE else list(range(1, wish.document.pages + 1))
    paper = serving.print_pages(office, wish.document, pages, viewer, at)
    return serving.save_paper(office, paper, wish.document.title, at, wish.ending)


def _original(office: Office, document: Document, at: datetime) -> Path:
    source = contents.original(office, document)
    assert source is not None
    copy = serving.printout_path(office, document.title, at, source.suffix)
    shutil.copyfile(source, copy)
    return copy


def _how(wish: Wish) -> str:
    if wish.what is What.ORIGINAL:
        return "dokumen asli"
    pages = f"halaman {wish.page}" if wish.what is What.PAGE else "seluruh dokumen"
    return f"{pages}, {wish.ending.removeprefix('.').upper()}"
