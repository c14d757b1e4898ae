"""The figures of the counter for a period, and the report of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from archive.figures import Fact, Figures, fact_of, figures
from archive.model import InformationClass, Officer
from archive.request_model import Request, RequestOutcome, RequestState
from ppid_tui.desk.office import Office
from ppid_tui.desk.period import MONTH, YEAR, Period
from ppid_tui.desk.report_due import MADE
from ppid_tui.desk.request_lists import signed_by_both
from ppid_tui.desk.requests import require_counter
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.labels import MONTHS, long_time
from ppid_tui.printouts.report import report_list
from ppid_tui.printouts.request_parts import Frame

QUARTERS = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
_GIVEN = (RequestOutcome.GRANTED, RequestOutcome.PARTLY)


def figures_of(office: Office, period: Period, by: Officer, today: date) -> Figures:
    """The figures of the requests received in the period. Raises NotAllowed for who neither serves nor decides."""
    require_counter(office, by, "Melihat angka layanan")
    received = [one for one in office.records.requests.all() if period.holds(one.received)]
    facts = [_fact(office, one, today) for one in received]
    return figures(facts, list(_parts(period)))


def report(office: Office, period: Period, by: Officer, at: datetime) -> InformationList:
    """The report of the period; that it was made stands in the trail. Raises NotAllowed like the figures."""
    counted = figures_of(office, period, by, at.date())
    office.records.trail.append(at, by.name, MADE, "", 0, note=period.title)
    profile = office.profile
    frame = Frame(profile.kop, f"dicetak {long_time(at)} oleh {by.name}", profile.paper_size, profile.demo)
    return report_list(frame, profile.name, period.title, counted, signed_by_both(office, by, at))


def _fact(office: Office, request: Request, today: date) -> Fact:
    return fact_of(request, set(_given(office, request)), office.calendar, today)


def _given(office: Office, request: Request) -> Iterator[tuple[InformationClass, str]]:
    """Class and unit of what was given, as they are now; of what is exempt now, neither is told."""
    for item in request.items if request.state is RequestState.DONE else ():
        if item.outcome in _GIVEN:
            found = office.records.documents_of(item.documents)
            yield from ((one.information_class, one.unit) for one in found if one.information_class.may_be_given)


def _parts(period: Period) -> Iterator[tuple[str, date, date]]:
    """The months of a year or a quarter, and the quarters of a year."""
    if period.months == MONTH:
        return
    months = [Period(period.first, MONTH).moved(number) for number in range(period.months)]
    yield from ((MONTHS[one.first.month - 1], one.first, one.last) for one in months)
    if period.months == YEAR:
        firsts = [Period(period.first, 3).moved(number) for number in range(4)]
        yield from ((name, one.first, one.last) for name, one in zip(QUARTERS, firsts, strict=True))
