"""The publication package: a folder that someone carries to the office's website.

What may be in it is asked three times: when it is chosen, right before each file is copied, and of the whole
before the folder takes its name. Each time the record decides that is in force then.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from archive.aside import made_aside, sweep
from archive.bag import NotReadable, put
from archive.dip import CLASSES
from archive.model import Document, Officer, Right
from archive.publications import Publication, PublishedFile
from archive.softcopies import digest_of
from ppid_tui.desk import dip
from ppid_tui.desk.clean_names import file_names
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.progress import Progress
from ppid_tui.desk.trouble import cause
from ppid_tui.desk.web_files import FOLDER, SUMS, write_web_files

DOING = "Membuat paket publikasi"
CHANGED = "Ada data yang berubah selagi paket dibuat. Belum ada paket yang jadi; buatlah sekali lagi."


class NotPublished(Exception):
    """There is no package, nor half of one; the words say why and what to do, in Indonesian."""


REFUSALS = (NotAllowed, NotPublished)


@dataclass(frozen=True)
class Made:
    """A package that is whole. ``left_out`` are documents that were chosen and may no longer be in it, with why."""

    publication: Publication
    path: Path
    left_out: tuple[tuple[int, str], ...]


def why_not(document: Document | None, unapproved: Collection[int]) -> str:
    """Why this document may not go on the web, in Indonesian; '' if it may."""
    if document is None or document.joined_to:
        return "Tidak ada lagi sebagai dokumen tersendiri"
    if reason := may_give(document):
        return reason
    if not document.confirmed:
        return "Datanya belum diperiksa petugas"
    if document.id in unapproved:
        return "Menunggu persetujuan dalam pekerjaan"
    return "" if document.given_rendition else "Belum ada softcopy"


def publishable(office: Office) -> list[Document]:
    """Every document that may go on the web now, in the order of the list of public information."""
    waiting = dip.unapproved(office)
    return sorted((d for d in office.records.documents.all() if not why_not(d, waiting)), key=_place)


def fresh(office: Office, documents: Iterable[Document]) -> list[Document]:
    """Those of which no package had the file as it is now."""
    gone = {(one.document, one.digest) for one in _published(office)}
    return [d for d in documents if d.given_rendition and (d.id, d.given_rendition.sha256) not in gone]


def withdrawn(office: Office) -> list[PublishedFile]:
    """What went up and is to be taken down again: it may be public no more, or has another name or content now."""
    allowed = publishable(office)
    names = file_names(allowed)
    now = {(d.id, d.given_rendition.sha256, names[d.id]) for d in allowed if d.given_rendition}
    newest = {(one.document, one.name): one for one in _published(office)}
    return [one for one in newest.values() if (one.document, one.digest, one.name) not in now]


class Gate:
    """Says of each document whether it may go, from the records as they are at that moment.

    What waits for approval is read anew only when anything was changed.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known = -1
        self._waiting: frozenset[int] = frozenset()

    def reason(self, document_id: int) -> str:
        """Why not, in Indonesian; '' if it may."""
        if self._known != self._office.records.trail.sequence:
            self._known = self._office.records.trail.sequence
            self._waiting = dip.unapproved(self._office)
        return why_not(self._office.records.documents.get(document_id), self._waiting)


def publish(
    office: Office, chosen: Collection[int], to: Path, by: Officer, at: datetime, since_last: bool = False
) -> Generator[Progress, None, Made]:
    """Write the package of these documents into ``to``, whole or not at all. Raises one of REFUSALS.

    ``since_last``: with the files alone that no earlier package had; its page lists the earlier ones too.
    """
    office.require(by, Right.PUBLISH, DOING)
    if not to.is_dir():
        raise NotPublished(f"Folder {to} belum ada. Buat dahulu, atau pilih folder lain.")
    try:
        return (yield from _made(office, chosen, to, by, at, since_last))
    except OSError as error:
        raise NotPublished(f"Paket di {to} belum dibuat: {cause(error)}. Periksa tempatnya, lalu coba lagi.") from error


def publications(office: Office) -> list[Publication]:
    """Every package that was made, the newest first."""
    return sorted(office.records.publications.all(), key=lambda one: -one.id)


def note_online(office: Office, publication: Publication, address: str, on: date, by: Officer, at: datetime) -> None:
    """Note where and when a package went up. Raises NotAllowed."""
    office.require(by, Right.PUBLISH, "Mencatat penayangan")
    online = replace(publication, address=address.strip(), online_on=on)
    office.records.publications.change(online, "mencatat penayangan di web", by.name, at)


