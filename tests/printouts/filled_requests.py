"""Requests with short, very long and empty fields, as papers meet them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count

from archive.case_model import Held
from archive.request_model import (
    Attorney,
    CopyForm,
    Costs,
    Keberatan,
    KeberatanDecision,
    LetterKind,
    OutgoingLetter,
    PassedOn,
    Refusal,
    Request,
    Requester,
    RequestItem,
    RequestOutcome,
    Waiting,
)

LONG = 2000
NUMBER = "012/PPID/2026"
RECEIVED, ANSWERED, GIVEN = date(2026, 3, 2), date(2026, 3, 12), date(2026, 3, 17)


def long_texts() -> Iterator[str]:
    """Texts of 2,000 letters, no two with a word in common: "a0 a1 a2 …", "b0 b1 b2 …"."""
    for field in count():
        name = chr(ord("a") + field // 26) + chr(ord("a") + field % 26)
        words = " ".join(f"{name}{n}" for n in range(LONG // 4))
        yield words[:LONG].rpartition(" ")[0]


def filled(texts: Iterator[str]) -> Request:
    """A request that has been through everything, each of its texts the next of these."""
    items = (
        _item(texts, RequestOutcome.GRANTED, held=Held.SOFTCOPY),
        _item(texts, RequestOutcome.PARTLY, held=Held.HARDCOPY, redaction=next(texts)),
        _item(texts, RequestOutcome.NOT_HELD, holder=next(texts)),
        _item(texts, RequestOutcome.REFUSED, reason=next(texts), refusal=_refusal(texts)),
    )
    person = Requester(next(texts), next(texts), next(texts), next(texts), "CONTOH-0000-1234")
    return Request(
        NUMBER,
        RECEIVED,
        person,
        items,
        attorney=_attorney(texts),
        purpose=next(texts),
        copy_form=CopyForm.HARDCOPY,
        outcome=RequestOutcome.PARTLY,
        waiting=Waiting("pemohon", next(texts), RECEIVED, date(2026, 3, 5)),
        due=date(2026, 3, 16),
        extended_until=date(2026, 3, 27),
        extension_reason=next(texts),
        provide_days=3,
        costs=Costs(500, 25, 15_000, 0, next(texts), GIVEN),
        letters=tuple(OutgoingLetter(kind, ANSWERED, f"{n}/PPID") for n, kind in enumerate(LetterKind, 700)),
        answered=ANSWERED,
        given=GIVEN,
        given_to=next(texts),
        handled_by=next(texts),
        keberatan=_objection(texts),
    )


def _item(
    texts: Iterator[str],
    outcome: RequestOutcome,
    held: Held = Held.UNKNOWN,
    holder: str = "",
    redaction: str = "",
    reason: str = "",
    refusal: Refusal | None = None,
) -> RequestItem:
    return RequestItem(
        next(texts), outcome, held=held, holder=holder, redaction=redaction, reason=reason, refusal=refusal
    )


def _refusal(texts: Iterator[str]) -> Refusal:
    return Refusal("h", next(texts), next(texts), decided_on=ANSWERED)


def _attorney(texts: Iterator[str]) -> Attorney:
    return Attorney(next(texts), next(texts), next(texts), next(texts))


def _objection(texts: Iterator[str]) -> Keberatan:
    return Keberatan(
        "001/KEB/2026",
        date(2026, 3, 20),
        "ad",
        next(texts),
        date(2026, 4, 20),
        next(texts),
        due=date(2026, 5, 8),
        attorney=_attorney(texts),
        passed_on=PassedOn(next(texts), date(2026, 3, 25)),
        decision=KeberatanDecision.PARTLY,
        order=next(texts),
        superior=next(texts),
        superior_position=next(texts),
        reply=next(texts),
        received_by=next(texts),
    )
