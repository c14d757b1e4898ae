"""One state of the index, held open for reading: facts, postings and words, as plain Python values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import nlargest
from typing import Any

from whoosh.index import FileIndex

from index.schema import Facts, facts_from

EXPANSIONS = 64
"""Words that a prefix stands for at most."""

LOOKED_AT = 256
"""Words of a prefix whose frequency is asked for: the shortest ones."""

SegmentFacts = dict[str, list[Facts]]


class Glance:
    """A reader over one generation of one build. Not for two threads at a time: files have one place."""

    def __init__(self, index: FileIndex, known: SegmentFacts) -> None:
        """``known`` keeps the facts by segment from one generation to the next: a segment never changes."""
        self.reader = index.reader()
        self.generation: int = index.latest_generation()
        # The reader of an index without documents has no leaves at all.
        self._leaves: list[tuple[Any, int]] = []
        if self.reader.doc_count_all():
            self._leaves += self.reader.leaf_readers()
        self.facts: dict[int, Facts] = dict(self._read_facts(known))
        self.by_id = {facts.document_id: doc for doc, facts in self.facts.items()}
        self.mean_length = sum(f.length for f in self.facts.values()) / max(1, len(self.facts)) or 1.0
        self.docs = lru_cache(maxsize=1024)(self._docs)
        self.frequencies = lru_cache(maxsize=256)(self._frequencies)
        self.expand = lru_cache(maxsize=128)(self._expand)

    def close(self) -> None:
        """Let go of all files."""
        self.reader.close()

    def _read_facts(self, known: SegmentFacts) -> Iterator[tuple[int, Facts]]:
        names = {leaf.segment().segment_id() for leaf, _ in self._leaves}
        for gone in known.keys() - names:
            del known[gone]
        for leaf, base in self._leaves:
            name = leaf.segment().segment_id()
            if name not in known:
                column = leaf.column_reader("facts")
                known[name] = [facts_from(column[n]) for n in range(leaf.doc_count_all())]
            yield from ((base + n, f) for n, f in enumerate(known[name]) if not leaf.is_deleted(n))

    def _matchers(self, field: str, term: str) -> Iterator[tuple[Any, int]]:
        for leaf, base in self._leaves:
            if (field, term) in leaf:
                yield leaf.postings(field, term), base

    def _docs(self, field: str, term: str) -> frozenset[int]:
        """Documents in which the term stands."""
        return frozenset(doc for doc, _ in self.frequencies(field, term))

    def _frequencies(self, field: str, term: str) -> tuple[tuple[int, float], ...]:
        """Documents in which the term stands, and how often."""
        found = []
        for matcher, base in self._matchers(field, term):
            while matcher.is_active():
                found.append((matcher.id() + base, matcher.weight()))
                matcher.next()
        return tuple(found)

    def positions(self, field: str, term: str, docs: Iterable[int]) -> dict[int, list[int]]:
        """Where the term stands in these documents."""
        wanted = sorted(self.docs(field, term).intersection(docs))
        found: dict[int, list[int]] = {}
        if not wanted:
            return found
        for matcher, base in self._matchers(field, term):
            for doc in wanted:
                if doc < base or not matcher.is_active():
                    continue
                matcher.skip_to(doc - base)
                if matcher.is_active() and matcher.id() == doc - base:
                    found[doc] = matcher.value_as("positions")
        return found

    def _expand(self, prefix: str) -> tuple[str, ...]:
        """Words that begin so: of the shortest the most frequent, at most ``EXPANSIONS``."""
        words = {w.decode("utf-8") for leaf, _ in self._leaves for w in leaf.expand_prefix("words", prefix)}
        if len(words) <= EXPANSIONS:
            return tuple(sorted(words))
        shortest = sorted(words, key=lambda word: (len(word), word))[:LOOKED_AT]
        return tuple(nlargest(EXPANSIONS, shortest, key=self.frequency))

    def frequency(self, word: str) -> int:
        """In how many documents this very word stands; deleted ones may count."""
        return int(self.reader.doc_frequency("words", word))

    def near(self, word: str, distance: int, prefix: int) -> set[str]:
        """Words of the archive within an edit distance, the first ``prefix`` letters being right."""
        found: set[str] = set()
        for leaf, _ in self._leaves:
            found.update(leaf.terms_within("words", word, distance, prefix=prefix))
        return found
