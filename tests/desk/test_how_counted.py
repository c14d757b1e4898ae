"""Every due date tells how it was counted, and what is only measured never becomes late."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.case_model import Case
from archive.model import Officer
from archive.request_model import Request, Requester, RequestItem, RequestState
from archive.sop import bundled_sops
from archive.standard import TimeUnit
from ppid_tui.desk import cases, people
from ppid_tui.desk.due import tasks
from ppid_tui.desk.how_counted import ONLY_MEASURED, OPEN_ENDED, of_case, of_request
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile
from ppid_tui.desk.step_task import due_words

MARCH = datetime(2026, 3, 12, 9, 0)
YEARS_LATER = datetime(2027, 12, 1, 9, 0)
BY = Officer("Rina Contoh", ("utama", "pendukung", "bidang"), id=1)


@pytest.fixture
def dinsos(tmp_path: Path) -> Iterator[Office]:
    with closing(people.set_up(tmp_path / "home", Profile(name="Dinas Contoh", sop="dinsos"))) as opened:
        yield opened


def standing_at(office: Office, sop_id: str, step: int) -> Case:
    """A case that came to this step on 12 March 2026."""
    sop = next(sop for sop in bundled_sops() if sop.id == sop_id)
    case = Case("Daftar Informasi", sop_id, sop_version=sop.version, step=step, since=MARCH, opened_at=MARCH)
    return office.records.cases.add(case, "membuka pekerjaan", BY.name, MARCH)


def step_in(unit: TimeUnit) -> tuple[str, int]:
    """The first step of the four SOPs whose standard is in this unit."""
    return next(
        (sop.id, step.number)
        for sop in bundled_sops()
        for step in sop.steps
        if step.standard and step.standard.unit is unit
    )


def test_a_step_of_ten_working_days_tells_what_it_passed_over(dinsos: Office) -> None:
    ten = next(step.number for step in dinsos.sop.steps if step.time == "10 hari kerja")
    told = of_case(dinsos, standing_at(dinsos, "dinsos", ten), MARCH)
    assert told is not None
    assert told.rows == (
        ("Standar waktu", "10 hari kerja"),
        ("Langkah dimulai", "Kamis, 12 Maret 2026 (belum dihitung)"),
        ("Batas waktu", "Kamis, 2 April 2026, hari kerja ke-10"),
    )
    assert told.skipped == (
        ("Sabtu 14 Maret dan Minggu 15 Maret", "akhir pekan"),
        ("Rabu 18 Maret", "Cuti Bersama Hari Suci Nyepi"),
        ("Kamis 19 Maret", "Hari Suci Nyepi"),
        ("Jumat 20 Maret", "Cuti Bersama Hari Raya Idul Fitri"),
        ("Sabtu 21 Maret", "Hari Raya Idul Fitri"),
        ("Minggu 22 Maret", "Hari kedua dari Hari Raya Idul Fitri"),
        ("Senin 23 Maret", "Cuti Bersama Hari Raya Idul Fitri"),
        ("Selasa 24 Maret", "Cuti Bersama Hari Raya Idul Fitri"),
        ("Sabtu 28 Maret dan Minggu 29 Maret", "akhir pekan"),
    )
    assert told.notes == ()


@pytest.mark.parametrize(("unit", "why"), [(TimeUnit.MINUTES, ONLY_MEASURED), (TimeUnit.OPEN, OPEN_ENDED)])
def test_a_step_that_is_only_measured_is_never_late(dinsos: Office, unit: TimeUnit, why: str) -> None:
    case = standing_at(dinsos, *step_in(unit))
    assert cases.due_date(dinsos, case) is None
    words, late = due_words(dinsos, case, YEARS_LATER.date())
    assert not late and "Terlambat" not in words
    assert not any(task.late for task in tasks(dinsos, BY, YEARS_LATER.date()))
    told = of_case(dinsos, case, YEARS_LATER)
    assert told is not None and told.notes == (why,)


def test_a_step_in_hours_tells_when_its_time_was_up_in_office_hours(dinsos: Office) -> None:
    case = replace(standing_at(dinsos, *step_in(TimeUnit.HOURS)), since=datetime(2026, 3, 17, 15, 30))
    told = of_case(dinsos, case, datetime(2026, 3, 25, 9, 0))
    assert told is not None
    assert ("Menurut standar", "selesai 25 Maret 2026 pukul 08.00") in told.rows
    assert ("Sudah berjalan", "2 jam pada jam kerja") in told.rows


def test_days_of_the_sheet_are_counted_as_working_days_and_that_is_said(dinsos: Office) -> None:
    told = of_case(dinsos, standing_at(dinsos, *step_in(TimeUnit.DAYS)), MARCH)
    assert told is not None and told.rows[-1] == ("Batas waktu", "Jumat, 13 Maret 2026, hari kerja ke-1")
    assert "dihitung sebagai hari kerja" in told.notes[0]


def test_a_year_whose_free_days_are_unknown_is_told(dinsos: Office) -> None:
    ten = next(step.number for step in dinsos.sop.steps if step.time == "10 hari kerja")
    case = replace(standing_at(dinsos, "dinsos", ten), since=datetime(2027, 12, 28, 9, 0))
    told = of_case(dinsos, case, MARCH)
    assert told is not None and "Cuti bersama tahun 2028 belum ada" in told.notes[0]
    assert due_words(dinsos, case, MARCH.date())[0].endswith("(dapat bergeser)")


def test_a_request_tells_its_term_and_its_extension(dinsos: Office) -> None:
    asked = Request("001", MARCH.date(), Requester("Warga Contoh"), (RequestItem("Data"),), due=date(2026, 4, 2))
    told = of_request(dinsos, asked)
    assert told is not None and told.rows == (
        ("Jangka waktu", "10 hari kerja"),
        ("Diterima", "Kamis, 12 Maret 2026 (belum dihitung)"),
        ("Batas waktu", "Kamis, 2 April 2026, hari kerja ke-10"),
    )
    longer = of_request(dinsos, replace(asked, state=RequestState.EXTENDED, extended_until=date(2026, 4, 14)))
    assert longer is not None and longer.rows[0] == ("Jangka waktu", "7 hari kerja perpanjangan")
    assert of_request(dinsos, replace(asked, state=RequestState.DONE)) is None


def test_a_date_that_no_count_gives_is_told_as_such(dinsos: Office) -> None:
    asked = Request("001", MARCH.date(), Requester("Warga Contoh"), (RequestItem("Data"),), due=date(2026, 3, 15))
    told = of_request(dinsos, asked)
    assert told is not None and told.notes == ("Batas waktunya ditetapkan tersendiri: Minggu, 15 Maret 2026.",)
