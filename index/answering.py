"""From a query to the documents that answer, in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date
from heapq import nlargest
from typing import NamedTuple

from index import narrowing, places, ranking
from index.evidence import Evidence, docs_of, evidence, names_law
from index.glance import Glance
from index.model import Filters
from index.query import Asked, Manner, parse, replace_words
from index.ranking import Found
from index.repair import unknown_words
from index.schema import Facts


def understood(glance: Glance, text: str, manner: Manner) -> Asked:
    """The query; a law that no document names as such is sought by its words."""
    asked = parse(text, manner)
    if any(names_law(law) and not docs_of(glance, law) for law in asked.sought):
        return parse(text, manner._replace(laws=False))
    return asked


class Answer(NamedTuple):
    """A query as understood, and the documents with how much of it they have."""

    asked: Asked
    evidence: tuple[Evidence, ...]
    matched: dict[int, float]
    all_words: bool

    @property
    def rank(self) -> int:
        """0 nothing found, 1 some of the words, 2 all of them."""
        return bool(self.matched) + bool(self.matched and self.all_words)


def answer(glance: Glance, text: str, filters: Filters, manner: Manner) -> Answer:
    """Documents with all the words, or failing that with most of them, that pass the filters."""
    asked = understood(glance, text, manner._replace(literal=filters.literal))
    allowed = narrowing.allowed(glance, asked, filters)
    found = evidence(glance, asked)
    return Answer(asked, found, *ranking.matching(found, allowed))


def suggestion(glance: Glance, asked: Asked, text: str) -> str:
    """The query with unknown words replaced by near ones, or ''."""
    instead = unknown_words(glance, asked)
    return replace_words(text, instead) if instead else ""


Order = Callable[[Glance, Answer, int], list[Found]]


def newest(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The newest documents of those that answer, by date, or by the year where there is no date."""
    docs = nlargest(wanted, answered.matched, key=lambda doc: _age(glance.facts[doc]))
    return [Found(doc, 0.0) for doc in docs]


def _age(facts: Facts) -> tuple[int, int]:
    day = facts.day or (date(facts.year, 1, 1).toordinal() if 0 < facts.year < MAXYEAR else 0)
    return day, facts.document_id


def ranked(glance: Glance, answered: Answer, wanted: int) -> list[Found]:
    """The best documents; with nothing sought the newest."""
    asked, evidence, matched, _ = answered
    return ranking.ranked(glance, asked, evidence, matched, wanted) if evidence else newest(glance, answered, wanted)


def best_page(glance: Glance, answered: Answer, doc: int) -> places.Best:
    """The page of a document that answers best."""
    return places.best_page(places.spots(glance, answered.asked, [doc])[doc])
