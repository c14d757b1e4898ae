"""Where in a document the sought things stand, and the page that answers best."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from index.everyday import EXPRESSION
from index.evidence import EXPANSIONS, Runs, Way, docs_with, rarity, runs, term_of, ways_of
from index.glance import Glance
from index.language import stem
from index.query import Asked, Sought
from index.schema import LAST_IN_PAGE, LAST_PAGE, PAGE_SHIFT

STEM = 0.85
"""What another form of a word counts on a page, beside the very form."""

NEAR, NEAR_ON_PAGE = 24, 48
"""Words of a passage: what stands farther apart answers apart. An article of a law, which is one answer, is longer,
but where documents are compared scattered words must not add up."""

HEAD_ENDS = (1 << PAGE_SHIFT) + 48
"""First words of a first page, in which a document says what it is."""

TITLE_ENDS = 16
"""First words of a record, which are its title and number."""

COMPARED, LOOKED_INTO = 3, 6
"""Pages of a document whose passages are looked into, those with most of what is sought: to compare it with others,
and to choose among them."""

TITLED = 0.15
"""What a word of the title counts in choosing the page: it tells which document answers, not which page."""

TELLING = 0.2
"""Power of "one page in so many" by which a thing counts more, the fewer pages of the document have it."""

EXPLAINED = 0.9
"""What the elucidation of a law counts beside the law, whose words it repeats."""

ELUCIDATION, OPENING, NEVER = ("penjelasan", "atas"), 12, LAST_PAGE + 1
"""How the elucidation begins, among the first so many words of a page; and where it does if there is none."""

Spot = tuple[int, int, float, float]
"""A place where something sought stands: position, which sought thing, what it counts as it stands there, and what
it counts among the pages of one document."""

Pages = dict[int, list[Spot]]


class Strength(NamedTuple):
    """What the best passage of a document counts, and which things stand at the head of its first page."""

    passage: float
    head: frozenset[int] = frozenset()


class Best(NamedTuple):
    """The page that answers best (0: only the record), and all that do.

    ``place``: of the first word of its best passage among those of the page.
    """

    page: int
    pages: tuple[int, ...]
    place: int = 0


def spots(glance: Glance, asked: Asked, docs: Collection[int]) -> dict[int, list[Spot]]:
    """Where the sought things stand in these documents, in order."""
    found: dict[int, list[Spot]] = {doc: [] for doc in docs}
    for which, sought in enumerate(asked.sought):
        itself = _rarity_itself(glance, sought) or math.inf
        for way, weight in islice(ways_of(glance, sought), len(sought.ways) + len(sought.also) + EXPANSIONS):
            most = itself if weight < EXPRESSION else math.inf
            for here, part, rare in _standing(glance, sought, way, found):
                among_documents, among_pages = part * weight * rare, part * weight * min(most, rare)
                for doc, positions in here.items():
                    found[doc] += [(position, which, among_documents, among_pages) for position in positions]
    for places in found.values():
        places.sort()
    return found


def elucidation(glance: Glance, doc: int) -> int:
    """The first page of a law's elucidation; beyond all pages where there is none."""
    begins = runs(glance, "words", ELUCIDATION).get(doc, [])
    pages = (at >> PAGE_SHIFT for at in begins if at & LAST_IN_PAGE < OPENING)
    return next((page for page in pages if page > 1), NEVER)


def strength(found: Iterable[Spot]) -> Strength:
    """How strongly a document answers: the rarer the things, the fuller and the nearer together on a page."""
    pages = _by_page(found)
    pages.pop(0, None)
    passages = (whole + passage(pages[page], NEAR)[0] for page, whole in _fullest(pages, COMPARED))
    head = frozenset(which for position, which, *_ in pages.get(1, ()) if position < HEAD_ENDS)
    return Strength(max(passages, default=0.0) / 2, head)


