"""Slips of the finger: how many lead from one word to another, and the words of the archive that are so near."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.codec import Lexicon, letter_bits


class _Shapes:
    """Of each word of a lexicon what rules most of them out at a glance: letters, length, first letter."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.letters = np.array(lexicon.letters, np.uint64)
        self.lengths = np.array([len(word) for word in lexicon.words], np.int16)
        self.firsts = np.array([ord(word[0]) for word in lexicon.words], np.int32)


_shapes: WeakKeyDictionary[Lexicon, _Shapes] = WeakKeyDictionary()


def near(lexicon: Lexicon, word: str, most: int) -> list[str]:
    """Words of letters alone that so many slips lead to; where they are two or more, the first letter is right."""
    return [other for at in _alike(lexicon, word, most) if 0 < slips(word, other := lexicon.words[at]) <= most]


def slips(a: str, b: str) -> int:
    """How many slips lead from one word to the other: a letter more, less, changed, or two exchanged.

    Optimal string alignment distance (Damerau 1964).
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        two_before, before, row = before, row, [i]
        for j, right in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _alike(lexicon: Lexicon, word: str, most: int) -> list[int]:
    """The few words of like length with almost the same letters, which are worth measuring."""
    shapes = _shapes.setdefault(lexicon, _Shapes(lexicon)) if lexicon not in _shapes else _shapes[lexicon]
    alike: NDArray[np.bool_] = np.bitwise_count(shapes.letters ^ np.uint64(letter_bits(word))) <= 2 * most
    alike &= np.abs(shapes.lengths - len(word)) <= most
    if most > 1:
        alike &= shapes.firsts == ord(word[0])
    return [at for at in np.flatnonzero(alike).tolist() if lexicon.words[at].isalpha()]
