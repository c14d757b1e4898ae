"""What the office keeps, as frozen records: documents, officers, the trail.

Dates and times are local to the office and naive: a public office's day is its own, never UTC's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from archive.blackouts import Blackout
from archive.standing_in import StandIn


class InformationClass(StrEnum):
    """Classes of public information (UU 14/2008 articles 9, 10, 11 and 17), and the undecided."""

    BERKALA = "berkala"
    SERTA_MERTA = "serta_merta"
    SETIAP_SAAT = "setiap_saat"
    DIKECUALIKAN = "dikecualikan"
    BELUM_DITETAPKAN = "belum_ditetapkan"

    @property
    def may_be_given(self) -> bool:
        """Whether a citizen may see and have it: neither exempt nor undecided."""
        return self not in (InformationClass.DIKECUALIKAN, InformationClass.BELUM_DITETAPKAN)


class RenditionKind(StrEnum):
    """What a file is to its document; the signed one is what is given out."""

    DRAFT = "draft"
    SIGNED = "signed"
    PUBLIC_COPY = "public_copy"
    ATTACHMENT = "attachment"


class TextState(StrEnum):
    """Whether the words of a document can be searched, and where they came from."""

    YES = "yes"
    OCR = "ocr"
    NONE = "none"


class Right(StrEnum):
    """What a role may do; the words of ``may`` in an SOP file."""

    INTAKE = "intake"
    DESCRIBE = "describe"
    SERVE = "serve"
    DECIDE = "decide"
    SEE_EXEMPT = "see_exempt"
    PUBLISH = "publish"
    ADMINISTER = "administer"


@dataclass(frozen=True)
class Rendition:
    """One file of a document, kept by its SHA-256."""

    kind: RenditionKind
    sha256: str
    name: str
    media_type: str
    size: int
    pages: int = 0
    electronically_signed: bool = False


@dataclass(frozen=True)
class HardcopyPlace:
    """Where the paper lies, and who has it on loan."""

    cabinet: str = ""
    shelf: str = ""
    box: str = ""
    folder: str = ""
    serial: str = ""
    borrower: str = ""
    borrowed_on: date | None = None


@dataclass(frozen=True)
class Exemption:
    """Why a document is exempt, as its test of consequences found (UU 14/2008 art. 17 and 19; PERKI 1/2021 art. 49).

    ``letter`` of article 17, ``basis`` in that and other laws, ``part`` of the document ('' for all of it), the
    ``consequence`` of opening it, what closing it ``protects``, and until when: a day, or a ``term`` in words.
    """

    letter: str
    basis: str = ""
    consequence: str = ""
    until: date | None = None
    decision: str = ""
    decided_on: date | None = None
    part: str = ""
    protects: str = ""
    term: str = ""


@dataclass(frozen=True)
class Guessed:
    """Where a guessed field was read: the line of the document or its file name, and how sure (0 to 1)."""

    line: str
    sure: float


@dataclass(frozen=True)
class Document:
    """A record with its renditions; may be hardcopy alone.

    ``text_key`` names its pages in the text store ('' where there is no text); ``page_unit`` is
    "halaman", or "bagian" where the file itself has no pages. ``guesses`` are by field, until an officer
    confirms the record. ``replaces`` is the id of the edition before this one, 0 where there is none.
    ``joined_to`` is the id of the document that took this one's files, 0 where it stands for itself.
    ``ocr_pages`` are those whose text OCR read; none with a text from OCR: all of them. ``blackout``: what its
    public copy hides, where the kiosk made that.
    """

    title: str
    information_class: InformationClass = InformationClass.BELUM_DITETAPKAN
    id: int = 0
    kind: str = ""
    number: str = ""
    date: date | None = None
    year: int | None = None
    summary: str = ""
    unit: str = ""
    responsible: str = ""
    made_at: str = ""
    retention: str = ""
    renditions: tuple[Rendition, ...] = ()
    hardcopy: HardcopyPlace | None = None
    exemption: Exemption | None = None
    text_key: str = ""
    text_state: TextState = TextState.NONE
    pages: int = 0
    page_unit: str = "halaman"
    confirmed: bool = False
    received_at: datetime | None = None
    received_from: str = ""
    note: str = ""
    guesses: dict[str, Guessed] = field(default_factory=dict)
    replaces: int = 0
    joined_to: int = 0
    ocr_pages: tuple[int, ...] = ()
    blackout: Blackout | None = None

    @property
    def given_rendition(self) -> Rendition | None:
        """The file that is given out: the newest public copy before signed, signed before draft."""
        order = (RenditionKind.SIGNED, RenditionKind.DRAFT, RenditionKind.ATTACHMENT)
        others = (one for one in self.renditions if one.kind in order)
        return self.public_copy or min(others, key=lambda r: order.index(r.kind), default=None)

    @property
    def public_copy(self) -> Rendition | None:
        """The newest file in which what is exempt is blacked out, None where there is none."""
        return next((one for one in reversed(self.renditions) if one.kind is RenditionKind.PUBLIC_COPY), None)

    @property
    def partly_exempt(self) -> bool:
        """Whether a part of it is exempt (UU 14/2008 article 17): then its public copy alone may leave."""
        return self.information_class.may_be_given and self.exemption is not None


@dataclass(frozen=True)
class Officer:
    """A person who signs in. ``roles`` are role ids of the office's SOP; never deleted, only retired.

    ``stand_ins`` are the roles of others done for a time, also those that are over.
    """

    name: str
    roles: tuple[str, ...] = ()
    id: int = 0
    position: str = ""
    rights: tuple[Right, ...] = ()
    pin: str = ""
    recovery: str = ""
    wrong_pins: int = 0
    locked_until: datetime | None = None
    active_from: date | None = None
    active_until: date | None = None
    stand_ins: tuple[StandIn, ...] = ()

    def active_on(self, day: date) -> bool:
        """Whether the officer may sign in on this day."""
        return (self.active_from or day) <= day <= (self.active_until or day)


@dataclass(frozen=True)
class AuditEntry:
    """One change: who, when, what, before and after; chained to the entry before by its digest.

    ``sequence`` counts all changes of the archive; the index remembers the last one it has taken in.
    """

    sequence: int
    at: datetime
    by: str
    action: str
    table: str
    record_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    previous: str
    digest: str
    note: str = ""
