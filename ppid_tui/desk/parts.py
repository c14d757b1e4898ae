"""One OPD's part of a case: it ends with the step that the OPD does, and what it brought belongs to the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.case_model import Case, ListRow
from archive.model import Officer
from archive.workflow import ReasonMissing
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import long_date

FROM_OPD = "menerima dari OPD"
SENT = "mengirim kepada OPD"
EACH = "OPD, masing-masing bagiannya"


def parts_of(office: Office, case: Case) -> list[Case]:
    """The parts of a case that were not given up, in the order in which they were opened."""
    return [part for part in office.records.cases.all() if part.parent == case.id and not part.cancelled]


def ended(part: Case, before: Case) -> Case:
    """A case as it is after a move; where it is a part that left its step, that was its last."""
    return replace(part, step=None) if part.parent and part.step != before.step else part


def to_whole(office: Office, part: Case, by: Officer, at: datetime) -> None:
    """Give the documents of a part that has ended to the case that it is a part of, as long as that goes on."""
    whole = office.records.cases.get(part.parent) if part.parent and part.step is None else None
    if whole is None or whole.step is None or whole.cancelled:
        return
    came = {row.number: row for row in part.rows}
    rows = tuple(row if row.document else _filled(row, came.get(row.number)) for row in whole.rows)
    ids = tuple(dict.fromkeys((*whole.documents, *part.documents)))
    note = f"dari {part.unit}, pekerjaan {part.id}"
    draft = {**whole.draft, "received": long_date(at.date())}
    office.records.cases.change(replace(whole, documents=ids, rows=rows, draft=draft), FROM_OPD, by.name, at, note)


def note_sent(office: Office, part: Case, by: Officer, at: datetime) -> None:
    """What the whole asks for when it goes on stands ready: the day on which the first part was sent."""
    whole = office.records.cases.get(part.parent) if part.parent else None
    if whole is None or whole.step is None or whole.draft.get("sent"):
        return
    draft = {**whole.draft, "sent": long_date(at.date()), "who": EACH}
    note = f"{part.unit}, pekerjaan {part.id}"
    office.records.cases.change(replace(whole, draft=draft, begun=whole.begun or at), SENT, by.name, at, note)


def missing_words(office: Office, case: Case) -> str:
    """Which OPDs have not yet sent their part of this step, as a sentence; '' where none is awaited."""
    late = [part.unit for part in parts_of(office, case) if part.step is not None and part.step == case.step]
    if not late:
        return ""
    named = ", ".join(late[:3]) + (f", dan {len(late) - 3} lagi" if len(late) > 3 else "")
    return f"{len(late)} OPD belum mengirim: {named}."


def require_all_or_reason(office: Office, case: Case, reason: str) -> None:
    """The whole goes on when all parts came, or with a reason. Raises ReasonMissing."""
    if not reason.strip() and (words := missing_words(office, case)):
        raise ReasonMissing(f"{words} Tulis sebabnya bila pekerjaan tetap diteruskan.")


def _filled(row: ListRow, came: ListRow | None) -> ListRow:
    if came is None or came.title != row.title:
        return row
    return replace(row, document=came.document, held=came.held or row.held)
