"""Backups of an office: daily, told of, kept in number, made beside other work, and restored."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from archive import records as records_module
from archive.kept import find_backup, kept_in
from ppid_tui.desk import backups, care, finding
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import OWNER, NotAllowed, Office, open_office
from ppid_tui.desk.profile import write_profile
from tests.small_office import AT, PETUGAS, PPID, officer, write_pdf

QUERIES = ("perjalanan dinas", "anggaran", "gratifikasi", "banjir", "360/12/SE/2025", "")
DAY = timedelta(days=1)


def answers(office: Office) -> list[object]:
    """What the office finds, for who sees everything."""
    viewer = Viewer(officer(office, PPID))
    found = [finding.find(office, query, viewer) for query in QUERIES]
    return [[(h.document.id, h.page, h.score, h.snippet) for h in (*f.hits, *f.exempt)] for f in found]


def daily(office: Office, at: datetime) -> int:
    """How many steps the daily backup took."""
    return len(list(backups.daily(office, at)))


def with_second_place(home: Path, place: Path) -> Office:
    """The office with another place for its backups."""
    with closing(open_office(home)) as office:
        write_profile(replace(office.profile, backup_to=str(place), backups_kept=2), office.home.profile)
    return open_office(home)


def test_a_restored_home_is_sound_and_finds_the_same(office: Office, tmp_path: Path) -> None:
    making = backups.Making(office, tmp_path / "USB é", OWNER, AT)
    steps = list(making)
    assert making.problems == () and steps[-1].done == steps[-1].total
    before = answers(office)
    for _ in backups.restore(tmp_path / "USB é", tmp_path / "rumah baru", OWNER, AT):
        pass
    with closing(open_office(tmp_path / "rumah baru")) as again:
        head = find_backup(making.path).head
        assert care.verify(again, head).problems == ()
        assert answers(again) == before
        assert next(reversed(list(again.records.trail.entries()))).action == backups.RESTORED


def test_only_who_administers_makes_a_backup_and_it_stands_in_the_trail(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        backups.Making(office, tmp_path, officer(office, PETUGAS), AT)
    list(backups.Making(office, tmp_path, OWNER, AT))
    (entry,) = office.records.trail.find(action=backups.MADE)
    assert entry.by == OWNER.name and str(tmp_path) in entry.note


def test_a_backup_is_made_once_a_day_and_the_last_ones_are_kept(office: Office) -> None:
    own = office.home.root / "backups"
    assert daily(office, AT) > 0 and daily(office, AT + timedelta(hours=5)) == 0
    for day in range(1, 10):
        daily(office, AT + day * DAY)
    assert [one.at for one in kept_in(own)] == [AT + day * DAY for day in range(3, 10)]


def test_a_clock_that_was_wrong_stops_no_backup(office: Office) -> None:
    daily(office, AT + 3650 * DAY)
    assert daily(office, AT) > 0 and daily(office, AT + DAY) > 0


def test_the_second_place_is_used_when_it_is_there(office_home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with closing(with_second_place(office_home, stick)) as office:
        daily(office, AT)
        assert not stick.exists() and str(stick) in backups.notice(office, AT)
        stick.mkdir()
        daily(office, AT)
        assert len(kept_in(stick)) == 1 and backups.notice(office, AT) == ""
        for day in range(1, 4):
            daily(office, AT + day * DAY)
        assert len(kept_in(stick)) == len(kept_in(office_home / "backups")) == 2


def test_officers_are_told_when_the_last_good_backup_is_old(office: Office) -> None:
    assert "satu pun" in backups.notice(office, AT)
    daily(office, AT)
    assert backups.notice(office, AT + 3 * DAY) == ""
    assert "sejak 02-03-2026" in backups.notice(office, AT + 4 * DAY)


def test_no_older_backup_goes_while_something_is_damaged(office: Office) -> None:
    for day in range(7):
        daily(office, AT + day * DAY)
    for file in (office.home.archive / "softcopies").rglob("*.pdf"):
        file.unlink()
    daily(office, AT + 7 * DAY)
    assert [one.sound for one in kept_in(office.home.root / "backups")] == [True] * 7 + [False]
    assert backups.notice(office, AT + 7 * DAY) == "" != backups.notice(office, AT + 10 * DAY)


def test_trouble_with_the_medium_is_told_in_words(office: Office, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    with pytest.raises(backups.REFUSALS, match="bukan folder"):
        list(backups.Making(office, tmp_path / "berkas", OWNER, AT))
    steps = iter(backups.Making(office, tmp_path / "usb", OWNER, AT))
    next(steps)
    (work,) = (tmp_path / "usb").iterdir()
    work.rename(tmp_path / "dicabut")
    with pytest.raises(backups.NotDone, match="Arsip tetap aman"):
        list(steps)


def test_a_backup_given_up_leaves_nothing(office: Office) -> None:
    steps = backups.now(office, OWNER, AT)
    next(steps)
    steps.close()
    assert list((office.home.root / "backups").iterdir()) == []


def test_the_store_is_backed_up_before_its_form_changes(office_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records_module, "VERSION", 2)
    monkeypatch.setattr(records_module, "STEPS", {1: lambda tables: tables})
    open_office(office_home).close()
    open_office(office_home).close()
    (made,) = kept_in(office_home / "backups")
    assert made.schema == 1


def test_an_older_backup_is_brought_up_when_it_is_restored(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(backups.Making(office, tmp_path / "usb", OWNER, AT))
    monkeypatch.setattr(records_module, "VERSION", 2)
    monkeypatch.setattr(records_module, "STEPS", {1: lambda tables: tables})
    list(backups.restore(tmp_path / "usb", tmp_path / "baru", OWNER, AT))
    with closing(open_office(tmp_path / "baru")) as again:
        assert care.verify(again).problems == () and answers(again) == answers(office)


def test_a_running_intake_in_another_process_loses_nothing(office: Office, tmp_path: Path) -> None:
    theirs, ours = tmp_path / "mereka", tmp_path / "kami"
    for folder, word in ((theirs, "pelabuhan"), (ours, "bendungan")):
        folder.mkdir()
        for number in range(6):
            write_pdf(folder / f"{word} {number}.pdf", [f"Laporan {word} nomor {number}."])
    command = [sys.executable, "-m", "ppid_tui", "--home", str(office.home.root), "intake", str(theirs)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as intake:
        while office.records.documents.count() == 6:
            time.sleep(0.01)
        for step in take_in(office, [ours], officer(office, PETUGAS), AT):
            making = backups.Making(office, tmp_path / "usb", OWNER, AT)
            list(making)
            assert making.problems == (), step
        assert intake.wait(60) == 0
    documents = office.records.documents.all()
    assert len({d.id for d in documents}) == len(documents) == 6 + 12
    assert {Path(d.renditions[0].name).stem.split()[0] for d in documents} >= {"pelabuhan", "bendungan"}
    assert care.verify(office).problems == ()
    for made in kept_in(tmp_path / "usb"):
        check = care.BackupCheck(made.path)
        assert [step.problem for step in check if step.problem] == [] and check.health.ok
    restored = tmp_path / "pulih"
    list(backups.restore(kept_in(tmp_path / "usb")[2].path, restored, OWNER, AT))
    with closing(open_office(restored)) as again:
        assert care.verify(again).problems == ()
