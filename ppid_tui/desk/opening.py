"""Opening an office behind the first picture: what went wrong is told in words, never raised."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from archive.migrations import NewerStore
from archive.sop import SopError
from ppid_tui.desk.office import NotSetUp, Office, open_office
from ppid_tui.desk.profile import BadProfile
from ppid_tui.desk.trouble import cause

OPEN = "terbuka.txt"
"""Stands in the home while the kiosk runs; found at the start, it tells of a sudden end."""
SUDDEN = "Kiosk tertutup mendadak pukul {hour}. Semua yang sudah disimpan aman; isian terakhir dapat dilanjutkan."


def opened(home: Path, at: datetime) -> tuple[Office | None, str]:
    """The office and what to tell of it; (None, '') where there is none yet."""
    try:
        office = open_office(home)
    except NotSetUp:
        return None, ""
    except (BadProfile, SopError, NewerStore) as error:
        return None, str(error)
    except OSError as error:
        return None, f"Arsip di {home} belum dapat dibuka: {cause(error)}. Periksa apakah disknya terpasang."
    sudden = _sudden_end(home)
    note_open(home, at)
    if not office.records.problems:
        return office, sudden
    return office, "Ada catatan rusak yang disisihkan; selebihnya aman. Jalankan ppid-tui verify."


def note_open(home: Path, at: datetime) -> None:
    """The kiosk runs, and did so at this time."""
    with suppress(OSError):
        (home / OPEN).write_text(at.isoformat(timespec="minutes"), encoding="utf-8")


def note_closed(home: Path) -> None:
    """The kiosk was closed as it should be."""
    with suppress(OSError):
        (home / OPEN).unlink(missing_ok=True)


def _sudden_end(home: Path) -> str:
    try:
        last = datetime.fromisoformat((home / OPEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return SUDDEN.format(hour=f"{last:%H.%M}")
