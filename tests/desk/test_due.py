"""What waits is told with its date, and is late from the day after it on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.model import Officer, Right
from archive.workdays import load_calendar
from ppid_tui.desk import people
from ppid_tui.desk.due import Kind, left_words, tasks
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile

FRIDAY = date(2026, 7, 10)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 7, 8), "batas 10 Juli 2026, sisa 2 hari kerja"),
        (FRIDAY, "batas 10 Juli 2026, hari ini"),
        (date(2026, 7, 11), "terlambat, batas 10 Juli 2026"),
        (date(2026, 7, 13), "terlambat 1 hari kerja, batas 10 Juli 2026"),
    ],
)
def test_a_date_is_late_from_the_next_day_on_even_if_that_is_a_saturday(today: date, words: str) -> None:
    assert left_words(FRIDAY, today, load_calendar()) == words


@pytest.fixture
def kesra(tmp_path: Path) -> Iterator[Office]:
    with closing(people.set_up(tmp_path / "home", Profile(name="Biro Contoh", sop="kesra"))) as opened:
        yield opened


def test_a_role_that_nobody_has_is_told_to_everyone(kesra: Office) -> None:
    (task,) = tasks(kesra, Officer("Tamu Contoh"), FRIDAY)
    titles = "PPID Pelaksana, Petugas Dokumentasi dan PPID"
    assert (task.kind, task.title) == (Kind.ROLES, f"Belum ada yang memegang peran {titles}")
    assert task.words == "mintalah administrator menunjuk petugasnya"


def test_an_administrator_is_told_in_time_that_a_year_has_no_cuti_bersama(kesra: Office) -> None:
    admin = Officer("Rina Contoh", rights=(Right.ADMINISTER,))
    all_roles = Officer("Wati Contoh", tuple(role.id for role in kesra.sop.roles))
    kesra.records.officers.add(all_roles, "mendaftarkan petugas", admin.name, datetime(2027, 9, 1, 8))
    assert tasks(kesra, admin, date(2027, 9, 1)) == []
    (task,) = tasks(kesra, admin, date(2027, 11, 2))
    assert (task.kind, task.title) == (Kind.CALENDAR, "Cuti bersama tahun 2028 belum ada di kalender")
    assert not task.late
    assert tasks(kesra, Officer("Tamu Contoh"), date(2027, 11, 2)) == []
