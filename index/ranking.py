"""Which documents answer, how well, and on which page."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from index.glance import Glance
from index.language import stem
from index.query import Asked, Sought
from index.schema import PAGE_SHIFT

K1, B = 1.2, 0.75
"""BM25 as usual: how soon more of the same word stops counting, how much a long text is held against it."""

FIELDS = (("stems", 1.0), ("words", 0.6), ("title", 2.5))
"""Weights: the family of a word, this very form, the title and number."""

SCORED_EXPANSIONS = 4
LOCATED_EXPANSIONS = 12
NEARNESS = 4.0
NUMBER = 12.0
RECENCY = 0.4


class Spot(NamedTuple):
    """A place where something sought stands: position, which sought thing, whether in this very form."""

    position: int
    which: int
    exact: bool


class Best(NamedTuple):
    """The page that answers best (0: only the record), how near the words are there (0 to 1), all pages."""

    page: int
    nearness: float
    pages: tuple[int, ...]


def docs_of(glance: Glance, sought: Sought) -> frozenset[int]:
    """Documents in which one sought thing stands, in any of its ways."""
    found: set[int] = set()
    for way in sought.ways:
        found |= _run_docs(glance, sought, way) if len(way) > 1 else glance.docs(*_term(sought, way[0]))
    if sought.prefix:
        for word in glance.expand(sought.ways[0][0]):
            found |= glance.docs("words", word)
    return frozenset(found)


def coverage(glance: Glance, asked: Asked, allowed: frozenset[int]) -> tuple[dict[int, int], bool]:
    """Allowed documents and how many of the sought things they have; all, or failing that most of them."""
    sets = [docs_of(glance, sought) & allowed for sought in asked.sought]
    if not sets:
        return dict.fromkeys(allowed, 0), True
    everything = frozenset.intersection(*sets)
    if everything or len(sets) == 1:
        return dict.fromkeys(everything, len(sets)), True
    counted = Counter(doc for docs in sets for doc in docs)
    enough = (len(sets) + 1) // 2
    return {doc: count for doc, count in counted.items() if count >= enough}, False


def scores(glance: Glance, asked: Asked, matched: Collection[int]) -> dict[int, float]:
    """BM25F over stems, exact words and title, with a bonus for the letter number and a touch of recency."""
    result = dict.fromkeys(matched, 0.0)
    for sought in asked.sought:
        forms = {form for way in sought.ways for form in way}
        if sought.prefix:
            forms.update(glance.expand(sought.ways[0][0])[:SCORED_EXPANSIONS])
        for field, weight in FIELDS:
            for term in forms if field == "words" else set(map(stem, forms)):
                _add_bm25(glance, field, term, weight, result)
    _add_bonuses(glance, asked, result)
    return result


def spots(glance: Glance, asked: Asked, docs: Collection[int]) -> dict[int, list[Spot]]:
    """Where the sought things stand in these documents, in order."""
    found: dict[int, list[Spot]] = {doc: [] for doc in docs}
    for which, sought in enumerate(asked.sought):
        for way in sought.ways:
            _add_way(glance, sought, way, which, found)
        if sought.prefix:
            for word in glance.expand(sought.ways[0][0])[:LOCATED_EXPANSIONS]:
                _add_positions(glance.positions("words", word, docs), which, True, found)
    for places in found.values():
        places.sort()
    return found


def best_page(places: Iterable[Spot]) -> Best:
    """The page with most of the sought things, these nearest together, exact before other forms."""
    by_page: dict[int, list[Spot]] = {}
    for spot in places:
        by_page.setdefault(spot.position >> PAGE_SHIFT, []).append(spot)
    if set(by_page) <= {0}:
        return Best(0, 0.0, ())
    by_page.pop(0, None)
    rated = {page: _rate(found) for page, found in by_page.items()}
    page = max(rated, key=lambda p: (*rated[p], -p))
    return Best(page, rated[page][1], tuple(sorted(by_page)))


def _rate(found: list[Spot]) -> tuple[int, float, int, int]:
    things = len({spot.which for spot in found})
    nearness = things / max(things, _narrowest(found, things)) if things > 1 else 0.0
    return things, nearness, len({spot.which for spot in found if spot.exact}), len(found)


def _narrowest(found: list[Spot], things: int) -> int:
    """Words from first to last of the shortest stretch that has all the things."""
    inside: Counter[int] = Counter()
    start, narrowest = 0, found[-1].position - found[0].position + 1
    for spot in found:
        inside[spot.which] += 1
        while len(inside) == things:
            narrowest = min(narrowest, spot.position - found[start].position + 1)
            inside[found[start].which] -= 1
            if not inside[found[start].which]:
                del inside[found[start].which]
            start += 1
    return narrowest


def _term(sought: Sought, form: str) -> tuple[str, str]:
    return ("words", form) if sought.exact else ("stems", stem(form))


def _run_docs(glance: Glance, sought: Sought, way: tuple[str, ...]) -> set[int]:
    docs = frozenset.intersection(*(glance.docs(*_term(sought, form)) for form in way))
    return set(_runs(glance, sought, way, docs))


def _runs(glance: Glance, sought: Sought, way: tuple[str, ...], docs: Iterable[int]) -> dict[int, list[int]]:
    """Positions at which the words of a way stand side by side."""
    starts: dict[int, set[int]] = {}
    for offset, form in enumerate(way):
        here = glance.positions(*_term(sought, form), docs)
        shifted = {doc: {p - offset for p in positions} for doc, positions in here.items()}
        if offset:
            shifted = {doc: starts[doc] & at for doc, at in shifted.items() if doc in starts}
        starts = shifted
    return {doc: sorted(at) for doc, at in starts.items() if at}


def _add_way(
    glance: Glance, sought: Sought, way: tuple[str, ...], which: int, found: dict[int, list[Spot]]
) -> None:
    if len(way) > 1:
        docs = frozenset.intersection(*(glance.docs(*_term(sought, form)) for form in way)) & found.keys()
        _add_positions(_runs(glance, sought, way, docs), which, True, found)
        return
    if not sought.exact:
        _add_positions(glance.positions("stems", stem(way[0]), found), which, False, found)
    _add_positions(glance.positions("words", way[0], found), which, True, found)


def _add_positions(here: dict[int, list[int]], which: int, exact: bool, found: dict[int, list[Spot]]) -> None:
    for doc, positions in here.items():
        found[doc] += [Spot(position, which, exact) for position in positions]


def _add_bm25(glance: Glance, field: str, term: str, weight: float, result: dict[int, float]) -> None:
    docs, counts = glance.frequencies(field, term)
    rarity = weight * (math.log(max(1, len(glance.facts)) / (len(docs) + 1)) + 1)
    relative = glance.relative_lengths if field != "title" else {}
    for doc, count in zip(docs, counts, strict=True):
        if doc in result:
            result[doc] += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * relative.get(doc, 1.0)))


def _add_bonuses(glance: Glance, asked: Asked, result: dict[int, float]) -> None:
    newest = max((glance.facts[doc].year for doc in result), default=0)
    numbered = len(asked.forms) > 1 and any(form.isdecimal() for form in asked.forms)
    for doc in result:
        facts = glance.facts[doc]
        result[doc] += RECENCY / (1 + newest - facts.year) if facts.year else 0.0
        if numbered and facts.number:
            result[doc] += NUMBER * _common_run(asked.forms, facts.number)


def _common_run(asked: tuple[str, ...], number: tuple[str, ...]) -> float:
    """How much of the query stands side by side in the letter number, 0 to 1; single words don't count."""
    longest = 0
    for n in range(len(asked)):
        for m in range(len(number)):
            run = 0
            while n + run < len(asked) and m + run < len(number) and asked[n + run] == number[m + run]:
                run += 1
            longest = max(longest, run)
    return longest / len(asked) if longest > 1 else 0.0
