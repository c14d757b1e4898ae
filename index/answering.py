"""From a query to the documents that answer, in order."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

import numpy as np

from index import narrowing, places, ranking
from index.articles import less_where_cited
from index.codec.numbers import Ints
from index.evidence import Evidence, docs_with, evidence, law_itself
from index.glance import Glance, Mask
from index.language import stem
from index.matches import common
from index.model import Filters
from index.query import Asked, Manner, replace_words
from index.ranking import Found, Matched
from index.repair import meant_words, unknown_words
from index.spots import spots
from index.understanding import understood

AS_GOOD = 0.5
"""Of documents with so much of the best one's score the newest comes first, where the newest is asked for."""


class Answer(NamedTuple):
    """A query as understood, and the documents with how much of it they have."""

    asked: Asked
    evidence: tuple[Evidence, ...]
    matched: Matched
    allowed: Mask
    empty_period: tuple[int, int] | None = None
    """First and last day that the words name, where nothing of that time answers."""

    @property
    def docs(self) -> Ints:
        """The documents that answer, in order."""
        return self.matched.docs

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """How much was found: anything, everything, how many things in one document."""
        things = np.zeros(len(self.allowed), np.int64)
        for one in self.evidence:
            things[one.docs] += 1
        found = len(self.docs) > 0
        return found, found and self.matched.all_words, int(things[self.docs].max(initial=0))


class Settled(NamedTuple):
    """The answer that is shown. ``suggestion``: the query mended, or ''; ``repaired``: the answer is to that."""

    answer: Answer
    suggestion: str = ""
    repaired: bool = False


def settle(glance: Glance, text: str, filters: Filters, manner: Manner) -> Settled:
    """Answer a query, or what was meant by it: with near words for unknown ones, where more is found so."""
    typed = answer(glance, text, filters, manner)
    mended = "" if filters.literal else suggestion(glance, typed, text)
    if not mended:
        return Settled(typed)
    meant = answer(glance, mended, filters, manner)
    if not len(meant.docs):  # words of documents that the filters hide must not show up as advice
        return Settled(typed)
    return Settled(meant, mended, True) if meant.rank > typed.rank else Settled(typed, mended)


def answer(glance: Glance, text: str, filters: Filters, manner: Manner) -> Answer:
    """Documents with all the words, or failing that with most of them, that pass the filters.

    Where nothing answers of the time that the words name, they are taken as words alone.
    """
    found = _answer(glance, text, filters, manner._replace(literal=filters.literal))
    if found.asked.period and not len(found.docs):
        at_any_time = _answer(glance, text, filters, manner._replace(literal=filters.literal, today=None))
        return at_any_time._replace(empty_period=found.asked.period)
    return found


def _answer(glance: Glance, text: str, filters: Filters, manner: Manner) -> Answer:
    asked = understood(glance, text, manner)
    found = evidence(glance, asked)
    allowed = narrowing.allowed(glance, asked, filters)
    return Answer(asked, found, ranking.matching(found, allowed), allowed)


def suggestion(glance: Glance, typed: Answer, text: str) -> str:
    """The query with what was meant in the place of unknown words, or ''."""
    unknown, complete = unknown_words(glance, typed.asked), typed.matched.all_words
    if complete and not unknown:
        return ""
    full = ranking.fullness(typed.evidence, typed.allowed)
    instead = meant_words(glance, typed.asked, unknown, full, complete)
    return " ".join(replace_words(text, instead).split()) if instead else ""


def included(glance: Glance, asked: Asked, docs: Collection[int]) -> tuple[str, ...]:
    """Other words than those typed that were sought with them and stand in any of these documents."""
    shown = np.array(sorted(docs), np.int64)
    found: dict[str, None] = {}
    typed = {stem(form) for sought in asked.sought for way in sought.ways for form in way}
    for sought in asked.sought:
        others = (one for one in sought.also if not typed.issuperset(map(stem, one.way)))
        standing = (one for one in others if len(common(shown, docs_with(glance, sought, one.way))))
        found.update(dict.fromkeys(map(str, standing)))
    return tuple(found)


Order = Callable[[Glance, Answer, int], list[Found]]


def newest(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The newest documents of those that answer, by date, or by the year where there is no date."""
    return [Found(doc, 0.0) for doc in listed(glance, answered, wanted, newest_first=True).tolist()]


def listed(glance: Glance, answered: Answer, wanted: int, *, newest_first: bool) -> Ints:
    """The newest documents, or the best by their words alone; with nothing sought the newest."""
    if newest_first or not answered.evidence:
        return answered.docs[ranking.highest(glance.newness[answered.docs], wanted)]
    return ranking.best(glance, answered.asked, answered.matched, wanted)[0]


def ranked(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The best documents, of those about as good the newest if that is asked for; with nothing sought the newest."""
    if not answered.evidence:
        return newest(glance, answered, wanted)
    looked_into = max(wanted, ranking.RERANKED) if answered.asked.newest else wanted
    found = ranking.ranked(glance, answered.asked, answered.evidence, answered.matched, looked_into)
    return _newest_first(glance, found)[:wanted] if answered.asked.newest else found


def _newest_first(glance: Glance, found: list[Found]) -> list[Found]:
    as_good = sum(one.score >= AS_GOOD * found[0].score for one in found)
    days = glance.days[[one.doc for one in found]]
    order = sorted(range(as_good), key=lambda n: (-days[n], n))
    return [*(found[n] for n in order), *found[as_good:]]


def best_page(glance: Glance, answered: Answer, found: Found) -> places.Best:
    """The page of a document that answers best."""
    known = spots(glance, answered.asked, [found.doc]) if found.spots is None else found.spots
    own = (n for n, sought in enumerate(answered.asked.sought) if found.doc in law_itself(glance, sought))
    here = less_where_cited(glance, answered.asked, found.doc, known.of(found.doc))
    return places.best_page(here, places.elucidation(glance, found.doc), own)
