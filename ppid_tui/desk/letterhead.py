"""What stands on the office's papers: its letterhead, its place, and who signs as its head from when to when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from archive.model import Officer, Right
from archive.standing_in import Capacity
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile, Signatory, write_profile
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import long_date
from ppid_tui.printouts.paper import PaperSize

HEAD_CHANGED, SIGNATORIES_CHANGED = "mengubah kop surat", "mengubah penanda tangan"
HEAD_FIELDS = (
    FormField("letterhead", "Kop surat, baris demi baris (kosong: nama kantor)", FieldKind.LONG),
    FormField("address", "Alamat di bawah kop"),
    FormField("city", "Tempat pada tanggal surat, misalnya Pontianak"),
    FormField("paper", "Kertas", FieldKind.CHOICE, options=tuple((size.name, size.name) for size in PaperSize)),
)
CAPACITIES = (("", "pejabat tetap"), *((one.value, one.value) for one in Capacity))
SIGNATORY_FIELDS = (
    FormField("name", "Nama", required=True),
    FormField("position", "Jabatan, misalnya Kepala Dinas", required=True),
    FormField("acting", "Sebagai", FieldKind.CHOICE, options=CAPACITIES),
    FormField("first", "Mulai", FieldKind.DATE),
    FormField("last", "Sampai", FieldKind.DATE),
)


def head_values(profile: Profile) -> dict[str, str]:
    """The letterhead as its form shows it."""
    return {
        "letterhead": "\n".join(profile.letterhead),
        "address": profile.address,
        "city": profile.city,
        "paper": profile.paper,
    }


def with_head(office: Office, values: Mapping[str, str], by: Officer, at: datetime) -> Office:
    """Another letterhead; returns the office as it is then. Raises NotAllowed, or OSError with nothing changed."""
    lines = tuple(line.strip() for line in values.get("letterhead", "").splitlines() if line.strip())
    address, city = values.get("address", "").strip(), values.get("city", "").strip()
    paper = values.get("paper") or office.profile.paper
    changed = replace(office.profile, letterhead=lines, address=address, city=city, paper=paper)
    return _kept(office, changed, HEAD_CHANGED, " / ".join((*lines, address, city, paper)), by, at)


def with_signatories(office: Office, signatories: Sequence[Signatory], by: Officer, at: datetime) -> Office:
    """Others who sign. Returns and raises as ``with_head``."""
    changed = replace(office.profile, signatories=tuple(signatories))
    return _kept(office, changed, SIGNATORIES_CHANGED, "; ".join(map(signatory_words, signatories)), by, at)


def signatory_values(signatory: Signatory) -> dict[str, str]:
    """Who signs, as the form shows it."""
    first, last = long_date(signatory.active_from), long_date(signatory.active_until)
    return {
        "name": signatory.name,
        "position": signatory.position,
        "acting": signatory.acting,
        "first": first,
        "last": last,
    }


def signatory_of(values: Mapping[str, str], today: date) -> Signatory:
    """Who signs, as it was typed. ValueError says what to fill in otherwise."""
    first, last = (read_day(values.get(name, ""), today) for name in ("first", "last"))
    acting = values.get("acting", "")
    if last is None and acting == Capacity.PLH:
        raise ValueError(f"{acting} berlaku sampai tanggal tertentu. Isi tanggal terakhirnya.")
    if first and last and last < first:
        raise ValueError("Tanggal terakhir mendahului tanggal mulai.")
    return Signatory(values["name"].strip(), values["position"].strip(), acting, first, last)


def signatory_words(one: Signatory) -> str:
    """'Plh. Kepala Dinas: Sari Contoh, 9 Maret 2026 sampai 13 Maret 2026'."""
    first = long_date(one.active_from) if one.active_from else ""
    last = f"sampai {long_date(one.active_until)}" if one.active_until else ""
    dates = f"{first} {last}".strip() if last else f"mulai {first}" if first else ""
    return f"{one.acting} {one.position}: {one.name}{f', {dates}' if dates else ''}".strip()


def _kept(office: Office, profile: Profile, what: str, note: str, by: Officer, at: datetime) -> Office:
    office.require(by, Right.ADMINISTER, "Mengubah kop surat dan penanda tangan")
    with office.records.transaction():
        office.records.trail.append(at, by.name, what, "", 0, note=note)
        write_profile(profile, office.home.profile)
    return replace(office, profile=profile)
