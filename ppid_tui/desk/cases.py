"""Cases: whose turn it is, where each stands, and the move to whoever is next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from archive import workflow
from archive.case_model import Case
from archive.model import Document, Officer, Right
from archive.sop import Sop, Step, bundled_sop
from archive.sop_versions import kept_version
from archive.workdays import Count
from archive.workflow import Choice, Place
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.parts import ended, require_all_or_reason, to_whole
from ppid_tui.desk.progress import Progress

if TYPE_CHECKING:
    from ppid_tui.desk.finding import Viewer


LONGEST_TITLE = 120
"""Letters of a case's name: two lines on the smallest screen."""


class TitleUnfit(workflow.WorkflowError):
    """A case cannot be called so; the words say why."""


class State(StrEnum):
    """Where a step of the chain is, seen from the case."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Link:
    """A step in the chain of its SOP: who does it (and who reviews it), and how far the case is."""

    step: Step
    role: str
    reviewer: str
    state: State


REFUSALS = (NotAllowed, workflow.WorkflowError)
"""What the functions here raise when a move is not possible; their words are for the officer."""


def case_of(office: Office, case_id: int) -> Case:
    """The case as it is now. KeyError if there is none."""
    case = office.records.cases.get(case_id)
    if case is None:
        raise KeyError(case_id)
    return case


def sop_of(office: Office, case: Case) -> Sop:
    """The SOP under which a case runs: in the version that it began under, whatever is in use now."""
    if (case.sop, case.sop_version) == (office.sop.id, office.sop.version):
        return office.sop
    kept = kept_version(office.home.sop_versions, case.sop, case.sop_version)
    return kept or (office.sop if case.sop == office.sop.id else bundled_sop(case.sop))


def role_title(office: Office, case: Case, role: str) -> str:
    """What the sheet calls a role."""
    return sop_of(office, case).role(role).title


def whose_turn(office: Office, case: Case) -> str | None:
    """The role that holds the case now; None when it is done or was cancelled."""
    return workflow.whose_turn(sop_of(office, case), case)


def is_elsewhere(office: Office, case: Case) -> bool:
    """Whether the current step is done outside this office, and here only recorded as sent and received."""
    role = whose_turn(office, case)
    return role is not None and bool(office.profile.roles_here) and role not in office.profile.roles_here


def is_mine(office: Office, case: Case, by: Officer) -> bool:
    """Whether this officer may do the current step, or record one that is done elsewhere."""
    return whose_turn(office, case) in by.roles or (bool(by.roles) and is_elsewhere(office, case))


def open_cases(office: Office) -> list[Case]:
    """Cases that are under way, the longest waiting first."""
    running = (c for c in office.records.cases.all() if c.step is not None and not c.cancelled)
    return sorted(running, key=lambda case: (case.since or datetime.min, case.id))


def my_cases(office: Office, by: Officer) -> list[Case]:
    """Cases that wait for this officer: those with a due date first, by it; then the longest waiting."""
    mine = [case for case in open_cases(office) if not case.parent and is_mine(office, case, by)]
    return sorted(mine, key=lambda case: due_date(office, case) or date.max)


def due_date(office: Office, case: Case) -> date | None:
    """When the current step should be done; None where its standard is open or shorter than a day."""
    return workflow.due(sop_of(office, case), case, office.calendar)


def due_count(office: Office, case: Case) -> Count | None:
    """As ``due_date``, with how it was counted."""
    return workflow.due_count(sop_of(office, case), case, office.calendar)


def step_of(office: Office, case: Case) -> Step:
    """The step at which a case stands; the last one when it is done."""
    sop = sop_of(office, case)
    return sop.step(case.step) if case.step is not None else sop.steps[-1]


def place_of(office: Office, case: Case) -> Place:
    """For "Langkah n dari m", and whose turn is next."""
    return workflow.place_in(sop_of(office, case), case)


def choices(office: Office, case: Case) -> tuple[Choice, ...]:
    """The ways on from the current step."""
    return workflow.choices(sop_of(office, case), case)


def chain(office: Office, case: Case) -> tuple[Link, ...]:
    """All steps of the case's SOP in order; those after the current one are ahead, also when done before."""
    sop = sop_of(office, case)
    titles = {role.id: role.title for role in sop.roles}
    return tuple(
        Link(step, titles[step.role], titles.get(step.reviewer or "", ""), _state(step, case)) for step in sop.steps
    )


def title_fault(title: str) -> str:
    """Why a case cannot be called so, in Indonesian; '' where it can."""
    if not title.strip():
        return "Isi dahulu nama pekerjaannya."
    over = len(title.strip()) - LONGEST_TITLE
    return f"Nama pekerjaan paling panjang {LONGEST_TITLE} huruf: kurangi {over} huruf." if over > 0 else ""


