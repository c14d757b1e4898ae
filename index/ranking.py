"""Which documents answer, and how well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from index import places
from index.codec.numbers import Ints
from index.evidence import OWN_LAW, WHOLE, Evidence, worth
from index.glance import Glance, Mask
from index.language import stem
from index.matches import Numbers, common
from index.query import Asked
from index.sought import is_law
from index.spots import Spots
from index.spots import spots as find_spots

RERANKED = 60
"""Best documents that are looked into for how near the words stand."""

PASSABLE = 8
"""Things sought up to which so many are looked into; of a pasted text fewer, as each costs more."""

ENOUGH = 0.55
"""Where no document has everything, those answer that have so much of what the fullest has."""

FEW = 10
"""So few documents with everything may have it by chance, scattered: those with most of it are held against them."""

PASSAGE = 3.0
HEADING = 1.0
NUMBER = 12.0
RECENCY = 0.03
YEARS = 10
"""Share of its score that the newest document is given, less each year, nothing after so many."""

EDITION = 0.9
"""What a document counts after another of its series: editions of one report must not hide what else answers."""

BLOCK = 64
"""Scores of which only the highest is looked at first."""


class Matched(NamedTuple):
    """Documents that answer, in order; how much of what is sought each has (to 1); whether any has everything."""

    docs: Ints
    fullness: Numbers | np.float32
    all_words: bool


class Found(NamedTuple):
    """A document that answers; where the sought things stand in it and in others, if that is known already."""

    doc: int
    score: float
    spots: Spots | None = None


def fullness(evidence: Sequence[Evidence], allowed: Mask) -> Numbers:
    """By document how much it has of what is sought (to 1), -1 for those that are not allowed.

    A rare thing weighs more than a common one, another word for it less than itself.
    """
    whole = sum(one.rarity for one in evidence)
    total = np.zeros(len(allowed), np.float32) if evidence else np.ones(len(allowed), np.float32)
    for one in evidence:
        total[one.docs] += one.rarity / (whole or 1.0) * (1.0 if one.itself else one.quality)
    total[~allowed] = -1
    return total


def matching(evidence: Sequence[Evidence], allowed: Mask) -> Matched:
    """Documents that answer: those that have everything, else those with most of it."""
    docs = _with_everything(evidence, allowed)
    if len(docs) >= (FEW if len(evidence) > 2 else 1) and all(one.itself for one in evidence):
        return Matched(docs, WHOLE, True)
    full = fullness(evidence, allowed)
    if len(docs) >= (FEW if len(evidence) > 2 else 1):
        return Matched(docs, full[docs], True)
    most = (full >= max(ENOUGH * float(full.max(initial=0)), 1e-6)).nonzero()[0]
    return Matched(most, full[most], len(docs) > 0 or len(evidence) < 2)


def best(glance: Glance, asked: Asked, matched: Matched, wanted: int) -> tuple[Ints, Numbers]:
    """The best documents by their words alone, in order, and their scores."""
    scores = _scores(glance, asked, matched)
    at = highest(scores, wanted)
    return matched.docs[at], scores[at]


def ranked(glance: Glance, asked: Asked, evidence: Sequence[Evidence], matched: Matched, wanted: int) -> list[Found]:
    """The best documents, in order; the very best also by how near the words stand."""
    docs, by_words = best(glance, asked, matched, max(RERANKED, wanted))
    scores: dict[int, float] = dict(zip(docs.tolist(), by_words.tolist(), strict=True))
    first = list(scores)
    looked_into = first[: RERANKED * PASSABLE // max(PASSABLE, len(evidence))]
    spots = find_spots(glance, asked, looked_into)
    years = glance.columns.year[first].tolist()
    heads = [
        OWN_LAW / 2 if is_law(sought) else HEADING * one.rarity  # its record would tell it surely
        for sought, one in zip(asked.sought, evidence, strict=True)
    ]
    for doc, (passage, head) in places.strengths(spots, looked_into).items():
        scores[doc] += PASSAGE * passage + sum(heads[which] for which in head)
    for doc, year in zip(first, years, strict=True):
        scores[doc] *= 1 + RECENCY * _freshness(year, max(years))
    first = _varied(glance, scores)
    inside = set(looked_into)
    return [Found(doc, scores[doc], spots if doc in inside else None) for doc in first[:wanted]]


def _varied(glance: Glance, scores: dict[int, float]) -> list[int]:
    """The documents in order; of each series one counts in full, the others the less the more come before."""
    docs = list(scores)
    ids, series = (column[docs].tolist() for column in (glance.columns.document_id, glance.columns.series))
    order = sorted(zip(docs, ids, series, strict=True), key=lambda one: (-scores[one[0]], one[1]))
    before: Counter[int] = Counter()
    for doc, _, name in order:
        scores[doc] *= EDITION ** before[name] if name else 1.0
        before[name] += 1
    return [doc for doc, *_ in sorted(order, key=lambda one: -scores[one[0]])]


def highest(scores: Numbers | Ints, wanted: int) -> Ints:
    """Where the highest scores stand, the highest first; of equal ones the earlier.

    At least ``wanted`` scores are no less than the wanted-th highest of the blocks' highest.
    """
    if len(scores) <= wanted or not wanted:
        at = np.arange(len(scores))
    else:
        blocks = len(scores) // BLOCK
        peaks = scores[: blocks * BLOCK].reshape(BLOCK, blocks).max(axis=0) if blocks > max(wanted, BLOCK) else scores
        at = (scores >= np.partition(peaks, -wanted)[-wanted]).nonzero()[0]
    return at[(-scores[at]).argsort(kind="stable")[:wanted]]


def _with_everything(evidence: Sequence[Evidence], allowed: Mask) -> Ints:
    if not evidence:
        return np.flatnonzero(allowed)
    rarest, *others = sorted(evidence, key=lambda one: len(one.docs))
    all_allowed = bool(allowed.all())
    if rarest.frequent and (others or not all_allowed):
        return np.flatnonzero(np.logical_and.reduce([allowed, *(one.mask for one in evidence)]))
    docs = rarest.docs
    for other in others:
        docs = other.among(docs)
    return docs if all_allowed else docs[allowed[docs]]


def _scores(glance: Glance, asked: Asked, matched: Matched) -> Numbers:
    """BM25F, held against what is missing, with a bonus for the letter number."""
    scores, *others = (worth(glance, sought, matched.docs) for sought in asked.sought)
    for other in others:
        scores += other
    if matched.fullness is not WHOLE:
        scores *= np.square(matched.fullness)
    numbered = _maybe_numbered(glance, asked.forms)
    for doc in common(matched.docs, numbered).tolist() if len(numbered) else ():
        at = np.searchsorted(matched.docs, doc)
        scores[at] += NUMBER * _common_run(asked.forms, glance.facts[doc].number)
    return scores


def _maybe_numbered(glance: Glance, forms: tuple[str, ...]) -> Ints:
    """Documents whose title or number has a number of the query, and two words that follow each other in it."""
    numbers = [glance.docs("title", stem(form)) for form in set(forms) if form.isdecimal()]
    if len(forms) < 2 or not numbers:
        return np.zeros(0, np.int64)
    stems = [glance.docs("title", stem(form)) for form in forms]
    pairs = [common(one, other) for one, other in pairwise(stems)]
    return common(np.unique(np.concatenate(pairs)), np.unique(np.concatenate(numbers)))


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
