"""The small office with its records completed as the lists ask, and one decree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from archive.editions import Edition
from archive.model import Document, InformationClass
from ppid_tui.desk import dip_editions
from ppid_tui.desk.describing import describe
from ppid_tui.desk.office import Office
from tests.small_office import AT, BUDGET, PPID, SCAN, TRAVEL, WARNING, document, officer

TODAY = AT.date()
COMPLETE = (TRAVEL, BUDGET, WARNING, SCAN)


def complete(office: Office, title: str, at: datetime = AT) -> Document:
    """Fill in what the list asks for beside title, class, unit and year."""
    filled = replace(
        document(office, title), responsible="Kepala Bagian Umum", made_at="Kota Contoh", retention="2 tahun"
    )
    return describe(office, filled, officer(office, PPID), at)


def complete_all(office: Office) -> None:
    """All that may be given."""
    for title in COMPLETE:
        complete(office, title)


def exempted(office: Office, title: str, at: datetime = AT) -> Document:
    """The document, exempt from now on."""
    changed = replace(document(office, title), information_class=InformationClass.DIKECUALIKAN)
    return describe(office, changed, officer(office, PPID), at)


def decreed(office: Office, number: str = "1/SK/2026", on: date = TODAY, year: int | None = None) -> Edition:
    """The list as it is, decreed on this day."""
    edition = Edition(number, on, "Bayu Contoh", "PPID", 2026, 1, of_year=year)
    return dip_editions.decree(office, edition, officer(office, PPID), AT)
