"""A query in the light of the archive: what it means depends on what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.apart import also_as_one
from index.everyday import EVERYDAY, EXPRESSION
from index.evidence import docs_with, evidence_of
from index.glance import Glance
from index.language import FUNCTION_WORDS
from index.query import Also, Asked, Manner, Sought, parse
from index.sought import is_law


def understood(glance: Glance, text: str, manner: Manner) -> Asked:
    """The query; a law or an article that no document names as such is sought by its words, and what begins no word
    is finished."""
    asked = _known(glance, text, manner)
    if manner.typing and any(one.prefix and not glance.expand(one.ways[0][0]) for one in asked.sought[-1:]):
        return understood(glance, text, manner._replace(typing=False))
    if any(_is_whole(one) and not len(evidence_of(glance, one).docs) for one in asked.sought):
        return _known(glance, text, manner._replace(laws=False))
    return asked


def _known(glance: Glance, text: str, manner: Manner) -> Asked:
    asked = parse(text, manner)
    return asked if manner.literal else also_as_one(glance, _standing(glance, asked))


def _is_whole(sought: Sought) -> bool:
    return is_law(sought) or (len(sought.ways[0]) > 1 and not sought.exact)


def _standing(glance: Glance, asked: Asked) -> Asked:
    """Of what an everyday word may mean, where that stands nowhere, the longest part that does.

    So "bensin" finds "bahan bakar" where no document says "bahan bakar minyak". An abbreviation means all its words.
    """
    if not any(len(one.way) > 2 for sought in asked.sought for one in sought.also):
        return asked
    return replace(asked, sought=tuple(_with_parts(glance, sought) for sought in asked.sought))


def _with_parts(glance: Glance, sought: Sought) -> Sought:
    def standing(one: Also) -> Also:
        if len(one.way) < 3 or one.weight not in (EVERYDAY, EXPRESSION):
            return one
        part = next((part for part in _parts(one.way) if len(docs_with(glance, sought, part))), one.way)
        return one if part == one.way else Also(part, EVERYDAY)

    return replace(sought, also=tuple(map(standing, sought.also))) if sought.also else sought


def _parts(way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A run of words and its parts of two or more, longest first; none begins or ends with a function word."""
    yield way
    for length in range(len(way) - 1, 1, -1):
        parts = (way[at : at + length] for at in range(len(way) - length + 1))
        yield from (part for part in parts if FUNCTION_WORDS.isdisjoint((part[0], part[-1])))
