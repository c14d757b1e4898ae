"""The words of a segment in order, field by field, with what must be known to read their postings.

The file begins with a directory, which also holds size and checksum of the segment's other files.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from index.codec.files import Damaged, Opened
from index.codec.numbers import Ints
from index.codec.records import Extents, Record

LEXICON = ".lex"
MAGIC = b"PPIDLEX1"
_HEAD = len(MAGIC) + 8
_COLUMNS = ("counts", "places", "first", "widths")
_TYPES = ("<u4", "<u4", "<u4", "<u2")

STEP = 64
"""Words from one signpost to the next."""

Directory = dict[str, Any]
"""``fields``: for each its section here and its part of the postings; ``files``: size and CRC-32 by ending."""


@dataclass(frozen=True)
class Section:
    """Where a field's words stand in this file and its records among the postings."""

    begin: int
    size: int
    crc: int
    terms: int
    postings: int


class Lexicon:
    """Words of one field of one segment in order; documents that were deleted since still count."""

    def __init__(self, text: bytes, rows: Extents, postings: int = 0) -> None:
        """``postings``: where the field's records begin in their file."""
        self._text, self.rows, self._postings = text, rows, postings
        self._told: dict[str, int] = {}
        """Where the words are that were told last, as they are looked up next."""

    @cached_property
    def words(self) -> list[str]:
        """All words in order."""
        return self._text.decode("utf-8").split("\n") if len(self.rows.counts) else []

    @cached_property
    def begins(self) -> Ints:
        """Where each record begins, and where the last one ends."""
        ends = np.cumsum(self.rows.sizes(), dtype=np.int64)
        return np.concatenate(([0], ends)) + self._postings

    @cached_property
    def _signposts(self) -> list[str]:
        """Every so many-th word: these few are soon near at hand, all of them never are."""
        return self.words[::STEP]

    def find(self, word: str) -> int:
        """Which word this is, or -1."""
        if word in self._told:
            return self._told[word]
        words = self.words
        begin = max(0, bisect_right(self._signposts, word) - 1) * STEP
        at = bisect_left(words, word, begin, min(begin + STEP, len(words)))
        return at if at < len(words) and words[at] == word else -1

    def record(self, at: int) -> Record:
        """Where the postings of a word lie."""
        rows = self.rows
        known = (rows.counts.item(at), rows.places.item(at), rows.first.item(at), rows.widths.item(at))
        return Record(self.begins.item(at), *known)

    def beginning(self, prefix: str) -> list[str]:
        """All words that begin so."""
        return self.words[bisect_left(self.words, prefix) : bisect_left(self.words, prefix + "\U0010ffff")]

    def most_frequent(self, prefix: str, most: int) -> dict[str, int]:
        """Of the words that begin so those that stand in the most documents, and in how many each does."""
        begin, end = bisect_left(self.words, prefix), bisect_left(self.words, prefix + "\U0010ffff")
        counts = self.rows.counts[begin:end]
        at = np.argpartition(counts, -most)[-most:] if most < end - begin else np.arange(end - begin)
        self._told = {self.words[begin + n]: begin + n for n in at.tolist()}
        return {word: int(counts[n]) for word, n in zip(self._told, at.tolist(), strict=True)}

    def count(self, word: str) -> int:
        """In how many documents this very word stands."""
        at = self.find(word)
        return int(self.rows.counts[at]) if at >= 0 else 0


class Lexicons(Mapping[str, Lexicon]):
    """The lexicons of a segment by field, each read and checked when it is first asked for. A file can't change."""

    def __init__(self, file: Opened) -> None:
        """Raises Damaged if the directory is not what was written."""
        self.directory = read_directory(file)
        self._file: Opened | None = file
        self._read: dict[str, Lexicon] = {}

    def __getitem__(self, field: str) -> Lexicon:
        if field not in self._read:
            self._read[field] = self._load(Section(**self.directory["fields"][field]))
        return self._read[field]

    def get(self, field: str, default: Any = None) -> Any:  # noqa: ANN401 - as in Mapping
        return self._read.get(field) or super().get(field, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self.directory["fields"])

    def __len__(self) -> int:
        return len(self.directory["fields"])

    def opened(self, file: Opened | None) -> None:
        """From which file the rest is to be read, or None when it is closed; what was read stays."""
        self._file = file

    def _load(self, section: Section) -> Lexicon:
        if self._file is None:
            raise ValueError("the lexicon is closed")
        data = bytes(self._file.read(section.begin, section.size))
        if zlib.crc32(data) != section.crc:
            raise Damaged(self._file.name)
        columns, at = [], 0
        for kind in _TYPES:
            columns.append(np.frombuffer(data, kind, section.terms, at))
            at += columns[-1].nbytes
        return Lexicon(data[at:], Extents(*columns), section.postings)


def read_directory(file: Opened) -> Directory:
    """What stands at the beginning of the file, checked."""
    head = bytes(file.read(0, _HEAD))
    size = int.from_bytes(head[-8:-4], "little")
    text = bytes(file.read(_HEAD, size)) if head.startswith(MAGIC) else b""
    if not text or zlib.crc32(text) != int.from_bytes(head[-4:], "little"):
        raise Damaged(file.name)
    directory: Directory = json.loads(text)
    for section in directory["fields"].values():
        section["begin"] += _HEAD + size
    return directory


def section_of(words: list[str], rows: Extents) -> bytes:
    """One field as it is stored. Raises ValueError for a word with a line break in it."""
    text = "\n".join(words)
    if text.count("\n") >= max(1, len(words)):
        raise ValueError("a word has no line break in it")
    columns = (getattr(rows, name).astype(kind).tobytes() for name, kind in zip(_COLUMNS, _TYPES, strict=True))
    return b"".join(columns) + text.encode("utf-8")


def write_lexicons(file: Any, sections: dict[str, tuple[bytes, int, int]], files: dict[str, list[int]]) -> None:  # noqa: ANN401
    """Directory and sections. ``sections``: bytes, how many words, where its postings begin."""
    fields, begin = {}, 0
    for name, (data, terms, postings) in sections.items():
        fields[name] = vars(Section(begin, len(data), zlib.crc32(data), terms, postings))
        begin += len(data)
    text = json.dumps({"fields": fields, "files": files}).encode("utf-8")
    file.write(MAGIC + len(text).to_bytes(4, "little") + zlib.crc32(text).to_bytes(4, "little") + text)
    for data, _, _ in sections.values():
        file.write(data)
