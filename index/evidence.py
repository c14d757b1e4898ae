"""What the documents have of one thing that is sought: in how full a sense, and how much that counts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any
from weakref import WeakKeyDictionary, proxy

import numpy as np
from numpy.typing import NDArray

from index.codec.numbers import Ints
from index.glance import K1, Glance, Mask
from index.held import Held
from index.language import stem, tokens
from index.matches import Matches, Numbers, common
from index.query import Asked, Sought
from index.runs import side_by_side
from index.sought import is_law

Way = tuple[str, ...]

FIELDS = (("stems", 1.0), ("words", 0.6), ("title", 2.5))
"""Weights: the family of a word, this very form, the title and number."""

EXPANSIONS = 8
"""Words that a prefix stands for, as far as they count and are located; the others only answer."""

AT_ONCE = 16
"""Of the others so many are read together."""

OWN_LAW = 40.0
"""What it counts that a document is the very law that is named, and does not only cite it."""

WHOLE = np.float32(1)

REMEMBERED = 2_000_000
"""Documents that are remembered for what was sought, at 12 to 16 bytes each."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """The documents that have it at all, in order; of each ``quality``: 1 where the thing itself stands, less where
    another word for it. ``rarity`` is that of the thing; ``itself``: quality is 1 everywhere."""

    docs: Ints
    quality: Numbers | np.float32
    rarity: float
    itself: bool
    below: int
    """What the numbers of all documents are below."""

    def among(self, docs: Ints) -> Ints:
        """Those of these documents that have it."""
        return docs[self.mask[docs]] if self.frequent else common(docs, self.docs, self.below)

    @property
    def frequent(self) -> bool:
        """Whether so many documents have it that it is sooner told of all of them."""
        return 8 * len(self.docs) > self.below

    @cached_property
    def mask(self) -> Mask:
        """Which documents have it."""
        mask = np.zeros(self.below, np.bool_)
        mask[self.docs] = True
        return mask


_known: WeakKeyDictionary[Glance, Held[[Sought], Evidence]] = WeakKeyDictionary()
"""What was found before in this state of the index."""


def evidence(glance: Glance, asked: Asked) -> tuple[Evidence, ...]:
    """The evidence for each thing that is sought."""
    return tuple(map(_remembering(glance), asked.sought))


def evidence_of(glance: Glance, sought: Sought) -> Evidence:
    """The evidence for one thing: that of its best way in each document."""
    return _remembering(glance)(sought)


def _remembering(glance: Glance) -> Held[[Sought], Evidence]:
    known = _known.get(glance)
    if known is None:
        known = _known[glance] = Held(partial(_evidence_of, proxy(glance)), lambda found: len(found.docs), REMEMBERED)
    return known


def _evidence_of(glance: Glance, sought: Sought) -> Evidence:
    found = [(weight, docs_with(glance, sought, way)) for way, weight in ways_of(glance, sought)]
    laws = law_itself(glance, sought)
    others = glance.expand(sought.ways[0][0])[EXPANSIONS:] if sought.prefix else ()
    if len(found) == 1 and not laws and not others:
        docs = found[0][1]
        return Evidence(docs, WHOLE, rarity(glance, len(docs)), True, glance.size)
    quality: NDArray[Any] = np.zeros(glance.size, np.float32 if sought.also else np.bool_)
    for weight, docs in found:
        quality[docs] = np.maximum(quality[docs], weight) if weight < 1 else 1
    for begin in range(0, len(others), AT_ONCE):
        if np.count_nonzero(quality) == len(glance.living):
            break
        quality[glance.with_any(others[begin : begin + AT_ONCE])] = 1
    quality[laws] = 1
    docs = np.flatnonzero(quality)
    own = quality[docs] if sought.also else WHOLE
    return Evidence(docs, own, rarity(glance, len(docs)), not sought.also, glance.size)


def worth(glance: Glance, sought: Sought, docs: Ints) -> Numbers:
    """What it counts for each of these documents that they have what is sought; 0 where one has it not."""
    ways = list(ways_of(glance, sought))
    total = _bm25f(glance, sought, ways[0][0], docs) if len(ways) == 1 else _best_of(glance, sought, ways, docs)
    if laws := law_itself(glance, sought):
        total[np.isin(docs, laws)] += OWN_LAW
    return total


def _best_of(glance: Glance, sought: Sought, ways: list[tuple[Way, float]], docs: Ints) -> Numbers:
    """By the way that counts most in each of these documents."""
    total = np.zeros(glance.size, np.float32)
    for way, weight in ways:
        own = docs_with(glance, sought, way)
        at = own if len(own) < len(docs) else docs
        total[at] = np.maximum(total[at], np.float32(weight) * _bm25f(glance, sought, way, at))
    return total.take(docs)


def rarity(glance: Glance, documents: int) -> float:
    """What it counts that something stands in so many documents and not in others; 0 where in none."""
    return math.log(1 + len(glance.living) / (1 + documents)) if documents else 0.0


def ways_of(glance: Glance, sought: Sought) -> Iterator[tuple[Way, float]]:
    """All that is taken for the thing, and in how full a sense."""
    yield from ((way, 1.0) for way in sought.ways)
    yield from ((one.way, one.weight) for one in sought.also)
    if sought.prefix:
        yield from (((word,), 1.0) for word in glance.expand(sought.ways[0][0])[:EXPANSIONS])


def docs_with(glance: Glance, sought: Sought, way: Way) -> Ints:
    """Documents in which one way stands, in order."""
    return _matches(glance, sought, "words" if sought.exact else "stems", way).docs


def law_itself(glance: Glance, sought: Sought) -> list[int]:
    """Documents whose record says that they are the law that is sought."""
    if not is_law(sought):
        return []
    year = sought.ways[0][0].partition("/")[2]
    laws = [code for code, kind in glance.names.items() if _law(kind, "1", year)]
    columns = glance.columns
    of_year = glance.alive & (columns.year == int(year)) & np.isin(columns.kind, laws)
    known = ((doc, glance.facts[doc]) for doc in np.flatnonzero(of_year).tolist())
    numbered = ((doc, facts.kind, facts.number[0]) for doc, facts in known if facts.number)
    return [doc for doc, kind, number in numbered if _law(kind, number, year) == sought.ways[0][0]]


def _law(kind: str, number: str, year: str) -> str:
    found = tokens(f"{kind} nomor {number} tahun {year}")
    return next((token.form for token in found if token.extra and "/" in token.form), "")


def _bm25f(glance: Glance, sought: Sought, way: Way, docs: Ints) -> Numbers:
    """BM25 over the fields for each of these documents; 0 where this way does not stand."""
    longer = glance.held_against.take(docs)
    total: Numbers | None = None
    for field, weight in FIELDS if len(way) == 1 else _fields_of_runs(sought):
        found = _matches(glance, sought, field, way)
        if len(found.docs):
            rare = weight * (math.log(max(1, len(glance.living)) / (len(found.docs) + 1)) + 1)
            times = found.often(docs)
            held = times + (longer if field != "title" else K1)
            times *= rare * (K1 + 1)
            times /= held
            total = times if total is None else np.add(total, times, out=total)
    if total is None:
        return np.zeros(len(docs), np.float32)
    if sought.exact and len(way) == 1:
        total *= glance.matches("words", *way).often(docs) > 0
    return total


def _fields_of_runs(sought: Sought) -> Iterator[tuple[str, float]]:
    """Words side by side are sought in one field of the text, for both."""
    text = sum(weight for field, weight in FIELDS if field != "title")
    yield "words" if sought.exact else "stems", text
    yield from ((field, weight) for field, weight in FIELDS if field == "title")


def _matches(glance: Glance, sought: Sought, field: str, way: Way) -> Matches:
    if len(way) == 1:
        return glance.matches(field, way[0] if field == "words" else stem(way[0]))
    if field == "title":
        return side_by_side(glance, field, _terms(field, way), docs_with(glance, sought, way)).matches
    return glance.runs(field, _terms(field, way)).matches


def _terms(field: str, way: Way) -> Way:
    return way if field == "words" else tuple(map(stem, way))
