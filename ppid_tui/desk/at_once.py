"""Serve at once (layanan langsung): what is open and here is handed over, and the register row costs one more key.

The files are made first; then, in one transaction, each document is asked once more whether it may be given, and the
row, its number and the trail are kept. What was made is taken back where that is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from archive import at_once
from archive.guests import UNNAMED, Guest
from archive.model import Document, Officer, Right
from archive.request_model import CopyForm, Request, Requester, RequestItem
from archive.requests import RequestError
from ppid_tui.desk import handing_out, printing, request_papers, serving
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.handing_out import NotThere, Piece
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.printer import Printed
from ppid_tui.desk.request_sheets import PaperKind
from ppid_tui.desk.requests import add_numbered

REFUSALS = (NotAllowed, RequestError, NotThere)
"""What the functions here raise where something cannot be given; their words are for the officer."""
SERVING = "Melayani pemohon langsung"


@dataclass(frozen=True)
class Served:
    """A request that was served: its row, the ``files`` that were made for paper, or the ``folder`` on the stick.

    ``receipt`` is None where the disk refused it; it can be made again from the request.
    """

    request: Request
    files: tuple[Path, ...] = ()
    folder: Path | None = None
    receipt: Path | None = None


def on_paper(office: Office, pieces: Sequence[Piece], person: Requester, by: Officer, at: datetime) -> Served:
    """Give these on paper. Raises one of REFUSALS, or OSError, with nothing kept."""
    pieces = _ready(office, pieces, person, by)
    files = handing_out.print_files(office, pieces, Viewer(by), at)
    request = keep_given(office, pieces, person, CopyForm.HARDCOPY, files, by, at)
    return _with_receipt(office, Served(request, tuple(files)), by, at)


def on_stick(
    office: Office, pieces: Sequence[Piece], person: Requester, stick: Path, by: Officer, at: datetime
) -> Served:
    """Give these in a folder on the requester's stick. Raises one of REFUSALS, or OSError, with nothing kept."""
    pieces = _ready(office, pieces, person, by)
    folder = handing_out.stick_folder(office, pieces, stick, Viewer(by), at)
    request = keep_given(office, pieces, person, CopyForm.SOFTCOPY, [folder], by, at)
    return _with_receipt(office, Served(request, folder=folder), by, at)


def on_stick_instead(
    office: Office, served: Served, pieces: Sequence[Piece], stick: Path, by: Officer, at: datetime
) -> Served:
    """The same on the requester's stick, where no paper came out; the row says so. Raises as ``on_stick`` does."""
    pieces = _ready(office, pieces, served.request.requester, by)
    folder = handing_out.stick_folder(office, pieces, stick, Viewer(by), at)
    try:
        with office.records.transaction():
            _note_given(office, pieces, CopyForm.SOFTCOPY, by, at)
            row = replace(served.request, copy_form=CopyForm.SOFTCOPY)
            kept = office.records.requests.change(row, "memperbaiki data permohonan", by.name, at)
    except BaseException:
        handing_out.remove([folder])
        raise
    return _with_receipt(office, replace(served, request=kept, folder=folder), by, at)


def only_looked(
    office: Office, documents: Sequence[Document], name: str, address: str, wanted: str, by: Officer, at: datetime
) -> Guest:
    """A line in the guest book: no request, no row of the register. Raises NotAllowed."""
    office.require(by, Right.SERVE, "Mengisi buku tamu")
    ids = tuple(one.id for one in documents)
    guest = Guest(at, by.name, name.strip() or UNNAMED, 0, address.strip(), ids, wanted.strip())
    return office.records.guests.add(guest, "mencatat tamu", by.name, at)


def keep_given(
    office: Office, pieces: Sequence[Piece], person: Requester, form: CopyForm, made: Sequence[Path],
    by: Officer, at: datetime,
) -> Request:  # fmt: skip
    """The row of what was ``made`` for these pieces, each asked once more; where it is refused, that is taken back.

    Raises NotAllowed, NotThere, RequestError or OSError with nothing kept.
    """
    asked = Request(
        number="",
        received=at.date(),
        requester=person,
        items=tuple(RequestItem(piece.words, documents=(piece.document.id,)) for piece in pieces),
        copy_form=form,
    )
    try:
        with office.records.transaction():
            _note_given(office, pieces, form, by, at)
            return add_numbered(office, at_once.served(asked, office.profile.terms, at.date(), by.name), by, at)
    except BaseException:
        handing_out.remove(made)
        raise


def send(served: Served, by: Officer) -> list[Printed]:
    """Put what was made for paper, and the receipt, into the printer's queue; what became of each."""
    papers = [path for path in (*served.files, served.receipt) if path]
    given = [number for item in served.request.items for number in item.documents]
    return [printing.send_to_printer(path, by=by.id, documents=given) for path in papers]


def _note_given(office: Office, pieces: Sequence[Piece], form: CopyForm, by: Officer, at: datetime) -> None:
    for piece in pieces:
        _require_unchanged(office, piece)
        serving.note_given(office, piece.document, _how(piece, form), by, at)


def _ready(office: Office, pieces: Sequence[Piece], person: Requester, by: Officer) -> list[Piece]:
    """The pieces with their records in force. Raises what stands in the way, before anything is written."""
    office.require(by, Right.SERVE, SERVING)
    if not person.name.strip() or not person.address.strip():
        raise RequestError("Isi dahulu nama dan alamat pemohon.")
    if not pieces:
        raise RequestError("Pilih dahulu dokumen yang diberikan.")
    now = [_standing(office, piece) for piece in pieces]
    for piece in now:
        if reason := handing_out.why_not(office, piece):
            raise NotAllowed(f"Belum dapat diberikan: “{piece.document.title}”: {reason}.")
    return now


def _standing(office: Office, piece: Piece) -> Piece:
    record = office.records.documents.standing(piece.document.id)
    if record is None:
        raise NotThere("Dokumen ini tidak ada lagi.")
    return replace(piece, document=record)


def _require_unchanged(office: Office, piece: Piece) -> None:
    """The record may have become exempt, or got another public copy, while the files were made."""
    now = _standing(office, piece)
    if (reason := handing_out.why_not(office, now)) or now.document.given_rendition != piece.document.given_rendition:
        words = reason or "berkasnya baru saja berubah; ulangi"
        raise NotAllowed(f"Belum dapat diberikan: “{now.document.title}”: {words}.")


def _with_receipt(office: Office, served: Served, by: Officer, at: datetime) -> Served:
    try:
        receipt = request_papers.make(office, served.request, PaperKind.HANDED_OVER, by, at)
    except OSError:
        return served
    return replace(served, receipt=receipt)


def _how(piece: Piece, form: CopyForm) -> str:
    what = f"halaman {', '.join(map(str, piece.pages))}" if piece.pages else "seluruh dokumen"
    return f"{what}, {'dicetak' if form is CopyForm.HARDCOPY else 'disalin ke USB'}"