def best_page(found: Iterable[Spot], elucidation: int = NEVER) -> Best:
    """The page that answers best, as far as what stands there does not stand everywhere in this document."""
    pages = _by_page(found)
    titled = frozenset(which for position, which, *_ in pages.pop(0, ()) if position < TITLE_ENDS)
    if not pages:
        return Best(0, ())
    told = _telling(pages, titled, elucidation)
    answers = {page: (whole, *passage(told[page], NEAR_ON_PAGE)) for page, whole in _fullest(told, LOOKED_INTO)}
    page = max(answers, key=lambda p: (answers[p][0] + answers[p][1], -p))
    return Best(page, tuple(sorted(pages)), answers[page][2] & LAST_IN_PAGE)


def passage(found: Sequence[Spot], near: int) -> tuple[float, int]:
    """What the best ``near`` words of a page count, and where they begin; half falls away as they move apart."""
    best, begins = 0.0, found[0][0]
    inside: dict[int, int] = {}
    worth: dict[int, float] = {}
    start, total = 0, 0.0
    for position, which, counts, _ in found:
        inside[which] = inside.get(which, 0) + 1
        if counts > (had := worth.get(which, 0.0)):
            worth[which] = counts
            total += counts - had
        while position - found[start][0] >= near or inside[found[start][1]] > 1:
            left = found[start][1]
            inside[left] -= 1
            if not inside[left]:
                total -= worth.pop(left)
            start += 1
        apart = max(0, position - found[start][0] + 1 - len(worth))
        if total * (1 - apart / (2 * near)) > best:
            best, begins = total * (1 - apart / (2 * near)), found[start][0]
    return best, begins


def _by_page(found: Iterable[Spot]) -> Pages:
    pages: Pages = {}
    for spot in found:
        pages.setdefault(spot[0] >> PAGE_SHIFT, []).append(spot)
    return pages


def _fullest(pages: Pages, most: int) -> list[tuple[int, float]]:
    """The pages with most of what is sought, and what that counts."""
    whole = {page: _fullness(found) for page, found in pages.items()}
    return nsmallest(most, whole.items(), key=lambda one: (-one[1], one[0]))


def _telling(pages: Pages, titled: frozenset[int], elucidation: int) -> Pages:
    """The same spots, as they count where it is known which document answers, but not which page."""
    on_pages = Counter(which for found in pages.values() for which in {which for _, which, *_ in found})
    tells = {
        which: (len(pages) / count) ** TELLING * (TITLED if which in titled else 1.0)
        for which, count in on_pages.items()
    }
    explains = {page: EXPLAINED if page >= elucidation else 1.0 for page in pages}
    return {
        page: [(at, which, worth * tells[which] * explains[page], worth) for at, which, _, worth in found]
        for page, found in pages.items()
    }


def _fullness(found: Iterable[Spot]) -> float:
    worth: dict[int, float] = {}
    for _, which, counts, _ in found:
        if counts > worth.get(which, 0.0):
            worth[which] = counts
    return sum(worth.values())


def _rarity_itself(glance: Glance, sought: Sought) -> float:
    """That of what was typed, in any form: another word for it, however rare, must not outweigh it on a page."""
    if not sought.also:
        return 0.0
    return max(rarity(glance, len(docs_with(glance, sought, way))) for way in sought.ways)


def _standing(glance: Glance, sought: Sought, way: Way, docs: Collection[int]) -> Iterator[tuple[Runs, float, float]]:
    """Where a way stands in these documents, in any of its forms and as it is: what that counts, and how rare it is."""
    if len(way) > 1:
        field = term_of(sought, way[0])[0]
        here = runs(glance, field, tuple(term_of(sought, form)[1] for form in way))
        yield {doc: here[doc] for doc in here.keys() & docs}, 1.0, rarity(glance, len(here))
        return
    for field, part in (("stems", STEM), ("words", 1.0)):
        term = stem(way[0]) if field == "stems" else way[0]
        if field == "words" or not sought.exact:
            yield glance.positions(field, term, docs), part, rarity(glance, len(glance.docs(field, term)))
