"""The list of public information (DIP), pure: which documents may stand on it, in what order, and what bars others.

UU 14/2008 article 11(1)a; the seven columns are those of PERKI 1/2010, Lampiran II.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from archive.model import Document, InformationClass

CLASSES = (InformationClass.BERKALA, InformationClass.SERTA_MERTA, InformationClass.SETIAP_SAAT)
"""The groups of the list, in its order. Exempt information has a list of its own."""


class Lack(StrEnum):
    """What keeps a document off the list."""

    CONFIRMED = "confirmed"
    CLASS = "class"
    APPROVED = "approved"
    PUBLIC_COPY = "public_copy"
    SUMMARY = "summary"
    UNIT = "unit"
    RESPONSIBLE = "responsible"
    YEAR = "year"
    MADE_AT = "made_at"
    FORM = "form"
    RETENTION = "retention"


@dataclass(frozen=True)
class DipRow:
    """A line of the list. ``printed`` is there as hardcopy, ``recorded`` as softcopy, ``online`` on the web."""

    document: int
    information_class: InformationClass
    title: str
    number: str
    kind: str
    summary: str
    unit: str
    responsible: str
    day: date | None
    year: int
    made_at: str
    printed: bool
    recorded: bool
    online: bool
    retention: str


def year_of(document: Document) -> int | None:
    """The year a document belongs to: the one it was given, else that of its date."""
    return document.year or (document.date.year if document.date else None)


def lacks(document: Document, unapproved: Collection[int] = ()) -> tuple[Lack, ...]:
    """What keeps this document off the list; () if nothing. ``unapproved`` are ids that still wait for a review.

    An exempt document is not asked: it never comes onto this list, see `belongs`.
    """
    there = {
        Lack.CONFIRMED: document.confirmed,
        Lack.CLASS: document.information_class is not InformationClass.BELUM_DITETAPKAN,
        Lack.APPROVED: document.id not in unapproved,
        Lack.PUBLIC_COPY: not document.partly_exempt or document.public_copy is not None,
        Lack.SUMMARY: bool(document.summary.strip() or document.title.strip()),
        Lack.UNIT: bool(document.unit.strip()),
        Lack.RESPONSIBLE: bool(document.responsible.strip()),
        Lack.YEAR: year_of(document) is not None,
        Lack.MADE_AT: bool(document.made_at.strip()),
        Lack.FORM: bool(document.renditions or document.hardcopy),
        Lack.RETENTION: bool(document.retention.strip()),
    }
    return tuple(lack for lack, found in there.items() if not found)


def belongs(document: Document) -> bool:
    """Whether the list asks for this document at all: every one but the exempt."""
    return document.information_class is not InformationClass.DIKECUALIKAN


def rows_of(
    documents: Iterable[Document], unapproved: Collection[int] = (), online: Collection[int] = ()
) -> tuple[DipRow, ...]:
    """The list: confirmed, approved, decided and never exempt; by class, unit, year and day."""
    listed = [d for d in documents if d.information_class in CLASSES and not lacks(d, unapproved)]
    return tuple(sorted((_row(document, online) for document in listed), key=_place))


def of_class(rows: Iterable[DipRow], one: InformationClass) -> tuple[DipRow, ...]:
    """The lines of one group."""
    return tuple(row for row in rows if row.information_class is one)


def _row(document: Document, online: Collection[int]) -> DipRow:
    return DipRow(
        document=document.id,
        information_class=document.information_class,
        title=document.title,
        number=document.number,
        kind=document.kind,
        summary=document.summary.strip() or document.title,
        unit=document.unit.strip(),
        responsible=document.responsible.strip(),
        day=document.date,
        year=year_of(document) or 0,
        made_at=document.made_at.strip(),
        printed=document.hardcopy is not None,
        recorded=bool(document.renditions),
        online=document.id in online,
        retention=document.retention.strip(),
    )


def _place(row: DipRow) -> tuple[int, str, int, date, str, int]:
    group = CLASSES.index(row.information_class)
    return (group, row.unit.casefold(), row.year, row.day or date(row.year, 1, 1), row.title.casefold(), row.document)
