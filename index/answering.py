"""From a query to the documents that answer, in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date
from heapq import nlargest
from typing import NamedTuple

from index import narrowing, ranking
from index.glance import Glance
from index.model import Filters
from index.query import Asked, parse, replace_words
from index.repair import unknown_words
from index.schema import Facts

RERANKED = 50
"""Best documents that are looked at again for how near the words stand."""


def understood(glance: Glance, text: str, typing: bool) -> Asked:
    """The query; a law that no document names as such is sought by its words."""
    asked = parse(text, typing=typing)
    laws = [s for s in asked.sought if "/" in s.ways[0][0]]
    if any(not ranking.docs_of(glance, law) for law in laws):
        return parse(text, typing=typing, laws=False)
    return asked


class Answer(NamedTuple):
    """A query as understood, and the documents with how many of its words they have."""

    asked: Asked
    matched: dict[int, int]
    all_words: bool

    @property
    def rank(self) -> int:
        """0 nothing found, 1 some of the words, 2 all of them."""
        return bool(self.matched) + bool(self.matched and self.all_words)


def answer(glance: Glance, text: str, filters: Filters, typing: bool) -> Answer:
    """Documents with all the words, or failing that with most of them, that pass the filters."""
    asked = understood(glance, text, typing)
    allowed = narrowing.allowed(glance, asked, filters)
    return Answer(asked, *ranking.coverage(glance, asked, allowed))


def suggestion(glance: Glance, asked: Asked, text: str) -> str:
    """The query with unknown words replaced by near ones, or ''."""
    instead = unknown_words(glance, asked)
    return replace_words(text, instead) if instead else ""


class Found(NamedTuple):
    """A document that answers; its best page, where that is known already."""

    doc: int
    score: float
    best: ranking.Best | None = None


Order = Callable[[Glance, Answer, int], list[Found]]


def newest(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The newest documents of those that answer, by date, or by the year where there is no date."""
    docs = nlargest(wanted, answered.matched, key=lambda doc: _age(glance.facts[doc]))
    return [Found(doc, 0.0) for doc in docs]


def _age(facts: Facts) -> tuple[int, int]:
    day = facts.day or (date(facts.year, 1, 1).toordinal() if 0 < facts.year < MAXYEAR else 0)
    return day, facts.document_id


def ranked(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The best documents: those with more of the words first, then by score and nearness of the words."""
    asked, matched, _ = answered
    most = max(RERANKED, wanted)
    if not asked.sought:
        return newest(glance, answered, wanted)
    scores = ranking.scores(glance, asked, matched)
    best = nlargest(most, matched, key=lambda doc: (matched[doc], scores[doc], -doc))
    places = ranking.spots(glance, asked, best[:RERANKED])
    pages = {doc: ranking.best_page(spots) for doc, spots in places.items()}
    for doc, page in pages.items():
        scores[doc] += ranking.NEARNESS * page.nearness
    best.sort(key=lambda doc: (-matched[doc], -scores[doc], glance.facts[doc].document_id))
    return [Found(doc, scores[doc], pages.get(doc)) for doc in best]
