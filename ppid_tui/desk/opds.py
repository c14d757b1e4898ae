"""The OPDs of a case: a part opened for each, what was asked of it beside what came, and who is late."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from archive.case_model import Case, Held
from archive.model import Officer, Right
from ppid_tui.desk import cases
from ppid_tui.desk.bodies import is_here, joins_bodies
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.parts import parts_of
from ppid_tui.desk.profile import write_profile

OPENED = "membuka bagian OPD"
LIST_CHANGED = "mengubah daftar OPD"
LONGEST_NAME = 100


@dataclass(frozen=True)
class Part:
    """What one OPD owes to a case; ``case`` is None while nothing was opened for it. ``asked`` rows, by title.

    ``came`` of them; without rows, the number of documents. ``due`` is the day until which it may take.
    """

    opd: str
    case: Case | None = None
    asked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    documents: int = 0
    due: date | None = None
    late: bool = False

    @property
    def done(self) -> bool:
        """Whether the OPD has sent what it has."""
        return self.case is not None and self.case.step is None

    @property
    def waits(self) -> bool:
        """Whether it was asked and has not yet sent."""
        return self.case is not None and self.case.step is not None


def can_have_parts(office: Office, case: Case) -> bool:
    """Whether OPDs may do their parts of the case now: the step is theirs, was sent from here, and comes back here."""
    if case.parent or not case.history or not joins_bodies(cases.sop_of(office, case)):
        return False
    if not cases.is_elsewhere(office, case) or not is_here(office, case.history[-1].role):
        return False
    return any(way.next_role and is_here(office, way.next_role) for way in cases.choices(office, case))


def guidance(office: Office, case: Case, today: date) -> str:
    """How far the OPDs are, and the key to them, where they do their parts of the case now; else ''."""
    return f"Ctrl+N per OPD: {summary_words(parts(office, case, today))}" if can_have_parts(office, case) else ""


def parts(office: Office, case: Case, today: date) -> list[Part]:
    """The office's OPDs, those that the list of the case names, and those that have a part; the late ones first."""
    opened = {_key(part.unit): part for part in parts_of(office, case)}
    of_rows = (row.unit for row in case.rows if _key(row.unit) not in ("", _key(case.unit)))
    known = (*office.profile.opds, *(part.unit for part in opened.values()), *of_rows)
    named: dict[str, str] = {}
    for name in known:
        named.setdefault(_key(name), " ".join(name.split()))
    found = [_part(office, name, opened.get(key), today) for key, name in named.items()]
    return sorted(found, key=lambda part: (not part.late, not part.waits, part.done))


def open_parts(office: Office, case: Case, opds: Sequence[str], by: Officer, at: datetime) -> list[Case]:
    """Open a part for each of these OPDs that has none. Raises NotAllowed."""
    if not by.roles or not can_have_parts(office, case):
        raise NotAllowed("Bagian OPD dibuka ketika langkahnya dikerjakan OPD, oleh petugas yang punya peran.")
    with office.records.transaction():
        there = {_key(part.unit) for part in parts_of(office, case)}
        new = [_opened(office, case, opd, by, at) for opd in opds if _key(opd) not in there]
        return [office.records.cases.add(one, OPENED, by.name, at, f"bagian pekerjaan {case.id}") for one in new]


def with_opds(office: Office, opds: Sequence[str], by: Officer, at: datetime) -> Office:
    """Another list of OPDs, kept in the office's settings; returns the office as it is then.

    Raises NotAllowed, or OSError with nothing changed.
    """
    if not (office.may(by, Right.ADMINISTER) or office.may(by, Right.DECIDE)):
        raise NotAllowed("Daftar OPD diubah oleh PPID atau administrator.")
    names = (" ".join(opd.split())[:LONGEST_NAME] for opd in opds)
    kept = tuple({name.casefold(): name for name in names if name}.values())
    changed = replace(office, profile=replace(office.profile, opds=kept))
    with office.records.transaction():
        was, becomes = {"opds": list(office.profile.opds)}, {"opds": list(kept)}
        office.records.trail.append(at, by.name, LIST_CHANGED, "", 0, was, becomes)
        write_profile(changed.profile, office.home.profile)
    return changed


def state_words(part: Part) -> str:
    """How far an OPD is, in a few words."""
    if part.case is None:
        return "belum dibuka"
    if part.done:
        return "sudah mengirim"
    until = f"batas {part.due:%d-%m-%Y}" if part.due else "menunggu"
    if part.late:
        return f"TERLAMBAT, {until}"
    return until if part.case.packages or part.case.draft.get("sent") else f"{until}, belum dikirimi"


def count_words(part: Part) -> str:
    """What was asked beside what came."""
    if part.case is None:
        return ""
    if part.asked:
        return f"datang {len(part.asked) - len(part.missing)} dari {len(part.asked)}"
    return f"{part.documents} dokumen" if part.done else ""


def summary_words(found: Sequence[Part]) -> str:
    """How far all of them are, in one line."""
    opened = [part for part in found if part.case]
    late = sum(part.late for part in found)
    came = f"{sum(part.done for part in opened)} dari {len(opened)} OPD sudah mengirim"
    return f"{came}{f', {late} terlambat' if late else ''}." if opened else "Belum ada yang dibuka."


def _part(office: Office, opd: str, case: Case | None, today: date) -> Part:
    if case is None:
        return Part(opd)
    due = cases.due_date(office, case)
    return Part(
        opd=case.unit,
        case=case,
        asked=tuple(row.title for row in case.rows),
        missing=tuple(row.title for row in case.rows if not (row.document or row.held is not Held.UNKNOWN)),
        documents=len(case.documents),
        due=due,
        late=due is not None and due < today and case.step is not None,
    )


def _opened(office: Office, case: Case, opd: str, by: Officer, at: datetime) -> Case:
    """Its rows are those of the list that are the OPD's, or nobody's yet; its documents those of these rows."""
    asked = {_key(opd), _key(case.unit), ""}
    rows = tuple(row for row in case.rows if _key(row.unit) in asked)
    return Case(
        title=case.title,
        sop=case.sop,
        sop_version=case.sop_version,
        unit=opd,
        step=case.step,
        since=at,
        opened_at=at,
        opened_by=by.name,
        documents=tuple(dict.fromkeys(row.document for row in rows if row.document)),
        rows=rows,
        uid=uuid.uuid4().hex,
        parent=case.id,
    )


def _key(name: str) -> str:
    """Under which two ways to write a name are one."""
    return " ".join(name.split()).casefold()
