"""Typed records: what is kept comes back, secrets stay out of the trail, and a person can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.journal import TransactionError
from archive.model import Document, Officer
from archive.personal import digest, is_veiled
from archive.records import Records
from archive.request_model import Keberatan, Request, Requester, RequestItem

AT = datetime(2026, 3, 2, 9, 0)
RINA = "Rina Contoh"
PERSON = Requester(
    name="Tuti Misalnya",
    address="Jalan Karangan Nomor 7",
    contact="tuti@contoh.example",
    occupation="Juru gambar khayalan",
    identity_number="BUKAN-NIK-001",
    id=4,
)
STORY = "Saya kecewa karena suratnya hilang."
TRACES = (PERSON.name, PERSON.address, PERSON.contact, PERSON.occupation, PERSON.identity_number, STORY)
ASKED = Request("001/PPID/2026", date(2026, 3, 2), PERSON, (RequestItem("Laporan anggaran 2025"),))
OBJECTION = Keberatan("001/K/2026", date(2026, 4, 1), "ditolak", STORY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.jsonl"


@pytest.fixture
def records(path: Path) -> Iterator[Records]:
    opened = Records(path)
    yield opened
    opened.close()


@pytest.fixture
def asked(records: Records) -> Request:
    """A request that was noted, then objected to."""
    kept = records.requests.add(ASKED, "mencatat permohonan", RINA, AT)
    return records.requests.change(replace(kept, keberatan=OBJECTION), "mencatat keberatan", RINA, AT)


def everything(path: Path) -> str:
    """Every byte that lies in the archive."""
    return "".join(p.read_text(encoding="utf-8") for p in path.parent.rglob("*") if p.is_file())


def trail(records: Records) -> str:
    return "".join(map(str, records.trail.entries()))


def test_a_record_comes_back_as_it_was_kept(records: Records, path: Path) -> None:
    kept = records.requests.add(ASKED, "mencatat permohonan", RINA, AT)
    assert kept == replace(ASKED, id=1)
    assert records.requests.get(1) == kept
    assert records.requests.by("number", ASKED.number) == records.requests.all() == [kept]
    again = Records(path)
    assert again.requests.get(1) == kept
    again.close()


def test_changing_what_was_never_kept_is_an_error(records: Records) -> None:
    with pytest.raises(KeyError):
        records.documents.change(Document(title="Surat", id=9), "mengubah", RINA, AT)
    assert records.trail.sequence == 0


def test_a_record_and_its_entry_live_or_die_together(records: Records) -> None:
    with pytest.raises(ZeroDivisionError), records.transaction():
        records.documents.add(Document(title="Surat"), "mencatat", RINA, AT)
        raise ZeroDivisionError
    assert (records.documents.count(), records.trail.sequence) == (0, 0)


def test_pins_and_recovery_codes_are_not_in_the_trail(records: Records) -> None:
    officer = records.officers.add(Officer(RINA, pin="aa$bb", recovery="cc$dd"), "mendaftarkan", RINA, AT)
    records.officers.change(replace(officer, pin="ee$ff"), "mengganti PIN", RINA, AT)
    assert not any(secret in trail(records) for secret in ("aa$bb", "cc$dd", "ee$ff"))
    last = list(records.trail.entries())[-1]
    assert last.before == last.after == {"pin": "•"}
    assert last.after and is_veiled(last.after["pin"])


# A person in the trail


def test_the_trail_does_not_say_who_asked_or_what_they_told(records: Records, asked: Request) -> None:
    assert not any(trace in trail(records) for trace in TRACES)
    first = next(records.trail.entries())
    assert first.after and first.after["number"] == ASKED.number
    assert all(is_veiled(value) for name, value in first.after["requester"].items() if name != "kind")


def test_with_the_salt_that_lies_with_the_record_the_trail_can_be_proved(records: Records, asked: Request) -> None:
    row = records._db.table("requests").get(doc_id=asked.id)
    first = next(records.trail.entries())
    assert row and first.after
    assert first.after["requester"]["name"] == digest(row["salt"], "requester.name", PERSON.name)
    assert row["salt"] not in trail(records)


def test_two_requests_of_one_person_cannot_be_linked_through_the_trail(records: Records) -> None:
    one, other = (records.requests.add(ASKED, "mencatat", RINA, AT) for _ in range(2))
    first, second = (e.after["requester"] for e in records.trail.entries() if e.after)
    assert one.requester == other.requester
    assert {k for k in first if first[k] == second[k]} == {"kind"}


def test_a_change_of_the_person_is_seen_without_being_told(records: Records, asked: Request) -> None:
    moved = replace(asked, requester=replace(PERSON, address="Jalan Baru Nomor 8"))
    records.requests.change(moved, "mengubah permohonan", RINA, AT)
    last = list(records.trail.entries())[-1]
    assert last.before and last.after and last.before.keys() == {"requester"}
    changed = [k for k, v in last.after["requester"].items() if v != last.before["requester"][k]]
    assert changed == ["address"]
    assert not any(trace in trail(records) for trace in (*TRACES, "Jalan Baru"))


def test_a_forgotten_person_is_nowhere_in_the_archive(records: Records, asked: Request, path: Path) -> None:
    head = records.trail.head
    assert all(trace in everything(path) for trace in TRACES)
    assert records.forget_requester(asked.id, RINA, AT)
    assert not any(trace in everything(path) for trace in TRACES)
    assert '"salt"' not in everything(path)
    assert records.trail.problems(head) == []
    records.close()
    again = Records(path)
    kept = again.requests.get(asked.id)
    assert kept == replace(asked, requester=Requester(""), keberatan=replace(OBJECTION, story=""))
    assert again.trail.problems(head) == []
    assert not any(trace in everything(path) for trace in TRACES)
    again.close()


def test_forgetting_stands_in_the_trail_once(records: Records, asked: Request) -> None:
    for _ in range(2):
        records.forget_requester(asked.id, RINA, AT)
    entries = records.trail.find(("requests", asked.id))
    assert [e.action for e in entries][:2] == ["menghapus data pribadi pemohon", "mencatat keberatan"]
    assert len(entries) == 3
    assert entries[0].by == RINA and entries[0].after
    assert set(entries[0].after["requester"].values()) == {"", 0, "citizen"}


def test_others_are_not_forgotten_with_them(records: Records, asked: Request, path: Path) -> None:
    other = records.requests.add(replace(ASKED, requester=Requester("Amat Umpama")), "mencatat", RINA, AT)
    records.forget_requester(asked.id, RINA, AT)
    assert records.requests.get(other.id) == other
    assert "Amat Umpama" in everything(path) and '"salt"' in everything(path)


def test_a_forgotten_person_is_gone_from_the_closed_years_as_well(path: Path) -> None:
    with_years = Records(path)
    old = with_years.requests.add(ASKED, "mencatat", RINA, AT.replace(year=2023))
    with_years.documents.add(Document(title="Surat"), "mencatat", RINA, AT)
    with_years.close()
    records = Records(path)
    assert (path.parent / "audit" / "2023.jsonl").is_file()
    assert records.forget_requester(old.id, RINA, AT)
    assert not any(trace in everything(path) for trace in TRACES)
    assert records.trail.problems(records.trail.head) == []
    records.close()


def test_a_request_that_does_not_exist_has_nobody_to_forget(records: Records) -> None:
    with pytest.raises(KeyError):
        records.forget_requester(5, RINA, AT)


def test_forgetting_is_not_part_of_something_else(records: Records, asked: Request) -> None:
    with pytest.raises(TransactionError), records.transaction():
        records.forget_requester(asked.id, RINA, AT)
    assert records.requests.get(asked.id) == asked


def test_what_could_not_be_wiped_at_once_is_wiped_at_the_next_opening(
    records: Records, asked: Request, path: Path
) -> None:
    in_the_way = path.with_name("records.jsonl.new")
    in_the_way.mkdir()
    assert not records.forget_requester(asked.id, RINA, AT)
    assert records.requests.get(asked.id) != asked
    records.close()
    in_the_way.rmdir()
    assert PERSON.name in everything(path)
    Records(path).close()
    assert not any(trace in everything(path) for trace in TRACES)
