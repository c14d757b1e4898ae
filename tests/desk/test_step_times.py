"""How long steps took, beside the sheet's standard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.case_model import Case
from archive.model import Officer
from ppid_tui.desk import cases, people
from ppid_tui.desk.office import Office
from ppid_tui.desk.period import MONTH, QUARTER, Period, period_of
from ppid_tui.desk.profile import Profile
from ppid_tui.desk.step_times import StepTime, report, save_report, step_times
from ppid_tui.printouts.paper import Table
from ppid_tui.printouts.tables import render_csv

MONDAY = datetime(2026, 7, 6, 9, 0)
YEAR = period_of(MONDAY.date())
IN_MINUTES, IN_DAYS = 7, 5
"""Steps of the sheet of Adpim: "30 menit" and "1 hari"."""


@pytest.fixture
def adpim(tmp_path: Path) -> Iterator[Office]:
    with closing(people.set_up(tmp_path / "home", Profile(name="Biro Contoh", sop="adpim"))) as opened:
        yield opened


def everyone(office: Office) -> Officer:
    roles = tuple(role.id for role in office.sop.roles)
    return office.records.officers.add(Officer("Rina Contoh", roles), "mendaftarkan", "uji", MONDAY)


def step(office: Office, case: Case, at: datetime, began: datetime | None = None, note: str = "") -> Case:
    way = cases.choices(office, case)[-1 if note else 0]
    by = office.records.officers.all()[0]
    return cases.finish_step(office, case, way.label, by, at, note=note, began=began)


def standing_at(office: Office, number: int, title: str = "Agenda") -> Case:
    by = everyone(office)
    case = cases.start_case(office, title, by, MONDAY)
    return office.records.cases.change(replace(case, step=number), "uji", by.name, MONDAY)


def time_of(office: Office, number: int, period: Period = YEAR) -> StepTime:
    return next(time for time in step_times(office, period) if time.step.number == number)


def test_minutes_are_measured_in_office_hours_since_the_officer_took_the_step_up(adpim: Office) -> None:
    step(adpim, standing_at(adpim, IN_MINUTES), datetime(2026, 7, 7, 7, 40), began=datetime(2026, 7, 6, 15, 40))
    time = time_of(adpim, IN_MINUTES)
    assert (time.standard, time.average, time.longest, time.over) == ("30 menit", "30 menit", "30 menit", 0)


def test_a_draft_kept_earlier_is_when_the_step_was_taken_up(adpim: Office) -> None:
    case = standing_at(adpim, IN_MINUTES)
    by = adpim.records.officers.all()[0]
    case = cases.save_draft(adpim, case, {"note": "separuh"}, by, datetime(2026, 7, 6, 10, 0))
    step(adpim, case, datetime(2026, 7, 6, 13, 30), began=datetime(2026, 7, 6, 13, 0))
    time = time_of(adpim, IN_MINUTES)
    assert (time.average, time.over) == ("2 jam 30 menit", 1)
    assert not time.alarms, "minutes are measured, and never an alarm"


def test_days_are_working_days_since_the_step_came_and_late_ones_are_counted(adpim: Office) -> None:
    step(adpim, standing_at(adpim, IN_DAYS), datetime(2026, 7, 13, 9, 0), began=datetime(2026, 7, 13, 8, 0))
    time = time_of(adpim, IN_DAYS)
    assert (time.average, time.over, time.alarms) == ("5 hari kerja", 1, True)


def test_a_review_is_part_of_its_step(adpim: Office) -> None:
    reviewed = next(s for s in adpim.sop.steps if s.reviewer and any(way.to for way in s.outcomes))
    case = standing_at(adpim, reviewed.number)
    case = step(adpim, case, datetime(2026, 7, 6, 10, 0))
    assert time_of(adpim, reviewed.number).runs == ()
    step(adpim, case, datetime(2026, 7, 6, 11, 0))
    (run,) = time_of(adpim, reviewed.number).runs
    assert (run.arrived, run.ended) == (MONDAY, datetime(2026, 7, 6, 11, 0))


def test_only_steps_that_ended_in_the_period_count(adpim: Office) -> None:
    step(adpim, standing_at(adpim, 1), datetime(2026, 7, 7, 8, 0))
    assert len(time_of(adpim, 1, Period(date(2026, 7, 1), MONTH)).runs) == 1
    assert time_of(adpim, 1, Period(date(2026, 8, 1), MONTH)).runs == ()


def test_periods_are_named_and_follow_each_other() -> None:
    quarter = period_of(date(2026, 11, 21), QUARTER)
    assert (quarter.title, quarter.last) == ("triwulan IV 2026", date(2026, 12, 31))
    assert quarter.moved(1).title == "triwulan I 2027"
    assert period_of(date(2026, 1, 31), MONTH).moved(-1).title == "Desember 2025"
    assert period_of(date(2026, 2, 3)).title == "tahun 2026"


def test_the_report_has_a_row_a_step_and_a_row_a_run(adpim: Office) -> None:
    step(adpim, standing_at(adpim, 1, "=Agenda; pimpinan"), datetime(2026, 7, 7, 8, 0))
    paper = report(adpim, YEAR, step_times(adpim, YEAR), "Rina Contoh", MONDAY)
    steps, runs = (block for block in paper.blocks if isinstance(block, Table))
    assert len(steps.rows) == len(adpim.sop.steps)
    assert runs.rows[0][:2] == ("=Agenda; pimpinan", "1")
    lines = render_csv(paper).decode("utf-8-sig").splitlines()
    assert any(line.startswith('"\'=Agenda; pimpinan";1;') for line in lines), "no spreadsheet takes it for a formula"


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".csv"])
def test_the_report_is_written_in_every_format(adpim: Office, ending: str) -> None:
    step(adpim, standing_at(adpim, 1), datetime(2026, 7, 7, 8, 0))
    path = save_report(adpim, YEAR, step_times(adpim, YEAR), ending, "Rina Contoh", MONDAY)
    assert path.suffix == ending and path.stat().st_size > 100
