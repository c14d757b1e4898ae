"""Documents in which something stands: one list, two as one, what two share."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.codec.numbers import Counts, Ints

Numbers = NDArray[np.float32]
T = TypeVar("T", bound=np.generic)

FAR = 64
"""How many more numbers are gone through one after the other in the time in which one is looked for among them."""


class Matches:
    """Documents in order, and how often something stands in each."""

    def __init__(self, docs: Ints, repeats: Counts, below: int = 0) -> None:
        """``below``: what the numbers of all documents are below, if it is known."""
        self.docs, self.repeats, self._below = docs, repeats, below

    def often(self, docs: Ints) -> Numbers:
        """How often in each of these documents, given in order."""
        if self.docs is docs:
            return self.repeats.astype(np.float32)
        if FAR * min(len(docs), len(self.docs)) > self._below > 0:
            counts = self._counts if 8 * len(self.docs) > self._below else self._spread()
            return counts.take(docs).astype(np.float32)
        return self._looked_up(docs) if len(docs) < len(self.docs) else self._put_among(docs)

    def _looked_up(self, docs: Ints) -> Numbers:
        at = self.docs.searchsorted(docs)
        here = self.docs.take(at, mode="clip") == docs
        times: Numbers = np.multiply(self.repeats.take(at, mode="clip"), here, dtype=np.float32)
        return times

    def _put_among(self, docs: Ints) -> Numbers:
        times = np.zeros(len(docs), np.float32)
        if len(self.docs):
            at = docs.searchsorted(self.docs)
            here = docs.take(at, mode="clip") == self.docs
            times[at[here]] = self.repeats[here]
        return times

    def among(self, docs: Ints) -> Ints:
        """Those of these documents, given in order, that are here too."""
        return docs if docs is self.docs else docs[self.often(docs) > 0]

    def _spread(self) -> Counts:
        """How often in every document."""
        counts = np.zeros(self._below, self.repeats.dtype)
        counts[self.docs] = self.repeats
        return counts

    @cached_property
    def _counts(self) -> Counts:
        """The same, remembered: of a word that is in so many documents it is soon asked again."""
        return self._spread()


NONE = Matches(np.zeros(0, np.int64), np.zeros(0, np.int32))


def weight_of(found: Matches) -> int:
    """How many documents these are."""
    return len(found.docs)


def common(one: Ints, other: Ints, below: int = 0) -> Ints:
    """Numbers that are in both; each is in order and has none twice. ``below``: they all are, if it is given."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    if below and FAR * len(few) > below:
        there = np.zeros(below, np.bool_)
        there[many] = True
        twice: Ints = few[there[few]]
    elif 8 * len(few) < len(many):
        twice = few[many.take(many.searchsorted(few), mode="clip") == few]
    else:
        both = np.concatenate((few, many))
        both.sort(kind="stable")  # lists in order that follow each other are sorted in the time of merging them
        twice = both[:-1][both[1:] == both[:-1]]
    return twice


def summed(one: Matches, other: Matches, size: int) -> Matches:
    """Both as one, in order; a document that is in both has the sum. ``size``: how many documents there are."""
    few, many = (one, other) if len(one.docs) < len(other.docs) else (other, one)
    if not len(few.docs):
        return many
    if FAR * len(few.docs) > size:
        counts = np.zeros(size, np.int32)
        counts[many.docs] = many.repeats
        counts[few.docs] += few.repeats
        docs = (counts > 0).nonzero()[0]
        return Matches(docs, counts[docs], size)
    at = many.docs.searchsorted(few.docs)
    known = many.docs.take(at, mode="clip") == few.docs
    repeats = many.repeats.astype(np.int32)
    repeats[at[known]] += few.repeats[known]
    new = (~known).nonzero()[0]
    if not len(new):
        return Matches(many.docs, repeats, size)
    places = at[new] + np.arange(len(new))
    old = np.ones(len(repeats) + len(new), np.bool_)
    old[places] = False
    docs = _put(many.docs, old, few.docs[new], places)
    return Matches(docs, _put(repeats, old, few.repeats[new].astype(np.int32), places), size)


def _put(values: NDArray[T], old: NDArray[np.bool_], fresh: NDArray[T], places: Ints) -> NDArray[T]:
    every = np.empty(len(old), values.dtype)
    every[old] = values
    every[places] = fresh
    return every
