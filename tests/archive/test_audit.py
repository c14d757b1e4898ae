"""The trail: nothing in it can be changed unseen, its order is never lost, and what is asked of it is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from archive.chain import BEGINNING
from archive.lines import to_line
from archive.model import Document
from archive.records import Records
from tests.stress import tamper

AT = datetime(2026, 3, 2, 9, 0)
RINA, BAYU = "Rina Contoh", "Bayu Contoh"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.jsonl"


@pytest.fixture
def records(path: Path) -> Iterator[Records]:
    opened = Records(path)
    yield opened
    opened.close()


def looked(records: Records, *times: datetime, by: str = RINA) -> None:
    for at in times:
        records.trail.append(at, by, "melihat", "documents", 1)


def rewrite(path: Path, **fields: object) -> None:
    """Put a commit into the file by hand, as someone who knows the format would."""
    with path.open("ab") as file:
        file.write(to_line(json.loads(json.dumps(fields))))


# The chain


def test_an_entry_says_who_when_and_what_before_and_after(records: Records) -> None:
    kept = records.documents.add(Document(title="Surat"), "mencatat", RINA, AT)
    records.documents.change(Document(title="Surat Edaran", id=kept.id), "mengubah", BAYU, AT)
    first, second = records.trail.entries()
    assert (first.by, first.at, first.action, first.table, first.record_id) == (RINA, AT, "mencatat", "documents", 1)
    assert first.before is None and first.after and first.after["title"] == "Surat"
    assert (second.before, second.after) == ({"title": "Surat"}, {"title": "Surat Edaran"})


def test_each_entry_holds_the_digest_of_the_one_before(records: Records) -> None:
    looked(records, AT, AT, AT)
    entries = list(records.trail.entries())
    assert [e.previous for e in entries] == [BEGINNING, *(e.digest for e in entries[:-1])]
    assert records.trail.head == entries[-1].digest
    assert records.trail.problems() == records.trail.problems(entries[0].digest) == []


def test_what_changes_nothing_leaves_no_entry(records: Records) -> None:
    kept = records.documents.add(Document(title="Surat"), "mencatat", RINA, AT)
    records.documents.change(kept, "mengubah", RINA, AT)
    assert records.trail.sequence == 1


def test_an_empty_trail_is_sound_but_does_not_hold_a_head_that_was_noted(records: Records) -> None:
    assert (records.trail.sequence, records.trail.head, records.trail.problems()) == (0, BEGINNING, [])
    assert records.trail.problems(BEGINNING) == []
    assert records.trail.problems("ab" * 32) == [("jejak", "kepala jejak yang disebut tidak ada lagi di rangkaian")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"3": None}, ("jejak 3", "catatan hilang")),
        ({"2": None, "3": None, "4": None}, ("jejak 2 sampai 4", "catatan hilang")),
        ({"6": None}, ("jejak 6", "catatan hilang")),
        ({"3": {"by": "Orang Lain"}}, ("jejak 3", "isi catatan diubah")),
        ({"03": {"by": "Orang Lain"}}, ("jejak 3", "urutan catatan terputus")),
        ({"0": {"by": "Orang Lain"}}, ("jejak 0", "urutan catatan terputus")),
    ],
)
def test_a_change_in_the_file_is_named(path: Path, change: dict[str, object], told: tuple[str, str]) -> None:
    records = Records(path)
    looked(records, *[AT] * 6)
    rewrite(path, audit=change)
    assert told in records.trail.problems()
    records.close()


@pytest.mark.parametrize("change", [{"6": None}, {str(10**15): None}, {str(10**15): {"by": 3}}, {"7": {}}])
def test_the_kiosk_goes_on_after_someone_tampered_with_the_end(path: Path, change: dict[str, object]) -> None:
    records = Records(path)
    looked(records, *[AT] * 6)
    rewrite(path, audit=change)
    records.close()
    again = Records(path)
    looked(again, AT, by=BAYU)
    assert [e.by for e in again.trail.find(limit=1)] == [BAYU]
    assert list(again.trail.entries())[-1].by == BAYU
    assert again.trail.problems()
    again.close()


def test_random_tampering_is_found_with_a_head_that_was_noted_before(tmp_path: Path) -> None:
    done = tamper.run(tmp_path, rounds=60, seed=20260302)
    assert done.found == done.rounds == 60
    assert done.recomputed == 30
    assert done.recomputed_found_without_head == 0, "or it is not the head that finds them"


# Searching


@pytest.fixture
def busy(path: Path) -> Iterator[Records]:
    """Three years of looks, one a month, by two officers in turn at three documents; the first year is closed."""
    records = Records(path)
    for n in range(36):
        at = datetime(2024 + n // 12, n % 12 + 1, 5, 8)
        records.trail.append(at, (RINA, BAYU)[n % 2], ("melihat", "Mencetak")[n % 5 == 0], "documents", n % 3 + 1)
    records.close()
    records = Records(path)
    assert (path.with_name("audit") / "2024.jsonl").is_file()
    yield records
    records.close()


def test_the_newest_come_first(busy: Records) -> None:
    assert [e.sequence for e in busy.trail.find()] == list(range(36, 0, -1))
    assert [e.sequence for e in busy.trail.find(limit=3)] == [36, 35, 34]


def test_the_trail_of_one_record_is_whole(busy: Records) -> None:
    assert [e.sequence for e in busy.trail.find(("documents", 2))] == list(range(35, 0, -3))
    assert busy.trail.find(("cases", 2)) == []


def test_it_is_searched_by_officer_kind_and_day_together(busy: Records) -> None:
    assert {e.by for e in busy.trail.find(by="bayu")} == {BAYU}
    assert [e.sequence for e in busy.trail.find(action="mencetak")] == [36, 31, 26, 21, 16, 11, 6, 1]
    assert [e.sequence for e in busy.trail.find(action="cetak", by=RINA)] == [31, 21, 11, 1]
    days = busy.trail.find(day_from=date(2024, 11, 5), day_to=date(2025, 2, 5))
    assert [e.sequence for e in days] == [14, 13, 12, 11]
    assert [e.sequence for e in busy.trail.find(day_to=date(2024, 1, 31))] == [1]
    assert busy.trail.find(("documents", 1), BAYU, date(2027, 1, 1)) == []


# The clock


def test_the_clock_is_trusted_while_it_goes_on(records: Records) -> None:
    assert records.trail.clock_problem(AT) == ""
    looked(records, AT)
    for at in (AT - timedelta(minutes=5), AT, AT + timedelta(days=300)):
        assert records.trail.clock_problem(at) == ""


def test_a_clock_that_jumped_is_told_in_plain_words(records: Records) -> None:
    looked(records, AT)
    assert records.trail.clock_problem(datetime(2020, 1, 1, 0, 4)) == (
        "Jam laptop menunjukkan 01-01-2020 pukul 00.04, sedangkan catatan terakhir dibuat 02-03-2026 pukul 09.00. "
        "Periksa tanggal dan jam laptop. Urutan catatan tetap terjaga."
    )
    assert "Periksa apakah tanggal laptop sudah benar" in records.trail.clock_problem(datetime(2028, 1, 1))


def test_it_stays_told_after_an_entry_was_made_with_the_wrong_clock(records: Records) -> None:
    looked(records, AT, AT, AT, datetime(2020, 1, 1))
    assert "Periksa tanggal" in records.trail.clock_problem(datetime(2020, 1, 1, 0, 5))
    assert records.trail.clock_problem(AT + timedelta(hours=1)) == ""


def test_one_entry_from_the_future_does_not_cry_for_ever(records: Records) -> None:
    looked(records, AT, AT, AT, datetime(2099, 1, 1))
    assert "Periksa" in records.trail.clock_problem(AT)
    looked(records, AT)
    assert records.trail.clock_problem(AT) == ""


def test_order_is_by_sequence_whatever_the_clock_said(records: Records) -> None:
    times = [AT, datetime(2020, 1, 1), datetime(2031, 1, 1), AT]
    looked(records, *times)
    assert [e.at for e in records.trail.entries()] == times
    assert [e.at for e in records.trail.find()] == times[::-1]
    assert records.trail.problems() == []
