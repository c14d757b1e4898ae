"""The archive as lists: by class, what is undecided, what is paper alone, what is on loan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive.model import Document, InformationClass
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import class_label


@dataclass(frozen=True)
class Listed:
    """A list with its documents, the newest first."""

    title: str
    documents: tuple[Document, ...]


def lists(office: Office, viewer: Viewer) -> list[Listed]:
    """Every list of what the viewer may see; that of exempt documents only for who may see them."""
    seen = [d for d in office.records.documents.all() if may_see(office, d, viewer)]
    seen.sort(key=lambda d: (d.date.toordinal() if d.date else 0, d.id), reverse=True)
    made = [Listed("Semua dokumen", tuple(seen))]
    made += [_of(seen, _title(c), lambda d, c=c: d.information_class is c) for c in InformationClass]  # type: ignore[misc]
    made += [
        _of(seen, "Hardcopy saja", lambda d: not d.renditions and d.hardcopy is not None),
        _of(seen, "Hardcopy dipinjam", lambda d: bool(d.hardcopy and d.hardcopy.borrower)),
    ]
    return [listed for listed in made if listed.documents]


def _of(documents: list[Document], title: str, belongs: Callable[[Document], bool]) -> Listed:
    return Listed(title, tuple(filter(belongs, documents)))


def _title(kind: InformationClass) -> str:
    if kind is InformationClass.BELUM_DITETAPKAN:
        return "Belum ditetapkan"
    return class_label(kind)
