"""Which roles of the SOP work with this laptop; the steps of the others are only recorded, as sent and received."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.model import Officer, Right
from archive.sop import Role, Sop
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import write_profile

CHANGED = "mengubah peran yang bertugas di kantor ini"


def is_here(office: Office, role: str) -> bool:
    """Whether the role's steps are done with this laptop."""
    here = office.profile.roles_here
    return not here or role in here


def joins_bodies(sop: Sop) -> bool:
    """Whether the SOP goes from body to body: each with a role that administers a laptop of its own."""
    return sum(Right.ADMINISTER in role.may for role in sop.roles) > 1


def moved(office: Office, role: Role, by: Officer, at: datetime) -> Office:
    """The role works with this laptop from now on, or no longer; returns the office as it is then.

    Raises NotAllowed, ValueError in an officer's words, or OSError with nothing changed.
    """
    office.require(by, Right.ADMINISTER, "Mengatur peran kantor ini")
    stay = [one.id for one in office.sop.roles if is_here(office, one.id) != (one.id == role.id)]
    if not stay:
        raise ValueError("Satu peran harus tetap bertugas di kantor ini.")
    if role.id not in stay and (names := _held_by(office, role, at)):
        raise ValueError(f"{role.title} masih dipegang {names}. Cabut dahulu perannya, lalu tandai lagi.")
    changed = replace(office, profile=replace(office.profile, roles_here=tuple(stay)))
    with office.records.transaction():
        was, becomes = {"roles": list(office.profile.roles_here)}, {"roles": stay}
        office.records.trail.append(at, by.name, CHANGED, "", 0, was, becomes)
        write_profile(changed.profile, office.home.profile)
    return changed


def _held_by(office: Office, role: Role, at: datetime) -> str:
    active = (one for one in office.records.officers.all() if one.active_on(at.date()))
    return ", ".join(one.name for one in active if role.id in one.roles)
