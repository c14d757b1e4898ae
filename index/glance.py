"""One state of the index, held open for reading: facts, postings and words, as arrays and as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.index import TOC, FileIndex

from index.codec import Lexicon
from index.codec.numbers import Ints
from index.facts import Columns, Facts, FactsByDoc, joined
from index.held import Held
from index.kept import DOC_SHIFT
from index.kept import Kept as Kept
from index.language import stem
from index.matches import NONE, Matches, summed, weight_of
from index.runs import side_by_side

EXPANSIONS = 64
"""Words that a prefix stands for at most: the most frequent ones."""

LOOKED_AT = 2 * EXPANSIONS
"""Words of a segment that may be among them."""

ARRAYS = 1_000_000
"""Documents that are remembered for terms, at 12 bytes each."""

K1, B = 1.2, 0.75
"""BM25 as usual: how soon more of the same word stops counting, how much a long text is held against it."""

Mask = NDArray[np.bool_]
"""For each document by its number."""


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
        self.alive: Mask = _alive(toc.segments)
        self._some_deleted = not bool(self.alive.all())
        self.columns: Columns = joined([leaf.kept.rows for leaf in self._leaves])
        self.size = len(self.alive)
        self.living: Ints = np.flatnonzero(self.alive)
        self.facts = FactsByDoc(self.alive, self._facts)
        self._alone = self._leaves[0].kept if len(self._leaves) == 1 and not self._some_deleted else None
        self._joined = Held(self._matches, weight_of, ARRAYS)
        self.runs = Held(partial(side_by_side, self), lambda found: len(found.begins), ARRAYS)
        self._coded = lru_cache(maxsize=8)(self._read_codes)
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
    def held_against(self) -> NDArray[np.float32]:
        """What BM25 sets against how often a word stands in a text: the longer the text, the more."""
        lengths = self.columns.length
        mean = float(lengths[self.living].mean()) if len(self.living) else 0.0
        return (K1 * (1 - B + B * lengths / (mean or 1.0))).astype(np.float32)

    @cached_property
    def days(self) -> Ints:
        """The date of each document as an ordinal; the beginning of its year where it has none."""
        begun = ((self.columns.year - 1) * 365.2425).astype(np.int64)
        return np.where(self.columns.day > 0, self.columns.day, begun)

    @cached_property
    def newness(self) -> Ints:
        """Each document's place in time: the newer, the higher; of one day the later id."""
        places = np.empty(self.size, np.int64)
        places[np.lexsort((self.columns.document_id, self.days))] = np.arange(self.size)
        return places

    @cached_property
    def names(self) -> dict[int, str]:
        """What the codes of classes, units and kinds stand for."""
        return {code: name for leaf in self._leaves for code, name in leaf.kept.names.items()}

    def counted(self, column: str, docs: Ints) -> dict[str, int]:
        """How many of the documents have each name in a column of codes, the most frequent first."""
        codes, which = self._coded(column)
        counts = np.bincount(which[docs], minlength=len(codes))
        order = np.argsort(-counts, kind="stable")
        return {self.names[codes[n]]: int(counts[n]) for n in order.tolist() if counts[n]}

    def _read_codes(self, column: str) -> tuple[list[int], Ints]:
        """The codes of a column in the order in which they come, and which of them each document has."""
        codes, first, which = np.unique(getattr(self.columns, column), return_index=True, return_inverse=True)
        order = np.argsort(first)
        place = np.empty_like(order)
        place[order] = np.arange(len(order))
        return codes[order].tolist(), place[which]

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

    def matches(self, field: str, term: str) -> Matches:
        """Living documents in which the term stands, in order, and how often in each."""
        if self._alone and (field != "stems" or stem(term) != term):
            return self._alone.matches(field, term)
        return self._joined(field, term)

    def docs(self, field: str, term: str) -> Ints:
        """Documents in which the term stands, in order."""
        return self.matches(field, term).docs

    def with_any(self, words: Sequence[str]) -> Ints:
        """Living documents with any of these very words, in no order, and some more than once."""
        found = [kept.documents("words", words) + base for kept, base in self._leaves]
        docs = np.concatenate(found) if found else NONE.docs
        return docs[self.alive[docs]] if self._some_deleted else docs

    def positions(self, field: str, term: str, docs: Iterable[int]) -> dict[int, list[int]]:
        """Where the term stands in these documents, in order."""
        wanted = np.array(sorted(docs), np.int64)
        found: dict[int, list[int]] = {}
        for kept, base, name in self._places(field, term) if len(wanted) else ():
            for doc, positions in kept.positions(name, term, kept.own(wanted, base)):
                before = found.get(doc + base)
                found[doc + base] = sorted(before + positions) if before else positions
        return found

    def keys(self, field: str, term: str, docs: Ints) -> Ints:
        """The same as numbers in order: the document in the upper bits, the position in the lower ones."""
        found = [
            kept.keys(name, term, kept.own(docs, base)) + (base << DOC_SHIFT)
            for kept, base, name in self._places(field, term)
        ]
        if len(found) == 1:
            return found[0]
        every = np.concatenate(found) if found else docs[:0]
        every.sort(kind="stable")
        return every

    def _places(self, field: str, term: str) -> Iterator[tuple[Kept, int, str]]:
        """Segments and fields where the term may be. A word that is its own stem is kept among the words alone."""
        fields = (field, "words") if field == "stems" and stem(term) == term else (field,)
        return ((kept, base, name) for kept, base in self._leaves for name in fields)

    def _matches(self, field: str, term: str) -> Matches:
        own_stem = field == "stems" and stem(term) == term
        found = [
            summed(kept.matches(field, term), kept.matches("words", term), len(kept.rows))
            if own_stem
            else kept.matches(field, term)
            for kept, _ in self._leaves
        ]
        every = found[0] if len(found) == 1 else self._in_a_row(found)
        if not self._some_deleted:
            return every
        alive = self.alive[every.docs]
        return Matches(every.docs[alive], every.repeats[alive], self.size)

    def _in_a_row(self, found: list[Matches]) -> Matches:
        """What was found in each segment, as one."""
        if not found:
            return NONE
        docs = np.concatenate([some.docs + leaf.base for some, leaf in zip(found, self._leaves, strict=True)])
        return Matches(docs, np.concatenate([some.repeats for some in found]), self.size)

    def _expand(self, prefix: str) -> tuple[str, ...]:
        """Words that begin so, the most frequent first, at most ``EXPANSIONS``; removed documents count for nothing.

        Of each segment only the most frequent are looked at, and more of them until none left out could be among these.
        """
        looked_at = LOOKED_AT
        while True:
            parts = [lexicon.most_frequent(prefix, looked_at) for lexicon in self.lexicons]
            left_out = sum(min(part.values()) for part in parts if len(part) >= looked_at)
            alone = len(parts) == 1 and not self._some_deleted
            counts = parts[0] if alone else {word: self.frequency(word) for part in parts for word in part}
            ranked = sorted((word for word in counts if counts[word]), key=lambda word: (-counts[word], word))
            found = tuple(ranked[:EXPANSIONS])
            if not left_out or (len(found) == EXPANSIONS and counts[found[-1]] > left_out):
                return found
            looked_at *= 4

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
