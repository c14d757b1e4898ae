"""The request register as the counter reads it: what is under way first, what is late on top."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from archive.model import Officer
from archive.request_model import Request, RequestState
from ppid_tui.desk.due import clock_due
from ppid_tui.desk.forgetting import FORGOTTEN, is_forgotten
from ppid_tui.desk.office import Office
from ppid_tui.desk.request_words import outcome_words, state_words
from ppid_tui.desk.requesters import masked
from ppid_tui.desk.requests import require_counter
from ppid_tui.printouts.labels import access_words, long_date


class Part(StrEnum):
    """A part of the register; the value is its name."""

    ALL = "Semua"
    RUNNING = "Berjalan"
    LATE = "Terlambat"
    WAITING = "Menunggu"
    OBJECTED = "Keberatan"
    DONE = "Selesai"


def register(office: Office, by: Officer) -> list[Request]:
    """The requests whose clock runs, by their day; then the rest, the newest first. Raises NotAllowed."""
    require_counter(office, by, "Melihat register permohonan")
    return sorted(office.records.requests.all(), key=_order)


def narrowed(requests: list[Request], part: Part, words: str, today: date) -> list[Request]:
    """Those of this part in which all these words stand: number, name, or what is asked for."""
    wanted = words.casefold().split()
    found = (one for one in requests if _is_of(one, part, today))
    return [one for one in found if all(word in _told(one) for word in wanted)]


def sheet(office: Office, request: Request, today: date, listed: bool = False) -> list[tuple[str, str]]:
    """The request as labels and values; the identity number is masked, and beside the list (``listed``) the contact."""
    person = request.requester
    rows = [
        ("Nomor", request.number),
        ("Diterima", long_date(request.received)),
        ("Keadaan", state_words(office, request, today)),
        ("Pemohon", FORGOTTEN if is_forgotten(request) else person.name),
        ("Alamat", "" if listed else person.address),
        ("Kontak", masked(person.contact) if listed else person.contact),
        ("Nomor identitas", masked(person.identity_number)),
        ("Kuasa", request.attorney.name if request.attorney else ""),
        ("Tujuan", request.purpose),
        ("Cara memperoleh", access_words(request)),
    ]
    for number, item in enumerate(request.items, 1):
        beside = " · ".join(part for part in (outcome_words(item.outcome), item.reason) if part)
        rows.append((f"Diminta {number}", item.wanted + (f" ({beside})" if beside else "")))
    if request.extended_until:
        rows.append(("Diperpanjang", f"sampai {long_date(request.extended_until)}: {request.extension_reason}"))
    if request.keberatan:
        rows.append(("Keberatan", f"{request.keberatan.number}, alasan {request.keberatan.ground}"))
    return [(label, value) for label, value in (*rows, ("Petugas", request.handled_by)) if value]


def _order(request: Request) -> tuple[bool, date, int]:
    due = clock_due(request)
    return (due is None, due or date.max, -request.id)


def _is_of(request: Request, part: Part, today: date) -> bool:
    done = request.state is RequestState.DONE
    due = clock_due(request)
    return {
        Part.ALL: True,
        Part.RUNNING: not done,
        Part.LATE: due is not None and due < today,
        Part.WAITING: request.state is RequestState.WAITING,
        Part.OBJECTED: request.keberatan is not None,
        Part.DONE: done,
    }[part]


def _told(request: Request) -> str:
    wanted = " ".join(item.wanted for item in request.items)
    return f"{request.number} {request.requester.name} {wanted}".casefold()
