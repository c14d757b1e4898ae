"""The index follows the archive: at once where little changed, aside where much is missing."""

from __future__ import annotations

import shutil
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from archive.model import Document, InformationClass
from ppid_tui.desk import finding, one_index
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.indexes import progress_words
from ppid_tui.desk.office import Office, open_office
from tests.small_office import AT, PETUGAS, officer

MANY = 30


@pytest.fixture
def without_index(office_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office of many documents whose index was lost; batches are small, so that taking in takes long."""
    monkeypatch.setattr(one_index, "BATCH", 4)
    office = open_office(office_home)
    for number in range(MANY):
        document = Document(f"Notulen nomor {number}", InformationClass.SETIAP_SAAT)
        office.records.documents.add(document, "menerima dokumen", PETUGAS, AT)
    office.close()
    shutil.rmtree(office_home / "index")
    return office_home


def found(office: Office, text: str) -> int:
    return finding.find(office, text, Viewer(officer(office, PETUGAS))).total


def whole(office: Office) -> None:
    for _ in range(500):
        if office.indexes.under_way is None:
            return
        time.sleep(0.02)
    raise AssertionError(office.indexes.under_way)


def test_the_command_line_waits_until_all_is_in(without_index: Path) -> None:
    office = open_office(without_index)
    assert found(office, "notulen") == MANY
    assert office.indexes.under_way is None
    office.close()


def test_in_the_kiosk_the_search_answers_at_once_and_says_how_far_the_index_is(without_index: Path) -> None:
    office = open_office(without_index)
    office.indexes.patient = False
    assert found(office, "notulen") < MANY
    assert "sedang disusun: baru" in progress_words(office.indexes.under_way)
    whole(office)
    assert found(office, "notulen") == MANY
    assert progress_words(office.indexes.under_way) == ""
    office.close()


def test_an_index_in_which_one_byte_is_wrong_is_built_anew_before_it_answers(without_index: Path) -> None:
    with closing(open_office(without_index)) as office:
        found(office, "notulen")
    postings = next((without_index / "index" / "public").rglob("*.pst"))
    written = bytearray(postings.read_bytes())
    written[len(written) // 2] ^= 0xFF
    postings.write_bytes(written)
    with closing(open_office(without_index)) as office:
        assert found(office, "notulen") == MANY
        assert office.indexes.public().damaged() == []


def test_what_changes_meanwhile_counts_in_the_very_next_search(without_index: Path) -> None:
    office = open_office(without_index)
    office.indexes.patient = False
    found(office, "notulen")
    last = office.records.documents.all()[-1]
    changed = replace(last, title="Piagam langka")
    office.records.documents.change(changed, "melengkapi data dokumen", PETUGAS, AT)
    assert found(office, "piagam") == 1
    exempt = replace(changed, information_class=InformationClass.DIKECUALIKAN)
    office.records.documents.change(exempt, "menetapkan klasifikasi", PETUGAS, AT)
    assert found(office, "piagam") == 0
    whole(office)
    assert found(office, "notulen") == MANY - 1
    assert found(office, "piagam") == 0
    office.close()


def test_what_was_broken_off_is_gone_on_with(without_index: Path) -> None:
    office = open_office(without_index)
    office.indexes.patient = False
    found(office, "notulen")
    office.close()
    office = open_office(without_index)
    assert found(office, "notulen") == MANY
    office.close()
