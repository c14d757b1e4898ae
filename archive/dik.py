"""The list of exempt information (DIK), pure: whole documents and parts of them, and whose term is over.

A term that has ended prompts a review and opens nothing: UU 14/2008 article 20(1) calls only the exemptions a to f
non-permanent, and g to j stay as they are until somebody decides otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from archive.model import Document, Exemption, InformationClass
from archive.refusals import ARTICLE_17

NOT_PERMANENT = "abcdef"
"""Letters of UU 14/2008 article 17 whose exemption ends on a day."""


class Missing(StrEnum):
    """What a record of a test of consequences must have (PERKI 1/2021 article 49), and this one has not."""

    LETTER = "letter"
    BASIS = "basis"
    CONSEQUENCE = "consequence"
    TERM = "term"
    DECISION = "decision"
    DECIDED_ON = "decided_on"


def is_listed(document: Document) -> bool:
    """Whether the document is exempt, or a part of it."""
    return document.information_class is InformationClass.DIKECUALIKAN or document.partly_exempt


def listed(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The list: by letter of article 17, then unit, year and title; those without a letter first."""
    return tuple(sorted(filter(is_listed, documents), key=_place))


def missing(exemption: Exemption | None) -> tuple[Missing, ...]:
    """What the test of consequences lacks. An exemption of a to f needs the day on which it ends."""
    known = exemption or Exemption("")
    there = {
        Missing.LETTER: known.letter in ARTICLE_17,
        Missing.BASIS: bool(known.basis),
        Missing.CONSEQUENCE: bool(known.consequence),
        Missing.TERM: known.until is not None or bool(known.term and known.letter not in NOT_PERMANENT),
        Missing.DECISION: bool(known.decision),
        Missing.DECIDED_ON: known.decided_on is not None,
    }
    return tuple(one for one, found in there.items() if not found)


def ended(document: Document, today: date) -> bool:
    """Whether its term is over, so that somebody has to look at it again."""
    until = document.exemption.until if document.exemption else None
    return is_listed(document) and until is not None and until < today


def _place(document: Document) -> tuple[str, str, int, str, int]:
    letter = document.exemption.letter if document.exemption else ""
    return (letter, document.unit.casefold(), document.year or 0, document.title.casefold(), document.id)
