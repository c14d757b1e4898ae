"""Setting up an office, signing in, and the way back in when a PIN is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from archive import officers as rules
from archive.model import Officer, Right
from archive.sop import bundled_sop
from ppid_tui.desk.office import Home, Office, open_office
from ppid_tui.desk.profile import Profile, write_profile


class AlreadySetUp(Exception):
    """There is an office in this data home already."""


@dataclass(frozen=True)
class SignIn:
    """How signing in went: the officer, or None with the words to show."""

    officer: Officer | None
    words: str = ""


def set_up(root: Path, profile: Profile) -> Office:
    """Make a data home for an office and open it. Raises AlreadySetUp or KeyError for an unknown SOP."""
    home = Home(root)
    if home.profile.exists():
        raise AlreadySetUp(f"Di {root} sudah ada kantor. Pilih folder lain dengan --home.")
    sop = bundled_sop(profile.sop)
    root.mkdir(parents=True, exist_ok=True)
    roles = profile.roles_here or tuple(role.id for role in sop.roles)
    write_profile(replace(profile, roles_here=roles), home.profile)
    return open_office(root)


def found_office(
    root: Path,
    sop: str,
    name: str,
    officer: str,
    pin: str,
    at: datetime,
    roles: Sequence[str] = (),
    here: Sequence[str] = (),
) -> tuple[Office, str, Path]:
    """Set up an office with its first officer, who administers it; or give one to an office without any.

    Returns the open office, the recovery code, and the paper that bears it. ``here`` are the roles that work with
    this laptop, all without it; without ``roles`` the officer holds the first of them.
    Raises AlreadySetUp, KeyError (unknown SOP) or ValueError (poor PIN).
    """
    if not rules.is_pin(pin):
        raise ValueError(rules.POOR_PIN)
    office = _unstaffed(root, sop) or set_up(root, Profile(name=name, sop=sop, roles_here=tuple(here)))
    held = tuple(roles) or office.profile.roles_here[:1]
    first = Officer(name=officer, roles=held, rights=(Right.ADMINISTER,))
    enrolled, code = enrol(office, first, pin, officer, at)
    return office, code, save_recovery_paper(office, enrolled, code, at)


def _unstaffed(root: Path, sop: str) -> Office | None:
    """The office that was made without an officer, if it is there; nobody could have worked in it."""
    if not Home(root).profile.exists():
        return None
    office = open_office(root)
    if office.records.officers.count() or office.sop.id != sop:
        office.close()
        return None
    return office


def save_recovery_paper(office: Office, officer: Officer, code: str, at: datetime) -> Path:
    """The paper with a recovery code, in the printouts folder: to be printed once and put into an envelope."""
    from ppid_tui.desk.serving import save_paper
    from ppid_tui.printouts.codes import recovery_paper

    paper = recovery_paper(office.profile.kop, office.profile.name, officer.name, code, at)
    return save_paper(office, paper, f"kode pemulihan {officer.name}", at)


def enrol(office: Office, officer: Officer, pin: str, by: str, at: datetime) -> tuple[Officer, str]:
    """Add an officer; returns it with a recovery code, which is shown or printed once and kept nowhere."""
    code = rules.new_recovery_code()
    known = rules.with_recovery(rules.with_pin(officer, pin), code)
    return office.records.officers.add(known, "mendaftarkan petugas", by, at), code


def on_duty(office: Office, at: datetime) -> Sequence[Officer]:
    """Who may sign in today, by name."""
    day = at.date()
    return [rules.on_day(officer, day) for officer in rules.on_duty(office.records.officers.all(), day)]


def as_of_now(office: Office, officer: Officer, at: datetime) -> Officer:
    """The officer as the records and the day have them; the same object where nothing changed."""
    now = rules.on_day(_kept(office, officer), at.date())
    return officer if now == officer else now


def sign_in(office: Office, officer_id: int, pin: str, at: datetime) -> SignIn:
    """Check a PIN and keep the count of wrong ones; both stand in the trail."""
    officer = office.records.officers.get(officer_id)
    if officer is None or not officer.active_on(at.date()):
        return SignIn(None, "Petugas ini tidak aktif lagi. Pilih nama lain.")
    if rules.waits(officer, at):
        return SignIn(None, _wait_words(officer, at))
    checked = rules.check_pin(officer, pin, at)
    action = "masuk" if checked.fits else "PIN salah"
    if checked.officer != officer:
        office.records.officers.change(checked.officer, action, officer.name, at)
    else:
        office.records.trail.append(at, officer.name, action, "officers", officer.id)
    if checked.fits:
        return SignIn(checked.officer)
    return SignIn(None, _wrong_words(office, checked, at))


def reset_pin(office: Office, officer: Officer, pin: str, by: Officer, at: datetime) -> Officer:
    """An administrator gives an officer a new PIN. Raises NotAllowed, or ValueError for a poor PIN."""
    office.require(by, Right.ADMINISTER, "Mengatur ulang PIN")
    return office.records.officers.change(
        rules.with_pin(_kept(office, officer), pin), "mengatur ulang PIN", by.name, at
    )


def recover(office: Office, officer_id: int, code: str, pin: str, at: datetime) -> tuple[Officer, str] | None:
    """A new PIN by the recovery code; returns the officer and the next code, or None if the code is wrong."""
    officer = office.records.officers.get(officer_id)
    if officer is None or rules.waits(officer, at):
        return None
    if not rules.recovery_fits(officer, code):
        failed = rules.check_pin(replace(officer, pin=""), "", at).officer
        office.records.officers.change(replace(failed, pin=officer.pin), "kode pemulihan salah", officer.name, at)
        return None
    next_code = rules.new_recovery_code()
    renewed = rules.with_recovery(rules.with_pin(officer, pin), next_code)
    return office.records.officers.change(renewed, "memulihkan PIN", officer.name, at), next_code


def register_officer(
    office: Office, name: str, roles: Sequence[str], pin: str, by: Officer, at: datetime, position: str = ""
) -> tuple[Officer, Path]:
    """An administrator adds an officer; returns it and the paper with the recovery code.

    Raises NotAllowed, or ValueError for an empty name, no role, or a poor PIN.
    """
    office.require(by, Right.ADMINISTER, "Mendaftarkan petugas")
    if not name.strip() or not roles:
        raise ValueError("Isi nama petugas dan pilih paling sedikit satu peran.")
    if any(o.name == name.strip() and o.active_on(at.date()) for o in office.records.officers.all()):
        raise ValueError(f"Sudah ada petugas bernama {name.strip()}. Bedakan namanya.")
    new = Officer(name=name.strip(), roles=tuple(roles), position=" ".join(position.split()))
    officer, code = enrol(office, new, pin, by.name, at)
    return officer, save_recovery_paper(office, officer, code, at)


def change_position(office: Office, officer: Officer, position: str, by: Officer, at: datetime) -> Officer:
    """What papers call an officer's position, such as "Analis Informasi". Raises NotAllowed."""
    office.require(by, Right.ADMINISTER, "Mengubah jabatan petugas")
    changed = replace(_kept(office, officer), position=" ".join(position.split()))
    return office.records.officers.change(changed, "mengubah jabatan", by.name, at)


