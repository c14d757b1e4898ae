"""The figures of a made year, counted again by SQL from plain rows, with working days taken from a table of days."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from archive.figures import Fact, Figures, fact_of, figures
from archive.model import InformationClass
from archive.request_model import (
    Dispute,
    Keberatan,
    KeberatanDecision,
    Refusal,
    Request,
    Requester,
    RequestItem,
    RequestOutcome,
    RequestState,
)
from archive.workdays import Calendar, load_calendar

YEAR, MANY = 2026, 500
CALENDAR = load_calendar()
TODAY = date(2026, 12, 31)
CLASSES = (InformationClass.BERKALA, InformationClass.SERTA_MERTA, InformationClass.SETIAP_SAAT)
UNITS = ("Bagian Protokol", "Bagian Umum", "Bagian Hukum")
Made = tuple[Request, set[tuple[InformationClass, str]]]


def made_request(number: int, chance: random.Random) -> Made:
    """A request as it may have gone in the year: its outcome, its length, what was given, an objection."""
    received = date(YEAR, 1, 1) + timedelta(chance.randrange(365))
    outcome = chance.choice([one for one in RequestOutcome if one is not RequestOutcome.NONE])
    done = chance.random() < 0.9
    ended = received + timedelta(chance.randrange(40))
    direct = done and outcome is RequestOutcome.GRANTED and chance.random() < 0.4
    refused = outcome in (RequestOutcome.REFUSED, RequestOutcome.PARTLY)
    item = RequestItem(f"informasi {number}", outcome, refusal=Refusal(chance.choice("abh")) if refused else None)
    request = Request(
        f"{number:03}", received, Requester("Wati Umpama"), (item,), id=number, direct=direct,
        state=RequestState.DONE if done else RequestState.IN_PROGRESS,
        outcome=outcome if done else RequestOutcome.NONE,
        answered=ended if done and not direct else None, given=received if direct else None,
        due=received + timedelta(14), extended_until=received + timedelta(24) if chance.random() < 0.2 else None,
    )  # fmt: skip
    if refused and done and chance.random() < 0.5:
        request = replace(request, keberatan=objection(ended, chance))
    given = {(chance.choice(CLASSES), chance.choice(UNITS)) for _ in range(chance.randrange(1, 4))}
    return request, given if done and outcome in (RequestOutcome.GRANTED, RequestOutcome.PARTLY) else set()


def objection(received: date, chance: random.Random) -> Keberatan:
    """To a refusal, sometimes with a dispute."""
    dispute = Dispute(received) if chance.random() < 0.3 else None
    return Keberatan("001/KEB/2026", received, "a", decision=chance.choice(list(KeberatanDecision)), dispute=dispute)


@pytest.fixture(scope="module")
def made() -> list[Made]:
    """The requests of a year."""
    chance = random.Random(20260302)
    return [made_request(number, chance) for number in range(1, MANY + 1)]


@pytest.fixture(scope="module")
def counted(made: list[Made]) -> Figures:
    """Their figures as the kiosk counts them."""
    facts: list[Fact] = [fact_of(request, given, CALENDAR, TODAY) for request, given in made]
    months = [(str(n), date(YEAR, n, 1), date(YEAR + n // 12, n % 12 + 1, 1) - timedelta(1)) for n in range(1, 13)]
    return figures(facts, months)


@pytest.fixture(scope="module")
def sql(made: list[Made]) -> sqlite3.Connection:
    """The same requests as tables, and a table of the days on which the office works."""
    base = sqlite3.connect(":memory:")
    base.executescript(
        "create table r (id, received, ended, term, outcome, done, direct, letter, decision, disputed);"
        "create table g (id, class, unit); create table workday (day);"
    )
    for request, given in made:
        base.execute("insert into r values (?,?,?,?,?,?,?,?,?,?)", row(request))
        base.executemany("insert into g values (?,?,?)", [(request.id, c.value, unit) for c, unit in given])
    base.executemany("insert into workday values (?)", worked_days(CALENDAR))
    base.execute(
        "create view v as select *, case when done and outcome <> 'withdrawn' then "
        "(select count(*) from workday where day > received and day <= ended) end as days, "
        "outcome <> 'withdrawn' and (case when done then ended else '2026-12-31' end) > term as late from r"
    )
    return base


def row(request: Request) -> tuple[object, ...]:
    """A request as it stands in the table."""
    ended = request.given if request.direct else request.answered
    refusal, keberatan = request.items[0].refusal, request.keberatan
    return (
        request.id, str(request.received), str(ended), str(request.extended_until or request.due),
        request.outcome.value, request.state is RequestState.DONE, request.direct,
        refusal.letter if refusal else None, keberatan.decision.value if keberatan else None,
        bool(keberatan and keberatan.dispute),
    )  # fmt: skip


def worked_days(calendar: Calendar) -> list[tuple[str]]:
    """From the day-by-day list of a year and its rest: weekdays that are no holiday."""
    days = (date(YEAR, 1, 1) + timedelta(number) for number in range(430))
    return [(str(day),) for day in days if day.weekday() < 5 and day not in calendar.holidays]


TALLY = (
    "select count(*), coalesce(sum(direct), 0), "
    + ", ".join(
        f"coalesce(sum(done and outcome = '{outcome}'), 0)"
        for outcome in ("granted", "partly", "refused", "not_held", "not_documented", "withdrawn")
    )
    + ", coalesce(sum(not done), 0), count(days), coalesce(sum(days), 0), coalesce(max(days), 0), "
    "coalesce(sum(late), 0) from v where "
)


def numbers(tally: object) -> tuple[int, ...]:
    """All of a tally but its name."""
    _, *rest = vars(tally).values()
    return tuple(rest)


def test_the_whole_year_equals_sql(counted: Figures, sql: sqlite3.Connection) -> None:
    assert numbers(counted.whole) == sql.execute(f"{TALLY} true").fetchone()
    assert counted.whole.requests == MANY
    average = sql.execute("select avg(days) from v").fetchone()[0]
    assert counted.whole.average == pytest.approx(average)


def test_each_month_equals_sql_and_together_they_are_the_year(counted: Figures, sql: sqlite3.Connection) -> None:
    for month, tally in enumerate(counted.parts, 1):
        where = f"cast(strftime('%m', received) as integer) = {month}"
        assert numbers(tally) == sql.execute(TALLY + where).fetchone()
    assert sum(tally.requests for tally in counted.parts) == MANY


def test_classes_and_units_equal_sql(counted: Figures, sql: sqlite3.Connection) -> None:
    for column, tallies in (("class", counted.classes), ("unit", counted.units)):
        assert len(tallies) == 3
        for tally in tallies:
            where = f"id in (select id from g where {column} = ?)"
            assert numbers(tally) == sql.execute(TALLY + where, (tally.name,)).fetchone()


def test_reasons_and_objections_equal_sql(counted: Figures, sql: sqlite3.Connection) -> None:
    reasons = sql.execute(
        "select coalesce(letter, outcome) as why, count(*) from r "
        "where done and (letter is not null or outcome in ('not_held', 'not_documented')) group by why order by why"
    ).fetchall()
    assert list(counted.reasons) == reasons
    decisions = sql.execute("select decision, count(*) from r where decision is not null group by decision").fetchall()
    assert sorted((one.value, number) for one, number in counted.decisions) == sorted(decisions)
    assert counted.objections == sum(number for _, number in decisions)
    assert (counted.disputes,) == sql.execute("select sum(disputed) from r").fetchone()


def test_what_was_never_answered_has_no_average() -> None:
    assert figures([], []).whole.average is None


def test_the_time_of_each_request_equals_sql(counted: Figures, sql: sqlite3.Connection) -> None:
    rows = sql.execute("select printf('%03d', id), days from v order by received, id").fetchall()
    assert [(fact.number, fact.days) for fact in counted.each] == rows
