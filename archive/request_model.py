"""The request register as frozen records: who asks, what for, how it is answered, and the objection to it.

Terms are dates that were counted when they began (working days, UU 14/2008 article 22); a calendar that changes
moves them. Field names follow the forms of PERKI 1/2010 and its successors.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from archive.case_model import Held


class RequestState(StrEnum):
    """Where a request stands (wording of the register)."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    EXTENDED = "extended"
    DONE = "done"


class RequestOutcome(StrEnum):
    """How a request, or one of its items, ended. What is not documented yet is held, but nothing can be given of it."""

    NONE = ""
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    NOT_HELD = "not_held"
    NOT_DOCUMENTED = "not_documented"
    WITHDRAWN = "withdrawn"


class RequesterKind(StrEnum):
    """Who may ask: an Indonesian citizen or legal entity (UU 14/2008 article 1(12))."""

    CITIZEN = "citizen"
    ENTITY = "entity"


class Arrival(StrEnum):
    """How a request came."""

    COUNTER = "counter"
    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"


class Access(StrEnum):
    """Cara memperoleh: look, read, listen, note down; or have a copy."""

    SEE = "see"
    COPY = "copy"


class CopyForm(StrEnum):
    """The form of the copy that is asked for."""

    SOFTCOPY = "softcopy"
    HARDCOPY = "hardcopy"


class Delivery(StrEnum):
    """Cara mendapatkan salinan."""

    FETCH = "fetch"
    COURIER = "courier"
    POST = "post"
    EMAIL = "email"
    FAX = "fax"


class LetterKind(StrEnum):
    """What the office writes in a request; each has a number of the outgoing letters once it is sent."""

    INCOMPLETE = "incomplete"
    EXTENSION = "extension"
    ANSWER = "answer"
    REFUSAL = "refusal"
    PASSED_ON = "passed_on"
    KEBERATAN_ANSWER = "keberatan_answer"


@dataclass(frozen=True)
class Requester:
    """Who asks. ``identity_number`` is the NIK, or the number of an entity's legal approval; lists mask it.

    ``contact`` is telephone or e-mail. In a request this is what stood on its form; ``id`` is the row of the person
    in the table of requesters (0: none).
    """

    name: str
    address: str = ""
    contact: str = ""
    occupation: str = ""
    identity_number: str = ""
    kind: RequesterKind = RequesterKind.CITIZEN
    id: int = 0


@dataclass(frozen=True)
class Attorney:
    """Who acts for the requester (kuasa), by which letter (surat kuasa khusus: number and date)."""

    name: str
    address: str = ""
    contact: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Refusal:
    """Why an item is refused: the letter (a to j) of UU 14/2008 article 17, another law, and what opening would do.

    ``consent`` says what the person concerned answered where the letter is h, ``article_18`` what was found when it
    was looked at whether this is never exempt (article 18). Who decided it, and when.
    """

    letter: str
    law: str = ""
    consequence: str = ""
    consent: str = ""
    article_18: str = ""
    decided_by: str = ""
    decided_on: date | None = None


@dataclass(frozen=True)
class RequestItem:
    """One thing asked for, with its own outcome. ``documents`` are ids of what is given, or is to be.

    ``held`` is the form in which the office has it, ``holder`` who has it where the office has not. ``redaction``
    explains what was blacked out. ``case_id`` is the case of the SOP that documents it, ``reason`` any other words.
    """

    wanted: str
    outcome: RequestOutcome = RequestOutcome.NONE
    documents: tuple[int, ...] = ()
    reason: str = ""
    held: Held = Held.UNKNOWN
    holder: str = ""
    redaction: str = ""
    refusal: Refusal | None = None
    case_id: int = 0


