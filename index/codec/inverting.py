"""Words of documents as they are read, turned into postings by one sort."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from index.codec.numbers import Ints
from index.codec.records import Run

Form = Callable[[str], str]
"""Under what a word is kept in a field; '' where it is not."""


@dataclass(frozen=True)
class Words:
    """The words of a document as they stand, and where each stands: ascending."""

    forms: Sequence[str]
    positions: Ints


def as_it_is(form: str) -> str:
    """A word under itself."""
    return form


class Numbering(dict[str, int]):
    """Words to the number of what they are kept under, in the order in which they come; -1 for none."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.kept: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        form = self._form(word)
        number = self.kept.setdefault(form, len(self.kept)) if form else -1
        self[word] = number
        return number


@dataclass
class Gathered:
    """One field of the documents so far; ``positions`` is None where the field keeps none."""

    numbering: Numbering
    terms: list[Ints] = field(default_factory=list)
    docs: list[int] = field(default_factory=list)
    positions: list[Ints] = field(default_factory=list)
    bare: bool = False

    def add(self, doc: int, forms: Sequence[str], positions: Ints | None) -> None:
        """The words of one more document; documents come in ascending order."""
        self.terms.append(np.fromiter(map(self.numbering.__getitem__, forms), np.int64, len(forms)))
        self.docs.append(doc)
        self.bare = positions is None
        self.positions.append(np.zeros(len(forms), np.int64) if positions is None else positions)

    @cached_property
    def words(self) -> list[str]:
        """What was kept, in order."""
        return sorted(self.numbering.kept)

    @cached_property
    def whole(self) -> Run:
        """All postings; asked for when there is no more to come."""
        rank = np.empty(len(self.words), np.int64)
        rank[[self.numbering.kept[word] for word in self.words]] = np.arange(len(self.words))
        terms = np.concatenate(self.terms)
        docs = np.repeat(self.docs, [len(one) for one in self.terms])
        there = terms >= 0
        sort = _sorted(rank[terms[there]])
        terms, docs, places = (part[there][sort] for part in (rank[terms], docs, np.concatenate(self.positions)))
        return _run(terms, docs, places, self.bare)


class Inversion:
    """What the documents of a segment to be hold, field by field."""

    def __init__(self) -> None:
        self._fields: dict[str, Gathered] = {}

    def add(self, name: str, form: Form, doc: int, forms: Sequence[str], positions: Ints | None) -> None:
        """The words of one field of one document."""
        gathered = self._fields.get(name)
        if gathered is None:
            gathered = self._fields[name] = Gathered(Numbering(form))
        gathered.add(doc, forms, positions)

    def fields(self) -> Iterable[str]:
        """Fields that have words."""
        return [name for name, gathered in self._fields.items() if gathered.numbering.kept]

    def words(self, name: str) -> list[str]:
        """All words of a field in order."""
        return self._fields[name].words

    def weights(self, name: str) -> Ints:
        """How much each takes in memory."""
        return self._fields[name].whole.weights

    def run(self, name: str, begin: int, end: int) -> Run:
        """Postings of some of the words."""
        return self._fields[name].whole.part(begin, end)


def _sorted(terms: Ints) -> Ints:
    """The order of the terms, equal ones as they come: each number carries its place along."""
    keys = terms << 32 | np.arange(len(terms))
    keys.sort()
    return keys & 0xFFFFFFFF


def _run(terms: Ints, docs: Ints, positions: Ints, bare: bool) -> Run:
    """Rows of term, document and position, sorted, as postings; a row that comes twice counts once."""
    new_doc = np.ones(len(terms), bool)
    new_doc[1:] = (terms[1:] != terms[:-1]) | (docs[1:] != docs[:-1])
    new = new_doc.copy()
    new[1:] |= positions[1:] != positions[:-1]
    begins = np.flatnonzero(new_doc[new])
    repeats = np.diff(begins, append=int(new.sum()))
    counts = np.bincount(terms[new_doc])
    return Run(counts, docs[new_doc], repeats, np.zeros(0, np.int64) if bare else positions[new])
