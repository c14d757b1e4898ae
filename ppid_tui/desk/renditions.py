"""Further files of a document that is there: its signed scan, a copy for the public, an attachment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from archive.model import Document, Officer, RenditionKind, Right
from archive.softcopies import Staged
from index.extract import Extracted, Unreadable, extract, media_type_of
from ppid_tui.desk import interrupted
from ppid_tui.desk.fates import Outcome
from ppid_tui.desk.office import Office
from ppid_tui.desk.recording import rendition_of, with_text
from ppid_tui.desk.reserving import Intake, leave_incoming, reserved
from ppid_tui.desk.sources import Looks
from ppid_tui.desk.trouble import cause


class NotJoined(Exception):
    """The file was not added, and lies where it was; the words say why, in Indonesian."""


def add_rendition(
    office: Office, document: Document, path: Path, kind: RenditionKind, by: Officer, at: datetime
) -> Document:
    """Add a file to a document. A file that cannot be read is kept as it is.

    What is searched and shown is the text of the public copy, once there is one: a citizen must not read more
    than is given. Raises NotAllowed or NotJoined.
    """
    office.require(by, Right.DESCRIBE, "Menambah softcopy pada dokumen")
    found = reserved(Intake(office, by, at), path, Looks(), set())
    if found is None or isinstance(found, Outcome):
        raise NotJoined(f"{path.name}: {found.reason if found else 'sedang diterima'}.")
    staged = found.staged
    try:
        kept = _joined(office, document, path, staged, kind, by, at)
        leave_incoming(office, found)
    except OSError as error:
        raise NotJoined(f"{path.name} belum dapat disimpan ({cause(error)}). Coba lagi nanti.") from error
    finally:
        staged.path.unlink(missing_ok=True)
        interrupted.release(office, staged.sha256)
    for _ in office.indexes.catch_up():
        pass
    return kept


def takes_text(document: Document, kind: RenditionKind, has_text: bool) -> bool:
    """Whether the text of a further file becomes the one that is searched: never in place of a public copy's."""
    public = any(one.kind is RenditionKind.PUBLIC_COPY for one in document.renditions)
    return kind is RenditionKind.PUBLIC_COPY or (has_text and not document.text_key and not public)


def _joined(
    office: Office, document: Document, path: Path, staged: Staged, kind: RenditionKind, by: Officer, at: datetime
) -> Document:
    extracted = _read(staged.path)
    rendition = rendition_of(path.name, staged, extracted, kind)
    office.softcopies.keep(staged, extracted.media_type)
    if extracted.has_text:
        office.texts.write(staged.sha256, extracted.pages)
    joined = replace(document, renditions=(*document.renditions, rendition))
    if takes_text(document, kind, extracted.has_text):
        joined = with_text(joined, staged, extracted)
    return office.records.documents.change(joined, "menambah softcopy", by.name, at)


def _read(path: Path) -> Extracted:
    try:
        return extract(path)
    except Unreadable as error:
        if error.passing:
            raise NotJoined(error.words) from error
        return Extracted(media_type_of(path), ())
