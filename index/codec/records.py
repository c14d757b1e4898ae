"""The postings of terms as bytes and back: one record a term, in one piece.

A record is three runs of numbers: the gaps between its documents (the first document stands in the lexicon), how
often more than once the term stands in each, and its positions. A position is a page and a place on it; both are
packed in as few bits as the record needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.codec.numbers import Bytes, Counts, Ints, ReadBytes, put, run_of, spread, take, widths_of

PAGE_SHIFT = 18
"""Bits of a position within its page."""

IN_PAGE = (1 << PAGE_SHIFT) - 1


@dataclass(frozen=True)
class Run:
    """Postings of terms in order: for each term its documents, for each of these its positions, all in one row.

    Documents are numbered below 2 to the 31. ``positions`` are empty where the field keeps none.
    """

    counts: Ints
    docs: Ints
    repeats: Ints
    positions: Ints

    @property
    def places(self) -> Ints:
        """How many positions each term has."""
        if not len(self.positions):
            return np.zeros_like(self.counts)
        return np.add.reduceat(self.repeats, _heads(self.counts)) if len(self.counts) else self.counts

    @property
    def weights(self) -> Ints:
        """How much each term takes in memory."""
        return self.places if len(self.positions) else self.counts

    def part(self, begin: int, end: int) -> Run:
        """Postings of some of the terms."""
        first, last = (int(self.counts[:at].sum()) for at in (begin, end))
        docs, repeats = self.docs[first:last], self.repeats[first:last]
        if not len(self.positions):
            return Run(self.counts[begin:end], docs, repeats, self.positions)
        start = int(self.repeats[:first].sum())
        return Run(self.counts[begin:end], docs, repeats, self.positions[start : start + int(repeats.sum())])


@dataclass(frozen=True)
class Extents:
    """What must be known of records to read them; a row a term."""

    counts: NDArray[np.uint32]
    places: NDArray[np.uint32]
    first: NDArray[np.uint32]
    widths: NDArray[np.uint16]

    def part(self, begin: int, end: int) -> Extents:
        """Some of the rows."""
        rows = slice(begin, end)
        return Extents(self.counts[rows], self.places[rows], self.first[rows], self.widths[rows])

    def sizes(self) -> Ints:
        """Bytes of each record."""
        gap, repeat, place, _ = _unpacked(self.widths)
        sizes: Ints = self.counts.astype(np.int64) * (gap + repeat) + self.places.astype(np.int64) * place
        return sizes


class Record(NamedTuple):
    """Where one record lies, how many documents it has, and how it is to be read."""

    begin: int
    docs: int
    places: int
    first: int
    widths: int

    def postings(self, read: ReadBytes) -> tuple[Ints, Counts]:
        """Documents in order, and how often in each."""
        gap, repeat = self.widths & 7, self.widths >> _REPEAT & 7
        data = np.frombuffer(read(self.begin, self.docs * (gap + repeat)), np.uint8)
        docs = run_of(data, self.docs, gap).astype(np.int64)
        docs[0] = self.first
        docs.cumsum(out=docs)
        more = run_of(data[self.docs * gap :], self.docs, repeat)
        return docs, np.add(more, 1, dtype=np.uint16 if repeat < 2 else np.int32)

    def positions(self, read: ReadBytes, begins: Ints, counts: Ints) -> Ints:
        """So many positions from each of these places in the run of all the record's positions."""
        data = np.frombuffer(read(self._places, self.places * self._width(_PLACE)), np.uint8)
        at = spread(begins, counts)
        return self._unpacked([data[at + plane * self.places] for plane in range(self._width(_PLACE))], len(at))

    def stretch(self, read: ReadBytes, begin: int, count: int) -> Ints:
        """So many positions that follow each other in that run."""
        begins = (self._places + plane * self.places + begin for plane in range(self._width(_PLACE)))
        return self._unpacked([np.frombuffer(read(at, count), np.uint8) for at in begins], count)

    @property
    def _places(self) -> int:
        """Where positions begin."""
        return self.begin + self.docs * (self._width(_GAP) + self._width(_REPEAT))

    def _unpacked(self, planes: list[Bytes], count: int) -> Ints:
        packed = planes[0].astype(np.uint32) if planes else np.zeros(count, np.uint32)
        for plane, higher in enumerate(planes[1:], 1):
            packed |= higher.astype(np.uint32) << np.uint32(8 * plane)
        shift = self.widths >> _SHIFT
        pages = (packed >> shift).astype(np.int64)
        pages <<= PAGE_SHIFT
        pages |= packed & (1 << shift) - 1
        return pages

    def _width(self, which: int) -> int:
        return self.widths >> which & 7


