"""Whole numbers in as few bytes as they need, many runs at once.

A run whose largest number needs two bytes is stored as all low bytes, then all high bytes: so one to four bytes
a number are read and written alike, wherever they lie. A run of zeros needs no byte at all.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Counts = NDArray[np.int32] | NDArray[np.uint16]
"""How often something is; as small as it may be, as fresh memory takes longer than all else."""

Unsigned = NDArray[np.uint32] | NDArray[np.uint8]

ReadBytes = Callable[[int, int], bytes | memoryview]
"""``read(begin, size)``: so many bytes of a file."""


def widths_of(largest: Ints) -> Ints:
    """Bytes that each of these numbers needs, 0 to 4. Raises OverflowError beyond 32 bits or below 0."""
    if largest.size and (largest.max() >> 32 or largest.min() < 0):
        raise OverflowError("numbers of a record are whole, and below 2 to the 32")
    bounds = np.array([0, 0xFF, 0xFFFF, 0xFFFFFF])
    return np.searchsorted(bounds, largest, side="left").astype(np.int64)


def spread(begins: Ints, counts: Ints) -> Ints:
    """The numbers that follow each beginning, so many of each, in one row."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(begins - ends + counts, counts)


def beginnings(values: Ints) -> Ints:
    """Where each value begins in a row in which equal ones follow each other."""
    new = np.ones(len(values), np.bool_)
    new[1:] = values[1:] != values[:-1]
    return new.nonzero()[0]


def put(out: Bytes, begins: Ints, counts: Ints, widths: Ints, values: Ints) -> None:
    """Write runs of values, each where it begins."""
    for plane in range(int(widths.max(initial=0))):
        wide = widths > plane
        kept = counts[wide]
        chosen = values if wide.all() else values[np.repeat(wide, counts)]
        out[spread(begins[wide] + plane * kept, kept)] = (chosen >> 8 * plane) & 0xFF


def take(data: Bytes, begins: Ints, counts: Ints, widths: Ints) -> Ints:
    """Read runs of values, one after the other."""
    values = np.zeros(int(counts.sum()), np.int64)
    for plane in range(int(widths.max(initial=0))):
        wide = widths > plane
        kept = counts[wide]
        found = data[spread(begins[wide] + plane * kept, kept)].astype(np.int64) << 8 * plane
        if wide.all():
            values |= found
        else:
            values[np.repeat(wide, counts)] |= found
    return values


def run_of(data: Bytes, count: int, width: int) -> Unsigned:
    """One whole run, which begins where the data does."""
    if not width:
        return np.zeros(count, np.uint8)
    if width == 1:
        return data[:count]
    values = data[:count].astype(np.uint32)
    for plane in range(1, width):
        values |= data[plane * count : (plane + 1) * count].astype(np.uint32) << np.uint32(8 * plane)
    return values
