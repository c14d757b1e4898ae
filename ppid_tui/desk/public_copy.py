"""The public copy of a document of which a part is exempt: its pages as pictures, with that part painted black.

The exempt part is named by its law, the rest is given: a part is never a reason to withhold the whole, and the
original is kept apart (UU 14/2008 articles 17 and 19).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.blackouts import Blackout, Box
from archive.model import Document, Exemption, Officer, Rendition, RenditionKind, Right
from archive.softcopies import digest_of
from index.extract import Unreadable
from index.extract.picture import DPI, PlacedWord, count_pages, page_picture, page_words, scanned_words
from ppid_tui.desk.givable import holds_exempt
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.progress import Progress
from ppid_tui.desk.renditions import NotJoined, add_rendition
from ppid_tui.desk.scans import READABLE
from ppid_tui.desk.trouble import cause

MARKED = "menandai yang dihitamkan"
LETTERS = tuple("abcdefghij")


class NotCopied(Exception):
    """There is no public copy; the words say why and what to do, in Indonesian."""


REFUSALS = (NotAllowed, NotCopied)


def source_of(document: Document) -> Rendition | None:
    """The file of which a public copy can be made: the signed one first, and only one that can be pictured."""
    original = replace(document, renditions=tuple(r for r in document.renditions if not _is_copy(r))).given_rendition
    return original if original and original.media_type in READABLE else None


def require(office: Office, document: Document, by: Officer) -> Rendition:
    """The file that is to be copied. Raises NotAllowed, or NotCopied where there is none that can be pictured."""
    office.require(by, Right.DESCRIBE, "Membuat salinan untuk publik")
    if holds_exempt(document):
        office.require(by, Right.SEE_EXEMPT, "Melihat bagian yang dikecualikan")
    source = source_of(document)
    if source is None:
        raise NotCopied("Dokumen ini belum punya PDF atau gambar. Simpan sebagai PDF, lalu tambahkan dengan S.")
    return source


def source_path(office: Office, source: Rendition) -> Path:
    """Where the file lies."""
    return office.softcopies.path(source.sha256, source.media_type)


def boxes_of(document: Document) -> tuple[Box, ...]:
    """What was marked before on the same file."""
    source, kept = source_of(document), document.blackout
    return kept.boxes if kept and source and kept.source == source.sha256 else ()


def words_of(path: Path) -> list[list[PlacedWord]]:
    """The words of each page and where they stand; [] for a page that is a picture. Raises NotCopied."""
    try:
        found = page_words(path)
        return found + [[] for _ in range(count_pages(path) - len(found))]
    except Unreadable as problem:
        raise NotCopied(problem.words) from problem


def words_seen(path: Path, page: int) -> list[PlacedWord]:
    """The words that OCR sees on a page that is a picture; [] where it sees none, or is not there."""
    try:
        return scanned_words(path, page)
    except Unreadable:
        return []


def picture(path: Path, page: int) -> bytes:
    """A page as a PGM picture. Raises NotCopied."""
    try:
        return page_picture(path, page)
    except Unreadable as problem:
        raise NotCopied(problem.words) from problem


def keep_boxes(office: Office, document_id: int, boxes: Sequence[Box], by: Officer, at: datetime) -> Document:
    """Keep what is marked with the record, to go on later. Raises one of REFUSALS."""
    document = _known(office, document_id)
    source = require(office, document, by)
    marked = replace(document, blackout=Blackout(source.sha256, tuple(boxes)))
    return office.records.documents.change(marked, MARKED, by.name, at)


def make_public_copy(
    office: Office, document_id: int, boxes: Sequence[Box], exemption: Exemption | None, by: Officer, at: datetime
) -> Generator[Progress, None, Document]:
    """Paint, write and keep the copy, a page a step. Raises one of REFUSALS.

    ``exemption`` says why a part is exempt, where the record doesn't yet: to say so takes who may decide.
    """
    document = _known(office, document_id)
    source = require(office, document, by)
    if document.exemption is None:
        office.require(by, Right.DECIDE, "Menetapkan bagian yang dikecualikan")
    if not boxes or (document.exemption or exemption) is None:
        raise NotCopied("Tandai dahulu yang dihitamkan, dan sebutkan alasannya menurut Pasal 17.")
    if exemption and exemption.letter not in LETTERS:
        raise NotCopied(f"Huruf Pasal 17 UU 14/2008: a sampai j, bukan “{exemption.letter}”.")
    try:
        with TemporaryDirectory() as folder:
            path = Path(folder, f"Salinan publik dokumen {document.id}.pdf")
            yield from _painted(source_path(office, source), boxes, path)
            marked = replace(
                _known(office, document_id),
                blackout=Blackout(source.sha256, tuple(boxes)),
                exemption=document.exemption or exemption,
            )
            return _kept(office, marked, path, by, at)
    except (Unreadable, NotJoined) as problem:
        raise NotCopied(getattr(problem, "words", str(problem))) from problem
    except OSError as error:
        raise NotCopied(f"Salinan belum dapat ditulis ({cause(error)}). Coba lagi nanti.") from error


def _painted(source: Path, boxes: Sequence[Box], target: Path) -> Generator[Progress, None, None]:
    """Page by page onto the disk: a long document must not lie in memory whole."""
    from ppid_tui.printouts.picture_pdf import PicturePdf, blackened

    total = count_pages(source)
    with target.open("wb") as file:
        pdf = PicturePdf(file, DPI)
        for page in range(1, total + 1):
            edges = ((one.left, one.top, one.right, one.bottom) for one in boxes if one.page == page)
            pdf.add(blackened(page_picture(source, page), edges))
            yield Progress(page, total, f"halaman {page}")
        pdf.close()


def _kept(office: Office, marked: Document, path: Path, by: Officer, at: datetime) -> Document:
    """Beside the others; the very same copy is not kept twice."""
    digest = digest_of(path)
    if any(one.sha256 == digest for one in marked.renditions):
        return office.records.documents.change(marked, MARKED, by.name, at)
    return add_rendition(office, marked, path, RenditionKind.PUBLIC_COPY, by, at)


def _known(office: Office, document_id: int) -> Document:
    document = office.records.documents.get(document_id)
    if document is None:
        raise NotCopied("Dokumen ini tidak ada lagi.")
    return document


def _is_copy(one: Rendition) -> bool:
    return one.kind is RenditionKind.PUBLIC_COPY


def found_words(pages: Sequence[Sequence[PlacedWord]], sought: str) -> Iterator[Box]:
    """A box for each place of these words, one after the other, whatever line they break on; ``nik``: any NIK."""
    from ppid_tui.desk.sought_words import runs

    for number, words in enumerate(pages, 1):
        for run in runs([word.text for word in words], sought):
            yield from (box_of(words[at], number) for at in run)


def box_of(word: PlacedWord, page: int) -> Box:
    """The box of a word."""
    return Box(page, word.left, word.top, word.right, word.bottom)
