"""What the documents have of one thing that is sought: in how full a sense, and how much that counts."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.glance import Glance
from index.kept import Matches
from index.language import stem, tokens
from index.query import Asked, Sought
from index.sought import is_law

Numbers = NDArray[np.float32]
Way = tuple[str, ...]

K1, B = 1.2, 0.75
"""BM25 as usual: how soon more of the same word stops counting, how much a long text is held against it."""

FIELDS = (("stems", 1.0), ("words", 0.6), ("title", 2.5))
"""Weights: the family of a word, this very form, the title and number."""

EXPANSIONS = 12
"""Words that a prefix stands for, as far as they count and are located."""

OWN_LAW = 40.0
"""What it counts that a document is the very law that is named, and does not only cite it."""

REMEMBERED = 256


class Evidence(NamedTuple):
    """By document: ``quality`` 1 where the thing itself stands, less where another word for it, 0 where neither;
    ``worth`` what that counts. ``rarity`` is that of the thing."""

    quality: Numbers
    worth: Numbers
    rarity: float

    def has(self) -> NDArray[np.bool_]:
        """Whether a document has it at all."""
        return self.quality > 0


Runs = dict[int, list[int]]
_runs: WeakKeyDictionary[Glance, dict[tuple[str, Way], Runs]] = WeakKeyDictionary()
"""Words side by side, as they were found before in this state of the index."""


def evidence(glance: Glance, asked: Asked) -> tuple[Evidence, ...]:
    """The evidence for each thing that is sought."""
    return tuple(evidence_of(glance, sought) for sought in asked.sought)


def evidence_of(glance: Glance, sought: Sought) -> Evidence:
    """The evidence for one thing: that of its best way in each document."""
    quality = np.zeros(len(glance.columns.year), np.float32)
    worth = np.zeros_like(quality)
    for way, weight in ways_of(glance, sought):
        has, counts = _bm25f(glance, sought, way)
        np.maximum(quality, weight * has, out=quality)
        np.maximum(worth, weight * counts, out=worth)
    for doc in law_itself(glance, sought):
        quality[doc] = 1.0
        worth[doc] += OWN_LAW
    return Evidence(quality, worth, rarity(glance, int(np.count_nonzero(quality))))


def rarity(glance: Glance, documents: int) -> float:
    """What it counts that something stands in so many documents and not in others; 0 where in none."""
    return math.log(1 + len(glance.facts) / (1 + documents)) if documents else 0.0


def docs_of(glance: Glance, sought: Sought) -> frozenset[int]:
    """Documents in which one thing stands, in any of its ways."""
    return frozenset(np.flatnonzero(evidence_of(glance, sought).has()).tolist())


def ways_of(glance: Glance, sought: Sought) -> Iterator[tuple[Way, float]]:
    """All that is taken for the thing, and in how full a sense."""
    yield from ((way, 1.0) for way in sought.ways)
    yield from sought.also
    if sought.prefix:
        yield from (((word,), 1.0) for word in glance.expand(sought.ways[0][0]))


def term_of(sought: Sought, form: str) -> tuple[str, str]:
    """The field in which a form is sought, and the term that it is there."""
    return ("words", form) if sought.exact else ("stems", stem(form))


def runs(glance: Glance, field: str, terms: Way) -> Runs:
    """Documents in which the terms stand side by side, and where."""
    known = _runs.setdefault(glance, {})
    if (field, terms) not in known:
        docs = frozenset.intersection(*(glance.docs(field, term) for term in terms))
        known[field, terms] = _side_by_side(glance, field, terms, docs)
        for oldest in list(islice(known, max(0, len(known) - REMEMBERED))):
            del known[oldest]
    return known[field, terms]


def stands_in(glance: Glance, sought: Sought, way: Way, docs: Collection[int]) -> bool:
    """Whether a way stands in any of these documents."""
    return not docs_with(glance, sought, way).isdisjoint(docs)


def docs_with(glance: Glance, sought: Sought, way: Way) -> frozenset[int]:
    """Documents in which one way stands."""
    return frozenset(_matches(glance, term_of(sought, way[0])[0], way).docs.tolist())


def law_itself(glance: Glance, sought: Sought) -> list[int]:
    """Documents whose record says that they are the law that is sought."""
    year = sought.ways[0][0].partition("/")[2]
    if not is_law(sought):
        return []
    of_year = glance.living[glance.columns.year[glance.living] == int(year)]
    kinds, first = np.unique(glance.columns.kind[of_year], return_index=True)
    laws = [k for k, doc in zip(kinds, first, strict=True) if _law(glance.facts[int(of_year[doc])].kind, "1", year)]
    known = ((doc, glance.facts[doc]) for doc in of_year[np.isin(glance.columns.kind[of_year], laws)].tolist())
    numbered = ((doc, facts.kind, facts.number[0]) for doc, facts in known if facts.number)
    return [doc for doc, kind, number in numbered if _law(kind, number, year) == sought.ways[0][0]]


def _law(kind: str, number: str, year: str) -> str:
    found = tokens(f"{kind} nomor {number} tahun {year}")
    return next((token.form for token in found if token.extra and "/" in token.form), "")


def _side_by_side(glance: Glance, field: str, terms: Way, docs: Iterable[int]) -> Runs:
    starts: dict[int, set[int]] = {}
    for offset, term in enumerate(terms):
        here = glance.positions(field, term, starts if offset else docs)
        shifted = {doc: {p - offset for p in positions} for doc, positions in here.items()}
        if offset:
            shifted = {doc: starts[doc] & at for doc, at in shifted.items()}
        starts = {doc: at for doc, at in shifted.items() if at}
    return {doc: sorted(at) for doc, at in starts.items()}


def _bm25f(glance: Glance, sought: Sought, way: Way) -> tuple[NDArray[np.bool_], Numbers]:
    """Where this way stands, and BM25 over the fields."""
    has = np.zeros(len(glance.columns.year), np.bool_)
    total = np.zeros(len(has), np.float32)
    for field, weight in FIELDS:
        docs, repeats = _matches(glance, field, way)
        if field == term_of(sought, way[0])[0]:
            has[docs] = True
        rare = weight * (math.log(max(1, len(glance.facts)) / (len(docs) + 1)) + 1)
        longer = K1 * (1 - B + B * glance.relative_length[docs]) if field != "title" else K1
        total[docs] += rare * repeats * (K1 + 1) / (repeats + longer)
    return has, np.where(has, total, 0)


def _matches(glance: Glance, field: str, way: Way) -> Matches:
    terms = way if field == "words" else tuple(map(stem, way))
    if len(way) == 1:
        return glance.matches(field, terms[0])
    found = runs(glance, field, terms)
    docs = np.fromiter(sorted(found), np.int32, len(found))
    return Matches(docs, np.fromiter((len(found[doc]) for doc in docs.tolist()), np.int32, len(found)))
