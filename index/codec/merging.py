"""Postings of several sources as one, a stretch of words at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np

from index.codec.numbers import Ints, spread
from index.codec.records import Run

STRETCH = 1_000_000
"""Positions that are held in memory at a time, about."""


class Source(Protocol):
    """Where postings come from: a segment, or what was just inverted."""

    def fields(self) -> Iterable[str]:
        """Fields that have words."""

    def words(self, field: str) -> list[str]:
        """All words of a field in order."""

    def weights(self, field: str) -> Ints:
        """How much each of them takes in memory: its positions, or its documents where there are none."""

    def run(self, field: str, begin: int, end: int) -> Run:
        """Postings of some of them."""


@dataclass(frozen=True)
class Part:
    """A source, and the new number of each of its documents: -1 for one that is deleted. Numbers ascend."""

    source: Source
    numbers: Ints


def merged(parts: Sequence[Part], field: str) -> Iterator[tuple[list[str], Run]]:
    """The words of a field in order with their postings, in several stretches; the documents of one part must
    all be before those of the next."""
    having = [part for part in parts if field in part.source.fields()]
    # Lists in order that follow each other are sorted in the time of merging them.
    words = list(dict.fromkeys(sorted(chain.from_iterable(part.source.words(field) for part in having))))
    rank = {word: n for n, word in enumerate(words)}
    ranks = [np.fromiter(map(rank.__getitem__, part.source.words(field)), np.int64) for part in having]
    weights = np.zeros(len(words), np.int64)
    for part, its_ranks in zip(having, ranks, strict=True):
        weights[its_ranks] += part.source.weights(field)
    for begin, end in _stretches(weights):
        runs = [_piece(*one, field, begin, end) for one in zip(having, ranks, strict=True)]
        run, kept = _joined(runs, end - begin)
        yield [words[begin + n] for n in kept.tolist()], run


def _stretches(weights: Ints) -> Iterator[tuple[int, int]]:
    ends = np.cumsum(weights)
    begin = 0
    while begin < len(weights):
        sofar = ends[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, sofar + STRETCH, side="right")))
        yield begin, end
        begin = end


def _piece(part: Part, ranks: Ints, field: str, begin: int, end: int) -> tuple[Ints, Run]:
    """Of one source the postings between two words: for each posting its word, and what is left of them."""
    first, last = np.searchsorted(ranks, (begin, end)).tolist()
    run = part.source.run(field, first, last)
    which = np.repeat(ranks[first:last] - begin, run.counts)
    docs = part.numbers[run.docs]
    if len(docs) == 0 or docs.min() >= 0:
        return which, Run(run.counts, docs, run.repeats, run.positions)
    alive = docs >= 0
    positions = run.positions[np.repeat(alive, run.repeats)] if len(run.positions) else run.positions
    return which[alive], Run(run.counts, docs[alive], run.repeats[alive], positions)


def _joined(pieces: list[tuple[Ints, Run]], words: int) -> tuple[Run, Ints]:
    """All pieces in the order of words, and which of the words are left."""
    which = np.concatenate([w for w, _ in pieces])
    docs, repeats, positions = (
        np.concatenate([getattr(run, name) for _, run in pieces]) for name in ("docs", "repeats", "positions")
    )
    counts = np.bincount(which, minlength=words)
    kept = np.flatnonzero(counts)
    if len(pieces) > 1:
        order = np.argsort(which, kind="stable")
        begins = np.cumsum(repeats) - repeats
        if len(positions):
            positions = positions[spread(begins[order], repeats[order])]
        docs, repeats = docs[order], repeats[order]
    return Run(counts[kept], docs, repeats, positions), kept
