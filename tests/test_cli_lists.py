"""``dip`` and ``dik``, as a person calls them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from ppid_tui.desk.office import OWNER, open_office
from ppid_tui.printouts.write_list import FORMATS
from tests.desk.listed_office import complete_all, decreed
from tests.small_office import BUDGET, PPID, SECRET, UNDECIDED, WARNING
from tests.test_cli_backup import Captured, ran


@pytest.fixture
def home(office_home: Path) -> Path:
    """A home with a list of four, decreed."""
    with closing(open_office(office_home)) as office:
        complete_all(office)
        decreed(office)
    return office_home


def test_the_list_is_written_in_every_format_without_anything_exempt(
    home: Path, tmp_path: Path, capsys: Captured
) -> None:
    for ending in FORMATS:
        target = tmp_path / f"dip{ending}"
        code, out, err = ran(capsys, "dip", "--to", target, "--home", home)
        assert code == 0 and "4 baris" in out and "1/SK/2026" in out
        assert "1 dokumen belum masuk daftar" in err and "klasifikasi belum ditetapkan: 1" in err
        content = target.read_bytes()
        assert WARNING.encode() in content or ending in (".pdf", ".docx", ".xlsx")
        assert SECRET.encode() not in content and UNDECIDED.encode() not in content


def test_the_list_of_one_year(home: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "dip.json"
    assert ran(capsys, "dip", "--to", target, "--year", "2023", "--home", home)[0] == 0
    assert [row["judul"] for row in json.loads(target.read_text(encoding="utf-8"))["rows"]] == [BUDGET]


def test_the_list_of_exempt_information_is_the_owners_and_the_trail_says_so(
    home: Path, tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "dik.json"
    code, out, err = ran(capsys, "dik", "--to", target, "--home", home)
    assert code == 0 and "1 baris" in out and "rahasia" in err
    assert SECRET in target.read_text(encoding="utf-8")
    with closing(open_office(home)) as office:
        assert [e.by for e in office.records.trail.find(action="membuka yang dikecualikan")] == [OWNER.name]


@pytest.mark.parametrize("command", ["dip", "dik"])
def test_an_unknown_ending_or_a_missing_folder_is_refused_in_one_sentence(
    command: str, home: Path, tmp_path: Path, capsys: Captured
) -> None:
    for name in ("daftar.foo", "tidak ada/daftar.pdf"):
        code, out, err = ran(capsys, command, "--to", tmp_path / name, "--home", home)
        assert (code, out, err.count("\n")) == (2, "", 1)
    with closing(open_office(home)) as office:
        assert not office.records.trail.find(action="membuka yang dikecualikan")
        assert office.records.trail.find(by=PPID)
