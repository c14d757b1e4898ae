"""Officers and their roles as the table of the screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.model import Officer, Right
from archive.officers import on_day
from archive.sop import Role
from ppid_tui.desk.bodies import is_here
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import administrators
from ppid_tui.desk.roles import current_stand_ins, joined, stand_in_words, steps_of
from ppid_tui.printouts.labels import long_date

HELD, LENT, NOT_HELD = "x", "p", "·"


@dataclass(frozen=True)
class RoleRow:
    """One officer: a sign a column, the name, and lines beneath it; ``gone`` for who has left."""

    signs: str
    name: str
    lines: tuple[str, ...]
    gone: bool = False


def row_of(office: Office, officer: Officer, day: date) -> RoleRow:
    """The officer's line on this day: what is held, what is lent, and until when."""
    today = on_day(officer, day)
    held = [role.id in officer.roles for role in office.sop.roles] + [office.may(officer, Right.ADMINISTER)]
    lent = [role.id in today.roles for role in office.sop.roles] + [office.may(today, Right.ADMINISTER)]
    if not officer.active_on(day):
        left = f"tidak aktif, terakhir {long_date(officer.active_until)}"
        return RoleRow(NOT_HELD * len(held), officer.name, (left,), gone=True)
    signs = "".join(HELD if own else LENT if also else NOT_HELD for own, also in zip(held, lent, strict=True))
    stands_in = tuple(stand_in_words(office, one) for one in current_stand_ins(officer, day))
    named = f"{officer.name}, {officer.position}" if officer.position else officer.name
    return RoleRow(signs, named, stands_in)


def legend(office: Office, by: Officer, day: date) -> list[str]:
    """What the columns are, with the steps of each role; who may change it, for who may not."""
    lines = [f"{n} {_lane(office, role)}" for n, role in enumerate(office.sop.roles, 1)]
    lines.append("A administrator; x memegang, p pengganti untuk sementara")
    if office.may(by, Right.ADMINISTER):
        lines.append("J jabatan; L peran di kantor lain; K kop surat dan penanda tangan")
    else:
        names = joined([one.name for one in administrators(office, day)], "atau")
        lines.append(f"Hanya dapat dilihat. Yang dapat mengubahnya: {names or 'administrator'}.")
    return lines


def _lane(office: Office, role: Role) -> str:
    return f"{role.title}: {steps_of(office.sop, role.id)}{'' if is_here(office, role.id) else ', di kantor lain'}"
