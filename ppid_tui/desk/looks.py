"""That somebody looked at who a citizen is: each look stands in the trail (UU 27/2022 article 31)."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from archive.model import Officer
from archive.request_model import Request, Requester
from ppid_tui.desk.office import Office

LOOKED = "melihat data pemohon"


def note_look(office: Office, seen: Request | Requester, by: Officer, at: datetime) -> None:
    """Put the look into the trail. A full disk does not keep an officer from answering a citizen."""
    table = "requests" if isinstance(seen, Request) else "requesters"
    with suppress(OSError):
        office.records.trail.append(at, by.name, LOOKED, table, seen.id)
