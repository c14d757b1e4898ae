"""Handing records over to an archive body (UU 43/2009): a BagIt package of their files, and what is known of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Generator, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive import bag
from archive.aside import made_aside, sweep
from archive.model import Document, HardcopyPlace, Officer, Right
from archive.softcopies import digest_of
from ppid_tui.desk.clean_names import clean
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.progress import Progress
from ppid_tui.desk.trouble import cause
from ppid_tui.printouts.labels import RENDITIONS, class_label
from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.tables import FORMULA

METADATA = f"{bag.PAYLOAD}/metadata.csv"
CHANGED = "Ada data yang berubah selagi paket dibuat. Belum ada paket yang jadi; buatlah sekali lagi."
COLUMNS = (
    "dokumen", "judul", "nomor", "tanggal", "tahun", "jenis", "unit", "penanggung_jawab", "klasifikasi", "ringkasan",
    "retensi", "tempat_hardcopy", "diterima", "berkas", "bentuk", "jenis_berkas", "ukuran", "sha256",
)  # fmt: skip


class NotTransferred(Exception):
    """There is no package, nor half of one; the words say why and what to do, in Indonesian."""


REFUSALS = (NotAllowed, NotTransferred)


@dataclass(frozen=True)
class Transferred:
    """A package that is whole: where, of how many documents, and which were not taken, with why."""

    path: Path
    documents: int
    left_out: tuple[tuple[int, str], ...]


def why_not(document: Document | None) -> str:
    """Why this document may not go into the package, in Indonesian; '' if it may.

    What is exempt, if only in a part, is handed over by itself and not on a medium that anyone can read.
    """
    if document is None or document.joined_to:
        return "Tidak ada sebagai dokumen tersendiri"
    if document.exemption or document.public_copy:
        return "Memuat bagian yang dikecualikan: serahkan tersendiri, langsung kepada lembaga kearsipan"
    if reason := may_give(document):
        return reason
    return "" if document.confirmed else "Datanya belum diperiksa petugas"


def transferable(office: Office) -> list[Document]:
    """Every document that may be handed over, the oldest first."""
    found = (one for one in office.records.documents.all() if not why_not(one))
    return sorted(found, key=lambda one: (one.year or 0, one.date.toordinal() if one.date else 0, one.id))


def transfer(
    office: Office, chosen: Collection[int], to: Path, receiver: str, by: Officer, at: datetime
) -> Generator[Progress, None, Transferred]:
    """Write the package of these documents into ``to``, whole or not at all. Raises one of REFUSALS."""
    office.require(by, Right.DECIDE, "Menyerahkan arsip")
    if not to.is_dir():
        raise NotTransferred(f"Folder {to} belum ada. Buat dahulu, atau pilih folder lain.")
    try:
        return (yield from _made(office, list(dict.fromkeys(chosen)), to, receiver, by, at))
    except OSError as error:
        words = f"Paket di {to} belum dibuat: {cause(error)}. Periksa tempatnya, lalu coba lagi."
        raise NotTransferred(words) from error


def _made(
    office: Office, chosen: list[int], to: Path, receiver: str, by: Officer, at: datetime
) -> Generator[Progress, None, Transferred]:
    taken: list[Document] = []
    left_out: list[tuple[int, str]] = []
    digests: dict[str, str] = {}
    sweep(to)
    with made_aside(to, f"serah-arsip-{at:%Y-%m-%d}") as (work, path):
        for done, document_id in enumerate(chosen, 1):
            document = office.records.documents.get(document_id)
            reason = why_not(document)
            if document is None or reason:
                left_out.append((document_id, reason))
            else:
                digests |= _copied(office, document, work)
                taken.append(document)
            yield Progress(done, len(chosen), str(document_id))
        if not taken:
            raise NotTransferred("Tidak ada dokumen yang dapat diserahkan dari pilihan ini. Belum ada paket.")
        digests[METADATA] = bag.put_bytes(iter([_metadata(taken)]), work / METADATA)
        bag.seal(work, digests, _info(office, receiver, len(taken), at))
        _check_again(office, taken)
        seal = digest_of(work / bag.MANIFEST)
    _note(office, taken, f"kepada {receiver}; paket {path.name}, SHA-256 {seal}", by, at)
    return Transferred(path, len(taken), tuple(left_out))


def _check_again(office: Office, taken: Iterable[Document]) -> None:
    """The whole before it takes its name: what changed meanwhile must not slip through."""
    if any(office.records.documents.get(one.id) != one for one in taken):
        raise NotTransferred(CHANGED)


def _note(office: Office, taken: Iterable[Document], note: str, by: Officer, at: datetime) -> None:
    with office.records.transaction():
        for one in taken:
            action = "menyerahkan ke lembaga kearsipan"
            office.records.trail.append(at, by.name, action, "documents", one.id, note=note)


def _copied(office: Office, document: Document, work: Path) -> dict[str, str]:
    digests: dict[str, str] = {}
    for name, one in zip(_paths(document), document.renditions, strict=True):
        try:
            digests[name] = bag.put(office.softcopies.path(one.sha256, one.media_type), work / name)
        except bag.NotReadable as error:
            raise NotTransferred(_lost(document, "tidak dapat dibaca")) from error
        if digests[name] != one.sha256:
            raise NotTransferred(_lost(document, "berubah sejak disimpan"))
    return digests


def _paths(document: Document) -> list[str]:
    """Where the files of a document lie in the package: in a folder of its own, numbered as in the record."""
    folder = f"{bag.PAYLOAD}/dokumen/{document.id:06}"
    return [f"{folder}/{n} {clean(one.name) or 'berkas'}" for n, one in enumerate(document.renditions, 1)]


def _info(office: Office, receiver: str, documents: int, at: datetime) -> dict[str, str]:
    return {
        "Source-Organization": office.profile.name,
        "Organization-Address": office.profile.address,
        "Bagging-Date": f"{at:%Y-%m-%d}",
        "External-Description": f"Penyerahan {documents} dokumen kepada {receiver}",
        "Ppid-Receiver": receiver,
    }


def _metadata(documents: Iterable[Document]) -> bytes:
    """A line a file, and one for a document that is hardcopy alone."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for document in documents:
        writer.writerows([_safe(cell) for cell in row] for row in _rows(document))
    return text.getvalue().encode("utf-8", "replace")


def _rows(document: Document) -> list[tuple[str, ...]]:
    known = (
        str(document.id), document.title, document.number, document.date.isoformat() if document.date else "",
        str(document.year or ""), document.kind, document.unit, document.responsible,
        class_label(document.information_class), document.summary, document.retention, _place(document.hardcopy),
        document.received_at.isoformat() if document.received_at else "",
    )  # fmt: skip
    files = [
        (path.removeprefix(f"{bag.PAYLOAD}/"), RENDITIONS[one.kind], one.media_type, str(one.size), one.sha256)
        for path, one in zip(_paths(document), document.renditions, strict=True)
    ]
    return [(*known, *file) for file in files or [("", "", "", "", "")]]


def _place(place: HardcopyPlace | None) -> str:
    return " / ".join(filter(None, (place.cabinet, place.shelf, place.box, place.folder))) if place else ""


def _safe(cell: str) -> str:
    """A text stays a text: a spreadsheet must not take it for a formula."""
    shown = literal(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(FORMULA) else shown


def _lost(document: Document, how: str) -> str:
    return f"Softcopy dokumen {document.id} {how} di arsip. Belum ada paket; periksa arsip dahulu (F6)."
