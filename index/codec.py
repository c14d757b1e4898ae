"""Whoosh's own codec, with one more file a segment: its words in order, and how many documents have each.

Whoosh reads its terms one by one from the disk; a prefix or a mistyped word asks for thousands.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.system import pack_ushort

LEXICON = ".lex"


@dataclass(frozen=True)
class Lexicon:
    """Words of one segment in order, and their document counts, deleted ones included."""

    words: tuple[str, ...]
    counts: tuple[int, ...]

    def beginning(self, prefix: str) -> tuple[str, ...]:
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
        self._lexicon: list[str] = []

    def finish_term(self) -> None:
        info = self._postwriter.finish_postings()
        self._tindex.add(pack_ushort(self._fieldid) + self._btext, info.to_bytes())
        if self._fieldname == "words":
            self._lexicon.append(f"{self._btext.decode('utf-8')}\t{info.doc_frequency()}")

    def close(self) -> None:
        # Whoosh sorts terms by their UTF-8 bytes, which is the order of Python's strings too.
        with self._create_file(LEXICON) as file:
            file.write(zlib.compress("\n".join(self._lexicon).encode("utf-8"), 1))
        super().close()


def read_lexicon(storage: Any, segment: Any) -> Lexicon:  # noqa: ANN401 - Whoosh is untyped
    """The lexicon that was written with this segment."""
    with storage.open_file(segment.make_filename(LEXICON)) as file:
        lines = zlib.decompress(file.read()).decode("utf-8").split("\n")
    pairs = [line.split("\t") for line in lines if line]
    return Lexicon(tuple(word for word, _ in pairs), tuple(int(count) for _, count in pairs))