@dataclass(frozen=True)
class Waiting:
    """For whom a request waits, and for what; ``until`` is their term, None where there is none."""

    whom: str
    what: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Costs:
    """What the copy costs, in rupiah, and how it is paid (pemberitahuan A.3, register column 15)."""

    per_sheet: int = 0
    sheets: int = 0
    delivery: int = 0
    other: int = 0
    how_paid: str = ""
    paid_on: date | None = None

    @property
    def copying(self) -> int:
        """Sheets times their price."""
        return self.per_sheet * self.sheets

    @property
    def total(self) -> int:
        """All of it."""
        return self.copying + self.delivery + self.other


@dataclass(frozen=True)
class OutgoingLetter:
    """A letter that the office wrote in a request, with the number that it got ('' until it has one)."""

    kind: LetterKind
    written: date
    number: str = ""


class KeberatanDecision(StrEnum):
    """How the superior answered an objection, or how else it ended (article 35(2): by deliberation)."""

    NONE = ""
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class PassedOn:
    """An objection that was handed to the superior elsewhere: to whom, when, with which letter."""

    to: str
    on: date
    letter: str = ""


@dataclass(frozen=True)
class Dispute:
    """The dispute at the Komisi Informasi: when it was filed, its number there, and how it ended."""

    filed: date
    number: str = ""
    ended: date | None = None
    result: str = ""


@dataclass(frozen=True)
class Keberatan:
    """An objection to how a request was answered (UU 14/2008 articles 35 to 37).

    ``ground`` are letters of article 35(1) as on the form, a to g, such as "a" or "cg". ``story`` is the kasus posisi.
    ``due`` is when the superior must have answered, ``dispute_until`` the last day for the Komisi Informasi.
    ``order`` is what the superior orders where they agree, ``reply`` what the requester said to the answer.
    """

    number: str
    received: date
    ground: str
    story: str = ""
    answered: date | None = None
    answer: str = ""
    serial: int = 0
    due: date | None = None
    attorney: Attorney | None = None
    passed_on: PassedOn | None = None
    decision: KeberatanDecision = KeberatanDecision.NONE
    order: str = ""
    superior: str = ""
    superior_position: str = ""
    answer_number: str = ""
    reply: str = ""
    dispute_until: date | None = None
    dispute: Dispute | None = None
    received_by: str = ""


@dataclass(frozen=True)
class Request:
    """A row of the request register (PERKI 1/2010, register permohonan).

    ``number`` is its nomor pendaftaran, ``serial`` the place in its year's sequence, ``received`` the day the office
    got it, ``registered_at`` when it was put in. ``answered`` is the day of the written answer (pemberitahuan
    tertulis), ``given`` the day the information was handed over, ``given_to`` to whom, ``given_by`` the officer.
    ``direct``: served at once, without a written answer. ``incoming_letter`` names the letter that it came with.
    """

    number: str
    received: date
    requester: Requester
    items: tuple[RequestItem, ...]
    id: int = 0
    serial: int = 0
    arrival: Arrival = Arrival.COUNTER
    incoming_letter: str = ""
    attorney: Attorney | None = None
    purpose: str = ""
    access: Access = Access.COPY
    copy_form: CopyForm = CopyForm.SOFTCOPY
    delivery: Delivery = Delivery.FETCH
    state: RequestState = RequestState.RECEIVED
    outcome: RequestOutcome = RequestOutcome.NONE
    waiting: Waiting | None = None
    due: date | None = None
    extended_until: date | None = None
    extension_reason: str = ""
    provide_days: int = 0
    costs: Costs | None = None
    letters: tuple[OutgoingLetter, ...] = ()
    answered: date | None = None
    given: date | None = None
    given_to: str = ""
    given_by: str = ""
    direct: bool = False
    registered_at: datetime | None = None
    handled_by: str = ""
    keberatan: Keberatan | None = None
    note: str = ""

    def letter(self, kind: LetterKind) -> OutgoingLetter | None:
        """The last letter of this kind, if one was written."""
        return next((one for one in reversed(self.letters) if one.kind is kind), None)
