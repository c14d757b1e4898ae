"""Words that the archive does not have, and what was meant: a near word, two words in one, one word in two."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from index.glance import Glance
from index.language import stem
from index.matches import Numbers
from index.query import Asked, words_of
from index.slips import near

SHORT = 5
"""Letters up to which one slip is forgiven; beyond, two. Two letters exchanged are one slip."""

MENDED = 6
"""Unknown words of a query that are mended; where there are more it is no language."""

PART = 3
"""Letters of the shortest word that is looked for in two words written as one."""

WRONG_FIRST_LETTER, FREQUENCY = 0.3, 0.05
"""What is taken off, and added by its logarithm, to how well a near word fits the others (to 1)."""


def unknown_words(glance: Glance, asked: Asked) -> list[str]:
    """Words of the query of whose family nothing stands anywhere."""
    return [word for word in words_of(asked) if word.isalpha() and not len(glance.docs("stems", stem(word)))]


def meant_words(glance: Glance, asked: Asked, unknown: list[str], fullness: Numbers, complete: bool) -> dict[str, str]:
    """Words of the query -> what was meant instead, '' where it belongs to the word before.

    ``fullness``: by document how much of the query it has (to 1), below 0 where it may not be seen: its words
    are never told. ``complete``: documents have all that is sought, so that no two words need to be one.
    """
    instead = {} if complete else dict(_joined(glance, asked, words_of(asked), fullness))
    for word in [word for word in unknown if word not in instead][:MENDED]:
        if meant := _meant(glance, word, fullness):
            instead[word] = meant
    return instead


def _meant(glance: Glance, word: str, fullness: Numbers) -> str:
    meant = _nearest(glance, word, 1, fullness) or _split(glance, word, fullness)
    return meant if meant or len(word) <= SHORT else _nearest(glance, word, 2, fullness)


def _nearest(glance: Glance, word: str, most: int, fullness: Numbers) -> str:
    """The near word that fits the others best, or '' if none is near."""
    if not 3 <= len(word) <= 24:
        return ""
    others = {other for lexicon in glance.lexicons for other in near(lexicon, word, most)}
    fitting = {other: fits for other in sorted(others) if (fits := _fit(glance, word, other, fullness)) is not None}
    return max(fitting, key=fitting.__getitem__, default="")


def _fit(glance: Glance, word: str, other: str, fullness: Numbers) -> float | None:
    """How well a near word fits: with how much of the query it shares a document; None where none may be seen."""
    docs = glance.docs("words", other)
    shares = fullness[docs].max(initial=-1.0)
    if shares < 0:
        return None
    return float(shares) + FREQUENCY * math.log(len(docs)) - WRONG_FIRST_LETTER * (other[0] != word[0])


def _is_seen(glance: Glance, word: str, fullness: Numbers) -> bool:
    return bool(fullness[glance.docs("words", word)].max(initial=-1.0) >= 0)


def _split(glance: Glance, word: str, fullness: Numbers) -> str:
    """The two words that stand here as one, if they stand side by side anywhere, or ''."""
    halves = ((word[:at], word[at:]) for at in range(PART, len(word) - PART + 1))
    best = max(((_shared(glance, pair, fullness), pair) for pair in halves), default=(-1.0, ("", "")))
    return " ".join(best[1]) if best[0] >= 0 else ""


def _shared(glance: Glance, pair: tuple[str, str], fullness: Numbers) -> float:
    """How full a document with these two side by side is at best; below 0 where none may be seen."""
    return float(fullness[glance.runs("words", pair).matches.docs].max(initial=-1.0))


def _joined(glance: Glance, asked: Asked, words: tuple[str, ...], fullness: Numbers) -> Iterator[tuple[str, str]]:
    """Two words that never stand side by side but are one: the first means both, the second nothing."""
    taken = ""
    for first, second in pairwise(asked.forms):
        if first == taken or not {first, second} <= set(words) or not (first + second).isalpha():
            continue
        apart = not glance.runs("stems", (stem(first), stem(second)))
        if apart and _is_seen(glance, first + second, fullness):
            yield from ((first, first + second), (second, ""))
            taken = second
