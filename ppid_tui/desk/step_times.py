"""How long each step of an SOP took, beside how long it may take by the sheet.

Days are hari kerja since the step came to its role. Minutes and hours are office hours since the officer took it
up; where that is not known, since it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from archive.case_model import Case, Phase
from archive.sop import Sop, Step, as_on_sheet
from archive.standard import Standard, TimeUnit
from archive.workdays import Calendar, count_workdays
from archive.worktime import worked_minutes
from ppid_tui.desk.cases import sop_of
from ppid_tui.desk.office import Office
from ppid_tui.desk.period import Period
from ppid_tui.printouts.labels import minutes_words

if TYPE_CHECKING:
    from ppid_tui.printouts.paper import Paper

IN_MINUTES = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60}


@dataclass(frozen=True)
class Run:
    """A step that was done once, review included. ``took`` is in minutes where its standard is, else in hari kerja."""

    case: Case
    step: Step
    role: str
    arrived: datetime
    ended: datetime
    by: str
    took: int
    over: bool

    @property
    def took_words(self) -> str:
        """How long, in words."""
        return length_words(self.step.standard, self.took)


@dataclass(frozen=True)
class StepTime:
    """All runs of one step in the period."""

    sop: Sop
    step: Step
    runs: tuple[Run, ...]

    @property
    def role(self) -> str:
        """Who does it."""
        return self.sop.role(self.step.role).title

    @property
    def standard(self) -> str:
        """What the sheet allows, in its own words."""
        return as_on_sheet(self.step, "time") or "-"

    @property
    def average(self) -> str:
        """The mean of how long it took; '-' where it was not done."""
        if not self.runs:
            return "-"
        return length_words(self.step.standard, sum(run.took for run in self.runs) / len(self.runs))

    @property
    def longest(self) -> str:
        """The longest run."""
        return max(self.runs, key=lambda run: run.took).took_words if self.runs else "-"

    @property
    def over(self) -> int | None:
        """How many took longer than the standard; None where there is none to exceed."""
        standard = self.step.standard
        return sum(run.over for run in self.runs) if standard and standard.unit is not TimeUnit.OPEN else None

    @property
    def alarms(self) -> bool:
        """Whether exceeding it is lateness: only standards in days are."""
        return bool(self.step.standard and self.step.standard.unit.is_days and self.over)


def step_times(office: Office, period: Period) -> list[StepTime]:
    """Each step of the office's SOP, and of others under which cases ran, with its runs that ended in the period."""
    runs = [run for case in office.records.cases.all() for run in runs_of(sop_of(office, case), case, office.calendar)]
    ended = [run for run in runs if period.holds(run.ended.date())]
    others = {run.case.sop: sop_of(office, run.case) for run in ended if run.case.sop != office.sop.id}
    return [_time(sop, step, ended) for sop in (office.sop, *others.values()) for step in sop.steps]


def runs_of(sop: Sop, case: Case, calendar: Calendar) -> Iterator[Run]:
    """The steps that this case has behind it, in order; one that was done twice stands there twice."""
    arrived, began = case.opened_at, None
    for done in case.history:
        step, began = sop.step(done.step), began or done.began
        if step.reviewer and done.phase is Phase.WORK:
            continue
        if arrived is not None:
            took = _took(step.standard, began or arrived, arrived, done.at, calendar)
            over = _is_over(step.standard, took)
            yield Run(case, step, sop.role(step.role).title, arrived, done.at, done.officer, took, over)
        arrived, began = done.at, None


def length_words(standard: Standard | None, took: float) -> str:
    """How long a step took, in the unit in which it is measured."""
    if standard and standard.unit in IN_MINUTES:
        return minutes_words(round(took))
    return f"{took:.1f}".removesuffix(".0").replace(".", ",") + " hari kerja"


def report(office: Office, period: Period, times: Iterable[StepTime], by: str, at: datetime) -> Paper:
    """The report as a paper."""
    from ppid_tui.printouts.step_times import step_times_paper

    listed = list(times)
    rows = [
        (f"{t.step.number}", t.step.activity, t.role, t.standard, f"{len(t.runs)}", t.average, t.longest, _over(t))
        for t in listed
    ]
    runs = [
        (r.case.title, f"{r.step.number}", r.arrived, r.ended, r.by, r.took_words, as_on_sheet(r.step, "time") or "-")
        for t in listed
        for r in t.runs
    ]
    profile = office.profile
    return step_times_paper(profile.kop, period.title, rows, runs, by, at, profile.paper_size, profile.demo)


def save_report(office: Office, period: Period, times: Iterable[StepTime], ending: str, by: str, at: datetime) -> Path:
    """Write the report into the printouts folder, in this format. Raises OSError."""
    from ppid_tui.desk.serving import save_paper

    return save_paper(office, report(office, period, times, by, at), f"waktu langkah {period.title}", at, ending)


def _time(sop: Sop, step: Step, runs: list[Run]) -> StepTime:
    return StepTime(sop, step, tuple(run for run in runs if (run.case.sop, run.step.number) == (sop.id, step.number)))


def _took(standard: Standard | None, began: datetime, arrived: datetime, ended: datetime, calendar: Calendar) -> int:
    if standard and standard.unit in IN_MINUTES:
        return worked_minutes(began, ended, calendar)
    return max(count_workdays(arrived.date(), ended.date(), calendar), 0)


def _is_over(standard: Standard | None, took: int) -> bool:
    if standard is None or standard.unit is TimeUnit.OPEN:
        return False
    return took > standard.amount * IN_MINUTES.get(standard.unit, 1)


def _over(time: StepTime) -> str:
    return "-" if time.over is None else str(time.over)
