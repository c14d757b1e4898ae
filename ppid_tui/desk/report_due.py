"""When the annual report is due, and whether it was made (PERKI 1/2021 article 56: within three months)."""

from __future__ import annotations

from datetime import date

from archive.model import Officer, Right
from ppid_tui.desk.list_dues import Due
from ppid_tui.desk.office import Office
from ppid_tui.desk.period import YEAR, Period

MADE = "membuat laporan layanan"
DUE_MONTH, DUE_DAY = 3, 31


def report_due(office: Office, by: Officer, today: date) -> Due | None:
    """The report of last year, from January on until it was made, for who decides."""
    last = Period(date(today.year - 1, 1, 1), YEAR)
    if not office.may(by, Right.DECIDE):
        return None
    if not any(last.holds(one.received) for one in office.records.requests.all()) or _was_made(office, last):
        return None
    return Due(f"Laporan layanan informasi {last.title}", "F9 membuatnya", date(today.year, DUE_MONTH, DUE_DAY))


def _was_made(office: Office, period: Period) -> bool:
    """Whether its report was made once the period was over."""
    entries = office.records.trail.find(action=MADE, day_from=period.moved(1).first)
    return any(one.note == period.title for one in entries)
