"""Who does which step: the SOP's roles given and taken, lent for a time, and those that nobody has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from archive import officers as rules
from archive.model import Officer, Right
from archive.sop import Role, Sop
from archive.standing_in import Capacity, StandIn
from ppid_tui.desk.bodies import is_here
from ppid_tui.desk.dates import read_date
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import administrators
from ppid_tui.printouts.labels import long_date

LAST_ADMINISTRATOR = "Ini satu-satunya administrator. Tunjuk penggantinya dahulu."
GIVEN, TAKEN, LENT, ENDED = "memberi peran", "mencabut peran", "menugaskan pengganti", "mengakhiri pengganti"


def toggle_role(office: Office, officer: Officer, role: str, by: Officer, at: datetime) -> Officer:
    """Give a role of the SOP to an officer, or take it. Raises NotAllowed, or ValueError in an officer's words."""
    kept = _changeable(office, officer, by, at)
    if role in kept.roles:
        return _keep(office, replace(kept, roles=tuple(r for r in kept.roles if r != role)), TAKEN, by, at)
    _require_here(office, role)
    over = tuple(one for one in kept.stand_ins if one.role != role or one.ended(at.date()))
    return _keep(office, replace(kept, roles=(*kept.roles, role), stand_ins=over), GIVEN, by, at)


def toggle_administrator(office: Office, officer: Officer, by: Officer, at: datetime) -> Officer:
    """Let an officer administer the office in person, or no longer. Raises NotAllowed or ValueError."""
    kept = _changeable(office, officer, by, at)
    own = Right.ADMINISTER in kept.rights
    if not own and office.may(kept, Right.ADMINISTER):
        raise ValueError(f"Peran {kept.name} sudah mencakup pekerjaan administrator.")
    rights = tuple(r for r in kept.rights if r is not Right.ADMINISTER) + (() if own else (Right.ADMINISTER,))
    return _keep(office, replace(kept, rights=rights), TAKEN if own else GIVEN, by, at)


def new_stand_in(role: str, by: Capacity, first: str, last: str, order: str, today: date) -> StandIn:
    """A stand-in as it was typed; ``last`` may be empty. ValueError says what to fill in otherwise."""
    begins, ends = read_date(first) if first.strip() else today, read_date(last) if last.strip() else None
    if begins is None or (last.strip() and ends is None):
        raise ValueError("Isi tanggalnya, misalnya 9 Maret 2026 atau 9/3/2026.")
    if ends is None and by is Capacity.PLH:
        raise ValueError(f"{by.value} berlaku sampai tanggal tertentu. Isi tanggal terakhirnya.")
    if ends is not None and ends < max(begins, today):
        raise ValueError("Tanggal terakhir sudah lewat, atau mendahului tanggal mulai.")
    return StandIn(role, by, begins, ends, order.strip())


def lend(office: Office, officer: Officer, stand_in: StandIn, by: Officer, at: datetime) -> Officer:
    """Let an officer do another's role for a time. Raises NotAllowed or ValueError."""
    kept = _changeable(office, officer, by, at)
    _require_here(office, stand_in.role)
    if stand_in.role in kept.roles:
        raise ValueError(f"{kept.name} sudah memegang peran itu.")
    if any(one.role == stand_in.role and _overlap(one, stand_in) for one in kept.stand_ins):
        raise ValueError(f"{kept.name} sudah menjadi pengganti untuk peran itu pada tanggal tersebut.")
    return _keep(office, replace(kept, stand_ins=(*kept.stand_ins, stand_in)), LENT, by, at)


def end_stand_in(office: Office, officer: Officer, stand_in: StandIn, by: Officer, at: datetime) -> Officer:
    """End a stand-in before its time, at once; one that began today or later goes. Raises NotAllowed, ValueError."""
    kept, today = _changeable(office, officer, by, at), at.date()
    over = [replace(stand_in, last=today - timedelta(days=1))] if stand_in.first < today else []
    rest = (*(one for one in kept.stand_ins if one != stand_in), *over)
    return _keep(office, replace(kept, stand_ins=rest), ENDED, by, at)


