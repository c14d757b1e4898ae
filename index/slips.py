"""Slips of the finger: the words of the archive to which few of them lead."""

from __future__ import annotations

from functools import reduce
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.codec import Lexicon
from index.codec.numbers import Ints

Letters = NDArray[np.uint16]
Few = NDArray[np.int8]

BREAK = ord("\n")


class _Shapes:
    """The words of a lexicon by their lengths, and which letters they have, which rules most out at a glance."""

    def __init__(self, lexicon: Lexicon) -> None:
        text = "\n".join((*lexicon.words, "")).encode("utf-16-le", "replace")
        self._letters = np.frombuffer(text, np.uint16)
        ends = np.flatnonzero(self._letters == BREAK)
        begins = np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends
        self.order = np.argsort(ends - begins, kind="stable").astype(np.int32)
        """Their numbers in the lexicon, the short ones first."""
        self.lengths = (ends - begins)[self.order].astype(np.int16)
        self._begins = begins[self.order].astype(np.int32)
        self.first = self._letters[begins][self.order]
        """Their first letters, as the rest by their lengths."""
        sets = _as_bits(self._letters)
        sets[ends] = 0
        self.sets = np.bitwise_or.reduceat(sets, begins)[self.order] if len(ends) else sets

    def of_length(self, shortest: int, longest: int) -> range:
        """Places of the words of these lengths."""
        first, last = np.searchsorted(self.lengths, (shortest, longest + 1)).tolist()
        return range(first, last)

    def letters(self, at: Ints, longest: int) -> Letters:
        """First letters of these words, then their second ones, and so on; 0 where a word has ended."""
        lengths = self.lengths[at]
        along = np.arange(longest)[:, None]
        inside = along < lengths
        return np.where(inside, self._letters[np.where(inside, self._begins[at] + along, 0)], 0).astype(np.uint16)


_shapes: WeakKeyDictionary[Lexicon, _Shapes] = WeakKeyDictionary()


def near(lexicon: Lexicon, word: str, most: int) -> list[str]:
    """Words of letters alone that so many slips lead to; where they are two or more, the first letter is right.

    A slip is a letter more, less, changed, or two exchanged: optimal string alignment distance (Damerau 1964).
    """
    if lexicon not in _shapes:
        _shapes[lexicon] = _Shapes(lexicon)
    shapes = _shapes[lexicon]
    at = _alike(shapes, word, most)
    if most > 1:
        at = at[shapes.first[at] == ord(word[0])]
        slips = _slips(word, shapes.letters(at, len(word) + most), shapes.lengths[at], most)
        right = (slips > 0) & (slips <= most)
    else:
        letters = _letters_of(word)
        right = _one_slip(letters, shapes.letters(at, len(letters) + 1), shapes.lengths[at])
    found = (lexicon.words[n] for n in np.sort(shapes.order[at[right]]).tolist())
    return [other for other in found if other.isalpha()]


def _alike(shapes: _Shapes, word: str, most: int) -> Ints:
    """Places of the words of like length with almost the same letters, which are worth measuring."""
    like = shapes.of_length(len(word) - most, len(word) + most)
    sought = np.bitwise_or.reduce(_as_bits(_letters_of(word)))
    differ = np.bitwise_count(shapes.sets[like.start : like.stop] ^ sought)
    return np.flatnonzero(differ <= 2 * most) + like.start


def _letters_of(word: str) -> Letters:
    return np.frombuffer(word.encode("utf-16-le", "replace"), np.uint16)


def _as_bits(letters: Letters) -> NDArray[np.uint32]:
    """Each letter as one of 32 bits, the same for a few."""
    return np.uint32(1) << (letters & 31).astype(np.uint32)


def _one_slip(word: Letters, others: Letters, lengths: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Whether one slip leads to each of the others, which are in order of their lengths."""
    size, letters = len(word), word[:, None]
    first, last = lengths.searchsorted((size, size + 1)).tolist()
    less = _left_out(letters, others[: size - 1, :first])
    same = _changed(letters, others[:size, first:last])
    return np.concatenate((less, same, _left_out(others[:, last:], letters)))


def _left_out(longer: Letters, shorter: Letters) -> NDArray[np.bool_]:
    """Whether a letter left out makes the longer word, of each column, the shorter one."""
    size = len(shorter)
    until_then = np.logical_and.accumulate(longer[:size] == shorter, axis=0)
    right: NDArray[np.bool_] = (until_then | (longer[1 : size + 1] == shorter)).all(axis=0)
    return right


def _changed(word: Letters, others: Letters) -> NDArray[np.bool_]:
    """Whether one letter changed, or two exchanged, make one the other."""
    wrong = word != others
    count = wrong.sum(axis=0)
    exchanged = wrong[:-1] & (word[1:] == others[:-1]) & (word[:-1] == others[1:])
    right: NDArray[np.bool_] = (count == 1) | ((count == 2) & exchanged.any(axis=0))
    return right


def _slips(word: str, others: Letters, lengths: NDArray[np.int16], most: int) -> Few:
    """How many slips lead to each of the others; more than ``most`` are told as one more than that."""
    width, count = others.shape
    far = np.full(count, most + 1, np.int8)
    before: dict[int, Few] = {}
    row = {j: np.full(count, j, np.int8) for j in range(min(most, width) + 1)}
    for i, letter in enumerate(map(ord, word), 1):
        two_before, before, row = before, row, {}
        for j in range(max(0, i - most), min(i + most, width) + 1):
            best = np.minimum(before.get(j, far), row.get(j - 1, far)) + np.int8(1)
            if j:
                best = np.minimum(best, before.get(j - 1, far) + (others[j - 1] != letter))
            if i > 1 and j > 1:
                exchanged = (others[j - 2] == letter) & (others[j - 1] == ord(word[i - 2]))
                best = np.where(exchanged, np.minimum(best, two_before.get(j - 2, far) + np.int8(1)), best)
            row[j] = np.minimum(best, far)
    return reduce(lambda sofar, j: np.where(lengths == j, row[j], sofar), row, far)
