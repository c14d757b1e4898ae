"""Whoosh's own codec, with one more file a segment: its words in order, and how many documents have each.

Whoosh reads its terms one by one from the disk; a prefix or a mistyped word asks for thousands.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from functools import cached_property
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
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
