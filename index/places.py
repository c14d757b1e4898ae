"""How strongly documents answer by where in them the sought things stand, and the page that answers best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Sequence
from heapq import nsmallest
from typing import NamedTuple

import numpy as np

from index.codec.numbers import Ints, beginnings
from index.glance import Glance
from index.kept import DOC_SHIFT
from index.schema import LAST_IN_PAGE, LAST_PAGE, PAGE_SHIFT
from index.spots import Spot, Spots, Worth

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

PAGES, THING_BITS = DOC_SHIFT - PAGE_SHIFT, 8
"""Bits of a page within its document, and of a sought thing."""

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


def elucidation(glance: Glance, doc: int) -> int:
    """The first page of a law's elucidation; beyond all pages where there is none."""
    begins = glance.runs("words", ELUCIDATION).get(doc, [])
    pages = (at >> PAGE_SHIFT for at in begins if at & LAST_IN_PAGE < OPENING)
    return next((page for page in pages if page > 1), NEVER)


def strengths(found: Spots, docs: Collection[int]) -> dict[int, Strength]:
    """How strongly documents answer: the rarer the things, the fuller and the nearer together on a page."""
    best = dict.fromkeys(docs, 0.0)
    for page, whole, things in _fullest_of_each(found):
        # A thing alone on a page is its best passage.
        near = whole if things == 1 else passage(found.between(page << PAGE_SHIFT, (page + 1) << PAGE_SHIFT), NEAR)[0]
        best[page >> PAGES] = max(best[page >> PAGES], whole + near)
    heads = _heads(found)
    return {doc: Strength(passages / 2, heads.get(doc, frozenset())) for doc, passages in best.items()}


def _heads(found: Spots) -> dict[int, frozenset[int]]:
    """The things at the head of the first page of each document."""
    position = found.keys & (1 << DOC_SHIFT) - 1
    at = ((position >> PAGE_SHIFT == 1) & (position < HEAD_ENDS)).nonzero()[0]
    heads: dict[int, set[int]] = {}
    for doc, which in zip((found.keys[at] >> DOC_SHIFT).tolist(), found.which[at].tolist(), strict=True):
        heads.setdefault(doc, set()).add(which)
    return {doc: frozenset(head) for doc, head in heads.items()}


def _fullest_of_each(found: Spots) -> Iterable[tuple[int, float, int]]:
    """Of each document the few pages with most of what is sought: document and page as one number, what that counts,
    how many things stand there. The record is a page among them: all that is known of what has no text."""
    pages, whole, things = _page_by_page(found.keys >> PAGE_SHIFT, found.which, found.among_documents)
    order = np.lexsort((-whole, pages >> PAGES))
    docs = pages[order] >> PAGES
    fullest = order[np.arange(len(order)) - docs.searchsorted(docs) < COMPARED]
    return zip(pages[fullest].tolist(), whole[fullest].tolist(), things[fullest].tolist(), strict=True)


def _page_by_page(pages: Ints, which: Ints, counts: Worth) -> tuple[Ints, Worth, Ints]:
    """The pages in order, what each counts as a whole, and how many things stand there."""
    things = (pages << THING_BITS) + which
    order = things.argsort(kind="stable")
    each = beginnings(things[order])
    if not len(each):
        return pages, counts, which
    most = np.maximum.reduceat(counts[order], each)
    pages = pages[order][each]
    firsts = beginnings(pages)
    return pages[firsts], np.add.reduceat(most, firsts), np.diff(firsts, append=len(pages))


def best_page(found: Iterable[Spot], elucidation: int = NEVER, own: Iterable[int] = ()) -> Best:
    """The page that answers best, as far as what stands there does not stand everywhere in this document.

    ``own``: things that say which document is sought, as its title does.
    """
    pages = _by_page(found)
    titled = {which for position, which, *_ in pages.pop(0, ()) if position < TITLE_ENDS}.union(own)
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


def _telling(pages: Pages, titled: Container[int], elucidation: int) -> Pages:
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
