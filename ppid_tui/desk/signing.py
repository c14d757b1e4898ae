"""Who signs a paper on a day: the head of the office or a role of the SOP, perhaps by Plt., Plh. or a.n."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.case_model import StepDone
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


@dataclass(frozen=True)
class Signer:
    """Who signs: the position they sign for, and ``acting`` "Plt.", "Plh." or "a.n." where it is not their own.

    ``name`` is '' where nobody has the position; ``own`` is the position of who stands in.
    """

    name: str
    position: str
    acting: str = ""
    own: str = ""

    @property
    def above(self) -> str:
        """What stands above the name."""
        return position_words(self.position, self.acting, self.own)


def signature(office: Office, role: str, day: date) -> Signature:
    """Place for the signature of a role, or of the HEAD, on this day; the name stays open where nobody has it."""
    city, signer = office.profile.city or "." * 24, signer_of(office, role, day)
    return Signature(f"{city}, {long_date(day)}", f"{signer.above},", signer.name, IDENTITY)


def signer_of(office: Office, role: str, day: date) -> Signer:
    """Who signs for a role, or for the HEAD, on this day: a stand-in before the holder."""
    if role == HEAD:
        head = office.profile.signatory_on(day)
        return Signer(head.name, head.position, head.acting) if head else Signer("", f"Kepala {office.profile.name}")
    able = holders(office.records.officers.all(), role, day)
    if not able:
        return Signer("", title_of(office.sop, role))
    acting = capacity(able[0], role, day)
    return Signer(able[0].name, title_of(office.sop, role), str(acting or ""), able[0].position if acting else "")


def position_words(title: str, acting: str | None, own_position: str = "") -> str:
    """A position as it stands above a signature; on behalf, the signer's own is the line below (Permendagri 1/2023)."""
    below = f"\n{own_position}" if acting == Capacity.AN and own_position else ""
    return f"{acting or ''} {title}".strip() + below


def done_by(office: Office, done: StepDone) -> str:
    """Who did a step, and for whom where they stood in: "Rina Contoh (Plh. PPID)"."""
    return f"{done.officer} ({done.acting} {title_of(office.sop, done.role)})" if done.acting else done.officer
