"""What goes into the index and what comes out of it, as frozen records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

ReadPage = Callable[[int, int], str]
"""``read_page(document_id, page)``: the text of one page, counted from 1; KeyError if there is none."""


@dataclass(frozen=True)
class Entry:
    """One document as the index takes it in; ``information_class`` is the archive's own word."""

    document_id: int
    title: str
    pages: Sequence[str] = ()
    number: str = ""
    kind: str = ""
    summary: str = ""
    unit: str = ""
    information_class: str = ""
    date: date | None = None
    year: int | None = None


@dataclass(frozen=True)
class Filters:
    """What narrows a search. Empty means: everything. ``classes``: those that may appear at all."""

    classes: frozenset[str] = frozenset()
    year: int | None = None
    unit: str = ""
    kind: str = ""
    literal: bool = False
    """Take the query as it stands: no other words for it, no day read out of it, no slip mended."""


@dataclass(frozen=True)
class Snippet:
    """A passage as it stands in the text, and the spans (start, end) of the words that were sought."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Hit:
    """One document that answers. ``page`` is its best page, from 1; None where there is only a record."""

    document_id: int
    score: float
    page: int | None
    snippet: Snippet
    other_pages: int = 0


@dataclass(frozen=True)
class Results:
    """Hits, best first, and how many documents answer in all.

    ``all_words`` is False when no document has every word, so that documents with most of them are shown.
    ``suggestion`` is a query with unknown words replaced by near ones of the archive, or ''.
    ``repaired`` says that the hits are those of the suggestion, since the words as typed find nothing.
    ``included``: other words that were sought with those typed. ``period``: first and last day read out of
    the query. ``empty_period``: the same where nothing of it answers, so that the hits are of all times.
    ``newest``: the query asks for the newest, so that it comes first of what answers about equally well.
    All are shown, and ``Filters.literal`` switches them off.
    """

    total: int
    hits: tuple[Hit, ...]
    took_ms: float
    all_words: bool = True
    suggestion: str = ""
    repaired: bool = False
    included: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    empty_period: tuple[date, date] | None = None
    newest: bool = False


@dataclass(frozen=True)
class Listed:
    """How many documents answer, and the ids of the best of them, best first."""

    total: int
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Facets:
    """How many of the documents that answer are of each class, year, unit and kind."""

    classes: dict[str, int]
    years: dict[int, int]
    units: dict[str, int]
    kinds: dict[str, int] = field(default_factory=dict)
