"""One state of the index, held open for reading: facts, postings and words, as plain Python values."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from whoosh.index import FileIndex

from index.codec import BlockMatcher, Lexicon, read_lexicon
from index.language import stem
from index.schema import Facts, facts_from

EXPANSIONS = 64
"""Words that a prefix stands for at most: the most frequent ones."""


@dataclass(frozen=True)
class Kept:
    """What is read of a segment once; a segment never changes, but for what is deleted in it."""

    facts: list[Facts]
    lexicon: Lexicon


class Glance:
    """A reader over one generation of one build. Not for two threads at a time: files have one place."""

    def __init__(self, index: FileIndex, kept: dict[str, Kept]) -> None:
        """``kept`` holds what was read of the segments from one generation to the next."""
        # Asked first: a commit in between makes this look older than it is, and it is opened once more.
        self.generation: int = index.latest_generation()
        self.reader = index.reader()
        # The reader of an index without documents has no leaves at all.
        self._leaves: list[tuple[Any, int]] = []
        if self.reader.doc_count_all():
            self._leaves += self.reader.leaf_readers()
        self._some_deleted: bool = self.reader.has_deletions()
        self._kept = _keep(self._leaves, kept)
        self.facts: dict[int, Facts] = dict(self._living())
        self.by_id = {facts.document_id: doc for doc, facts in self.facts.items()}
        mean = sum(f.length for f in self.facts.values()) / max(1, len(self.facts)) or 1.0
        self.relative_lengths = {doc: facts.length / mean for doc, facts in self.facts.items()}
        self.docs = lru_cache(maxsize=1024)(self._docs)
        self.frequencies = lru_cache(maxsize=512)(self._frequencies)
        self.expand = lru_cache(maxsize=128)(self._expand)

    def close(self) -> None:
        """Let go of all files."""
        self.reader.close()

    @property
    def lexicons(self) -> list[Lexicon]:
        """The words of each segment."""
        return [kept.lexicon for kept in self._kept]

    def frequency(self, word: str) -> int:
        """In how many documents this very word stands; a word of removed documents alone stands in none."""
        if self._some_deleted:
            return len(self.docs("words", word))
        return self._count(word)

    def _count(self, word: str) -> int:
        """The same at a glance; removed documents count until their segment is merged."""
        return sum(lexicon.count(word) for lexicon in self.lexicons)

    def positions(self, field: str, term: str, docs: Iterable[int]) -> dict[int, list[int]]:
        """Where the term stands in these documents."""
        wanted = sorted(self.docs(field, term).intersection(docs))
        found: dict[int, list[int]] = {}
        for matcher, base in self._matchers(field, term) if wanted else ():
            for doc, positions in matcher.pick([doc - base for doc in wanted if doc >= base]):
                found.setdefault(doc + base, []).extend(positions)
        return found

    def _living(self) -> Iterator[tuple[int, Facts]]:
        for (leaf, base), kept in zip(self._leaves, self._kept, strict=True):
            yield from ((base + n, facts) for n, facts in enumerate(kept.facts) if not leaf.is_deleted(n))

    def _matchers(self, field: str, term: str) -> Iterator[tuple[BlockMatcher, int]]:
        """Postings by segment. A word that is its own stem is kept among the words alone."""
        fields = (field, "words") if field == "stems" and stem(term) == term else (field,)
        for leaf, base in self._leaves:
            for name in fields:
                if (name, term) in leaf:
                    matcher = leaf.postings(name, term)
                    # Where documents are deleted, Whoosh wraps the postings; the facts tell as well.
                    yield getattr(matcher, "child", matcher), base

    def _docs(self, field: str, term: str) -> frozenset[int]:
        """Documents in which the term stands."""
        found: set[int] = set()
        for matcher, base in self._matchers(field, term):
            for block in matcher.documents():
                found.update(map(base.__add__, block) if base else block)
        return frozenset(found & self.facts.keys() if self._some_deleted else found)

    def _frequencies(self, field: str, term: str) -> tuple[array[int], array[float]]:
        """Documents in which the term stands, and how often."""
        found: dict[int, float] = {}
        for matcher, base in self._matchers(field, term):
            for doc, count in matcher.rows():
                if not self._some_deleted or doc + base in self.facts:
                    found[doc + base] = found.get(doc + base, 0.0) + count
        return array("I", found.keys()), array("f", found.values())

    def _expand(self, prefix: str) -> tuple[str, ...]:
        """Words that begin so, the most frequent first, at most ``EXPANSIONS``."""
        words = {word for lexicon in self.lexicons for word in lexicon.beginning(prefix)}
        ranked = sorted(sorted(words), key=self._count, reverse=True)
        if not self._some_deleted:
            return tuple(ranked[:EXPANSIONS])
        # Removed documents may push a word up or down a little: twice as many are looked at as are kept.
        living = islice((word for word in ranked if self.docs("words", word)), 2 * EXPANSIONS)
        return tuple(sorted(sorted(living), key=self.frequency, reverse=True)[:EXPANSIONS])


def _keep(leaves: list[tuple[Any, int]], kept: dict[str, Kept]) -> list[Kept]:
    """Read what is new, forget what is gone, and give what belongs to these segments in their order."""
    by_name = {leaf.segment().segment_id(): leaf for leaf, _ in leaves}
    for gone in kept.keys() - by_name.keys():
        del kept[gone]
    for name, leaf in by_name.items():
        if name not in kept:
            column = leaf.column_reader("facts")
            facts = [facts_from(column[n]) for n in range(leaf.doc_count_all())]
            kept[name] = Kept(facts, read_lexicon(leaf.storage(), leaf.segment()))
    return [kept[name] for name in by_name]
