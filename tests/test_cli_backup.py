"""``backup``, ``restore`` and ``verify --backup``, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ppid_tui.cli import main

Captured = pytest.CaptureFixture[str]


def ran(capsys: Captured, *arguments: str | Path) -> tuple[int, str, str]:
    """The exit code of a command, what it said, and its complaint."""
    code = main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err


def hits(capsys: Captured, home: Path) -> object:
    """What a search finds there, but for time and place."""
    found = json.loads(ran(capsys, "search", "dinas", "--json", "--home", home)[1])
    return [{name: value for name, value in hit.items() if name != "path"} for hit in found["hits"]]


def test_a_backup_restored_elsewhere_finds_the_same(office_home: Path, tmp_path: Path, capsys: Captured) -> None:
    stick, again = tmp_path / "USB kantor é", tmp_path / "rumah baru"
    code, out, err = ran(capsys, "backup", stick, "--home", office_home)
    (made,) = stick.iterdir()
    assert (code, err) == (0, "") and str(made) in out and "dikecualikan" in out
    code, out, err = ran(capsys, "restore", made, "--home", again)
    assert (code, err) == (0, "") and "6 dokumen" in out
    assert hits(capsys, again) == hits(capsys, office_home) != []
    assert ran(capsys, "verify", "--home", again)[0] == 0


def test_a_home_in_use_and_a_place_without_backups_are_refused(
    office_home: Path, tmp_path: Path, capsys: Captured
) -> None:
    ran(capsys, "backup", tmp_path / "usb", "--home", office_home)
    code, out, err = ran(capsys, "restore", tmp_path / "usb", "--home", office_home)
    assert (code, out) == (2, "") and "tidak kosong" in err and err.count("\n") == 1
    (tmp_path / "kosong").mkdir()
    code, _, err = ran(capsys, "restore", tmp_path / "kosong", "--home", tmp_path / "baru")
    assert code == 2 and "Tidak ada cadangan" in err


def test_a_flipped_byte_is_named_by_verify_and_by_restore(office_home: Path, tmp_path: Path, capsys: Captured) -> None:
    ran(capsys, "backup", tmp_path / "usb", "--home", office_home)
    assert "Cadangan utuh." in ran(capsys, "verify", "--backup", tmp_path / "usb")[1]
    softcopy = min((tmp_path / "usb").rglob("*.pdf"))
    content = bytearray(softcopy.read_bytes())
    content[100] ^= 1
    softcopy.write_bytes(content)
    code, out, _ = ran(capsys, "verify", "--backup", tmp_path / "usb", "--json")
    (problem,) = json.loads(out)["problems"]
    assert code == 1 and softcopy.name in problem["where"] and "berubah" in problem["reason"]
    code, out, err = ran(capsys, "restore", tmp_path / "usb", "--home", tmp_path / "baru")
    assert code == 2 and softcopy.name in out and "Tidak ada yang dipulihkan" in err


def test_what_is_missing_is_told_and_the_rest_is_saved(office_home: Path, tmp_path: Path, capsys: Captured) -> None:
    softcopy = min((office_home / "archive").rglob("*.pdf"))
    softcopy.unlink()
    code, out, _ = ran(capsys, "backup", tmp_path / "usb", "--home", office_home)
    assert code == 1 and softcopy.stem in out and len(list((tmp_path / "usb").iterdir())) == 1


def test_impossible_places_are_refused_in_one_sentence(office_home: Path, tmp_path: Path, capsys: Captured) -> None:
    for to in (tmp_path / "tidak" / "ada", office_home / "archive" / "x", office_home / "office.toml"):
        code, out, err = ran(capsys, "backup", to, "--home", office_home)
        assert (code, out, err.count("\n")) == (2, "", 1)
    assert ran(capsys, "verify", "--backup", tmp_path, "--home", office_home)[0] == 2