def start_case(
    office: Office, title: str, by: Officer, at: datetime, unit: str = "", documents: tuple[int, ...] = ()
) -> Case:
    """Open a case under the office's SOP, at its first step. Raises NotAllowed, or TitleUnfit."""
    if fault := title_fault(title):
        raise TitleUnfit(fault)
    if not by.roles and not office.may(by, Right.ADMINISTER):
        raise NotAllowed("Pekerjaan dibuka oleh petugas yang punya peran dalam SOP.")
    case = workflow.open_case(office.sop, title.strip(), by, at, unit=unit, documents=documents)
    return office.records.cases.add(case, "membuka pekerjaan", by.name, at)


def starting_values(case: Case) -> dict[str, str]:
    """What the form of the current step begins with: the draft, or what was filled in before a return."""
    before = (d.form for d in reversed(case.history) if d.step == case.step and d.phase is case.phase)
    return dict(case.draft) or dict(next(before, {}))


def save_draft(office: Office, case: Case, draft: Mapping[str, str], by: Officer, at: datetime) -> Case:
    """Keep what is filled in so far. Raises NotYourStep."""
    require_turn(office, case, by)
    kept = {name: value for name, value in draft.items() if value.strip()}
    kept_case = replace(case, draft=kept, begun=case.begun or at)
    return office.records.cases.change(kept_case, "menyimpan isian", by.name, at)


def attach(office: Office, case: Case, documents: tuple[Document, ...], by: Officer, at: datetime) -> Case:
    """Add documents to a case; one that is there already stays once. Raises NotYourStep."""
    require_turn(office, case, by)
    ids = tuple(dict.fromkeys((*case.documents, *(d.id for d in documents))))
    return office.records.cases.change(replace(case, documents=ids), "melampirkan dokumen", by.name, at)


def detach(office: Office, case: Case, document: Document, by: Officer, at: datetime) -> Case:
    """Take a document out of a case; the document itself stays in the archive. Raises NotYourStep."""
    require_turn(office, case, by)
    ids = tuple(i for i in case.documents if i != document.id)
    rows = tuple(replace(row, document=0) if row.document == document.id else row for row in case.rows)
    return office.records.cases.change(replace(case, documents=ids, rows=rows), "melepas dokumen", by.name, at)


def documents_of(office: Office, case: Case, viewer: Viewer) -> tuple[list[Document], int]:
    """The documents of a case that may stand on this screen, and how many may not."""
    from ppid_tui.desk.finding import may_see

    known = office.records.documents_of(case.documents)
    seen = [document for document in known if may_see(office, document, viewer)]
    return seen, len(known) - len(seen)


def check_softcopies(office: Office, case: Case) -> Iterator[Progress]:
    """Compare each file of the case with its SHA-256; ``problem`` says what is wrong with it."""
    known = office.records.documents_of(case.documents)
    files = [(document, rendition) for document in known for rendition in document.renditions]
    for done, (document, rendition) in enumerate(files, 1):
        sound = office.softcopies.is_sound(rendition.sha256, rendition.media_type)
        words = "" if sound else f"{rendition.name} dari “{document.title}” hilang atau berubah"
        yield Progress(done, len(files), rendition.name, words)


def finish_step(
    office: Office,
    case: Case,
    label: str,
    by: Officer,
    at: datetime,
    note: str = "",
    form: Mapping[str, str] | None = None,
    began: datetime | None = None,
) -> Case:
    """Record the step as done and move the case on; ``began`` is when the officer had it before them.

    Raises workflow.NotYourStep, ReasonMissing or UnknownChoice; their words are Indonesian.
    """
    role = whose_turn(office, case)
    acting = replace(by, roles=(*by.roles, role)) if role and is_mine(office, case, by) else by
    moved = workflow.advance(sop_of(office, case), case, label, acting, at, note, dict(form or {}), began)
    moved = ended(replace(moved, draft={}), case)
    require_all_or_reason(office, case, note)
    with office.records.transaction():
        to_whole(office, moved, by, at)
        return office.records.cases.change(moved, f"langkah {case.step}: {label}", by.name, at)


def not_yours(office: Office, case: Case) -> str:
    """What an officer reads at a step of another role; '' where nobody holds the case any more."""
    role = whose_turn(office, case)
    if role is None:
        return ""
    title = role_title(office, case, role)
    return f"Langkah ini milik {title}. Anda dapat melihatnya, belum dapat mengerjakannya."


def require_turn(office: Office, case: Case, by: Officer) -> None:
    """Raises NotYourStep unless this officer holds the case now."""
    if not is_mine(office, case, by):
        raise workflow.NotYourStep(not_yours(office, case) or "Pekerjaan ini sudah selesai.")


def _state(step: Step, case: Case) -> State:
    if case.step is None or step.number < case.step:
        return State.DONE
    return State.CURRENT if step.number == case.step else State.AHEAD
