"""Whoosh's own codec, with one more file a segment: its words in order, and how many documents have each.

Whoosh reads its terms one by one from the disk; a prefix or a mistyped word asks for thousands.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher
from whoosh.system import pack_ushort

LEXICON = ".lex"


class Lexicon:
    """Words of one segment in order, and their document counts, deleted ones included.

    Held as it was read until somebody asks.
    """

    def __init__(self, words: bytes, counts: bytes) -> None:
        self._words, self._counts = words, counts

    @cached_property
    def words(self) -> list[str]:
        """All words in order."""
        text = zlib.decompress(self._words).decode("utf-8")
        return text.split("\n") if text else []

    @cached_property
    def counts(self) -> array[int]:
        """In how many documents each stands."""
        return array("I", zlib.decompress(self._counts))

    def beginning(self, prefix: str) -> list[str]:
        """All words that begin so."""
        return self.words[bisect_left(self.words, prefix) : bisect_left(self.words, prefix + "\U0010ffff")]

    def count(self, word: str) -> int:
        """In how many documents this very word stands."""
        at = bisect_left(self.words, word)
        return self.counts[at] if at < len(self.words) and self.words[at] == word else 0

    @cached_property
    def letters(self) -> list[int]:
        """For each word the set of its letters, as bits: two words that are near differ in few."""
        return [letter_bits(word) for word in self.words]


def letter_bits(word: str) -> int:
    """The letters of a word as bits."""
    bits = 0
    for character in word:
        bits |= 1 << (ord(character) & 63)
    return bits


class OfficeCodec(W3Codec):  # type: ignore[misc]
    """Postings as Whoosh has them. Lengths stand in the facts, so none are looked up for each posting."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:  # noqa: ANN401 - Whoosh is untyped
        return FieldWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None  # noqa: ANN401
    ) -> BlockMatcher:
        offset, length = terminfo.extent()
        return BlockMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)


class BlockMatcher(W3LeafMatcher):  # type: ignore[misc]
    """Whoosh's postings of one term, read a block of 128 documents at a time instead of one by one."""

    def _read_ids(self) -> None:
        if self._data is None:
            self._read_data()
        self._ids = tuple(accumulate(self._data[0]))

    def documents(self) -> Iterator[tuple[int, ...]]:
        """Every document, block by block, deleted ones included."""
        while self.is_active():
            self._read_ids()
            yield self._ids
            self._next_block()

    def rows(self) -> Iterator[tuple[int, float]]:
        """Every document with its count, deleted ones included."""
        while self.is_active():
            self._read_ids()
            self._read_weights()
            yield from zip(self._ids, self._weights, strict=True)
            self._next_block()

    def pick(self, wanted: list[int]) -> Iterator[tuple[int, list[int]]]:
        """The positions in those of the wanted documents, given in order, that have the term."""
        for doc in wanted:
            while self.is_active() and self.block_max_id() < doc:
                self._next_block()
            if not self.is_active():
                return
            if self._ids is None:
                self._read_ids()
            at = bisect_left(self._ids, doc)
            if at < len(self._ids) and self._ids[at] == doc:
                self._i = at
                yield doc, self.value_as("positions")


class FieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes the terms as Whoosh does, and the lexicon of the field ``words`` beside them."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._words: list[bytes] = []
        self._counts = array("I")

    def finish_term(self) -> None:
        info = self._postwriter.finish_postings()
        self._tindex.add(pack_ushort(self._fieldid) + self._btext, info.to_bytes())
        if self._fieldname == "words":
            self._words.append(self._btext)
            self._counts.append(info.doc_frequency())

    def close(self) -> None:
        # Whoosh sorts terms by their UTF-8 bytes, which is the order of Python's strings too.
        with self._create_file(LEXICON) as file:
            words = zlib.compress(b"\n".join(self._words), 1)
            file.write_int(len(words))
            file.write(words + zlib.compress(self._counts.tobytes(), 1))
        super().close()


def read_lexicon(storage: Any, segment: Any) -> Lexicon:  # noqa: ANN401 - Whoosh is untyped
    """The lexicon that was written with this segment."""
    with storage.open_file(segment.make_filename(LEXICON)) as file:
        return Lexicon(file.read(file.read_int()), file.read())
