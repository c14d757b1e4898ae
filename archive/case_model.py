"""What is kept of a case: its steps, the events that made it what it is, its list and remarks, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from archive.model import InformationClass


class Phase(StrEnum):
    """Within a step: the work itself, or its review by the step's reviewer."""

    WORK = "work"
    REVIEW = "review"


@dataclass(frozen=True)
class SignedSheet:
    """A decision that was signed on paper, and who put it into the kiosk; ``document_id`` is its scan, once there."""

    signer: str
    position: str
    signed_on: date
    recorded_by: str
    recorded_by_id: int
    acting: str = ""
    letter: str = ""
    document_id: int | None = None

    @property
    def signed_by(self) -> str:
        """Who signed and as what: "Plt. Kepala Biro, Sari Contoh"."""
        return ", ".join(filter(None, (f"{self.acting} {self.position}".strip(), self.signer)))


@dataclass(frozen=True)
class StepDone:
    """One step of a case as it was done, with what was filled in; ``began`` is when its officer took it up.

    ``since`` it waited for them. ``acting`` is "Plt.", "Plh." or "a.n." where they stood in for the role's holder.
    Where it was decided on paper, ``officer`` is who signed it, with no id.
    """

    step: int
    phase: Phase
    role: str
    officer_id: int
    officer: str
    at: datetime
    outcome: str
    to: int | None
    note: str = ""
    form: dict[str, str] = field(default_factory=dict)
    began: datetime | None = None
    since: datetime | None = None
    sheet: SignedSheet | None = None
    acting: str = ""

    @property
    def moved_by(self) -> int:
        """The id of the officer who moved the case at the kiosk."""
        return self.sheet.recorded_by_id if self.sheet else self.officer_id


class CaseEventKind(StrEnum):
    """What is done to a case beside its steps."""

    CANCELLED = "cancelled"
    REOPENED = "reopened"
    REASSIGNED = "reassigned"
    UNDONE = "undone"
    NOTED = "noted"


@dataclass(frozen=True)
class CaseEvent:
    """Something done to a case at ``step``, beside its steps; ``role`` is who has it then.

    ``after`` says how many moves its history had. ``undone`` is the move that was taken back: it stands here and
    no longer in the history.
    """

    kind: CaseEventKind
    at: datetime
    officer_id: int
    officer: str
    step: int | None
    after: int
    role: str = ""
    reason: str = ""
    undone: StepDone | None = None


class Held(StrEnum):
    """How a unit says that it holds information, before a document of the archive tells."""

    UNKNOWN = ""
    SOFTCOPY = "softcopy"
    HARDCOPY = "hardcopy"


@dataclass(frozen=True)
class ListRow:
    """A line of the list of information that a case draws up; ``number`` names it within its case.

    ``document`` is the id of the document that holds it, 0 while there is none.
    """

    number: int
    title: str
    unit: str = ""
    responsible: str = ""
    information_class: InformationClass = InformationClass.BELUM_DITETAPKAN
    held: Held = Held.UNKNOWN
    document: int = 0


@dataclass(frozen=True)
class Remark:
    """What a reviewer says of one item of a case; no ``reason``: approved.

    ``item`` is "r3" for row 3 of its list, "d12" for document 12; ``move`` the place in the case's history
    of the move that it belongs to.
    """

    item: str
    reason: str = ""
    move: int = 0


@dataclass(frozen=True)
class Case:
    """One run of an SOP over some documents. ``step`` is the current step's number, None when done.

    ``since`` the case waits for who holds it now, ``begun`` is when they took it up. ``uid`` names it on every
    kiosk to which it is handed over ('' while it never left), ``packages`` are the digests of the hand-over files
    that were made or taken in. ``parent`` is the id of the case of which this is one OPD's part, its rows what was
    asked of that OPD. ``assigned`` is the role to which a superior gave this step, '' where it is the SOP's own.
    """

    title: str
    sop: str
    id: int = 0
    sop_version: str = ""
    unit: str = ""
    step: int | None = 1
    phase: Phase = Phase.WORK
    since: datetime | None = None
    begun: datetime | None = None
    opened_at: datetime | None = None
    opened_by: str = ""
    documents: tuple[int, ...] = ()
    history: tuple[StepDone, ...] = ()
    draft: dict[str, str] = field(default_factory=dict)
    rows: tuple[ListRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    request_id: int | None = None
    cancelled: str = ""
    uid: str = ""
    packages: tuple[str, ...] = ()
    parent: int = 0
    assigned: str = ""
    events: tuple[CaseEvent, ...] = ()

    @property
    def returned(self) -> StepDone | None:
        """The last move, if it sent the case back: its reason is seen first. A hand-on to review is none."""
        last = self.history[-1] if self.history and self.phase is Phase.WORK else None
        return last if last and last.to is not None and last.to <= last.step else None
