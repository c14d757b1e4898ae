"""Which documents may answer at all: class, year, unit and kind, from the screen or from the query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import MAXYEAR, date
from functools import reduce

import numpy as np

from index.codec.numbers import Ints
from index.evidence import evidence_of
from index.facts import code_of
from index.glance import Glance, Mask
from index.language import stem
from index.matches import common
from index.model import Filters
from index.query import Asked, name_forms


def allowed(glance: Glance, asked: Asked, filters: Filters) -> Mask:
    """Documents that pass the filters and have nothing that the query leaves out."""
    passing = glance.alive
    for only in (*_filters(glance, filters), *_fields(glance, asked)):
        passing = passing & only
    if asked.numbers:
        passing = passing & _numbered(glance, asked, passing)
    if asked.period:
        passing = passing & _of_time(glance, asked)
    if asked.without:
        passing = passing.copy()
        passing[np.concatenate([evidence_of(glance, sought).docs for sought in asked.without])] = False
    return passing


def _filters(glance: Glance, filters: Filters) -> Iterator[Mask]:
    columns = glance.columns
    if filters.classes:
        yield _any_of(columns.information_class, map(code_of, filters.classes))
    if filters.year is not None:
        yield columns.year == filters.year
    if filters.unit:
        yield columns.unit == code_of(filters.unit)
    if filters.kind:
        yield columns.kind == code_of(filters.kind)


def _fields(glance: Glance, asked: Asked) -> Iterator[Mask]:
    """As typed: tahun: the year, kelas: the beginning of a class, unit: and jenis: words of the name."""
    columns = glance.columns
    if asked.years:
        yield _any_of(columns.year, asked.years)
    if asked.classes:
        yield _any_of(columns.information_class, _codes(glance, lambda name: name.startswith(asked.classes)))
    if asked.units:
        yield _any_of(columns.unit, _codes(glance, lambda name: _is_named(name, asked.units)))
    if asked.kinds:
        yield _any_of(columns.kind, _codes(glance, lambda name: _is_named(name, asked.kinds)))


def _codes(glance: Glance, fits: Callable[[str], bool]) -> list[int]:
    return [code for code, name in glance.names.items() if fits(name)]


def _is_named(name: str, wanted: tuple[str, ...]) -> bool:
    return any(part in " ".join(name_forms(name)) for part in wanted)


def _any_of(column: Ints, values: Iterable[int]) -> Mask:
    found = np.zeros(len(column), np.bool_)
    for value in values:
        found |= column == value
    return found


def _numbered(glance: Glance, asked: Asked, passing: Mask) -> Mask:
    """Documents with these letter numbers, which stand beside their titles."""
    forms = {stem(form) for number in asked.numbers for form in number}
    docs = reduce(common, (glance.docs("title", form) for form in sorted(forms)), np.flatnonzero(passing))
    numbers = ((doc, glance.facts[doc].number) for doc in docs.tolist())
    return _mask(glance, [doc for doc, number in numbers if all(_has_run(number, one) for one in asked.numbers)])


def _has_run(number: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    last = len(number) - len(wanted)
    return any(number[at : at + len(wanted)] == wanted for at in range(last + 1))


def _of_time(glance: Glance, asked: Asked) -> Mask:
    """Documents of the time that is asked for: by their date, or by their year if they have none.

    What tells of a time is often written after it, so that its title or its record's year counts as well.
    """
    first, last = asked.period or (0, 0)
    day, year = glance.columns.day, glance.columns.year
    begins, ends = _begins(year), _begins(year + 1) - 1
    dated = (day > 0) & (first <= day) & (day <= last)
    known = (year > 0) & (year < MAXYEAR)
    within = (first <= begins) & (ends <= last)
    touching = (day == 0) & (begins <= last) & (first <= ends)
    of_time: Mask = dated | (known & (within | touching)) | _titled(glance, asked)
    return of_time & glance.alive


def _begins(years: Ints) -> Ints:
    """The first day of each year, as an ordinal (of the calendar that counts back to the year 1)."""
    before = years - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1


def _titled(glance: Glance, asked: Asked) -> Mask:
    """Documents whose title names the time: its year, and its month or quarter where it is one."""
    first, last = (date.fromordinal(day) for day in asked.period or (1, 1))
    if first.year != last.year:
        return _mask(glance, [])
    of_year = _mask(glance, glance.docs("title", str(first.year))) | (glance.columns.year == first.year)
    named = _mask(glance, [])
    for words in asked.period_names:
        named |= np.logical_and.reduce([of_year, *(_mask(glance, glance.docs("title", stem(w))) for w in words)])
    return named


def _mask(glance: Glance, docs: Ints | list[int]) -> Mask:
    found = np.zeros(glance.size, np.bool_)
    found[docs] = True
    return found
