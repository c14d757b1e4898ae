"""``ppid-tui report``: the year's figures to a file."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from ppid_tui.cli import main


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """The sample office, of one's own."""
    return Path(shutil.copytree(sample_home, tmp_path / "home"))


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "csv", "json", "txt"])
def test_the_report_is_written_in_the_format_of_its_ending(home: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"laporan.{ending}"
    assert main(["report", "--home", str(home), "--year", "2026", "--to", str(target)]) == 0
    assert target.stat().st_size > 500


def test_its_months_and_its_quarters_make_the_year(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "laporan.csv"
    assert main(["report", "--home", str(home), "--year", "2026", "--to", str(target)]) == 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    parts = [int(row["Permohonan"]) for row in rows if row["Tabel"] == "Periode"]
    whole = int(next(row["Permohonan"] for row in rows if row["Tabel"] == "Seluruhnya"))
    assert whole == sum(parts[:12]) == sum(parts[12:]) > 0


def test_a_year_is_needed(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--home", str(home), "--to", str(tmp_path / "r.pdf")]) == 2
    assert "Belum disebut: --year" in capsys.readouterr().err
