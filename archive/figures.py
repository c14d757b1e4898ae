"""The figures of the counter (PERKI 1/2021 article 56): pure, requests in, tallies out.

A request counts where it was received. How long it took is computed, in working days from the day after receipt to
the day of the written answer, or of the giving where it was served at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from archive.model import InformationClass
from archive.request_model import KeberatanDecision, Request, RequestOutcome, RequestState
from archive.workdays import Calendar, count_workdays


@dataclass(frozen=True)
class Fact:
    """What counts of a request, without who asked. ``days`` in working days, None while it is not answered.

    ``classes`` and ``units`` are those of the documents given, ``reasons`` why something was refused: a letter of
    article 17, or an outcome. ``late``: answered after its term, or not answered and past it.
    """

    number: str
    received: date
    outcome: RequestOutcome
    done: bool = False
    direct: bool = False
    days: int | None = None
    late: bool = False
    classes: frozenset[InformationClass] = frozenset()
    units: frozenset[str] = frozenset()
    reasons: tuple[str, ...] = ()
    objected: bool = False
    decision: KeberatanDecision = KeberatanDecision.NONE
    disputed: bool = False


@dataclass(frozen=True)
class Tally:
    """Requests of one kind, counted. ``answered`` took ``days`` together, the slowest ``longest``."""

    name: str
    requests: int = 0
    direct: int = 0
    granted: int = 0
    partly: int = 0
    refused: int = 0
    not_held: int = 0
    not_documented: int = 0
    withdrawn: int = 0
    running: int = 0
    answered: int = 0
    days: int = 0
    longest: int = 0
    late: int = 0

    @property
    def average(self) -> float | None:
        """Working days that an answer took, on average; None where there was none."""
        return self.days / self.answered if self.answered else None


@dataclass(frozen=True)
class Figures:
    """Figures of a period: in all, by its ``parts``, by class and unit; why refused; objections; ``each`` request."""

    whole: Tally
    parts: tuple[Tally, ...]
    classes: tuple[Tally, ...]
    units: tuple[Tally, ...]
    reasons: tuple[tuple[str, int], ...]
    objections: int
    decisions: tuple[tuple[KeberatanDecision, int], ...]
    disputes: int
    each: tuple[Fact, ...]


def fact_of(request: Request, given: Collection[tuple[InformationClass, str]], calendar: Calendar, today: date) -> Fact:
    """What counts of a request; ``given`` are class and unit of the documents that it was given."""
    ended = _ended(request)
    term = request.extended_until or request.due
    objection = request.keberatan
    return Fact(
        request.number,
        request.received,
        request.outcome,
        request.state is RequestState.DONE,
        request.direct,
        None if ended is None else count_workdays(request.received, ended, calendar),
        term is not None and not _taken_back(request) and (ended or today) > term,
        frozenset(one for one, _ in given),
        frozenset(unit for _, unit in given if unit),
        tuple(_reasons(request)),
        objection is not None,
        objection.decision if objection else KeberatanDecision.NONE,
        objection is not None and objection.dispute is not None,
    )


def figures(facts: Sequence[Fact], parts: Sequence[tuple[str, date, date]]) -> Figures:
    """Count the facts of one period; ``parts`` are its parts: name, first and last day."""
    units = sorted({unit for fact in facts for unit in fact.units}, key=str.casefold)
    reasons = Counter(reason for fact in facts for reason in fact.reasons)
    objections = [fact for fact in facts if fact.objected]
    decisions = Counter(fact.decision for fact in objections)
    return Figures(
        tally("", facts),
        tuple(tally(name, (fact for fact in facts if first <= fact.received <= last)) for name, first, last in parts),
        tuple(tally(one.value, (fact for fact in facts if one in fact.classes)) for one in _CLASSES),
        tuple(tally(unit, (fact for fact in facts if unit in fact.units)) for unit in units),
        tuple(sorted(reasons.items())),
        len(objections),
        tuple((one, decisions[one]) for one in KeberatanDecision if decisions[one]),
        sum(fact.disputed for fact in facts),
        tuple(sorted(facts, key=lambda fact: (fact.received, fact.number))),
    )


def tally(name: str, facts: Iterable[Fact]) -> Tally:
    """Count these."""
    counted = list(facts)
    lengths = [fact.days for fact in counted if fact.days is not None]
    ended = Counter(fact.outcome for fact in counted if fact.done)
    outcome = RequestOutcome
    return Tally(
        name,
        len(counted),
        sum(fact.direct for fact in counted),
        ended[outcome.GRANTED],
        ended[outcome.PARTLY],
        ended[outcome.REFUSED],
        ended[outcome.NOT_HELD],
        ended[outcome.NOT_DOCUMENTED],
        ended[outcome.WITHDRAWN],
        sum(not fact.done for fact in counted),
        len(lengths),
        sum(lengths),
        max(lengths, default=0),
        sum(fact.late for fact in counted),
    )


_CLASSES = (InformationClass.BERKALA, InformationClass.SERTA_MERTA, InformationClass.SETIAP_SAAT)
"""Those that can be given."""


def _ended(request: Request) -> date | None:
    """The day on which the requester had the answer; None where there is none, or it was taken back."""
    if request.state is not RequestState.DONE or _taken_back(request):
        return None
    return request.given if request.direct else request.answered


def _taken_back(request: Request) -> bool:
    return request.outcome is RequestOutcome.WITHDRAWN


def _reasons(request: Request) -> Iterable[str]:
    """Why something of it was not given, each reason once."""
    if request.state is not RequestState.DONE:
        return ()
    letters = {item.refusal.letter for item in request.items if item.refusal}
    lacking = {item.outcome.value for item in request.items if item.outcome in _LACKING}
    return sorted(letters | lacking)


_LACKING = (RequestOutcome.NOT_HELD, RequestOutcome.NOT_DOCUMENTED)
