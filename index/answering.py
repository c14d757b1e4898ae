"""From a query to the documents that answer, in order."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

import numpy as np

from index import narrowing, places, ranking
from index.codec.numbers import Ints
from index.evidence import Evidence, Numbers, docs_of, evidence, stands_in
from index.glance import Glance
from index.language import stem
from index.model import Filters
from index.query import Asked, Manner, parse, replace_words
from index.ranking import Found
from index.repair import meant_words
from index.sought import is_law

AS_GOOD = 0.5
"""Of documents with so much of the best one's score the newest comes first, where the newest is asked for."""


def understood(glance: Glance, text: str, manner: Manner) -> Asked:
    """The query; a law that no document names as such is sought by its words, and what begins no word is finished."""
    asked = parse(text, manner)
    if manner.typing and any(one.prefix and not glance.expand(one.ways[0][0]) for one in asked.sought[-1:]):
        return understood(glance, text, manner._replace(typing=False))
    if any(is_law(law) and not docs_of(glance, law) for law in asked.sought):
        return parse(text, manner._replace(laws=False))
    return asked


class Answer(NamedTuple):
    """A query as understood, and the documents with how much of it they have."""

    asked: Asked
    evidence: tuple[Evidence, ...]
    matched: dict[int, float]
    all_words: bool
    fullness: Numbers
    """The same for every document, also where it is not enough; below 0 for those that may not answer."""
    empty_period: tuple[int, int] | None = None
    """First and last day that the words name, where nothing of that time answers."""

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """How much was found: anything, everything, how many things in one document."""
        docs = np.fromiter(self.matched, np.int64, len(self.matched))
        things = sum(one.has()[docs].astype(int) for one in self.evidence)
        return bool(self.matched), bool(self.matched) and self.all_words, int(np.max(things, initial=0))


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
    if not meant.matched:  # words of documents that the filters hide must not show up as advice
        return Settled(typed)
    return Settled(meant, mended, True) if meant.rank > typed.rank else Settled(typed, mended)


def answer(glance: Glance, text: str, filters: Filters, manner: Manner) -> Answer:
    """Documents with all the words, or failing that with most of them, that pass the filters.

    Where nothing answers of the time that the words name, they are taken as words alone.
    """
    found = _answer(glance, text, filters, manner._replace(literal=filters.literal))
    if found.asked.period and not found.matched:
        at_any_time = _answer(glance, text, filters, manner._replace(literal=filters.literal, today=None))
        return at_any_time._replace(empty_period=found.asked.period)
    return found


def _answer(glance: Glance, text: str, filters: Filters, manner: Manner) -> Answer:
    asked = understood(glance, text, manner)
    found = evidence(glance, asked)
    allowed = narrowing.allowed(glance, asked, filters)
    fullness = ranking.fullness(found, allowed, len(glance.columns.year))
    return Answer(asked, found, *ranking.matching(found, fullness), fullness)


def suggestion(glance: Glance, typed: Answer, text: str) -> str:
    """The query with what was meant in the place of unknown words, or ''."""
    instead = meant_words(glance, typed.asked, typed.fullness, typed.all_words)
    return " ".join(replace_words(text, instead).split()) if instead else ""


def included(glance: Glance, asked: Asked, docs: Collection[int]) -> tuple[str, ...]:
    """Other words than those typed that were sought with them and stand in any of these documents."""
    found: dict[str, None] = {}
    for sought in asked.sought:
        typed = {tuple(map(stem, way)) for way in sought.ways}
        others = (way for way, _ in sought.also if tuple(map(stem, way)) not in typed)
        found.update(dict.fromkeys(" ".join(way) for way in others if stands_in(glance, sought, way, docs)))
    return tuple(found)


Order = Callable[[Glance, Answer, int], list[Found]]


def newest(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The newest documents of those that answer, by date, or by the year where there is no date."""
    docs = np.fromiter(answered.matched, np.int64, len(answered.matched))
    columns = glance.columns
    order = np.lexsort((columns.document_id[docs], _days(glance, docs)))[::-1][:wanted]
    return [Found(doc, 0.0) for doc in docs[order].tolist()]


def _days(glance: Glance, docs: Ints) -> Numbers:
    """The date of each document as an ordinal; the beginning of its year where it has none."""
    columns = glance.columns
    begun = (columns.year[docs] - 1) * 365.2425
    return np.where(columns.day[docs] > 0, columns.day[docs], begun).astype(np.float32)


def ranked(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The best documents, of those about as good the newest if that is asked for; with nothing sought the newest."""
    if not answered.evidence:
        return newest(glance, answered, wanted)
    looked_into = max(wanted, ranking.RERANKED) if answered.asked.newest else wanted
    best = ranking.ranked(glance, answered.asked, answered.evidence, answered.matched, looked_into)
    return _newest_first(glance, best)[:wanted] if answered.asked.newest else best


def _newest_first(glance: Glance, best: list[Found]) -> list[Found]:
    as_good = sum(one.score >= AS_GOOD * best[0].score for one in best)
    days = _days(glance, np.fromiter((one.doc for one in best), np.int64, len(best)))
    order = sorted(range(as_good), key=lambda n: (-days[n], n))
    return [*(best[n] for n in order), *best[as_good:]]


def best_page(glance: Glance, answered: Answer, found: Found) -> places.Best:
    """The page of a document that answers best."""
    spots = places.spots(glance, answered.asked, [found.doc])[found.doc] if found.spots is None else found.spots
    return places.best_page(spots, places.elucidation(glance, found.doc))