def current_stand_ins(officer: Officer, day: date) -> tuple[StandIn, ...]:
    """Those that are not over yet, also those still to come."""
    return tuple(one for one in officer.stand_ins if not one.ended(day))


def stand_in_words(office: Office, one: StandIn) -> str:
    """'Plh. PPID, 9 Maret 2026 sampai 13 Maret 2026'."""
    until = f" sampai {long_date(one.last)}" if one.last else " sampai ada penetapan lain"
    return f"{one.capacity.value} {title_of(office.sop, one.role)}, {long_date(one.first)}{until}"


def title_of(sop: Sop, role: str) -> str:
    """What the sheet calls a role; its id where it is of an older sheet."""
    return next((one.title for one in sop.roles if one.id == role), role)


def steps_of(sop: Sop, role: str) -> str:
    """Which steps a role does: "langkah 1, 3, memeriksa 6"; "tanpa langkah" where none."""
    does = ", ".join(str(step.number) for step in sop.steps if step.role == role)
    reviews = ", ".join(str(step.number) for step in sop.steps if step.reviewer == role)
    told = [f"langkah {does}"] * bool(does) + [f"memeriksa {reviews}"] * bool(reviews)
    return ", ".join(told) or "tanpa langkah"


def unheld(office: Office, day: date, without: int = 0) -> tuple[Role, ...]:
    """The roles of this office that nobody can do on this day; ``without`` the officer of this id."""
    staff = [officer for officer in office.records.officers.all() if officer.id != without]
    own = (role for role in office.sop.roles if is_here(office, role.id))
    return tuple(role for role in own if not rules.holders(staff, role.id, day))


def unheld_words(office: Office, by: Officer, day: date) -> tuple[str, str]:
    """Which roles nobody has, and what this officer can do about it; ('', '') where each is held."""
    titles = [role.title for role in unheld(office, day)]
    if not titles:
        return "", ""
    words = f"Belum ada yang memegang peran {joined(titles)}"
    if office.may(by, Right.ADMINISTER):
        return words, "tunjuk petugasnya di Arsip (F6), Petugas"
    names = joined([one.name for one in administrators(office, day)], "atau")
    return words, f"mintalah {names or 'administrator'} menunjuk petugasnya"


def joined(words: Iterable[str], last: str = "dan") -> str:
    """'a, b dan c'."""
    *before, end = [*words] or [""]
    return f"{', '.join(before)} {last} {end}" if before else end


def _require_here(office: Office, role: str) -> None:
    if not is_here(office, role):
        raise ValueError(f"{title_of(office.sop, role)} bertugas di kantor lain. Bila di sini, tandai dahulu (L).")


def _changeable(office: Office, officer: Officer, by: Officer, at: datetime) -> Officer:
    """The officer as kept, for an administrator to change."""
    office.require(by, Right.ADMINISTER, "Mengatur peran petugas")
    kept = office.records.officers.get(officer.id)
    if kept is None or not kept.active_on(at.date()):
        raise ValueError(f"{officer.name} tidak aktif. Aktifkan dahulu, lalu atur perannya.")
    return kept


def _keep(office: Office, changed: Officer, action: str, by: Officer, at: datetime) -> Officer:
    """Keep it, unless nobody would administer the office any more for good."""
    others = [one for one in administrators(office, at.date(), lasting=True) if one.id != changed.id]
    if not others and not office.may(changed, Right.ADMINISTER):
        raise ValueError(LAST_ADMINISTRATOR)
    return office.records.officers.change(changed, action, by.name, at)


def _overlap(one: StandIn, other: StandIn) -> bool:
    return one.first <= (other.last or date.max) and other.first <= (one.last or date.max)
