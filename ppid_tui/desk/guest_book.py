"""The guest book, as the counter reads it."""

from __future__ import annotations

from archive.guests import Guest
from archive.model import Officer
from ppid_tui.desk.office import Office
from ppid_tui.desk.requests import require_counter


def guests(office: Office, by: Officer) -> list[Guest]:
    """Who came, the last first. Raises NotAllowed for who neither serves nor decides."""
    require_counter(office, by, "Melihat buku tamu")
    return sorted(office.records.guests.all(), key=lambda one: (one.at, one.id), reverse=True)


def shown_words(office: Office, guest: Guest) -> str:
    """What they looked at: titles of what may be given now, else what they looked for."""
    found = office.records.documents_of(guest.documents)
    titles = [one.title for one in found if one.information_class.may_be_given]
    return "; ".join(titles) or (f"mencari “{guest.wanted}”" if guest.wanted else "")
