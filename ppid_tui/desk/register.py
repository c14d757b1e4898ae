"""The request register as the counter reads it: state, term and outcome in plain words."""

from __future__ import annotations

from datetime import date

from archive.model import Officer, Right
from archive.request_model import Request, RequestOutcome, RequestState
from ppid_tui.desk.due import left_words, request_due
from ppid_tui.desk.forgetting import FORGOTTEN, is_forgotten
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import access_words, long_date

OUTCOMES = {
    RequestOutcome.GRANTED: "diberikan seluruhnya",
    RequestOutcome.PARTLY: "diberikan sebagian",
    RequestOutcome.REFUSED: "ditolak",
    RequestOutcome.NOT_HELD: "tidak dikuasai",
    RequestOutcome.NOT_DOCUMENTED: "belum didokumentasikan",
    RequestOutcome.WITHDRAWN: "dibatalkan pemohon",
}


def register(office: Office, by: Officer) -> list[Request]:
    """The requests, those under way first, then the newest. Raises NotAllowed for who neither serves nor decides."""
    if not office.may(by, Right.DECIDE):
        office.require(by, Right.SERVE, "Melihat register permohonan")
    requests = office.records.requests.all()
    return sorted(requests, key=lambda r: (r.state is RequestState.DONE, -r.received.toordinal(), -r.id))


def state_words(office: Office, request: Request, today: date) -> str:
    """Where the request stands, in the words of the register."""
    due = request_due(request)
    left = left_words(due, today, office.calendar)
    match request.state:
        case RequestState.RECEIVED:
            return f"Baru diterima: {left}" if left else "Baru diterima"
        case RequestState.IN_PROGRESS:
            return f"Sedang diproses: {left}"
        case RequestState.WAITING:
            return ": ".join(filter(None, (waiting_words(request), left)))
        case RequestState.EXTENDED:
            return f"Diperpanjang: {left}"
        case RequestState.DONE:
            outcome = OUTCOMES.get(request.outcome, "selesai")
            return f"Selesai: {outcome}" + (", ada keberatan" if request.keberatan else "")


def waiting_words(request: Request) -> str:
    """For whom and for what a request waits."""
    waits = request.waiting
    return f"Menunggu {waits.whom}: {waits.what}" if waits else "Menunggu"


def sheet(office: Office, request: Request, today: date) -> list[tuple[str, str]]:
    """The request as labels and values; the identity number is masked."""
    person = request.requester
    rows = [
        ("Nomor", request.number),
        ("Diterima", long_date(request.received)),
        ("Keadaan", state_words(office, request, today)),
        ("Pemohon", FORGOTTEN if is_forgotten(request) else person.name),
        ("Alamat", person.address),
        ("Kontak", person.contact),
        ("Nomor identitas", masked(person.identity_number)),
        ("Tujuan", request.purpose),
        ("Cara memperoleh", access_words(request)),
    ]
    for number, item in enumerate(request.items, 1):
        words = OUTCOMES.get(item.outcome, "")
        beside = " · ".join(part for part in (words, item.reason) if part)
        rows.append((f"Diminta {number}", item.wanted + (f" ({beside})" if beside else "")))
    if request.extended_until:
        rows.append(("Diperpanjang", f"sampai {long_date(request.extended_until)}: {request.extension_reason}"))
    if request.keberatan:
        rows.append(("Keberatan", f"{request.keberatan.number}, alasan {request.keberatan.ground}"))
    return [(label, value) for label, value in (*rows, ("Petugas", request.handled_by)) if value]


def masked(number: str) -> str:
    """An identity number of which only the last four digits can be read."""
    return "•" * max(len(number) - 4, 0) + number[-4:] if number else ""
