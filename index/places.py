"""Where in a document the sought things stand, and the page that answers best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from heapq import nsmallest
from typing import NamedTuple

from index.evidence import EXPANSIONS, Way, rarity, runs, term_of, ways_of
from index.glance import Glance
from index.language import stem
from index.query import Asked, Sought
from index.schema import LAST_IN_PAGE, PAGE_SHIFT

STEM = 0.85
"""What another form of a word counts on a page, beside the very form."""

NEAR = 24
"""Words of a passage: what stands farther apart answers apart."""

HEAD_ENDS = (1 << PAGE_SHIFT) + 48
"""First words of a first page, in which a document says what it is."""

LOOKED_INTO = 3
"""Pages of a document whose passages are compared: those with most of what is sought."""


Spot = tuple[int, int, float]
"""A place where something sought stands: position, which sought thing, what it counts as it stands there."""


class Best(NamedTuple):
    """The page that answers best (0: only the record), what its best passage counts, and all pages.

    ``place``: of the passage's first word among those of the page. ``head``: which things stand at the head of
    the first page.
    """

    page: int
    passage: float
    pages: tuple[int, ...]
    place: int = 0
    head: frozenset[int] = frozenset()


def spots(glance: Glance, asked: Asked, docs: Collection[int]) -> dict[int, list[Spot]]:
    """Where the sought things stand in these documents, in order."""
    found: dict[int, list[Spot]] = {doc: [] for doc in docs}
    for which, sought in enumerate(asked.sought):
        for n, (way, weight) in enumerate(ways_of(glance, sought)):
            if n < len(sought.ways) + len(sought.also) + EXPANSIONS:
                _add_way(glance, sought, way, weight, which, found)
    for places in found.values():
        places.sort()
    return found


def best_page(places: Iterable[Spot]) -> Best:
    """The page with the passage that counts most: the rarer the things, the fuller and the nearer together."""
    by_page: dict[int, list[Spot]] = {}
    for spot in places:
        by_page.setdefault(spot[0] >> PAGE_SHIFT, []).append(spot)
    by_page.pop(0, None)
    if not by_page:
        return Best(0, 0.0, ())
    whole = {page: _fullness(found) for page, found in by_page.items()}
    fullest = nsmallest(LOOKED_INTO, whole, key=lambda p: (-whole[p], p))
    found = {page: passage(by_page[page]) for page in fullest}
    page = max(fullest, key=lambda p: (whole[p] + found[p][0], -p))
    worth, start = found[page]
    head = frozenset(which for position, which, _ in by_page.get(1, ()) if position < HEAD_ENDS)
    return Best(page, (whole[page] + worth) / 2, tuple(sorted(by_page)), start & LAST_IN_PAGE, head)


def passage(found: Sequence[Spot]) -> tuple[float, int]:
    """What the best stretch of a page counts, and where it begins; half falls away as its words move apart."""
    best, begins = 0.0, found[0][0]
    inside: dict[int, int] = {}
    worth: dict[int, float] = {}
    start, total = 0, 0.0
    for position, which, counts in found:
        inside[which] = inside.get(which, 0) + 1
        if counts > (had := worth.get(which, 0.0)):
            worth[which] = counts
            total += counts - had
        while position - found[start][0] >= NEAR or inside[found[start][1]] > 1:
            left = found[start][1]
            inside[left] -= 1
            if not inside[left]:
                total -= worth.pop(left)
            start += 1
        apart = max(0, position - found[start][0] + 1 - len(worth))
        if total * (1 - apart / (2 * NEAR)) > best:
            best, begins = total * (1 - apart / (2 * NEAR)), found[start][0]
    return best, begins


def _fullness(found: Iterable[Spot]) -> float:
    worth: dict[int, float] = {}
    for _, which, counts in found:
        if counts > worth.get(which, 0.0):
            worth[which] = counts
    return sum(worth.values())


def _add_way(
    glance: Glance, sought: Sought, way: Way, weight: float, which: int, found: dict[int, list[Spot]]
) -> None:
    if len(way) > 1:
        field = term_of(sought, way[0])[0]
        here = runs(glance, field, tuple(term_of(sought, form)[1] for form in way))
        inside = {doc: here[doc] for doc in here.keys() & found.keys()}
        _add(inside, which, weight * rarity(glance, len(here)), found)
        return
    for field, part in (("stems", STEM), ("words", 1.0)):
        term = stem(way[0]) if field == "stems" else way[0]
        if field == "words" or not sought.exact:
            counts = part * weight * rarity(glance, len(glance.docs(field, term)))
            _add(glance.positions(field, term, found), which, counts, found)


def _add(here: dict[int, list[int]], which: int, worth: float, found: dict[int, list[Spot]]) -> None:
    for doc, positions in here.items():
        found[doc] += [(position, which, worth) for position in positions]
