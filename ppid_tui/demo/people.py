"""Who works in the sample office: its profile, its officers with their PINs, its signatories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from archive.model import Officer, Right
from archive.officers import rights_of
from archive.sop import Role, Sop
from archive.standing_in import Capacity, StandIn
from ppid_tui.demo.pins import SamplePin
from ppid_tui.demo.words import Common, OfficeWords, common
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import enrol
from ppid_tui.desk.profile import Profile, Signatory

ADMINISTRATOR = "Administrator kiosk"
CODE_TAKER = "penyiapan kantor contoh"


@dataclass(frozen=True)
class Staff:
    """The officers, as they are kept."""

    officers: tuple[Officer, ...]
    sop: Sop

    def with_role(self, role: str) -> Officer:
        """The officer on duty who holds this role."""
        return next(o for o in self.officers if role in o.roles and o.active_until is None)

    def who_may(self, right: Right) -> Officer:
        """The first officer on duty with this right."""
        return next(o for o in self.officers if right in rights_of(o, self.sop) and o.active_until is None)


def profile_of(office_id: str, words: OfficeWords, rng: Random, today: date) -> Profile:
    """``office.toml`` of the sample office."""
    return Profile(
        name=words.name,
        sop=office_id,
        letterhead=words.letterhead,
        address=words.address,
        city=words.city,
        units=words.units,
        signatories=_signatories(words, rng, today),
        paper=words.paper,
        take_incoming=False,  # whoever tries it sees what waits, and takes it in by a key
        demo=True,
    )


def signer_on(profile: Profile, day: date) -> tuple[str, str]:
    """Title and name of who signs on this day."""
    signatory = profile.signatory_on(day) or profile.signatories[0]
    return f"{signatory.acting} {signatory.position}".strip(), signatory.name


def enrol_all(office: Office, rng: Random, today: date, at: datetime) -> tuple[Staff, list[SamplePin]]:
    """Enrol an officer for each role, an administrator, and one who has left; their PINs for the sign-in."""
    officers: list[Officer] = []
    pins: list[SamplePin] = []
    titles = {role.id: role.title for role in office.sop.roles}
    for officer in _officers(office.sop, rng, today):
        pin = _pin(rng, {p.pin for p in pins})
        kept, _ = enrol(office, officer, pin, CODE_TAKER, at)
        officers.append(kept)
        if officer.active_on(today):
            roles = tuple(titles[role] for role in officer.roles) or (ADMINISTRATOR,)
            pins.append(SamplePin(officer.name, officer.position, roles, pin))
    return Staff(tuple(officers), office.sop), pins


def _officers(sop: Sop, rng: Random, today: date) -> list[Officer]:
    words = common()
    names = _names(words, rng, len(sop.roles) + 3)
    holders = [_holder(role, name) for role, name in zip(sop.roles, names, strict=False)]
    clerk, days = sop.roles[0], timedelta(days=3)
    plh = StandIn(sop.roles[-1].id, Capacity.PLH, today - days, today + days, "800/14/ST")
    return [
        *holders,
        Officer(names[-3], (clerk.id,), position=f"Staf, {clerk.title} cadangan", stand_ins=(plh,)),
        Officer(names[-2], position="Pranata Komputer", rights=(Right.ADMINISTER,)),
        Officer(
            names[-1],
            (clerk.id,),
            position=f"{clerk.title} (pindah tugas)",
            active_until=today - timedelta(days=120),
        ),
    ]


def _holder(role: Role, name: str) -> Officer:
    position = "Pejabat struktural" if Right.DECIDE in role.may else "Pelaksana"
    return Officer(name, (role.id,), position=f"{position}, {role.title}")


def _signatories(words: OfficeWords, rng: Random, today: date) -> tuple[Signatory, ...]:
    names = _names(common(), rng, 3)
    changed = date(2022, 1, 3)
    acting = today - timedelta(days=200)
    return (
        Signatory(names[0], words.head, active_until=changed - timedelta(days=1)),
        Signatory(names[1], words.head, active_from=changed, active_until=acting - timedelta(days=1)),
        Signatory(names[2], words.head, acting="Plt.", active_from=acting),
    )


def _names(words: Common, rng: Random, count: int) -> list[str]:
    first, last = rng.sample(words.first_names, count), rng.sample(words.last_names, count)
    return [f"{one} {other}" for one, other in zip(first, last, strict=True)]


def _pin(rng: Random, taken: set[str]) -> str:
    while (pin := f"{rng.randint(100_000, 999_999)}") in taken or len(set(pin)) < 3:
        pass
    return pin
