"""Which documents may answer at all: class, year, unit and kind, from the screen or from the query."""

from __future__ import annotations

from datetime import MAXYEAR, date

from index.evidence import docs_of
from index.glance import Glance
from index.language import stem
from index.model import Filters
from index.query import Asked, name_forms
from index.schema import Facts


def allowed(glance: Glance, asked: Asked, filters: Filters) -> frozenset[int]:
    """Documents that pass the filters and have nothing that the query leaves out."""
    passing = frozenset(glance.facts)
    if filters != Filters():
        passing = frozenset(doc for doc in passing if _passes(glance.facts[doc], filters))
    if asked.years or asked.classes or asked.units or asked.kinds or asked.numbers:
        passing = frozenset(doc for doc in passing if _fits(glance.facts[doc], asked))
    if asked.period:
        titled = _titled(glance, asked)
        passing = frozenset(doc for doc in passing if _is_of(asked, doc, glance.facts[doc], titled))
    return passing.difference(*(docs_of(glance, sought) for sought in asked.without))


def _is_of(asked: Asked, doc: int, facts: Facts, titled: frozenset[int]) -> bool:
    """Whether a document is of the time that is asked for: by its date, or by its year if it has none.

    What tells of a time is often written after it, so that its title or its record's year counts as well.
    """
    first, last = asked.period or (0, 0)
    if facts.day and first <= facts.day <= last:
        return True
    if not 0 < facts.year < MAXYEAR:
        return doc in titled
    begins, ends = date(facts.year, 1, 1).toordinal(), date(facts.year, 12, 31).toordinal()
    within = first <= begins and ends <= last
    return within or doc in titled or (not facts.day and begins <= last and first <= ends)


def _titled(glance: Glance, asked: Asked) -> frozenset[int]:
    """Documents whose title names the time: its year, and its month or quarter where it is one."""
    first, last = (date.fromordinal(day) for day in asked.period or (1, 1))
    if first.year != last.year:
        return frozenset()
    of_year = glance.docs("title", str(first.year))
    of_year |= {doc for doc, facts in glance.facts.items() if facts.year == first.year}
    named = (of_year.intersection(*(glance.docs("title", stem(word)) for word in n)) for n in asked.period_names)
    return frozenset().union(*named)


def _passes(facts: Facts, filters: Filters) -> bool:
    return (
        (not filters.classes or facts.information_class in filters.classes)
        and (filters.year is None or facts.year == filters.year)
        and (not filters.unit or facts.unit == filters.unit)
        and (not filters.kind or facts.kind == filters.kind)
    )


def _fits(facts: Facts, asked: Asked) -> bool:
    """As typed: tahun: the year, kelas: the beginning of a class, unit: and jenis: words of the name."""
    return (
        (not asked.years or facts.year in asked.years)
        and (not asked.classes or facts.information_class.startswith(asked.classes))
        and _named(facts.unit, asked.units)
        and _named(facts.kind, asked.kinds)
        and all(_has_run(facts.number, number) for number in asked.numbers)
    )


def _named(name: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or any(part in " ".join(name_forms(name)) for part in wanted)


def _has_run(number: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    last = len(number) - len(wanted)
    return any(number[at : at + len(wanted)] == wanted for at in range(last + 1))
