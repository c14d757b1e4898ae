"""Many new records confirmed with few keys: what is the same for all said once, then only what is in doubt."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from archive.model import Document, Guessed, HardcopyPlace, InformationClass, Officer, Right
from ppid_tui.desk import editions
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office
from ppid_tui.desk.progress import Progress

SURE = 0.6
"""How sure a guess must be to count as clear: a heading or a letter's own field is, a file name's title is not."""
FIELDS = ("title", "kind", "number", "date", "year", "unit")
EDITION = "replaces"
NEEDED = ("title", "unit")
TOLD = Guessed("", 1.0)
UNDECIDED = InformationClass.BELUM_DITETAPKAN


@dataclass(frozen=True)
class ForAll:
    """What an officer says once of a whole batch; empty where each document tells."""

    unit: str = ""
    year: int | None = None
    information_class: InformationClass = UNDECIDED
    hardcopy: HardcopyPlace | None = None


@dataclass(frozen=True)
class Sorted:
    """A batch, with what was said of all in each record: those in which nothing is in doubt, and the others.

    ``undecided`` were completed before, and nobody has said their class yet.
    """

    clear: tuple[Document, ...] = ()
    doubtful: tuple[Document, ...] = ()
    undecided: tuple[Document, ...] = ()


def with_common(document: Document, common: ForAll) -> Document:
    """The record with what was said of all; a class once decided, and what an officer confirmed, stays."""
    told = {name: getattr(common, name) for name in ("unit", "year") if getattr(common, name)}
    if document.confirmed:
        told = {name: value for name, value in told.items() if not getattr(document, name)}
    decided = document.information_class
    return replace(
        document,
        information_class=common.information_class if decided is UNDECIDED else decided,
        hardcopy=common.hardcopy or document.hardcopy,
        guesses={**document.guesses, **dict.fromkeys(told, TOLD)},
        **told,
    )


def doubts(office: Office, document: Document, viewer: Viewer) -> tuple[str, ...]:
    """The fields that an officer should look at: guessed without being sure, or missing though needed."""
    doubtful = [name for name in FIELDS if name != "year" and _is_doubtful(document, name)]
    if _is_doubtful(document, "year") and "date" not in doubtful and not _is_sure(document, "date"):
        doubtful.append("year")
    if editions.offered(office, document, viewer):
        doubtful.append(EDITION)
    return tuple(doubtful)


def missing(document: Document) -> tuple[str, ...]:
    """The fields without which a record is not complete."""
    lacking = tuple(name for name in NEEDED if not getattr(document, name))
    return lacking if document.year or document.date else (*lacking, "year")


def sort_out(office: Office, documents: Iterable[Document], common: ForAll, viewer: Viewer) -> Sorted:
    """Which of them are clear once the common things are said."""
    clear: list[Document] = []
    doubtful: list[Document] = []
    undecided: list[Document] = []
    for document in (with_common(one, common) for one in documents):
        if document.confirmed and document.information_class is UNDECIDED:
            undecided.append(document)
        else:
            (doubtful if doubts(office, document, viewer) else clear).append(document)
    return Sorted(tuple(clear), tuple(doubtful), tuple(undecided))


def accept(office: Office, documents: Sequence[Document], by: Officer, at: datetime) -> Generator[Progress, None, None]:
    """Confirm records as they stand, all or none. Raises NotAllowed before the first."""
    office.require(by, Right.DESCRIBE, "Melengkapi data dokumen")
    if any(document.information_class is InformationClass.DIKECUALIKAN for document in documents):
        office.require(by, Right.DECIDE, "Menetapkan Informasi yang Dikecualikan")
    return _accept(office, documents, by, at)


def _accept(
    office: Office, documents: Sequence[Document], by: Officer, at: datetime
) -> Generator[Progress, None, None]:
    with office.records.transaction():
        for done, document in enumerate(documents, 1):
            confirmed = replace(document, confirmed=True, guesses={})
            decided = document.information_class is not UNDECIDED
            action = "menetapkan klasifikasi" if decided else "melengkapi data dokumen"
            office.records.documents.change(confirmed, action, by.name, at, "diterima bersama yang sudah jelas")
            yield Progress(done, len(documents), document.title)
    yield from office.indexes.catch_up()


def _is_sure(document: Document, name: str) -> bool:
    guessed = document.guesses.get(name)
    sure = document.confirmed if guessed is None else guessed.sure >= SURE
    return sure and bool(getattr(document, name))


def _is_doubtful(document: Document, name: str) -> bool:
    if not getattr(document, name):
        return name in NEEDED or name == "year"
    return not _is_sure(document, name)
