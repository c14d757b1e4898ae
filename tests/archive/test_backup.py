"""Backups: complete, of one moment, verified before they have a name; and a home made anew from one."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from archive import backup as backup_module
from archive import bag
from archive.backup import Backup
from archive.bag import NotABag
from archive.contents import as_of_now, read_contents
from archive.kept import Kept, NoBackup, find_backup, kept_in, prune
from archive.migrations import NewerStore
from archive.records import Records
from archive.restore import Damaged, NotEmpty, restore
from archive.table import open_records

AT = datetime(2026, 3, 2, 9, 0)
OFFICE = "Biro Contoh"


def make(home: Path, to: Path, at: datetime = AT) -> Kept:
    """A backup that went well."""
    backup = Backup(home, to, at, OFFICE)
    for _ in backup:
        pass
    assert backup.path and backup.problems == []
    return find_backup(backup.path)


def put_back(kept: Kept, home: Path) -> Path:
    """The home made anew from a backup."""
    for _ in restore(kept, home):
        pass
    return home


def files(folder: Path) -> dict[str, bytes]:
    """Every file with its content, but locks."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix != ".lock")
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def softcopy(folder: Path) -> Path:
    """Any softcopy in it."""
    return min(folder.rglob("softcopies/*/*.pdf"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A medium, with a name as people give them."""
    folder = tmp_path / "USB kantor é"
    folder.mkdir()
    return folder


def test_a_home_made_anew_holds_every_file_as_it_was(office_home: Path, stick: Path, tmp_path: Path) -> None:
    (office_home / "incoming" / "Surat masuk 100% ñ.pdf").write_bytes(b"menunggu")
    (office_home / "printouts" / "kode-pemulihan.pdf").write_bytes(b"rahasia")
    made = make(office_home, stick)
    again = put_back(made, tmp_path / "rumah baru")
    wanted = {n: c for n, c in files(office_home).items() if not n.startswith(("index/", "printouts/"))}
    assert files(again) == wanted


def test_a_backup_is_a_bag_that_tells_its_moment(office_home: Path, stick: Path) -> None:
    made = make(office_home, stick)
    assert made.path.name == "cadangan-2026-03-02-090000"
    info, payload = bag.read_info(made.path), [p for p in made.path.rglob("data/**/*") if p.is_file()]
    with closing(Records(office_home / "archive" / "records.jsonl")) as records:
        assert (made.head, made.sequence) == (records.trail.head, records.trail.sequence)
        assert info["Ppid-Count-documents"] == str(records.documents.count())
    assert info["Payload-Oxum"] == f"{sum(p.stat().st_size for p in payload)}.{len(payload)}"
    assert (made.path / "bagit.txt").read_text(encoding="utf-8").startswith("BagIt-Version: 1.0\n")
    assert {p.name for p in made.path.iterdir()} == {
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data",
    }  # fmt: skip
    assert [step.problem for step in bag.check(made.path) if step.problem] == []


def test_odd_names_come_back(tmp_path: Path) -> None:
    for name in ("baris\nbaru.pdf", "100%25.pdf", "a  b .pdf", "\u2028.pdf", "titik: dua.pdf"):
        (tmp_path / "bag" / "data").mkdir(parents=True)
        source = tmp_path / "source"
        source.write_bytes(b"isi")
        try:
            digest = bag.put(source, tmp_path / "bag" / "data" / name)
        except OSError:  # not a name for this system
            shutil.rmtree(tmp_path / "bag")
            continue
        bag.seal(tmp_path / "bag", {f"data/{name}": digest}, {"Source-Organization": "Biro\nPayload-Oxum: 0.0"})
        assert [step.problem for step in bag.check(tmp_path / "bag")] == [""]
        assert bag.read_info(tmp_path / "bag") == {"Source-Organization": "Biro Payload-Oxum: 0.0"}
        shutil.rmtree(tmp_path / "bag")


def test_two_backups_in_the_same_second_are_two(office_home: Path, stick: Path) -> None:
    first, second = make(office_home, stick), make(office_home, stick)
    assert {first.path.name, second.path.name} == {p.name for p in stick.iterdir()}
    assert find_backup(stick) == kept_in(stick)[-1]


def test_a_second_backup_on_the_medium_takes_only_the_room_of_what_is_new(office_home: Path, stick: Path) -> None:
    first = softcopy(make(office_home, stick).path)
    second = softcopy(make(office_home, stick, AT + timedelta(days=1)).path)
    assert first.samefile(second) and not second.samefile(softcopy(office_home))


def test_a_link_to_what_rotted_in_the_backup_before_is_not_taken(office_home: Path, stick: Path) -> None:
    rotten = softcopy(make(office_home, stick).path)
    rotten.write_bytes(rotten.read_bytes()[:-1] + b"?")
    later = make(office_home, stick, AT + timedelta(days=1))
    assert [step.problem for step in bag.check(later.path) if step.problem] == []


def test_what_is_damaged_in_the_archive_is_told_and_all_else_is_saved(office_home: Path, stick: Path) -> None:
    first, *rest = sorted(office_home.rglob("softcopies/*/*"))
    first.chmod(0o600)
    first.write_bytes(b"lain")
    rest[0].unlink()
    backup = Backup(office_home, stick, AT, OFFICE)
    for _ in backup:
        pass
    assert len(backup.problems) == 2
    assert first.stem in backup.problems[0] and "berubah" in backup.problems[0]
    assert rest[0].stem in backup.problems[1] and "tidak ada" in backup.problems[1]
    assert not find_backup(stick).sound


def test_what_no_record_names_yet_is_not_in_the_backup(office_home: Path, stick: Path) -> None:
    stray = office_home / "archive" / "softcopies" / "aa" / ("aa" * 32 + ".pdf")
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"baru disalin")
    assert not list(make(office_home, stick).path.rglob(stray.name))


def test_records_are_copied_up_to_the_last_commit_whatever_is_written_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    with closing(open_records(path)) as db:
        db.table("documents").insert_multiple({"n": n} for n in range(100))
        before = path.read_bytes()
        with as_of_now(path) as blocks:
            db.table("documents").truncate()
            db.storage.compact()
            assert b"".join(blocks) == before
    with path.open("ab") as file:
        file.write(b'["00000000",{"torn')
    with as_of_now(path) as blocks:
        assert b"".join(blocks) + b'["00000000",{"torn' == path.read_bytes()


def test_a_copy_tells_what_the_records_tell(office_home: Path) -> None:
    path = office_home / "archive" / "records.jsonl"
    contents = read_contents(path)
    with closing(Records(path)) as records:
        assert contents.counts["documents"] == records.documents.count()
        assert contents.softcopies == {r.sha256 for d in records.documents.all() for r in d.renditions}
        assert contents.head == records.trail.head and contents.damaged == 0


# What goes wrong


def test_a_full_disk_leaves_nothing(office_home: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_module, "RESERVE", 1 << 62)
    with pytest.raises(NoBackup, match="tidak cukup"):
        make(office_home, stick)
    assert list(stick.iterdir()) == []


SMALL_DISK = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from archive.backup import Backup
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    list(Backup(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 2), "Biro"))
except OSError as error:
    sys.exit(error.errno)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_write_that_fails_midway_leaves_nothing(office_home: Path, stick: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", SMALL_DISK, office_home, stick], timeout=60, check=False)
    assert ended.returncode == errno.EFBIG
    assert list(stick.iterdir()) == []


def test_a_medium_that_is_pulled_out_is_told(office_home: Path, stick: Path) -> None:
    steps = iter(Backup(office_home, stick, AT, OFFICE))
    next(steps)
    shutil.rmtree(stick)
    with pytest.raises(OSError):
        for _ in steps:
            pass
    assert not stick.exists()


def test_a_backup_given_up_midway_leaves_nothing(office_home: Path, stick: Path) -> None:
    steps: Iterator[object] = iter(Backup(office_home, stick, AT, OFFICE))
    next(steps)
    assert [p.suffix for p in stick.iterdir()] == [".sedang"]
    steps.close()  # type: ignore[attr-defined]
    assert list(stick.iterdir()) == []


SLOW = """
import sys, time
from datetime import datetime
from pathlib import Path
from archive.backup import Backup
for step in Backup(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 2), "Biro"):
    print(step.done, flush=True)
    time.sleep(float(sys.argv[3]))
"""


def start_slow(home: Path, to: Path, pause: float) -> subprocess.Popen[str]:
    """A backup in another process, slow enough to be met on its way; returns once it has begun."""
    command = [sys.executable, "-c", SLOW, str(home), str(to), str(pause)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout and process.stdout.readline()
    return process


def test_a_kill_in_the_middle_leaves_no_folder_with_a_final_name(office_home: Path, stick: Path) -> None:
    with start_slow(office_home, stick, 60) as process:
        process.kill()
    assert [p.suffix for p in stick.iterdir()] == [".sedang"] and kept_in(stick) == []
    made = make(office_home, stick)
    assert list(stick.iterdir()) == [made.path]


def test_a_backup_that_another_process_is_making_is_left_alone(office_home: Path, stick: Path) -> None:
    with start_slow(office_home, stick, 0.05) as process:
        make(office_home, stick)
        process.communicate()
    assert process.returncode == 0 and len(kept_in(stick)) == 2


def test_places_that_cannot_be_are_refused(office_home: Path, tmp_path: Path) -> None:
    for to in (office_home, office_home / "archive" / "x", tmp_path / "tidak" / "ada", office_home / "office.toml"):
        with pytest.raises(NoBackup):
            make(office_home, to)
    assert make(office_home, office_home / "backups").path.parent == office_home / "backups"


def test_every_flipped_byte_in_a_bag_is_named_and_nothing_is_restored(
    office_home: Path, stick: Path, tmp_path: Path
) -> None:
    made = make(office_home, stick)
    broken = [softcopy(made.path), made.path / "data" / "office.toml", made.path / "bag-info.txt"]
    for file in broken:
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    (made.path / "data" / "archive" / "tambahan.txt").write_text("x", encoding="utf-8")
    min(made.path.rglob("text/*/*.zip")).unlink()
    with pytest.raises(Damaged) as told:
        put_back(made, tmp_path / "baru")
    problems = "\n".join(told.value.problems)
    assert len(told.value.problems) == 5
    assert all(file.name in problems for file in broken) and "tambahan.txt" in problems and ".zip" in problems
    assert not (tmp_path / "baru").exists()


def test_a_filled_home_is_refused(office_home: Path, stick: Path, tmp_path: Path) -> None:
    made, before = make(office_home, stick), files(office_home)
    with pytest.raises(NotEmpty):
        put_back(made, office_home)
    assert files(office_home) == before
    only_backups = tmp_path / "sisa"
    shutil.copytree(stick, only_backups / "backups")
    put_back(find_backup(only_backups / "backups"), only_backups)
    assert (only_backups / "office.toml").is_file()


def test_a_backup_by_a_newer_program_is_refused_and_leaves_the_home_empty(
    office_home: Path, stick: Path, tmp_path: Path
) -> None:
    with closing(open_records(office_home / "archive" / "records.jsonl")) as db, db.storage.transaction():
        db.storage.put("_store", "1", {"version": 99})
    made = make(office_home, stick)
    assert made.schema == 99
    with pytest.raises(NewerStore):
        put_back(made, tmp_path / "baru")
    assert list((tmp_path / "baru").iterdir()) == []


def test_a_hostile_bag_writes_nothing_elsewhere_and_brings_no_index(
    office_home: Path, stick: Path, tmp_path: Path
) -> None:
    made = make(office_home, stick)
    manifest = made.path / "manifest-sha256.txt"
    honest = manifest.read_bytes()
    for path in ("../x", "/tmp/x", "data/../../x", "bagit.txt", "data"):
        manifest.write_bytes(honest + f"{'0' * 64}  {path}\n".encode())
        with pytest.raises(NotABag):
            put_back(made, tmp_path / "baru")
    manifest.write_bytes(honest)
    digests = bag.listed(made.path)
    for name in ("index/x", "Index/y"):
        (made.path / "data" / name).parent.mkdir(exist_ok=True)
        digests[f"data/{name}"] = bag.put_bytes(iter([name.encode()]), made.path / "data" / name)
    info = bag.read_info(made.path)
    for tag in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
        (made.path / tag).unlink()
    bag.seal(made.path, digests, info)
    assert "index" not in {p.name.casefold() for p in put_back(made, tmp_path / "baru").iterdir()}


def test_a_restoration_cut_off_midway_leaves_a_home_that_can_be_restored_into(
    office_home: Path, stick: Path, tmp_path: Path
) -> None:
    made, home = make(office_home, stick), tmp_path / "baru"
    steps = restore(made, home)
    while not (home / "pemulihan.sedang").exists():
        next(steps)
    shutil.copytree(home, tmp_path / "terputus")
    steps.close()  # type: ignore[attr-defined]
    assert list(home.iterdir()) == []
    put_back(made, tmp_path / "terputus")
    assert not (tmp_path / "terputus" / "pemulihan.sedang").exists()


# Which may go


def test_the_last_backups_stay_whatever_the_clock_said(office_home: Path, stick: Path) -> None:
    times = [AT + timedelta(days=3650), *(AT + timedelta(days=n) for n in range(4))]
    made = []
    for at in times:
        with closing(Records(office_home / "archive" / "records.jsonl")) as records:
            records.trail.append(at, "Kiosk", "membuka kiosk", "", 0)
        made.append(make(office_home, stick, at))
    prune(stick, made[-1], 3)
    assert [kept.path for kept in kept_in(stick)] == [kept.path for kept in made[-3:]]
    assert sorted(p.name for p in stick.iterdir()) == sorted(kept.path.name for kept in made[-3:])


def test_old_half_made_folders_without_a_lock_go_too(office_home: Path, stick: Path) -> None:
    (stick / "lama.sedang").mkdir()
    (stick / "baru.sedang").mkdir()
    long_ago = time.time() - 7200
    os.utime(stick / "lama.sedang", (long_ago, long_ago))
    make(office_home, stick)
    assert not (stick / "lama.sedang").exists() and (stick / "baru.sedang").exists()
