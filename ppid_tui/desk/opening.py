"""Opening an office behind the first picture: what went wrong is told in words, never raised."""

from __future__ import annotations

from pathlib import Path

from archive.migrations import NewerStore
from archive.sop import SopError
from ppid_tui.desk.office import NotSetUp, Office, open_office
from ppid_tui.desk.profile import BadProfile
from ppid_tui.desk.trouble import cause


def opened(home: Path) -> tuple[Office | None, str]:
    """The office and what to tell of it; (None, '') where there is none yet."""
    try:
        office = open_office(home)
    except NotSetUp:
        return None, ""
    except (BadProfile, SopError, NewerStore) as error:
        return None, str(error)
    except OSError as error:
        return None, f"Arsip di {home} belum dapat dibuka: {cause(error)}. Periksa apakah disknya terpasang."
    problems = office.records.problems
    if not problems:
        return office, ""
    return office, "Ada catatan rusak yang disisihkan; selebihnya aman. Jalankan ppid-tui verify."
