"""What was acknowledged is there after anything; what was not is there whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.journal import TransactionError
from archive.table import RecordsDB, open_records

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from archive.table import open_records
db = open_records(Path(sys.argv[1]))
letters, trail = db.table("letters"), db.table("audit")
print("ready", flush=True)
sys.stdin.readline()
for count in range(int(sys.argv[2])):
    with db.storage.transaction():
        number = letters.insert({"title": "Surat " + "panjang " * (count % 40), "by": sys.argv[3]})
        trail.insert({"letter": number})
        tally = db.table("tally").get(doc_id=1)
        db.table("tally").update({"count": tally["count"] + 1}, doc_ids=[1])
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.jsonl"


@contextmanager
def records(path: Path) -> Iterator[RecordsDB]:
    db = open_records(path)
    try:
        yield db
    finally:
        db.close()


def titles(path: Path) -> list[str]:
    with records(path) as db:
        return [letter["title"] for letter in db.table("letters").all()]


def keep(path: Path, *names: str) -> None:
    with records(path) as db:
        for name in names:
            db.table("letters").insert({"title": name})


def writer(path: Path, count: int, name: str) -> subprocess.Popen[str]:
    """Another process, waiting at the start for `go`."""
    command = [sys.executable, "-c", WRITER, str(path), str(count), name]
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    return child


def go(*children: subprocess.Popen[str]) -> None:
    for child in children:
        assert child.stdin
        child.stdin.write("\n")
        child.stdin.flush()


def test_a_record_and_its_trail_are_one_line_that_can_be_read_by_hand(path: Path) -> None:
    with records(path) as db:
        with db.storage.transaction():
            db.table("letters").insert({"title": "Surat Édaran\n\u2028"})
            db.table("audit").insert({"letter": 1})
        (line,) = path.read_bytes().splitlines()
        assert json.loads(line)[1] == {
            "letters": {"1": {"title": "Surat Édaran\n\u2028"}},
            "audit": {"1": {"letter": 1}},
        }
    assert titles(path) == ["Surat Édaran\n\u2028"]


def test_a_failing_transaction_leaves_nothing(path: Path) -> None:
    keep(path, "Lama")
    before = path.read_bytes()
    with records(path) as db:
        with pytest.raises(ZeroDivisionError), db.storage.transaction():
            db.table("letters").insert({"title": "Baru"})
            db.table("letters").remove(doc_ids=[1])
            db.table("audit").insert({"letter": 2})
            raise ZeroDivisionError
        assert [letter["title"] for letter in db.table("letters").all()] == ["Lama"]
        assert len(db.table("audit")) == 0
    assert path.read_bytes() == before


def test_half_of_a_transaction_is_not_kept_when_its_inner_error_is_swallowed(path: Path) -> None:
    with records(path) as db:
        with pytest.raises(TransactionError), db.storage.transaction():
            db.table("audit").insert({"letter": 1})
            with pytest.raises(ZeroDivisionError), db.storage.transaction():
                raise ZeroDivisionError
        assert len(db.table("audit")) == 0
        db.table("audit").insert({"letter": 1})
        assert len(db.table("audit")) == 1


def test_what_cannot_be_written_as_utf_8_is_refused_and_nothing_is_kept(path: Path) -> None:
    with records(path) as db, pytest.raises(UnicodeEncodeError):
        db.table("letters").insert({"title": "\ud800"})
    assert titles(path) == []


def test_an_open_transaction_is_seen_by_its_own_thread_alone(path: Path) -> None:
    seen_elsewhere: list[int] = []
    with records(path) as db, db.storage.transaction():
        db.table("letters").insert({"title": "Baru"})
        other = threading.Thread(target=lambda: seen_elsewhere.append(len(db.table("letters"))))
        other.start()
        other.join(timeout=10)  # and does not wait for the transaction
        assert len(db.table("letters")) == 1
        assert seen_elsewhere == [0]


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Threads take turns as often as can be, so that a missing lock shows."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty_threads")
def test_threads_read_whole_commits_while_another_writes(path: Path) -> None:
    with records(path) as db:
        done = threading.Event()
        halves: list[int] = []

        def read() -> None:
            while not done.is_set():
                halves.extend(n for n in [len(db.table("letters"))] if n % 1000)

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for _ in range(10):
            db.table("letters").insert_multiple({"title": "a"} for _ in range(1000))
        done.set()
        for reader in readers:
            reader.join()
        assert halves == []


def test_an_id_is_never_given_out_twice(path: Path) -> None:
    keep(path, "satu", "dua", "tiga")
    with records(path) as db:
        db.table("letters").remove(doc_ids=[2, 3])
        assert db.table("letters").insert({"title": "empat"}) == 4
        db.table("letters").remove(doc_ids=[4])
        db.storage.compact()
    with records(path) as db:
        assert db.table("letters").insert({"title": "lima"}) == 5


def test_a_line_torn_at_any_byte_is_cut_and_the_others_stand(path: Path) -> None:
    keep(path, "satu", "dua")
    kept = path.read_bytes()
    keep(path, "tiga")
    last = path.read_bytes()[len(kept) :]
    for length in range(len(last) - 1):
        path.write_bytes(kept + last[:length])
        assert titles(path) == ["satu", "dua"]
        assert path.read_bytes() == kept
        keep(path, "empat")
        assert titles(path) == ["satu", "dua", "empat"]
        assert not length or last[:length] in path.with_name("records.jsonl.rusak").read_bytes().splitlines()


@pytest.mark.parametrize("end", [b"", b"\x0b", b"\0"])
def test_a_last_line_that_lacks_its_line_end_alone_is_kept(path: Path, end: bytes) -> None:
    keep(path, "satu", "dua")
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + end)
    assert titles(path) == ["satu", "dua"]
    assert path.read_bytes() == whole


@pytest.mark.parametrize("tail", [b"\0" * 5000, b"\xff\xfe[" * 99, b'["00000000",{'])
def test_a_tail_of_rubbish_is_cut(path: Path, tail: bytes) -> None:
    keep(path, "satu")
    path.write_bytes(path.read_bytes() + tail)
    keep(path, "dua")
    assert titles(path) == ["satu", "dua"]


def test_a_damaged_byte_costs_its_own_line_alone_and_is_told(path: Path) -> None:
    keep(path, "satu", "dua", "tiga")
    first, second, third = path.read_bytes().splitlines(keepends=True)
    for place in range(len(second) - 1):
        damaged = bytearray(second)
        damaged[place] ^= 1
        path.write_bytes(first + damaged + third)
        with records(path) as db:
            assert [letter["title"] for letter in db.table("letters").all()] == ["satu", "tiga"]
            assert all("rusak" in problem for problem in db.storage.problems)
            assert "Baris 2 di records.jsonl" in db.storage.problems[0]
        assert bytes(damaged) in path.with_name("records.jsonl.rusak").read_bytes()


def test_a_damaged_line_is_set_aside_once_and_outlives_the_rewriting_of_the_file(path: Path) -> None:
    keep(path, "satu", "dua", "tiga")
    path.write_bytes(path.read_bytes().replace(b"dua", b"dva"))
    assert titles(path) == titles(path) == ["satu", "tiga"]
    with records(path) as db:
        db.storage.compact()
        assert len(db.storage.problems) == 1
    assert b"dva" not in path.read_bytes()
    assert path.with_name("records.jsonl.rusak").read_bytes().count(b"dva") == 1


def test_no_acknowledged_write_is_lost_to_a_kill(path: Path) -> None:
    with records(path) as db:
        db.table("tally").insert({"count": 0})
    acknowledged = 0
    for round_ in range(5):
        child = writer(path, 100_000, "anak")
        go(child)
        time.sleep(0.05 + 0.013 * round_)
        child.kill()
        output, _ = child.communicate(timeout=60)
        acknowledged += output.count("\n")
        with records(path) as db:
            written = len(db.table("letters"))
            assert db.storage.problems == ()
            assert acknowledged <= written <= acknowledged + 1 + round_
            assert len(db.table("audit")) == written
            assert db.table("tally").all() == [{"count": written}]


def test_two_processes_lose_nothing_and_share_no_id(path: Path) -> None:
    with records(path) as db:
        db.table("tally").insert({"count": 0})
        children = [writer(path, 200, name) for name in ("kiri", "kanan")]
        go(*children)
        for child in children:
            output, _ = child.communicate(timeout=60)
            assert len(output.split()) == 200
        letters = db.table("letters").all()
        assert sorted(letter["by"] for letter in letters) == ["kanan"] * 200 + ["kiri"] * 200
        assert db.table("tally").all() == [{"count": 400}]


def test_another_s_writes_are_seen_also_after_it_wrote_the_file_anew(path: Path) -> None:
    with records(path) as mine, records(path) as other:
        mine.table("letters").insert({"title": "satu"})
        assert other.table("letters").insert({"title": "dua"}) == 2
        assert len(mine.table("letters")) == 2
        mine.table("letters").remove(doc_ids=[2])
        if sys.platform == "win32":
            with pytest.raises(OSError, match=r"."):
                other.storage.compact()
        else:
            other.storage.compact()
        assert len(mine.table("letters")) == 1
        assert mine.table("letters").insert({"title": "tiga"}) == 3
        assert other.table("letters").get(doc_id=3) == {"title": "tiga"}


def test_closing_writes_the_file_anew_once_most_of_it_is_old(path: Path) -> None:
    with records(path) as db:
        db.table("letters").insert({"title": "satu"})
        for count in range(200):
            db.table("letters").update({"count": count}, doc_ids=[1])
    assert path.read_bytes().count(b"\n") == 1
    assert titles(path) == ["satu"]


def test_a_whole_file_is_left_by_a_rewriting_that_was_interrupted(path: Path) -> None:
    keep(path, "satu")
    path.with_name("records.jsonl.new").write_bytes(b'["half')
    with records(path) as db:
        db.storage.compact()
    assert titles(path) == ["satu"]
    assert not path.with_name("records.jsonl.new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is of POSIX")
def test_a_full_disk_leaves_file_and_memory_as_they_were(path: Path) -> None:
    with records(path) as db:
        letters = db.table("letters")
        acknowledged: list[int] = []
        with file_size_limit(20_000), pytest.raises(OSError, match="too large"):
            acknowledged.extend(letters.insert({"title": "Surat " * 50}) for _ in range(100))
        count = len(acknowledged)
        assert path.read_bytes().count(b"\n") == count > 10
        assert path.read_bytes().endswith(b"\n")
        assert len(letters) == count
        with records(path) as other:
            assert len(other.table("letters")) == count
        letters.insert({"title": "Ada tempat lagi"})
    assert len(titles(path)) == count + 1
    assert titles(path)[-1] == "Ada tempat lagi"


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is of POSIX")
def test_a_disk_too_full_to_write_the_file_anew_leaves_the_old_one(path: Path) -> None:
    keep(path, *("Surat " * 50 for _ in range(10)))
    before = path.read_bytes()
    with records(path) as db:
        with file_size_limit(2_000), pytest.raises(OSError, match="too large"):
            db.storage.compact()
        assert path.read_bytes() == before
        assert len(db.table("letters")) == 10
    assert not path.with_name("records.jsonl.new").exists()


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    if sys.platform == "win32":
        raise NotImplementedError("RLIMIT_FSIZE is of POSIX")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
