"""``office.toml``: the office's name, letterhead, signatories and terms, editable by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from ppid_tui.printouts.paper import Letterhead, PaperSize


class BadProfile(Exception):
    """``office.toml`` cannot be used; the words say where and why, in Indonesian."""


@dataclass(frozen=True)
class Signatory:
    """Who signs papers from-to, and whether as "Plt.", "Plh." or "a.n."."""

    name: str
    position: str
    acting: str = ""
    active_from: date | None = None
    active_until: date | None = None


@dataclass(frozen=True)
class LocalHoliday:
    """A day on which this office alone is closed."""

    date: date
    name: str


@dataclass(frozen=True)
class Profile:
    """The office as its papers and its clock need it. Terms are in working days.

    ``backup_to`` is a second place for the daily backups, such as a stick: used whenever it is there.
    """

    name: str
    sop: str
    letterhead: tuple[str, ...] = ()
    address: str = ""
    city: str = ""
    units: tuple[str, ...] = ()
    roles_here: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    holidays: tuple[LocalHoliday, ...] = ()
    paper: str = "A4"
    answer_days: int = 10
    extension_days: int = 7
    completion_days: int = 3
    cuti_bersama_off: bool = True
    lock_minutes: int = 5
    backups_kept: int = 7
    backup_to: str = ""
    demo: bool = False

    @property
    def kop(self) -> Letterhead:
        """The letterhead for papers; the office's name alone where none was given."""
        return Letterhead(self.letterhead or (self.name.upper(),), self.address)

    @property
    def paper_size(self) -> PaperSize:
        """The paper in the office's printer."""
        return PaperSize[self.paper]

    def signatory_on(self, day: date) -> Signatory | None:
        """Who signs on this day."""
        return next((s for s in self.signatories if (s.active_from or day) <= day <= (s.active_until or day)), None)


def read_profile(path: Path) -> Profile:
    """Read ``office.toml``. Raises BadProfile, naming the field."""
    try:
        profile = msgspec.toml.decode(path.read_bytes(), type=Profile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadProfile(f"Berkas pengaturan {path} tidak dapat dibaca: {error}. Perbaiki baris itu.") from error
    if profile.paper not in PaperSize.__members__:
        raise BadProfile(f"Berkas pengaturan {path}: kertas harus A4 atau F4, bukan {profile.paper}.")
    return profile


def write_profile(profile: Profile, path: Path) -> None:
    """Write ``office.toml``, in place of what stood there."""
    beside = path.with_suffix(".new")
    plain = {k: v for k, v in msgspec.to_builtins(profile, builtin_types=(date,)).items() if v not in (None, ())}
    beside.write_bytes(msgspec.toml.encode(_without_none(plain)))
    beside.replace(path)


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v is not None}
    if isinstance(value, (list, tuple)):
        return [_without_none(v) for v in value]
    return value
