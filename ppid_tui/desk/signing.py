"""Who signs a paper on a day: the head of the office or a role of the SOP, perhaps by Plt., Plh. or a.n."""

from __future__ import annotations

from datetime import date

from archive.model import Officer, StepDone
from archive.officers import capacity, holders
from archive.standing_in import Capacity
from ppid_tui.desk.office import Office
from ppid_tui.desk.roles import title_of
from ppid_tui.printouts.labels import long_date
from ppid_tui.printouts.paper import Signature

HEAD = ""
"""In place of a role: the head of the office, as ``office.toml`` names the signatories."""
IDENTITY = "NIP " + "." * 30
"""To be filled in by pen: the kiosk keeps nobody's number."""


def signature(office: Office, role: str, day: date) -> Signature:
    """Place for the signature of a role, or of the HEAD, on this day; the name stays open where nobody has it."""
    city = office.profile.city or "." * 24
    position, name = _head(office, day) if role == HEAD else _holder(office, role, day)
    return Signature(f"{city}, {long_date(day)}", f"{position},", name, IDENTITY)


def position_words(title: str, by: Capacity | None, own_position: str = "") -> str:
    """A position as it stands above a signature; on behalf, the signer's own is the line below (Permendagri 1/2023)."""
    if by is None:
        return title
    below = f"\n{own_position}" if by is Capacity.AN and own_position else ""
    return f"{by.value} {title}{below}"


def done_by(office: Office, done: StepDone) -> str:
    """Who did a step, and for whom where they stood in: "Rina Contoh (Plh. PPID)"."""
    return f"{done.officer} ({done.acting} {title_of(office.sop, done.role)})" if done.acting else done.officer


def _head(office: Office, day: date) -> tuple[str, str]:
    signatory = office.profile.signatory_on(day)
    if signatory is None:
        return f"Kepala {office.profile.name}", ""
    return f"{signatory.acting} {signatory.position}".strip(), signatory.name


def _holder(office: Office, role: str, day: date) -> tuple[str, str]:
    title = title_of(office.sop, role)
    able: list[Officer] = holders(office.records.officers.all(), role, day)
    if not able:
        return title, ""
    first = able[0]
    return position_words(title, capacity(first, role, day), first.position), first.name