def retire(office: Office, officer: Officer, by: Officer, at: datetime) -> Officer:
    """An officer leaves: no longer signs in from today on, but stands in the records for ever.

    Raises NotAllowed, or ValueError for the last administrator.
    """
    office.require(by, Right.ADMINISTER, "Menonaktifkan petugas")
    if {o.id for o in administrators(office, at.date(), lasting=True)} <= {officer.id}:
        raise ValueError("Ini satu-satunya administrator. Daftarkan penggantinya dahulu.")
    gone = replace(_kept(office, officer), active_until=at.date() - timedelta(days=1))
    return office.records.officers.change(gone, "menonaktifkan petugas", by.name, at)


def reinstate(office: Office, officer: Officer, by: Officer, at: datetime) -> Officer:
    """An officer who had left is back, with the roles of then. Raises NotAllowed."""
    office.require(by, Right.ADMINISTER, "Mengaktifkan petugas")
    back = replace(_kept(office, officer), active_until=None)
    return office.records.officers.change(back, "mengaktifkan petugas", by.name, at)


def administrators(office: Office, day: date, lasting: bool = False) -> list[Officer]:
    """Who may administer the office on this day; ``lasting``: without those who only stand in."""
    staff = [o for o in office.records.officers.all() if o.pin and o.active_on(day)]
    return [o for o in staff if office.may(o if lasting else rules.on_day(o, day), Right.ADMINISTER)]


def _kept(office: Office, officer: Officer) -> Officer:
    """The officer as kept: a screen may have shown them before someone else changed them."""
    return office.records.officers.get(officer.id) or officer


def _wrong_words(office: Office, checked: rules.PinCheck, at: datetime) -> str:
    if checked.tries_left == 0:
        return _wait_words(checked.officer, at)
    names = [o.name for o in administrators(office, at.date()) if o.id != checked.officer.id]
    whom = names[0] if names else "administrator"
    return (
        f"PIN belum cocok. Sisa {checked.tries_left} percobaan. Lupa PIN? Hubungi {whom} atau gunakan kode pemulihan."
    )


def _wait_words(officer: Officer, at: datetime) -> str:
    left = int((officer.locked_until - at).total_seconds()) if officer.locked_until else 0
    span = f"{left} detik" if left < 120 else f"{left // 60} menit"
    return f"Terlalu banyak PIN salah. Tunggu {span}, lalu coba lagi. Lupa PIN? Gunakan kode pemulihan."
