"""Personal data that the office has kept for as long as it set: removed once an administrator approves.

Numbers, dates, what was asked and how it was answered stay, and with them the figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from archive.guests import Guest
from archive.model import Officer, Right
from archive.request_model import Request
from ppid_tui.desk import forgetting
from ppid_tui.desk.office import Office

NOT_SET = (
    "Kantor ini belum menetapkan masa simpan. Tulis requester_years (tahun) di office.toml sesuai JRA kantor; "
    "yang terhapus tetap menunggu persetujuan administrator."
)


@dataclass(frozen=True)
class Old:
    """Requests and visits whose time is over."""

    requests: tuple[Request, ...]
    guests: tuple[Guest, ...]

    def __bool__(self) -> bool:
        return bool(self.requests or self.guests)

    @property
    def words(self) -> str:
        """How many: "3 permohonan, 1 kunjungan tamu"."""
        counted = ((len(self.requests), "permohonan"), (len(self.guests), "kunjungan tamu"))
        return ", ".join(f"{number} {what}" for number, what in counted if number)


def old(office: Office, today: date) -> Old:
    """What may be removed today; nothing where the office has set no time."""
    years = office.profile.requester_years
    if years <= 0:
        return Old((), ())
    limit = _years_before(today, years)
    requests = (one for one in office.records.requests.all() if ended(one) <= limit and not _kept(one))
    guests = (one for one in office.records.guests.all() if one.name and one.at.date() <= limit)
    return Old(tuple(requests), tuple(guests))


def ended(request: Request) -> date:
    """The last day on which something was done with the request."""
    objection = request.keberatan
    dispute = objection.dispute if objection else None
    days = (
        request.answered,
        request.given,
        objection and objection.answered,
        dispute and dispute.ended,
        request.received,
    )
    return max(day for day in days if day)


def remove(office: Office, chosen: Old, reason: str, by: Officer, at: datetime) -> str:
    """Remove who these were; the approval and its reason stand in the trail. What is still to be told, or ''.

    What was changed meanwhile and is not due any more is left. Raises NotAllowed, CannotForget, or OSError.
    """
    office.require(by, Right.ADMINISTER, "Menyetujui penghapusan data pribadi")
    if not reason.strip():
        raise forgetting.CannotForget("Tulis dahulu dasar penghapusannya.")
    now = old(office, at.date())
    requests, guests = ({one.id for one in listed} for listed in (chosen.requests, chosen.guests))
    due = Old(
        tuple(one for one in now.requests if one.id in requests), tuple(one for one in now.guests if one.id in guests)
    )
    note = f"{reason.strip()} ({due.words})"
    office.records.trail.append(at, by.name, forgetting.AGREED, "", 0, note=note)
    gone = office.records.forget((one.id for one in due.requests), (one.id for one in due.guests), by.name, at)
    return "" if gone else forgetting.LATER


def _kept(request: Request) -> bool:
    """Whether it is still needed: not done, objected to and not answered, in dispute; or already forgotten."""
    objection = request.keberatan
    in_dispute = bool(objection and objection.dispute and objection.dispute.ended is None)
    return in_dispute or bool(forgetting.why_not(request))


def _years_before(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - years, day=28 if leap else day.day)
