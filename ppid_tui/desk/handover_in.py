"""A hand-over file taken in: the case goes on here, or comes back to where it began. Nothing is kept twice.

The softcopies come first, each reserved; then all records in one transaction. So a power cut leaves either nothing,
or everything; and the same file can be taken in again.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from archive.bag import Step
from archive.case_model import Case, StepDone
from archive.model import Officer, Rendition
from archive.package import Package, package_id, softcopy_name
from archive.package_check import NOTHING, BadPackage, bytes_of, check, listed, read_package, read_text
from archive.package_ids import brought_back, renumbered
from archive.reservations import Reservation
from archive.sop import Sop
from archive.sop_versions import keep_version
from archive.workflow import whose_turn
from index.extract import Unreadable, media_type_of
from ppid_tui.desk import cases, interrupted
from ppid_tui.desk.bodies import is_here
from ppid_tui.desk.givable import holds_exempt
from ppid_tui.desk.handover_records import Linking
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.parts import ended, to_whole
from ppid_tui.desk.trouble import cause
from ppid_tui.desk.works import ELSEWHERE, as_form
from ppid_tui.printouts.labels import long_date

TAKEN = "menerima pekerjaan dari USB"
CAME_BACK = "menerima pekerjaan kembali dari USB"


class NotTaken(Exception):
    """The hand-over file is well, but its case cannot go on here; the words say why, in Indonesian."""


REFUSALS = (NotAllowed, BadPackage, NotTaken)
"""What taking in raises when it is not possible; their words are for the officer. Then nothing has changed."""


@dataclass(frozen=True)
class Offer:
    """A hand-over file that was checked: what taking it in would do. ``here`` is the case as it stands here."""

    path: Path
    digest: str
    package: Package
    sop: Sop
    here: Case | None
    digests: Mapping[str, str]

    @property
    def exempt(self) -> int:
        """How many exempt documents are in it."""
        return sum(map(holds_exempt, self.package.documents))


@dataclass(frozen=True)
class Taken:
    """What became of it: the case here, and how many documents were new or known."""

    case: Case
    new: int = 0
    known: int = 0
    back: bool = False


def look_into(office: Office, folder: Path) -> Generator[Step, None, Offer]:
    """Check a hand-over file from its first byte to its last. Raises BadPackage or NotTaken."""
    try:
        digests = listed(folder)
        _refuse_huge(office, bytes_of(folder, digests))
        yield from check(folder)
        package, sop = read_package(folder, digests)
        offer = Offer(folder, package_id(folder), package, sop, _case_here(office, package.case.uid), digests)
    except OSError as error:
        raise BadPackage(f"Paket tidak dapat dibaca: {cause(error)}. Pasang lagi USB-nya, lalu coba lagi.") from error
    _refuse_foreign(office, offer)
    return offer


def take_package(office: Office, offer: Offer, by: Officer, at: datetime) -> Generator[Step, None, Taken]:
    """Take in what was looked into: the softcopies, then all records at once. Raises one of REFUSALS."""
    if not by.roles:
        raise NotAllowed("Pekerjaan diterima oleh petugas yang punya peran dalam SOP.")
    interrupted.settle(office)
    _refuse_foreign(office, offer)
    with _reserved(office, offer) as staged:
        try:
            yield from _files(office, offer, staged)
            keep_version(office.home.sop_versions, offer.sop)
            taken = _recorded(office, offer, by, at)
        except OSError as error:
            raise NotTaken(f"Paket belum diterima: {cause(error)}. Tidak ada yang berubah; coba lagi.") from error
    for _ in office.indexes.catch_up():
        pass
    return taken


def _case_here(office: Office, uid: str) -> Case | None:
    return next((case for case in office.records.cases.all() if case.uid == uid), None)


def _refuse_huge(office: Office, size: int) -> None:
    """Before the first byte is read: what would not fit is not worth the wait."""
    free = shutil.disk_usage(office.home.root).free
    if size > free:
        raise NotTaken(f"Tempat di laptop tidak cukup: paket {size >> 20} MB, tersisa {free >> 20} MB. {NOTHING}")


def _refuse_foreign(office: Office, offer: Offer) -> None:
    """Say why it cannot be taken in here; what was taken in already is told as that."""
    package, here = offer.package, _case_here(office, offer.package.case.uid)
    if offer.sop.id != office.sop.id:
        raise NotTaken(f"Pekerjaan ini memakai SOP “{offer.sop.sheet.title}” kantor lain, bukan SOP kantor ini.")
    if here is None:
        return
    if offer.digest in here.packages:
        raise NotTaken(f"Paket ini sudah diterima atau dibuat di sini: “{here.title}”. Tidak disimpan dua kali.")
    if here.cancelled:
        raise NotTaken(f"“{here.title}” sudah dibatalkan di sini. Paketnya tidak diterima.")
    ours, theirs = _steps(here.history), _steps(package.case.history)
    if theirs[: len(ours)] != ours:
        older = ours[: len(theirs)] == theirs
        why = "lebih lama dari" if older else "dibuat sebelum langkah terakhir pada"
        raise NotTaken(f"Paket ini {why} pekerjaan yang ada di sini: “{here.title}”. {NOTHING}")


def _steps(history: tuple[StepDone, ...]) -> list[tuple[object, ...]]:
    return [(done.step, done.phase, done.role, done.at, done.outcome, done.to, done.note) for done in history]


@contextmanager
def _reserved(office: Office, offer: Offer) -> Iterator[list[Rendition]]:
    """The softcopies that are not here yet, reserved for us; let go in the end, kept only where a record names them."""
    ours: list[Rendition] = []
    try:
        for one in {r.sha256: r for d in offer.package.documents for r in d.renditions}.values():
            if _reserve(office, offer, one):
                ours.append(one)
        yield ours
    finally:
        for one in ours:
            interrupted.release(office, one.sha256)


def _reserve(office: Office, offer: Offer, one: Rendition) -> bool:
    with office.records.transaction():
        held = office.records.reservations.of(one.sha256)
        if held and office.softcopies.staging.lives(held.owner):
            raise NotTaken(f"{one.name} sedang diterima di tempat lain. Tunggu sebentar, lalu coba lagi.")
        if office.records.document_with(one.sha256):
            return False
        owner = office.softcopies.staging.owner
        office.records.reservations.reserve(Reservation(one.sha256, owner, str(offer.path.absolute())))
        return True


def _files(office: Office, offer: Offer, ours: list[Rendition]) -> Iterator[Step]:
    """Copy what is not here yet, each file checked once more as it is copied; then its text."""
    texts = {document.text_key for document in offer.package.documents}
    for done, one in enumerate(ours, 1):
        staged = office.softcopies.stage(offer.path / softcopy_name(one.sha256))
        if staged.sha256 != one.sha256 or _kind(staged.path) != one.media_type:
            staged.path.unlink(missing_ok=True)
            raise BadPackage(f"{one.name} bukan yang tertulis di paket. {NOTHING}")
        office.softcopies.keep(staged, one.media_type)
        if one.sha256 in texts:
            office.texts.write(one.sha256, read_text(offer.path, one.sha256, offer.digests))
        yield Step(done, len(ours), one.name)


def _kind(path: Path) -> str:
    try:
        return media_type_of(path)
    except Unreadable:
        return ""


def _recorded(office: Office, offer: Offer, by: Officer, at: datetime) -> Taken:
    """All records as one: the documents, the case, and the case that it is a part of."""
    with office.records.transaction():
        _refuse_foreign(office, offer)
        here = _case_here(office, offer.package.case.uid)
        linking = Linking(office, offer.package, by, at)
        ids = {document.id: linking.kept(document, here) for document in offer.package.documents}
        came = renumbered(offer.package.case, ids)
        case = _back(office, offer, here, came, by, at) if here else _new(office, offer, came, by, at)
    return Taken(case, linking.new, len(set(ids.values())) - linking.new, here is not None)


def _new(office: Office, offer: Offer, came: Case, by: Officer, at: datetime) -> Case:
    opened_by = f"{came.opened_by}, {offer.package.office}"
    return office.records.cases.add(
        replace(came, opened_by=opened_by, packages=(offer.digest,)), TAKEN, by.name, at, _note(offer)
    )


def _back(office: Office, offer: Offer, here: Case, came: Case, by: Officer, at: datetime) -> Case:
    moved = ended(brought_back(here, came, _sent(office, here, at)), here)
    kept = replace(moved, packages=(*here.packages, offer.digest))
    to_whole(office, kept, by, at)
    return office.records.cases.change(kept, CAME_BACK, by.name, at, _note(offer))


def _sent(office: Office, here: Case, at: datetime) -> dict[str, str]:
    """When it went, to whom, with which letter, and that it came back today."""
    if not cases.is_elsewhere(office, here):
        return {}
    return as_form(ELSEWHERE.fields, {**here.draft, "received": long_date(at.date())}, at.date())


def _note(offer: Offer) -> str:
    package = offer.package
    exempt = f", {offer.exempt} di antaranya dikecualikan" if offer.exempt else ""
    head = f"{offer.path.name} dari {package.office}, dibuat {package.made_by} {package.made_at:%d-%m-%Y %H.%M}"
    return f"{head}: {len(package.documents)} dokumen{exempt}; paket {offer.digest}"


def for_others(office: Office, offer: Offer) -> str:
    """A warning where the step that waits is not of this office, and the case is new here; else ''."""
    role = whose_turn(offer.sop, offer.package.case)
    if role is None or offer.here or is_here(office, role):
        return ""
    title = offer.sop.role(role).title
    return f"PERHATIAN: langkahnya milik {title}, yang tidak bertugas di kantor ini. Mungkin untuk kantor lain."


def taken_words(office: Office, taken: Taken) -> str:
    """What came of it, as the officer reads it."""
    role = cases.whose_turn(office, taken.case)
    title = cases.role_title(office, taken.case, role) if role else ""
    turn = f"sekarang langkah {taken.case.step}, {title}" if role else "selesai di sini"
    counted = f"{taken.new} dokumen baru, {taken.known} sudah tersimpan"
    if taken.case.parent and not role:
        return f"Bagian {taken.case.unit} dari “{taken.case.title}” sudah datang: {counted}."
    return f"“{taken.case.title}” {'kembali' if taken.back else 'diterima'}: {turn}. {counted}."
