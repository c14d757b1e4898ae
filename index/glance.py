"""One state of the index, held open for reading: facts, postings and words, as arrays and as plain values."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.index import TOC, FileIndex

from index.codec import Lexicon
from index.codec.numbers import Ints
from index.facts import Columns, Facts, FactsByDoc, joined
from index.held import Held
from index.kept import NONE, Matches, summed, weight_of
from index.kept import Kept as Kept
from index.language import stem

EXPANSIONS = 64
"""Words that a prefix stands for at most: the most frequent ones."""


ARRAYS, SETS = 2_000_000, 400_000
"""Documents that are remembered for terms: at 8 bytes each in arrays, at about 80 in sets."""


class Leaf(NamedTuple):
    """A segment, and the number of its first document among those of all segments."""

    kept: Kept
    base: int


class Glance:
    """A reader over one generation of one build. Not for two threads at a time: files have one place."""

    def __init__(self, index: FileIndex, kept: dict[str, Kept]) -> None:
        """``kept`` holds what was read of the segments from one generation to the next. Raises Damaged, OSError."""
        toc = TOC.read(index.storage, index.indexname)
        self.generation: int = toc.generation
        self._index = index
        self._leaves = _opened(index.storage, toc.segments, kept)
        self._alive = _alive(toc.segments)
        self._some_deleted = not bool(self._alive.all())
        self.columns: Columns = joined([leaf.kept.rows for leaf in self._leaves])
        self.living: Ints = np.flatnonzero(self._alive)
        self.facts = FactsByDoc(self.living, self._facts)
        self.matches = Held(self._matches, weight_of, ARRAYS)
        self.docs = Held(self._docs, len, SETS)
        self.frequencies = Held(self._frequencies, lambda found: len(found[0]), ARRAYS)
        self.expand = lru_cache(maxsize=128)(self._expand)

    def close(self) -> None:
        """Let go of all files."""
        for leaf in self._leaves:
            leaf.kept.close()
        if "reader" in vars(self):
            self.reader.close()

    @cached_property
    def reader(self) -> Any:  # noqa: ANN401 - Whoosh is untyped
        """Whoosh's own reader of the same segments, for any query of its own."""
        return self._index.reader()

    @cached_property
    def by_id(self) -> dict[int, int]:
        """The number of each document by its id."""
        ids = self.columns.document_id[self.living]
        return dict(zip(ids.tolist(), self.living.tolist(), strict=True))

    @cached_property
    def relative_length(self) -> NDArray[np.float64]:
        """How long each document is beside the mean; 1 for all where none has words."""
        lengths = self.columns.length
        mean = float(lengths[self.living].mean()) if len(self.living) else 0.0
        return lengths / (mean or 1.0)

    @cached_property
    def relative_lengths(self) -> dict[int, float]:
        """The same of living documents, by their number."""
        return dict(zip(self.living.tolist(), self.relative_length[self.living].tolist(), strict=True))

    @property
    def lexicons(self) -> list[Lexicon]:
        """The words of each segment."""
        return [leaf.kept.lexicons["words"] for leaf in self._leaves if "words" in leaf.kept.lexicons]

    def frequency(self, word: str) -> int:
        """In how many documents this very word stands; a word of removed documents alone stands in none."""
        if self._some_deleted:
            return len(self.matches("words", word).docs)
        return self._count(word)

    def _count(self, word: str) -> int:
        """The same at a glance; removed documents count until their segment is merged."""
        return sum(lexicon.count(word) for lexicon in self.lexicons)

    def positions(self, field: str, term: str, docs: Iterable[int]) -> dict[int, list[int]]:
        """Where the term stands in these documents, in order."""
        wanted = np.intersect1d(self.matches(field, term).docs, np.fromiter(docs, np.int32))
        found: dict[int, list[int]] = {}
        for kept, base, name in self._places(field, term) if len(wanted) else ():
            for doc, positions in kept.positions(name, term, wanted[wanted >= base] - base):
                before = found.get(doc + base)
                found[doc + base] = sorted(before + positions) if before else positions
        return found

    def _places(self, field: str, term: str) -> Iterator[tuple[Kept, int, str]]:
        """Segments and fields where the term may be. A word that is its own stem is kept among the words alone."""
        fields = (field, "words") if field == "stems" and stem(term) == term else (field,)
        return ((kept, base, name) for kept, base in self._leaves for name in fields)

    def _matches(self, field: str, term: str) -> Matches:
        """Living documents in which the term stands, in order, and how often in each."""
        found = [
            Matches(some.docs + base, some.repeats) if base else some
            for some, base in ((kept.matches(name, term), base) for kept, base, name in self._places(field, term))
            if len(some.docs)
        ]
        every = summed(found) if found else NONE
        if not self._some_deleted:
            return every
        alive = self._alive[every.docs]
        return Matches(every.docs[alive], every.repeats[alive])

    def _docs(self, field: str, term: str) -> frozenset[int]:
        """Documents in which the term stands."""
        return frozenset(self.matches(field, term).docs.tolist())

    def _frequencies(self, field: str, term: str) -> tuple[array[int], array[float]]:
        """Documents in which the term stands, and how often."""
        found = self.matches(field, term)
        return array("I", found.docs.tobytes()), array("f", found.repeats.astype(np.float32).tobytes())

    def _expand(self, prefix: str) -> tuple[str, ...]:
        """Words that begin so, the most frequent first, at most ``EXPANSIONS``."""
        counts: dict[str, int] = {}
        for lexicon in self.lexicons:
            for word, count in lexicon.beginning_counted(prefix):
                counts[word] = counts.get(word, 0) + count
        if not self._some_deleted:
            return tuple(nlargest(EXPANSIONS, sorted(counts), key=counts.__getitem__))
        # Removed documents may push a word up or down a little: twice as many are looked at as are kept.
        ranked = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
        living = islice((word for word in ranked if self.frequency(word)), 2 * EXPANSIONS)
        return tuple(sorted(sorted(living), key=self.frequency, reverse=True)[:EXPANSIONS])

    def _facts(self, doc: int) -> Facts:
        at = max(n for n, leaf in enumerate(self._leaves) if leaf.base <= doc)
        return self._leaves[at].kept.facts(doc - self._leaves[at].base)


def _opened(storage: Any, segments: list[Any], kept: dict[str, Kept]) -> list[Leaf]:  # noqa: ANN401
    """Open what is new, forget what is gone, and give what belongs to these segments in their order."""
    for gone in kept.keys() - {segment.segment_id() for segment in segments}:
        del kept[gone]
    leaves: list[Leaf] = []
    base = 0
    for segment in segments:
        name = segment.segment_id()
        if name not in kept:
            kept[name] = Kept(storage, segment)
        kept[name].open(storage, segment)
        leaves.append(Leaf(kept[name], base))
        base += segment.doc_count_all()
    return leaves


def _alive(segments: list[Any]) -> NDArray[np.bool_]:
    """Which documents are not deleted."""
    alive = np.ones(sum(segment.doc_count_all() for segment in segments), bool)
    base = 0
    for segment in segments:
        alive[[base + doc for doc in segment.deleted_docs()]] = False
        base += segment.doc_count_all()
    return alive
