"""A file copied and reserved before anything is made of it: so no two make two records of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive.model import Document, InformationClass, Officer
from archive.reservations import Reservation
from archive.softcopies import Staged
from ppid_tui.desk.aside import is_plain, put_with_duplicates
from ppid_tui.desk.fates import Fate, Outcome, deferred, set_apart
from ppid_tui.desk.office import Office
from ppid_tui.desk.sources import Looks, Stamp, is_incoming, stamp
from ppid_tui.desk.trouble import cause


@dataclass(frozen=True)
class Arrival:
    """A file that is reserved for us, as it was when it was copied, and the copy that is read."""

    file: Path
    staged: Staged
    seen: Stamp | None


@dataclass(frozen=True)
class Intake:
    """Who takes in, when, and for which unit ('' where the documents tell)."""

    office: Office
    by: Officer
    at: datetime
    unit: str = ""


def reserved(intake: Intake, file: Path, looks: Looks, ours: set[str]) -> Arrival | Outcome | None:
    """The file copied and reserved for us, or its fate; None where its twin is under way among ours."""
    office, seen, staged = intake.office, stamp(file), _copied(intake.office, file, looks)
    if isinstance(staged, Outcome):
        return staged
    try:
        found = _reserve(office, file, staged)
        if found is None:
            return Arrival(file, staged, seen)
        outcome = None if staged.sha256 in ours else _not_ours(office, file, staged, found)
    except OSError as error:
        outcome = deferred(file, f"belum dapat disimpan ({cause(error)}). Coba lagi nanti")
    staged.path.unlink(missing_ok=True)
    return outcome


def _copied(office: Office, file: Path, looks: Looks) -> Staged | Outcome:
    """Our own copy: whatever becomes of the stick, it is this one that is read and kept."""
    seen = stamp(file)
    try:
        if seen is None:
            return deferred(file, "tidak ditemukan. Periksa namanya, atau pasang lagi USB-nya")
        if not is_plain(file):
            return set_apart(office, file, "Ini bukan berkas biasa. Salin dokumennya sendiri, bukan pintasannya.")
        staged = office.softcopies.stage(file)
    except OSError as error:
        return deferred(file, f"belum dapat disalin ({cause(error)}). Coba lagi nanti")
    if stamp(file) == seen and looks.seen.get(file, (seen,))[0] == seen:
        return staged
    staged.path.unlink(missing_ok=True)
    return deferred(file, "masih ditulis. Tunggu sampai selesai, lalu coba lagi")


def _reserve(office: Office, file: Path, staged: Staged) -> Document | Reservation | None:
    """Reserve the file for us; or the document that has it, or who is taking it in."""
    with office.records.transaction():
        held = office.records.reservations.of(staged.sha256)
        if held and office.softcopies.staging.lives(held.owner):
            return held
        if same := office.records.document_with(staged.sha256):
            return same
        owner = office.softcopies.staging.owner
        office.records.reservations.reserve(Reservation(staged.sha256, owner, str(file.absolute())))
        return None


def _not_ours(office: Office, file: Path, staged: Staged, found: Document | Reservation) -> Outcome:
    if isinstance(found, Reservation):
        return deferred(file, "sedang diterima di tempat lain. Coba lagi nanti")
    if stamp(file) is None:
        return deferred(file, "baru saja diterima di tempat lain")
    same = next(one for one in found.renditions if one.sha256 == staged.sha256)
    office.softcopies.keep(staged, same.media_type)  # it may have been lost from the archive
    exempt = found.information_class is InformationClass.DIKECUALIKAN
    known = f"dokumen {found.id}" if exempt else f"“{found.title}” (dokumen {found.id})"
    reason = f"sudah tersimpan sebagai {known}"
    if is_incoming(office, file):
        put_with_duplicates(office, file, f"Dokumen ini {reason}. Tidak disimpan dua kali.")
    return Outcome(file, Fate.DUPLICATE, found, reason)


def leave_incoming(office: Office, arrival: Arrival) -> None:
    """What is safe leaves incoming; elsewhere nothing does. A file that was written on meanwhile comes again."""
    if is_incoming(office, arrival.file) and stamp(arrival.file) == arrival.seen:
        arrival.file.unlink(missing_ok=True)
