"""``office.toml``: the office's name, letterhead, signatories and terms, editable by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from archive.holidays import Holiday, HolidayKind
from archive.model import InformationClass
from archive.office_hours import FIVE_DAYS, WEEKDAYS, Week, parse_spans
from archive.request_numbers import pattern_fault
from archive.request_terms import Terms
from archive.workdays import Calendar, load_calendar
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
    """A free day that the kiosk's own table has not: local, or cuti bersama decreed late; ``source`` is the decree."""

    date: date
    name: str
    kind: HolidayKind = HolidayKind.LOCAL
    source: str = ""


@dataclass(frozen=True)
class Profile:
    """The office as its papers and its clock need it. Terms are in working days.

    ``opds`` are the bodies that each do their part of a case.
    ``related_sops`` are SOPs near to the office's, by name, with the id of the document that is attached to each.
    ``backup_to`` is a second place for the daily backups, such as a stick: used whenever it is there.
    ``take_incoming``: what lies still in the incoming folder is taken in by itself, while who may is signed in.
    A hardcopy is lent for ``loan_days`` working days. Who asked is removed ``requester_years`` after a request was
    done, once an administrator approves; 0 where the office has not set it.
    ``worked`` are days of the kiosk's table on which this office works all the same. ``work_hours`` are by the
    day's name, as "07.30-12.00, 13.00-16.00", days that are not worked absent; empty for the hours of Perpres 21/2023.
    ``request_numbers`` and ``objection_numbers`` are patterns of {urut}, {bulan} (roman) and {tahun}.
    ``superior_elsewhere`` is the Atasan PPID where they sit outside this office, such as the Sekda: objections are
    passed on to them.
    ``class_proposals`` says by what a kind begins with which class is proposed for it, as "setiap_saat"; '' for none.
    The DIP is due anew ``dip_months`` after its last edition (UU 14/2008 article 9: six); ``dip_kind`` and
    ``dip_media`` add columns to it.
    """

    name: str
    sop: str
    letterhead: tuple[str, ...] = ()
    address: str = ""
    city: str = ""
    units: tuple[str, ...] = ()
    opds: tuple[str, ...] = ()
    roles_here: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    holidays: tuple[LocalHoliday, ...] = ()
    worked: tuple[date, ...] = ()
    work_hours: dict[str, str] = field(default_factory=dict)
    related_sops: dict[str, int] = field(default_factory=dict)
    paper: str = "A4"
    answer_days: int = 10
    extension_days: int = 7
    completion_days: int = 3
    objection_days: int = 30
    objection_answer_days: int = 30
    dispute_days: int = 14
    request_numbers: str = "{urut:03}/PPID/{tahun}"
    objection_numbers: str = "{urut:03}/KEB/{tahun}"
    superior_elsewhere: str = ""
    cuti_bersama_off: bool = True
    loan_days: int = 5
    requester_years: int = 0
    lock_minutes: int = 5
    backups_kept: int = 7
    backup_to: str = ""
    take_incoming: bool = True
    class_proposals: dict[str, str] = field(default_factory=dict)
    dip_months: int = 6
    dip_kind: bool = False
    dip_media: bool = False
    demo: bool = False

    @property
    def kop(self) -> Letterhead:
        """The letterhead for papers; the office's name alone where none was given."""
        return Letterhead(self.letterhead or (self.name.upper(),), self.address)

    @property
    def paper_size(self) -> PaperSize:
        """The paper in the office's printer."""
        return PaperSize[self.paper]

    @property
    def week(self) -> Week:
        """The office's hours on each day. ValueError says which day is written wrongly."""
        if not self.work_hours:
            return FIVE_DAYS
        days = {name.casefold(): number for number, name in enumerate(WEEKDAYS)}
        if unknown := [name for name in self.work_hours if name.casefold() not in days]:
            raise ValueError(f'hari "{unknown[0]}" tidak dikenal. Pakai {", ".join(WEEKDAYS)}')
        spans = {days[name.casefold()]: parse_spans(text) for name, text in self.work_hours.items()}
        return {day: spans[day] for day in sorted(spans) if spans[day]}

    @property
    def calendar(self) -> Calendar:
        """The days and hours this office works. ValueError where its hours are written wrongly, or there are none."""
        extra = [Holiday(h.date, h.name, h.kind, h.source) for h in self.holidays]
        return load_calendar(extra, worked=self.worked, collective_leave=self.cuti_bersama_off, hours=self.week)

    @property
    def terms(self) -> Terms:
        """The terms of requests and objections."""
        return Terms(
            self.calendar,
            self.answer_days,
            self.extension_days,
            self.completion_days,
            self.objection_days,
            self.objection_answer_days,
            self.dispute_days,
        )

    def signatory_on(self, day: date) -> Signatory | None:
        """Who signs on this day: whoever stands in for a time before the holder."""
        there = [s for s in self.signatories if (s.active_from or day) <= day <= (s.active_until or day)]
        return next((s for s in there if s.acting), there[0] if there else None)


def read_profile(path: Path) -> Profile:
    """Read ``office.toml``. Raises BadProfile, naming the field."""
    try:
        profile = msgspec.toml.decode(path.read_bytes(), type=Profile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadProfile(f"Berkas pengaturan {path} tidak dapat dibaca: {error}. Perbaiki baris itu.") from error
    try:
        _ = profile.calendar
    except ValueError as error:
        words = str(error).rstrip(".")
        raise BadProfile(f"Berkas pengaturan {path}, work_hours: {words}.") from error
    for name in ("request_numbers", "objection_numbers"):
        if fault := pattern_fault(getattr(profile, name)):
            raise BadProfile(f"Berkas pengaturan {path}, {name}: {fault}.")
    if unknown := set(profile.class_proposals.values()) - {"", *InformationClass}:
        raise BadProfile(f"Berkas pengaturan {path}, class_proposals: klasifikasi {min(unknown)} tidak dikenal.")
    if profile.paper not in PaperSize.__members__:
        raise BadProfile(f"Berkas pengaturan {path}: kertas harus A4 atau F4, bukan {profile.paper}.")
    return profile


def write_profile(profile: Profile, path: Path) -> None:
    """Write ``office.toml``, in place of what stood there."""
    beside = path.with_suffix(".new")
    plain = {k: v for k, v in msgspec.to_builtins(profile, builtin_types=(date,)).items() if v not in (None, (), {})}
    beside.write_bytes(msgspec.toml.encode(_without_none(plain)))
    beside.replace(path)


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v is not None}
    if isinstance(value, (list, tuple)):
        return [_without_none(v) for v in value]
    return value
