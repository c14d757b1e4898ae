"""Which documents answer, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

import numpy as np

from index import places
from index.evidence import OWN_LAW, Evidence, Numbers
from index.glance import Glance
from index.language import stem
from index.query import Asked
from index.sought import is_law

RERANKED = 60
"""Best documents that are looked into for how near the words stand."""

PASSABLE = 8
"""Things sought up to which so many are looked into; of a pasted text fewer, as each costs more."""

ENOUGH = 2 / 3
"""Where no document has everything, those answer that have so much of what the fullest has."""

FEW = 5
"""So few documents with everything may have it by chance, scattered: those with most of it are held against them."""

PASSAGE = 3.0
HEADING = 1.0
NUMBER = 12.0
RECENCY = 0.03
YEARS = 10
"""Share of its score that the newest document is given, less each year, nothing after so many."""


class Found(NamedTuple):
    """A document that answers; where the sought things stand in it, if that is known already."""

    doc: int
    score: float
    spots: list[places.Spot] | None = None


def fullness(evidence: Sequence[Evidence], allowed: frozenset[int], size: int) -> Numbers:
    """By document how much it has of what is sought (to 1), -1 for those that are not allowed.

    A rare thing weighs more than a common one, another word for it less than itself.
    """
    total = np.full(size, -1, np.float32)
    docs = np.fromiter(allowed, np.int64, len(allowed))
    whole = sum(one.rarity for one in evidence)
    total[docs] = sum(one.rarity * one.quality[docs] for one in evidence) / whole if whole else float(not evidence)
    return total


def matching(evidence: Sequence[Evidence], fullness: Numbers) -> tuple[dict[int, float], bool]:
    """Documents that answer, with how full they are, and whether any has everything: those, else with most of it."""
    everything = fullness >= 0
    for one in evidence:
        everything &= one.has()
    every = int(everything.sum())
    chosen = everything
    if every < (FEW if len(evidence) > 2 else 1):
        chosen = fullness >= max(ENOUGH * float(fullness.max(initial=0)), 1e-6)
    docs = np.flatnonzero(chosen)
    return dict(zip(docs.tolist(), fullness[docs].tolist(), strict=True)), every > 0 or len(evidence) < 2


def ranked(
    glance: Glance, asked: Asked, evidence: Sequence[Evidence], matched: dict[int, float], wanted: int
) -> list[Found]:
    """The best documents, in order."""
    scores = _scores(glance, asked, evidence, matched)
    best = nlargest(max(RERANKED, wanted), scores, key=lambda doc: (scores[doc], -doc))
    spots = places.spots(glance, asked, best[: RERANKED * PASSABLE // max(PASSABLE, len(evidence))])
    strengths = {doc: places.strength(found) for doc, found in spots.items()}
    years = glance.columns.year[best].tolist()
    heads = [
        OWN_LAW / 2 if is_law(sought) else HEADING * one.rarity  # its record would tell it surely
        for sought, one in zip(asked.sought, evidence, strict=True)
    ]
    for doc, (passage, head) in strengths.items():
        scores[doc] += PASSAGE * passage + sum(heads[which] for which in head)
    for doc, year in zip(best, years, strict=True):
        scores[doc] *= 1 + RECENCY * _freshness(year, max(years))
    best.sort(key=lambda doc: (-scores[doc], glance.columns.document_id[doc]))
    return [Found(doc, scores[doc], spots.get(doc)) for doc in best[:wanted]]


def _scores(
    glance: Glance, asked: Asked, evidence: Sequence[Evidence], matched: dict[int, float]
) -> dict[int, float]:
    """BM25F, held against what is missing, with a bonus for the letter number."""
    docs = np.fromiter(matched, np.int64, len(matched))
    worth = np.sum([one.worth[docs] for one in evidence], axis=0)
    worth = worth * np.square(np.fromiter(matched.values(), np.float32, len(matched)))
    scores: dict[int, float] = dict(zip(matched, worth.tolist(), strict=True))
    if len(asked.forms) > 1:
        numbered = (glance.docs("title", stem(form)) for form in set(asked.forms) if form.isdecimal())
        for doc in frozenset().union(*numbered).intersection(scores):
            scores[doc] += NUMBER * _common_run(asked.forms, glance.facts[doc].number)
    return scores


def _freshness(year: int, newest: int) -> float:
    return max(0.0, 1 - (newest - year) / YEARS) if year else 0.0


def _common_run(asked: tuple[str, ...], number: tuple[str, ...]) -> float:
    """How much of the query stands side by side in the letter number, 0 to 1; single words don't count."""
    longest = 0
    for n in range(len(asked)):
        for m in range(len(number)):
            run = 0
            while n + run < len(asked) and m + run < len(number) and asked[n + run] == number[m + run]:
                run += 1
            longest = max(longest, run)
    return longest / len(asked) if longest > 1 else 0.0
