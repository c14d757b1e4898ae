"""Words that stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, reduce
from typing import Protocol

import numpy as np

from index.codec.numbers import Ints
from index.kept import DOC_SHIFT, Matches, common

Terms = tuple[str, ...]


class Located(Protocol):
    """Where terms stand."""

    def docs(self, field: str, term: str) -> Ints:
        """Documents in which the term stands, in order."""

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
        heads = np.flatnonzero(np.diff(docs, prepend=-1))
        return Matches(docs[heads], np.diff(heads, append=len(docs)).astype(np.int32))

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
    having = [glance.docs(field, term) for term in terms]
    docs = reduce(common, sorted(having if within is None else [*having, within], key=len))
    begins: Ints | None = None
    for offset, term in sorted(enumerate(terms), key=lambda one: len(glance.docs(field, one[1]))):
        shifted = glance.keys(field, term, docs) - offset
        begins = shifted if begins is None else common(begins, shifted)
        docs = SideBySide(begins).matches.docs
    return SideBySide(docs[:0] if begins is None else begins)
