"""Words typed apart that documents write as one, each being a word as well: "radio aktif"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from index.glance import Glance
from index.sought import Also, Asked, Sought

AS_GOOD = 0.9
"""What it counts beside the words as they were typed."""


def also_as_one(glance: Glance, asked: Asked) -> Asked:
    """The query, with what the archive writes as one sought for each of the two words as well.

    Words that nobody wrote are left to the repair, which tells what was meant.
    """
    sought = list(asked.sought)
    for n, (first, second) in enumerate(pairwise(sought)):
        words = _word(first), _word(second)
        joined = "".join(words)
        if all(words) and all(len(glance.docs("words", word)) for word in (joined, *words)):
            sought[n], sought[n + 1] = (_with(one, joined) for one in (sought[n], sought[n + 1]))
    return replace(asked, sought=tuple(sought)) if tuple(sought) != asked.sought else asked


def _word(sought: Sought) -> str:
    """The word, if it is a plain one of letters; else ''."""
    plain = not (sought.exact or sought.prefix) and len(sought.ways) == 1 and len(sought.ways[0]) == 1
    return sought.ways[0][0] if plain and sought.ways[0][0].isalpha() else ""


def _with(sought: Sought, word: str) -> Sought:
    return replace(sought, also=(*sought.also, Also((word,), AS_GOOD)))
