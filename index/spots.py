"""Where in documents the sought things stand, and what each place counts."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.codec.numbers import Ints, beginnings
from index.everyday import EXPRESSION
from index.evidence import EXPANSIONS, Way, docs_with, rarity, ways_of
from index.glance import Glance
from index.kept import DOC_SHIFT
from index.language import stem
from index.query import Asked, Sought

STEM = 0.85
"""What another form of a word counts on a page, beside the very form."""

Worth = NDArray[np.float64]

Spot = tuple[int, int, float, float]
"""A place where something sought stands: position, which sought thing, what it counts as it stands there, and what
it counts among the pages of one document."""


class Spots(NamedTuple):
    """Places in several documents, in order, each thing once at each. ``keys``: document in the upper bits, position
    in the lower ones; the rest as in ``Spot``."""

    keys: Ints
    which: Ints
    among_documents: Worth
    among_pages: Worth

    def of(self, doc: int) -> list[Spot]:
        """Those in one document."""
        return self.between(doc << DOC_SHIFT, (doc + 1) << DOC_SHIFT)

    def between(self, begin: int, end: int) -> list[Spot]:
        """Those from one key up to before another."""
        first, last = self.keys.searchsorted((begin, end)).tolist()
        positions = (self.keys[first:last] & (1 << DOC_SHIFT) - 1).tolist()
        rest = (column[first:last].tolist() for column in self[1:])
        return list(zip(positions, *rest, strict=True))


def spots(glance: Glance, asked: Asked, docs: Collection[int]) -> Spots:
    """Where the sought things stand in these documents."""
    wanted = np.array(sorted(docs), np.int64)
    pieces: list[tuple[Ints, int, float, float]] = []
    for which, sought in enumerate(asked.sought):
        itself = _rarity_itself(glance, sought) or math.inf
        for way, weight in islice(ways_of(glance, sought), len(sought.ways) + len(sought.also) + EXPANSIONS):
            most = itself if weight < EXPRESSION else math.inf
            for keys, part, rare in _standing(glance, sought, way, wanted):
                pieces.append((keys, which, part * weight * rare, part * weight * min(most, rare)))
    return _in_order(pieces, wanted, glance.size)


def _rarity_itself(glance: Glance, sought: Sought) -> float:
    """That of what was typed, in any form: another word for it, however rare, must not outweigh it on a page."""
    if not sought.also:
        return 0.0
    return max(rarity(glance, len(docs_with(glance, sought, way))) for way in sought.ways)


def _standing(glance: Glance, sought: Sought, way: Way, wanted: Ints) -> Iterator[tuple[Ints, float, float]]:
    """Where a way stands in these documents, in any of its forms and as it is: what that counts, and how rare it is.

    Places in other documents may be among them.
    """
    if len(way) > 1:
        terms = way if sought.exact else tuple(map(stem, way))
        here = glance.runs("words" if sought.exact else "stems", terms)
        yield here.begins, 1.0, rarity(glance, len(here))
        return
    for field, part in (("stems", STEM), ("words", 1.0)):
        term = stem(way[0]) if field == "stems" else way[0]
        if field == "words" or not sought.exact:
            yield glance.keys(field, term, wanted), part, rarity(glance, len(glance.docs(field, term)))


def _in_order(pieces: list[tuple[Ints, int, float, float]], wanted: Ints, size: int) -> Spots:
    """All of them that are in the wanted documents; what counts at a place is the fullest sense of a thing there."""
    lengths = [len(keys) for keys, *_ in pieces]
    keys = np.concatenate([piece[0] for piece in pieces] or [wanted[:0]])
    which, among_documents, among_pages = (
        np.repeat([piece[n] for piece in pieces], lengths) if pieces else np.zeros(0) for n in (1, 2, 3)
    )
    inside = np.zeros(size, np.bool_)
    inside[wanted] = True
    kept = inside[keys >> DOC_SHIFT].nonzero()[0]
    things = keys[kept] * (len(pieces) + 1) + which[kept].astype(np.int64)
    order = things.argsort(kind="stable")
    at, things = kept[order], things[order]
    firsts = beginnings(things)
    if not len(firsts):
        return Spots(keys[:0], keys[:0], np.zeros(0), np.zeros(0))
    fullest = (np.maximum.reduceat(column[at], firsts) for column in (among_documents, among_pages))
    return Spots(keys[at][firsts], which[at][firsts], *fullest)
