"""Handing records over to an archive body: a bag that its own tool finds sound, and what is known of each file."""

from __future__ import annotations

import csv
import logging
from pathlib import Path

import pytest

from archive.bag import check
from ppid_tui.desk import transfer
from ppid_tui.desk.office import NotAllowed, Office
from tests.desk.publishing_help import outcome
from tests.small_office import AT, BUDGET, PETUGAS, PPID, SECRET, TRAVEL, UNDECIDED, document, officer


def transferred(office: Office, titles: list[str], to: Path, by: str = PPID) -> transfer.Transferred:
    """The package of these documents."""
    ids = [document(office, title).id for title in titles]
    return outcome(transfer.transfer(office, ids, to, "Dinas Arsip Contoh", officer(office, by), AT))


def test_the_package_is_a_sound_bag_with_a_line_a_file(office: Office, tmp_path: Path) -> None:
    made = transferred(office, [TRAVEL, BUDGET], tmp_path)
    assert [step.problem for step in check(made.path) if step.problem] == []
    with (made.path / "data/metadata.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["judul"] for row in rows] == [TRAVEL, BUDGET]
    assert all((made.path / "data" / row["berkas"]).is_file() for row in rows)


def test_the_archivists_own_tool_finds_it_valid(office: Office, tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit", reason="bagit (Library of Congress) is not installed")
    logging.getLogger("bagit").setLevel(logging.ERROR)
    bag = bagit.Bag(str(transferred(office, [TRAVEL, BUDGET], tmp_path).path))
    assert bag.validate() and bag.info["Source-Organization"] == office.profile.name


def test_what_is_exempt_or_undecided_is_not_in_it_and_that_is_said(office: Office, tmp_path: Path) -> None:
    made = transferred(office, [SECRET, TRAVEL, UNDECIDED], tmp_path)
    left_out = dict(made.left_out)
    assert made.documents == 1 and set(left_out) == {document(office, t).id for t in (SECRET, UNDECIDED)}
    assert "dikecualikan" in left_out[document(office, SECRET).id]
    with pytest.raises(transfer.NotTransferred, match="Belum ada paket"):
        transferred(office, [SECRET], tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("serah")] == [made.path.name]


def test_the_trail_says_what_was_handed_over_to_whom(office: Office, tmp_path: Path) -> None:
    made = transferred(office, [TRAVEL], tmp_path)
    last = list(office.records.trail.entries())[-1]
    assert (last.record_id, last.by) == (document(office, TRAVEL).id, PPID)
    assert "Dinas Arsip Contoh" in last.note and made.path.name in last.note


def test_who_may_not_decide_hands_nothing_over(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        transferred(office, [TRAVEL], tmp_path, by=PETUGAS)
