"""Scans: documents whose pages are pictures, read by OCR so that their words can be found.

The original is never changed; what was read can be read again.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from archive.model import Document, Officer, Rendition, Right, TextState
from index.extract import JPEG, PDF, PNG, Unreadable, extract
from index.extract.ocr import StoppedReading, count_pages, missing, read_page
from index.extract.text import has_words
from ppid_tui.desk.guessing import guessed_anew
from ppid_tui.desk.office import Office
from ppid_tui.desk.progress import Progress

KIOSK = Officer(name="Kiosk (saat tidak dipakai)", rights=(Right.DESCRIBE,))
"""Who stands in the trail for what was read while nobody used the laptop."""
READABLE = frozenset({PDF, JPEG, PNG, "image/tiff", "image/bmp", "image/gif", "image/webp"})
"""What can be pictured; HEIC of telephones cannot."""
MOST_PAGES = 2_000
MARK = "OCR: "
"""What the part of a document's note begins with that is about its reading."""
NOTHING_TO_READ = "Tidak ada halaman yang perlu dibaca dengan OCR."


@dataclass(frozen=True)
class _Reading:
    """A file being read: the text it gives itself, page by page, with its notes, and what OCR adds to it."""

    source: Rendition
    own: Sequence[str]
    notes: Sequence[str] = ()
    read: dict[int, str] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)

    @property
    def wanted(self) -> list[int]:
        """The pages without words of their own."""
        return [number for number, text in enumerate(self.own, 1) if not has_words(text)]

    @property
    def problem(self) -> str:
        """Why nothing came of it, in Indonesian."""
        if self.read:
            return ""
        return next(iter(self.failed.values()), NOTHING_TO_READ)


def tesseract_state() -> str:
    """What OCR lacks on this laptop, in Indonesian and with what to do; '' if it can begin."""
    return missing()


def waiting_scans(office: Office) -> list[Document]:
    """Documents that OCR has not read yet and could: whole scans, and PDFs of which some pages have no text."""
    return [document for document in office.records.documents.all() if _waits(office, document)]


def is_scan(document: Document) -> bool:
    """Whether none of its words are known, and OCR could read them."""
    return document.text_state is TextState.NONE and _source(document) is not None


def can_read(office: Office, document: Document) -> bool:
    """Whether OCR has something to do in this document, for the first time or again."""
    if document.text_state is TextState.OCR:
        return _source(document) is not None
    return _waits(office, document, noted=False)


def read_scan(
    office: Office, document: Document, by: Officer, at: datetime, stopped: Callable[[], bool] = lambda: False
) -> Generator[Progress, None, None]:
    """Read the pages that have no words of their own, a page a step; keep and index them after the last one.

    Left before its end, or ``stopped`` in the middle of a page, it leaves everything as it was. Where nothing
    could be read the last step says so in ``problem``. Raises NotAllowed before the first page.
    """
    office.require(by, Right.DESCRIBE, "Membaca hasil pindai")
    return _steps(office, document, by, at, stopped)


def _waits(office: Office, document: Document, noted: bool = True) -> bool:
    if _source(document) is None or document.text_state is TextState.OCR:
        return False
    if document.text_state is TextState.NONE:
        return True
    # Taking in leaves a note where pages lack text: without one, no bundle of texts is opened for nothing.
    return bool(document.note or not noted) and _has_silent_page(office, document)


def _has_silent_page(office: Office, document: Document) -> bool:
    return not all(map(has_words, office.texts.pages(document.text_key)))


def _source(document: Document) -> Rendition | None:
    """The file whose pages are, or would be, the document's text."""
    if document.text_key:
        named = (r for r in document.renditions if r.sha256 == document.text_key)
    else:
        named = (r for r in (document.given_rendition, *document.renditions) if r)
    return next((r for r in named if r.media_type in READABLE), None)


def _steps(
    office: Office, document: Document, by: Officer, at: datetime, stopped: Callable[[], bool]
) -> Generator[Progress, None, None]:
    source, lacking = _source(document), missing()
    if source is None or lacking:
        yield Progress(0, 0, document.title, lacking or NOTHING_TO_READ)
        return
    path = office.softcopies.path(source.sha256, source.media_type)
    try:
        reading = _begun(path, source)
        for done, page in enumerate(reading.wanted):
            yield Progress(done, len(reading.wanted), document.title)
            _read_one(reading, path, page, stopped)
    except StoppedReading:
        return
    except Unreadable as problem:
        yield Progress(0, 0, document.title, problem.words)
        return
    if stopped():
        return
    if reading.read:
        _keep(office, document.id, reading, by, at)
    yield Progress(len(reading.wanted), len(reading.wanted), document.title, reading.problem)


def _begun(path: Path, source: Rendition) -> _Reading:
    if source.media_type != PDF:
        return _Reading(source, [""] * min(count_pages(path), MOST_PAGES))
    extracted = extract(path)
    return _Reading(source, extracted.pages, extracted.notes)


def _read_one(reading: _Reading, path: Path, page: int, stopped: Callable[[], bool]) -> None:
    try:
        reading.read[page] = read_page(path, page, stopped)
    except Unreadable as problem:
        reading.failed[page] = problem.words


def _keep(office: Office, document_id: int, reading: _Reading, by: Officer, at: datetime) -> None:
    pages = [reading.read.get(number, text) for number, text in enumerate(reading.own, 1)]
    office.texts.write(reading.source.sha256, pages)
    with office.records.transaction():
        # Looked up anew: an officer may have completed the record meanwhile.
        document = office.records.documents.get(document_id)
        if document is None or reading.source not in document.renditions:
            return
        became = replace(
            document,
            text_key=reading.source.sha256,
            text_state=TextState.OCR,
            pages=len(pages),
            note=_note(document.note, reading),
            ocr_pages=() if len(reading.read) == len(pages) else tuple(reading.read),
        )
        became = guessed_anew(became, pages, reading.source.name)
        office.records.documents.change(became, "membaca hasil pindai", by.name, at)
    for _ in office.indexes.catch_up():
        pass


def _note(note: str, reading: _Reading) -> str:
    """The note without what was said of missing text, and with which pages come from OCR or were lost."""
    for said in reading.notes:
        note = note.replace(said, "")
    parts = [part for part in note.split("; ") if part and not part.startswith(MARK)]
    if len(reading.read) < len(reading.own):
        parts.append(f"{MARK}halaman {_span(reading.read)} dibaca dari hasil pindai")
    if reading.failed:
        parts.append(f"{MARK}halaman {_span(reading.failed)} tidak dapat dibaca")
    return "; ".join(parts)


def _span(numbers: Iterable[int]) -> str:
    """For 1, 2, 3, 7: 1–3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
