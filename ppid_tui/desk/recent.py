"""Queries that led somewhere, to be asked again by the same officer until they sign out; kept nowhere but in memory.

What a citizen asks for may name them or their neighbour, and the next citizen may see the screen. So a query is kept
only where each of its words is an everyday word of the office's table, or a time, or stands in the public record of a
document that answered: title, number, kind or unit of what may be given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from archive.model import Document
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import MONTHS

if TYPE_CHECKING:
    from index.everyday import Everyday

MOST = 8
LONGEST = 80
"""Letters of a query that is kept; more is a pasted text."""
TIMES = (*MONTHS, "tahun", "bulan", "minggu", "hari", "lalu", "ini", "terakhir", "semester", "triwulan")
SHORT_NUMBER = re.compile("[0-9]{1,2}|(19|20)[0-9]{2}")
"""A day or a year; any longer number may be somebody's."""


def remembered(office: Office, kept: tuple[str, ...], query: str, answers: Iterable[Document]) -> tuple[str, ...]:
    """What is kept with this query, the newest first, unless it says more than the public records among its answers."""
    text = " ".join(query.split())
    if not text or len(text) > LONGEST or not _says_no_more(office, text, answers):
        return kept
    return (text, *forgotten(kept, text))[:MOST]


def forgotten(kept: tuple[str, ...], query: str) -> tuple[str, ...]:
    """What is kept, without this query."""
    return tuple(old for old in kept if old.casefold() != query.casefold())


def _says_no_more(office: Office, text: str, answers: Iterable[Document]) -> bool:
    from index.language import FUNCTION_WORDS

    words = _stems(text) - FUNCTION_WORDS
    public = (d for d in answers if d.information_class.may_be_given)
    others = words - _stems(" ".join(f"{d.title} {d.number} {d.kind} {d.unit}" for d in public))
    others = {word for word in others if not SHORT_NUMBER.fullmatch(word)}
    return bool(words) and (not others or others <= _everyday(office.indexes.everyday))


def _everyday(table: Everyday) -> set[str]:
    return _stems(" ".join((*TIMES, *table.aside, *(word for run in table.also for word in run))))


def _stems(text: str) -> set[str]:
    from index.language import stem, tokens

    return {stem(token.form) for token in tokens(text) if not token.extra}
