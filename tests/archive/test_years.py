"""Old years of the trail lie in closed files: the same chain, nothing lost at any kill, nothing loaded at start."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest

from archive.model import Document
from archive.records import Records

ROOT = Path(__file__).parents[2]
BEGUN = datetime(2023, 1, 5, 8)
RINA = "Rina Contoh"

# Dies at the n-th time that a file in the folder is opened or renamed: between any two steps of the closing.
DYING = """
import os, sys
from pathlib import Path
left = int(sys.argv[2])
def die(event, args):
    global left
    if event in ("open", "os.rename", "os.mkdir") and str(args[0]).startswith(sys.argv[1]):
        left -= 1
        if left < 0:
            os._exit(9)
from archive.records import Records
sys.addaudithook(die)
Records(Path(sys.argv[1]) / "records.jsonl").close()
"""


@contextmanager
def opened(home: Path) -> Iterator[Records]:
    records = Records(home / "records.jsonl")
    try:
        yield records
    finally:
        records.close()


def entries(home: Path, *times: datetime) -> list[str]:
    """Keep a document at each of these times; the digests of the whole trail."""
    with opened(home) as records:
        for at in times:
            records.documents.add(Document(title=f"Surat {at:%d-%m-%Y}"), "mencatat", RINA, at)
        return [entry.digest for entry in records.trail.entries()]


def monthly(years: int, begun: datetime = BEGUN) -> list[datetime]:
    return [begun.replace(year=begun.year + n // 12, month=n % 12 + 1) for n in range(12 * years)]


def files(home: Path) -> dict[str, int]:
    """The closed files and how many entries are in each."""
    return {path.name: path.read_bytes().count(b"\n") for path in sorted((home / "audit").glob("*"))}


def live(home: Path) -> int:
    return (home / "records.jsonl").read_bytes().count(b'"previous"')


def test_this_year_and_last_year_stay_live(tmp_path: Path) -> None:
    entries(tmp_path, *monthly(2))
    entries(tmp_path)
    assert files(tmp_path) == {}
    entries(tmp_path, datetime(2025, 1, 5))
    entries(tmp_path)
    assert (files(tmp_path), live(tmp_path)) == ({"2023.jsonl": 12}, 13)


def test_the_chain_goes_on_through_the_files(tmp_path: Path) -> None:
    before = entries(tmp_path, *monthly(4))
    with opened(tmp_path) as records:
        assert files(tmp_path) == {"2023.jsonl": 12, "2024.jsonl": 12}
        assert [e.digest for e in records.trail.entries()] == before
        assert (records.trail.sequence, records.trail.head) == (48, before[-1])
        assert records.trail.problems(before[0]) == records.trail.problems(before[-1]) == []
    after = entries(tmp_path, datetime(2027, 1, 5))
    assert after[:-1] == before
    entries(tmp_path)
    assert files(tmp_path) == {"2023.jsonl": 12, "2024.jsonl": 12, "2025.jsonl": 12}
    with opened(tmp_path) as records:
        assert [e.sequence for e in records.trail.entries()] == list(range(1, 50))
        assert records.trail.problems(after[-1]) == []


@pytest.mark.parametrize("after", [0, 5, 11, 12, 13, 23, 24, 30, 47, 48, 99])
def test_what_changed_since_is_read_from_the_files_as_well(tmp_path: Path, after: int) -> None:
    entries(tmp_path, *monthly(4))
    with opened(tmp_path) as records:
        assert [e.sequence for e in records.trail.entries(after)] == list(range(after + 1, 49))


def test_a_closed_year_can_be_read_by_hand(tmp_path: Path) -> None:
    entries(tmp_path, *monthly(3))
    entries(tmp_path)
    first = (tmp_path / "audit" / "2023.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert '"at":"2023-01-05T08:00:00"' in first and '"by":"Rina Contoh"' in first


def test_a_kill_between_any_two_steps_of_the_closing_loses_nothing(tmp_path: Path) -> None:
    before = entries(tmp_path / "whole", *monthly(4))
    for step in count():
        home = Path(shutil.copytree(tmp_path / "whole", tmp_path / f"killed {step}"))
        child = subprocess.run([sys.executable, "-c", DYING, str(home), str(step)], cwd=ROOT, check=False)
        with opened(home) as records:
            assert [e.digest for e in records.trail.entries()] == before, step
            assert records.trail.problems(before[-1]) == [], step
        assert files(home) == {"2023.jsonl": 12, "2024.jsonl": 12}, step
        assert live(home) == 24, step
        if child.returncode == 0:
            break
        assert child.returncode == 9, step
    assert step > 8, "or there was nothing to kill"


def test_a_full_disk_leaves_the_years_live_and_the_office_opens(tmp_path: Path) -> None:
    before = entries(tmp_path, *monthly(3))
    (tmp_path / "audit").write_text("a file where the folder should be", encoding="utf-8")
    with opened(tmp_path) as records:
        assert [e.digest for e in records.trail.entries()] == before
    (tmp_path / "audit").unlink()
    assert entries(tmp_path) == before
    assert files(tmp_path) == {"2023.jsonl": 12}


def test_two_kiosks_close_a_year_once_and_both_go_on(tmp_path: Path) -> None:
    entries(tmp_path, *monthly(2))
    with opened(tmp_path) as one:
        one.documents.add(Document(title="Surat"), "mencatat", RINA, datetime(2025, 1, 5))
        with opened(tmp_path) as other:
            other.documents.add(Document(title="Surat"), "mencatat", RINA, datetime(2025, 1, 6))
            assert [e.sequence for e in one.trail.entries()] == list(range(1, 27))
            assert not one.trail.close_old_years()
        assert files(tmp_path) == {"2023.jsonl": 12}
        assert one.trail.problems(one.trail.head) == []


# The clock


def test_an_entry_from_a_dead_battery_stays_among_those_made_around_it(tmp_path: Path) -> None:
    times = monthly(3)
    times[6] = datetime(2000, 1, 1)
    times[18] = datetime(2000, 1, 1)
    times[8] = datetime(2099, 1, 1)
    before = entries(tmp_path, *times)
    assert entries(tmp_path) == before
    assert files(tmp_path) == {"2023.jsonl": 12}


def test_a_clock_in_the_future_closes_early_and_loses_nothing(tmp_path: Path) -> None:
    before = entries(tmp_path, *monthly(1), datetime(2099, 1, 1))
    assert entries(tmp_path) == before
    assert files(tmp_path) == {"2023.jsonl": 12}
    more = entries(tmp_path, *(at + timedelta(days=10) for at in monthly(3)))
    assert entries(tmp_path) == more
    assert files(tmp_path) == {"2023-2.jsonl": 13, "2023.jsonl": 12}
    with opened(tmp_path) as records:
        assert records.trail.problems(more[-1]) == []


def test_a_clock_in_the_past_closes_nothing(tmp_path: Path) -> None:
    before = entries(tmp_path, *monthly(1), datetime(2000, 1, 1))
    assert entries(tmp_path) == before
    assert files(tmp_path) == {}


# Tampering and damage


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A home with 2023 closed; its file."""
    entries(tmp_path, *monthly(3))
    entries(tmp_path)
    return tmp_path / "audit" / "2023.jsonl"


