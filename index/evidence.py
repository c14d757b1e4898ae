"""What the documents have of one thing that is sought: in how full a sense, and how much that counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.glance import Glance
from index.language import stem, tokens
from index.query import Asked, Sought

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


class _Memory:
    """What is worked out once for a state of the index."""

    def __init__(self, glance: Glance) -> None:
        self.relative = np.ones(glance.reader.doc_count_all(), np.float32)
        for doc, length in glance.relative_lengths.items():
            self.relative[doc] = length
        self.runs: dict[tuple[str, Way], dict[int, list[int]]] = {}


_memories: WeakKeyDictionary[Glance, _Memory] = WeakKeyDictionary()


def evidence(glance: Glance, asked: Asked) -> tuple[Evidence, ...]:
    """The evidence for each thing that is sought."""
    return tuple(evidence_of(glance, sought) for sought in asked.sought)


def evidence_of(glance: Glance, sought: Sought) -> Evidence:
    """The evidence for one thing: that of its best way in each document."""
    size = len(_memory(glance).relative)
    quality, worth = np.zeros(size, np.float32), np.zeros(size, np.float32)
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


def runs(glance: Glance, field: str, terms: Way) -> dict[int, list[int]]:
    """Documents in which the terms stand side by side, and where."""
    known = _memory(glance).runs
    if (field, terms) not in known:
        docs = frozenset.intersection(*(glance.docs(field, term) for term in terms))
        known[field, terms] = _side_by_side(glance, field, terms, docs)
        for oldest in list(islice(known, max(0, len(known) - REMEMBERED))):
            del known[oldest]
    return known[field, terms]


def names_law(sought: Sought) -> bool:
    """Whether what is sought is a law by its number and year."""
    return "/" in sought.ways[0][0]


def law_itself(glance: Glance, sought: Sought) -> list[int]:
    """Documents whose record says that they are the law that is sought."""
    name, _, year = sought.ways[0][0].partition("/")
    if not names_law(sought):
        return []
    of_year = ((doc, facts) for doc, facts in glance.facts.items() if facts.year == int(year) and facts.number)
    return [doc for doc, facts in of_year if _law(facts.kind, facts.number[0], year) == f"{name}/{year}"]


def _law(kind: str, number: str, year: str) -> str:
    found = tokens(f"{kind} nomor {number} tahun {year}")
    return next((token.form for token in found if token.extra and "/" in token.form), "")


def _memory(glance: Glance) -> _Memory:
    if glance not in _memories:
        _memories[glance] = _Memory(glance)
    return _memories[glance]


def _side_by_side(glance: Glance, field: str, terms: Way, docs: Iterable[int]) -> dict[int, list[int]]:
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
    relative = _memory(glance).relative
    has, total = np.zeros(len(relative), np.bool_), np.zeros(len(relative), np.float32)
    for field, weight in FIELDS:
        docs, counts = _frequencies(glance, field, way)
        if field == term_of(sought, way[0])[0]:
            has[docs] = True
        rarity = weight * (math.log(max(1, len(glance.facts)) / (len(docs) + 1)) + 1)
        longer = K1 * (1 - B + B * relative[docs]) if field != "title" else K1
        total[docs] += rarity * counts * (K1 + 1) / (counts + longer)
    return has, np.where(has, total, 0)


def _frequencies(glance: Glance, field: str, way: Way) -> tuple[NDArray[np.int64], Numbers]:
    terms = way if field == "words" else tuple(map(stem, way))
    if len(way) == 1:
        docs, counts = glance.frequencies(field, terms[0])
        return np.asarray(docs, np.int64), np.asarray(counts, np.float32)
    found = runs(glance, field, terms)
    return np.fromiter(found, np.int64), np.fromiter(map(len, found.values()), np.float32)