_GAP, _REPEAT, _PLACE, _SHIFT = 0, 3, 6, 9
"""Where in a row's widths stand those of gaps, repeats and positions, and the bits of a place."""


def documents(records: Sequence[Record], read: ReadBytes) -> Ints:
    """The documents of several terms, one term after the other."""
    counts = [record.docs for record in records]
    widths = [record.widths & 7 for record in records]
    pieces = [bytes(read(one.begin, one.docs * width)) for one, width in zip(records, widths, strict=True)]
    planes = (
        piece[plane * count : (plane + 1) * count] or bytes(count)
        for plane in range(max(widths, default=0))
        for piece, count in zip(pieces, counts, strict=True)
    )
    gaps = run_of(np.frombuffer(b"".join(planes), np.uint8), sum(counts), max(widths, default=0))
    docs = gaps.cumsum(dtype=np.int64)
    first = np.array([record.first for record in records], np.int64)
    docs += np.repeat(first - docs[_heads(np.array(counts, np.int64))], counts)
    return docs


def encode(run: Run) -> tuple[bytes, Extents]:
    """Records of all the terms, one after the other, and where they lie."""
    counts, places = run.counts, run.places
    if not len(counts):
        return b"", extents(np.zeros(0, np.int64), places, places, places)
    heads = _heads(counts)
    gaps = np.diff(run.docs, prepend=0)
    first = run.docs[heads]
    gaps[heads] = 0
    gap, repeat = (widths_of(np.maximum.reduceat(values, heads)) for values in (gaps, run.repeats - 1))
    packed, shift = _packed(run.positions, places)
    width = widths_of(np.maximum.reduceat(packed, _heads(places))) if len(packed) else np.zeros_like(counts)
    sizes = counts * (gap + repeat) + places * width
    begins = np.cumsum(sizes) - sizes
    out = np.zeros(int(sizes.sum()), np.uint8)
    put(out, begins, counts, gap, gaps)
    put(out, begins + counts * gap, counts, repeat, run.repeats - 1)
    put(out, begins + counts * (gap + repeat), places, width, packed)
    return out.tobytes(), extents(counts, places, first, gap | repeat << _REPEAT | width << _PLACE | shift << _SHIFT)


def decode(data: Bytes, rows: Extents) -> Run:
    """What ``encode`` was given."""
    counts, places = rows.counts.astype(np.int64), rows.places.astype(np.int64)
    gap, repeat, width, shift = _unpacked(rows.widths)
    sizes = rows.sizes()
    begins = np.cumsum(sizes) - sizes
    gaps = take(data, begins, counts, gap)
    repeats = take(data, begins + counts * gap, counts, repeat) + 1
    packed = take(data, begins + counts * (gap + repeat), places, width)
    docs = np.cumsum(gaps)
    heads = _heads(counts)
    docs += np.repeat(rows.first - docs[heads], counts)
    bits = np.repeat(shift, places)
    return Run(counts, docs, repeats, (packed >> bits << PAGE_SHIFT) | (packed & (1 << bits) - 1))


def extents(counts: Ints, places: Ints, first: Ints, widths: Ints) -> Extents:
    """Rows in the width in which they are stored."""
    count, place, head = (column.astype(np.uint32) for column in (counts, places, first))
    return Extents(count, place, head, widths.astype(np.uint16))


def _packed(positions: Ints, places: Ints) -> tuple[Ints, Ints]:
    """Positions with the bits of a place closed up, and how many are left of them for each term."""
    if not len(positions):
        return positions, np.zeros_like(places)
    in_page = positions & IN_PAGE
    largest = np.maximum.reduceat(in_page, _heads(places))
    shift = np.ceil(np.log2(largest + 1)).astype(np.int64)
    return (positions >> PAGE_SHIFT << np.repeat(shift, places)) | in_page, shift


def _heads(counts: Ints) -> Ints:
    """Where each term begins in a row of all."""
    return np.cumsum(counts) - counts


def _unpacked(widths: NDArray[np.uint16]) -> tuple[Ints, Ints, Ints, Ints]:
    wide = widths.astype(np.int64)
    return wide & 7, wide >> _REPEAT & 7, wide >> _PLACE & 7, wide >> _SHIFT