def told(closed: Path) -> list[tuple[str, str]]:
    with opened(closed.parents[1]) as records:
        return records.trail.problems()


def test_a_missing_file_is_named_and_the_office_still_opens(closed: Path) -> None:
    closed.unlink()
    assert ("jejak 1 sampai 12", "catatan hilang") in told(closed)
    with opened(closed.parents[1]) as records:
        assert [e.sequence for e in records.trail.entries()] == list(range(13, 37))
        assert len(records.trail.find()) == 24
        assert records.trail.append(datetime(2026, 1, 1), RINA, "melihat", "documents", 1).sequence == 37


def test_any_changed_byte_of_a_closed_year_is_found(closed: Path) -> None:
    sound = closed.read_bytes()
    for place in Random(3).sample(range(len(sound)), 150):
        closed.write_bytes(sound[:place] + bytes([sound[place] ^ 0x11]) + sound[place + 1 :])
        assert told(closed), place
    closed.write_bytes(sound)
    assert told(closed) == []


def test_a_list_of_files_that_was_tampered_with_is_named(closed: Path) -> None:
    path = closed.parents[1] / "records.jsonl"
    text = path.read_bytes()
    assert b'"2023.jsonl"' in text
    with opened(closed.parents[1]) as records:
        records._db.table("audit_years").update({"file": "../records.jsonl", "last": "banyak"})
    assert ("jejak 1 sampai 12", "catatan hilang") in told(closed)


@pytest.mark.parametrize("field", ["first", "last"])
def test_a_list_that_claims_other_entries_than_the_file_has_is_named(closed: Path, field: str) -> None:
    assert told(closed) == []
    with opened(closed.parents[1]) as records:
        records._db.table("audit_years").update({field: 20})
    assert [where for where, reason in told(closed) if "tidak bersambung" in reason]
