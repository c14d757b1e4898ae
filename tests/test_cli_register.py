"""``ppid-tui register``: the registers to a file, of a month, a year or all."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from archive.records import Records
from ppid_tui.cli import main
from ppid_tui.desk.office import open_office


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """The sample office, of one's own: the trail grows with each register."""
    return Path(shutil.copytree(sample_home, tmp_path / "home"))


def rows(path: Path) -> list[dict[str, str]]:
    """A CSV file as a spreadsheet reads it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def register(home: Path, path: Path, *more: str) -> int:
    """Run the command."""
    return main(["register", "--home", str(home), "--to", str(path), *more])


def test_a_month_holds_what_was_received_in_it_and_the_months_make_the_year(home: Path, tmp_path: Path) -> None:
    year, month = tmp_path / "tahun.csv", tmp_path / "bulan.csv"
    assert register(home, year, "--year", "2026") == 0
    by_month = []
    for number in range(1, 13):
        assert register(home, month, "--month", f"2026-{number:02}") == 0
        received = [row["Tanggal diterima"] for row in rows(month)]
        assert all(day.startswith(f"2026-{number:02}") for day in received)
        by_month += [row["No. pendaftaran"] for row in rows(month)]
    assert by_month == [row["No. pendaftaran"] for row in rows(year)] != []


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "csv", "json"])
def test_it_is_written_in_the_format_of_the_ending_and_stands_in_the_trail(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    target = tmp_path / f"register.{ending}"
    assert register(home, target) == 0
    assert str(target) in capsys.readouterr().out
    assert target.stat().st_size > 500
    office = open_office(home)
    try:
        assert last_action(office.records) == "membuat register permohonan"
        asked = len(office.records.requests.all())
    finally:
        office.close()
    if ending == "json":
        assert len(json.loads(target.read_text(encoding="utf-8"))["rows"]) == asked


def last_action(records: Records) -> str:
    """What the trail says was done last."""
    return list(records.trail.entries())[-1].action


def test_the_register_of_objections_is_asked_for_by_name(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "keberatan.csv"
    assert register(home, target, "--keberatan") == 0
    assert [row["Alasan keberatan"][:2] for row in rows(target)] == ["a."]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--month", "2026-13"], "bukan bulan"),
        (["--year", "26"], "bukan tahun"),
        (["--month", "2026-03", "--year", "2026"], "tidak dapat dipakai bersama"),
    ],
)
def test_what_is_no_period_is_refused(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], words: str
) -> None:
    assert register(home, tmp_path / "r.pdf", *more) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "r.pdf").exists()


def test_an_unknown_ending_is_refused_before_anything_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert register(tmp_path / "tiada", tmp_path / "r.odt") == 2
    assert "belum dikenal" in capsys.readouterr().err
