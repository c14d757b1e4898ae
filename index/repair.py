"""Words that the archive does not have, and the nearest one that it has."""

from __future__ import annotations

from index.glance import Glance
from index.language import stem
from index.query import Asked, words_of

SHORT = 5
"""Letters up to which one slip is forgiven; beyond, two."""


def unknown_words(glance: Glance, asked: Asked) -> dict[str, str]:
    """Each sought word that stands nowhere -> the nearest word of the archive, if one is near."""
    missing = [word for word in words_of(asked) if not glance.docs("stems", stem(word))]
    near = {word: nearest(glance, word) for word in missing if word.isalpha()}
    return {word: found for word, found in near.items() if found}


def nearest(glance: Glance, word: str) -> str:
    """The nearest word, the more frequent first, or '' if none is near."""
    if not 3 <= len(word) <= 24:
        return ""
    for slips in range(1, 2 if len(word) <= SHORT else 3):
        found = {w for w in glance.near(word, slips, prefix=1) if w.isalpha()}
        if slips == 1:
            found |= {w for w in _swapped(word) | _first_letter(word) if glance.frequency(w)}
        if found:
            return max(sorted(found), key=lambda w: (w[0] == word[0], glance.frequency(w)))
    return ""


def _swapped(word: str) -> set[str]:
    return {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1)} - {word}


def _first_letter(word: str) -> set[str]:
    """Slips in the first letter, which the search by prefix takes as right."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {word[1:]} | {c + word[1:] for c in letters} | {c + word for c in letters}
