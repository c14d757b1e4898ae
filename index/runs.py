"""Words that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Protocol

import numpy as np

from index.codec.numbers import Ints, beginnings
from index.kept import DOC_SHIFT
from index.matches import Matches, common, weight_of

Terms = tuple[str, ...]

AT_A_TIME = 2048
"""Documents whose places are held in memory at a time, as it is the nearest that is fast."""


class Located(Protocol):
    """Where terms stand."""

    size: int

    def matches(self, field: str, term: str) -> Matches:
        """Documents in which the term stands, and how often in each."""

    def keys(self, field: str, term: str, docs: Ints) -> Ints:
        """Where it stands in these: the document in the upper bits, the position in the lower ones, in order."""


class SideBySide(Mapping[int, list[int]]):
    """By document where a run of words begins."""

    def __init__(self, begins: Ints) -> None:
        """``begins``: as keys of ``Located``."""
        self.begins = begins

    @cached_property
    def matches(self) -> Matches:
        """In which documents it stands, and how often in each."""
        docs = self.begins >> DOC_SHIFT
        firsts = beginnings(docs)
        ends = np.concatenate((firsts[1:], [len(docs)])) if len(firsts) else firsts
        return Matches(docs[firsts], (ends - firsts).astype(np.int32))

    def __getitem__(self, doc: int) -> list[int]:
        first, last = np.searchsorted(self.begins, (doc << DOC_SHIFT, (doc + 1) << DOC_SHIFT)).tolist()
        if first == last:
            raise KeyError(doc)
        found: list[int] = (self.begins[first:last] - (doc << DOC_SHIFT)).tolist()
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(self.matches.docs.tolist())

    def __len__(self) -> int:
        return len(self.matches.docs)


def side_by_side(glance: Located, field: str, terms: Terms, within: Ints | None = None) -> SideBySide:
    """Where the terms stand one after the other; ``within`` these documents, where it is not in all."""
    docs = _with_all(glance, field, terms, within)
    order = sorted(enumerate(terms), key=lambda one: len(glance.matches(field, one[1]).docs)) if len(docs) else []
    parts = (docs[at : at + AT_A_TIME] for at in range(0, len(docs), AT_A_TIME))
    begins = [_begins(glance, field, order, part) for part in parts]
    return SideBySide(_within(np.concatenate(begins), docs, glance.size) if begins else docs)


def _with_all(glance: Located, field: str, terms: Terms, docs: Ints | None) -> Ints:
    """Documents in which all the terms stand, of these or of all; what is not needed to tell is not read."""
    if docs is None:
        rarest, *others = sorted((glance.matches(field, term) for term in terms), key=weight_of)
        docs, found = rarest.docs, iter(others)
    else:
        found = (glance.matches(field, term) for term in terms)
    for one in found:
        docs = one.among(docs)
        if not len(docs):
            break
    return docs


def _within(begins: Ints, docs: Ints, size: int) -> Ints:
    """Those in these documents: keys may come of all in a stretch, removed ones too."""
    wanted = np.zeros(size, np.bool_)
    wanted[docs] = True
    inside: Ints = begins[wanted[begins >> DOC_SHIFT]]
    return inside


def _begins(glance: Located, field: str, order: list[tuple[int, str]], docs: Ints) -> Ints:
    """Of a few documents the places where the first of the terms stands; each term with its place in the run."""
    (offset, term), *others = order
    begins = glance.keys(field, term, docs) - offset
    for offset, term in others:
        docs = begins >> DOC_SHIFT
        begins = common(begins, glance.keys(field, term, docs[beginnings(docs)]) - offset)
    return begins
