"""Words that the archive does not have, and the nearest one that it has."""

from __future__ import annotations

from collections.abc import Iterator

from index.codec import Lexicon, letter_bits
from index.glance import Glance
from index.language import stem
from index.query import Asked, words_of

SHORT = 5
"""Letters up to which one slip is forgiven; beyond, two. Two letters exchanged are one slip."""


def unknown_words(glance: Glance, asked: Asked) -> dict[str, str]:
    """Each sought word that stands nowhere -> the nearest word of the archive, if one is near."""
    missing = [word for word in words_of(asked) if not glance.docs("stems", stem(word))]
    near = {word: nearest(glance, word) for word in missing if word.isalpha()}
    return {word: found for word, found in near.items() if found}


def nearest(glance: Glance, word: str) -> str:
    """The nearest word, the more frequent first, or '' if none is near."""
    if not 3 <= len(word) <= 24:
        return ""
    for most in (1,) if len(word) <= SHORT else (1, 2):
        alike = {other for lexicon in glance.lexicons for other in _alike(lexicon, word, most)}
        near = [other for other in sorted(alike) if slips(word, other) <= most and glance.frequency(other)]
        if near:
            return max(near, key=lambda other: (other[0] == word[0], glance.frequency(other)))
    return ""


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


def _alike(lexicon: Lexicon, word: str, most: int) -> Iterator[str]:
    """Words of like length with almost the same letters: the few that are worth measuring.

    Two slips are forgiven only where the first letter is right.
    """
    bits, widest = letter_bits(word), 2 * most
    first = "" if most == 1 else word[0]
    for other, letters in zip(lexicon.words, lexicon.letters, strict=True):
        if (bits ^ letters).bit_count() > widest or not other.startswith(first):
            continue
        if abs(len(other) - len(word)) <= most and other.isalpha():
            yield other
