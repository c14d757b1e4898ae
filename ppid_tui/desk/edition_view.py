"""The editions of the DIP as the screen shows them, each with what it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from archive.dip import DipRow
from archive.dip_changes import Difference
from archive.editions import Edition
from archive.model import Officer
from ppid_tui.desk import dip_editions as desk
from ppid_tui.desk.office import Office
from ppid_tui.printouts.dip_changes import changes_in
from ppid_tui.printouts.labels import class_label, long_date

SHOWN = 100
"""Lines of each kind that the screen shows; the paper has all."""

Told = tuple[bool, str]
"""A line, and whether it is a heading."""


@dataclass(frozen=True)
class Listed:
    """An edition, or None for the list as it is today."""

    edition: Edition | None
    name: str
    beside: str
    lines: tuple[Told, ...]


def listed(office: Office, by: Officer, today: date) -> list[Listed]:
    """Today's list, then each edition, the newest first."""
    now = desk.status(office, by)
    kept = [_of(office, edition) for edition in desk.all_editions(office)]
    return [Listed(None, f"Hari ini, {long_date(today)}", _since(now), tuple(_told(now.since))), *kept]


def _of(office: Office, edition: Edition) -> Listed:
    name = f"{long_date(edition.decided_on)}, nomor {edition.number}"
    beside = f"{desk.period_words(edition)}, {edition.total} baris"
    if edition.withdrawn:
        return Listed(edition, name, "dibatalkan", ((False, f"Penetapan ini dibatalkan: {edition.withdrawn}"),))
    try:
        changed = desk.changes_of(office, edition)
        hidden = desk.withheld(office, edition)
    except (KeyError, ValueError):
        return Listed(edition, name, beside, ((True, "Isi penetapan ini rusak. Pulihkan dari cadangan."),))
    about = [(False, f"Ditetapkan oleh {edition.signed_by}, {edition.position}. Dicatat oleh {edition.kept_by}.")]
    if hidden:
        about.append((False, f"{hidden} baris tidak ditampilkan: dokumennya kini tidak boleh diberikan."))
    return Listed(edition, name, beside, (*about, *_told(changed)))


def _since(now: desk.Status) -> str:
    if now.edition is None:
        return "belum pernah ditetapkan"
    if not now.since:
        return "seperti ditetapkan terakhir"
    return f"{desk.difference_words(now.since)} sejak penetapan terakhir"


def _told(changed: Difference) -> Iterator[Told]:
    if not changed:
        yield (False, "Tidak ada perubahan.")
    yield from _group("Baru", [_line(row) for row in changed.new])
    yield from _group("Berubah", [_changed(before, after) for before, after in changed.changed])
    yield from _group("Tidak lagi dalam daftar", [_line(row) for row in changed.gone])


def _group(name: str, lines: list[str]) -> Iterator[Told]:
    if lines:
        yield (True, f"{name}: {len(lines)}")
        yield from ((False, line) for line in lines[:SHOWN])
        if len(lines) > SHOWN:
            yield (False, f"… dan {len(lines) - SHOWN} lagi: F9 mencetak semuanya")


def _line(row: DipRow) -> str:
    return " · ".join(filter(None, (row.title, row.number, row.unit, class_label(row.information_class))))


def _changed(before: DipRow, after: DipRow) -> str:
    told = [f"{name.lower()}: {was or '-'} → {now or '-'}" for name, was, now in changes_in(before, after)]
    return f"{after.title}. {'; '.join(told) or 'data lain'}"