def note_step(office: Office, form: Mapping[str, str], by: Officer, at: datetime) -> None:
    """Note what a step of an SOP said of it with the last package, where that is not noted yet."""
    last = next(iter(publications(office)), None)
    if last and last.online_on is None and form.get("on") and office.may(by, Right.PUBLISH):
        note_online(office, last, form.get("address", ""), date.fromisoformat(form["on"]), by, at)


def _made(
    office: Office, chosen: Collection[int], to: Path, by: Officer, at: datetime, since_last: bool
) -> Generator[Progress, None, Made]:
    gate = Gate(office)
    names, left_out = file_names(publishable(office)), [(i, r) for i in chosen if (r := gate.reason(i))]
    wanted = [i for i in dict.fromkeys(chosen) if i in names]
    files: list[PublishedFile] = []
    sweep(to)
    with made_aside(to, f"publikasi-{at:%Y-%m-%d}") as (work, path):
        (work / FOLDER).mkdir()
        for done, document_id in enumerate(wanted, 1):
            if reason := gate.reason(document_id):
                left_out.append((document_id, reason))
            else:
                files.append(_copied(office, document_id, work / FOLDER / names[document_id]))
            yield Progress(done, len(wanted), names[document_id])
        if not files:
            raise NotPublished("Tidak ada dokumen yang dapat dipublikasikan dari pilihan ini. Belum ada paket.")
        listed = _listed(office, files, names) if since_last else files
        before = office.records.trail.sequence
        write_web_files(office, work, listed, by, at)
        _check_again(office, work, files, listed, before)
        seal = digest_of(work / SUMS)
    kept = Publication(at, by.name, path.name, tuple(files), seal, since_last=since_last)
    note = f"{len(files)} dokumen di {path}; SHA-256 daftar berkas {seal}"
    publication = office.records.publications.add(kept, "membuat paket publikasi", by.name, at, note)
    return Made(publication, path, tuple(left_out))


def _copied(office: Office, document_id: int, target: Path) -> PublishedFile:
    """The file as the record in force names it, and none that differs from its SHA-256."""
    document = office.records.documents.get(document_id)
    given = document.given_rendition if document else None
    if given is None:
        raise NotPublished(CHANGED)
    try:
        digest = put(office.softcopies.path(given.sha256, given.media_type), target)
    except NotReadable as error:
        raise NotPublished(_lost(document_id, "tidak dapat dibaca")) from error
    if digest != given.sha256:
        raise NotPublished(_lost(document_id, "berubah sejak disimpan"))
    return PublishedFile(document_id, digest, target.name)


def _check_again(
    office: Office, work: Path, files: Iterable[PublishedFile], listed: Iterable[PublishedFile], before: int
) -> None:
    """All of it as the records are now; a class that changed meanwhile must not slip through, nor into the lists."""
    if any(entry.table in ("documents", "cases") for entry in office.records.trail.entries(after=before)):
        raise NotPublished(CHANGED)
    waiting = dip.unapproved(office)
    for one in listed:
        document = office.records.documents.get(one.document)
        given = document.given_rendition if document else None
        if why_not(document, waiting) or given is None or given.sha256 != one.digest:
            raise NotPublished(CHANGED)
    if {path.name for path in (work / FOLDER).iterdir()} != {one.name for one in files}:
        raise NotPublished(CHANGED)


def _listed(office: Office, files: list[PublishedFile], names: dict[int, str]) -> list[PublishedFile]:
    """These files, and the earlier ones that are still as they went up."""
    ours = {one.document for one in files}
    documents = {i: office.records.documents.get(i) for i in names}
    before = {one.document: one for one in _published(office) if names.get(one.document) == one.name}
    kept = [one for i, one in before.items() if i not in ours and _is_given(documents.get(i), one.digest)]
    order = {one.id: at for at, one in enumerate(publishable(office))}
    return sorted((*files, *kept), key=lambda one: order.get(one.document, len(order)))


def _is_given(document: Document | None, digest: str) -> bool:
    return bool(document and document.given_rendition and document.given_rendition.sha256 == digest)


def _published(office: Office) -> list[PublishedFile]:
    return [file for one in office.records.publications.all() for file in one.files]


def _place(document: Document) -> tuple[int, str, int, int]:
    group = CLASSES.index(document.information_class)
    return (group, document.unit.casefold(), -(document.date.toordinal() if document.date else 0), document.id)


def _lost(document_id: int, how: str) -> str:
    return f"Softcopy dokumen {document_id} {how} di arsip. Belum ada paket; periksa arsip dahulu (F6)."
