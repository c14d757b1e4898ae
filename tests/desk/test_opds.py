"""PPID Utama asks each OPD for its part of a case, sees who sent what, and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from archive.case_model import Case, ListRow
from archive.model import Officer
from archive.workflow import ReasonMissing
from ppid_tui.desk import cases
from ppid_tui.desk.board import View, board, shown
from ppid_tui.desk.office import NotAllowed, Office, open_office
from ppid_tui.desk.opds import count_words, guidance, open_parts, parts, state_words, summary_words, with_opds
from ppid_tui.desk.people import set_up
from ppid_tui.desk.reminders import print_reminders, reminders
from tests.desk.two_bodies import AT, CITY, DINAS, LATER, forward, officer, put_on, taken_from, taken_in

OPDS = ("Dinas Sosial Contoh", "Dinas Pendidikan Contoh", "Dinas Kesehatan Contoh")
SOCIAL, SCHOOL, HEALTH = OPDS
ROWS = (
    ListRow(1, "Laporan bantuan sosial", SOCIAL),
    ListRow(2, "Daftar penerima layanan", SOCIAL),
    ListRow(3, "Profil kantor"),
    ListRow(4, "Daftar sekolah", SCHOOL),
)
TOO_LATE = date(2026, 4, 20)


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Office]:
    with closing(set_up(tmp_path / "kota", replace(CITY, opds=OPDS))) as office:
        yield office


@pytest.fixture
def utama(city: Office) -> Officer:
    return officer(city, "utama", "bidang")


@pytest.fixture
def whole(city: Office, utama: Officer) -> Case:
    """A case that the OPDs do their parts of now."""
    case = cases.start_case(city, "Daftar 2026", utama, AT)
    case = city.records.cases.change(replace(case, rows=ROWS), "menyusun daftar", "uji", AT)
    return forward(city, forward(city, case, utama), utama)


def test_each_opd_is_asked_for_its_own_rows_and_for_those_of_nobody(city: Office, utama: Officer, whole: Case) -> None:
    opened = open_parts(city, whole, OPDS, utama, AT)
    assert [[row.number for row in part.rows] for part in opened] == [[1, 2, 3], [3, 4], [3]]
    assert open_parts(city, whole, OPDS, utama, AT) == []
    assert cases.my_cases(city, utama) == [whole]
    assert [card.case for card in shown(board(city, utama, AT.date()), View.MINE)] == [whole]
    assert summary_words(parts(city, whole, AT.date())) == "0 dari 3 OPD sudah mengirim."


def test_an_opd_that_only_the_list_names_is_not_overlooked(city: Office, utama: Officer, whole: Case) -> None:
    told = with_opds(city, [SCHOOL], utama, AT)
    found = parts(told, whole, AT.date())
    assert {part.opd for part in found} == {SCHOOL, SOCIAL}
    (opened,) = open_parts(told, whole, [SOCIAL.upper()], utama, AT)
    assert [row.number for row in opened.rows] == [1, 2, 3]
    assert len(parts(told, whole, AT.date())) == 2


def test_parts_are_opened_only_where_the_step_is_the_opds(city: Office, utama: Officer) -> None:
    with pytest.raises(NotAllowed):
        open_parts(city, cases.start_case(city, "Daftar", utama, AT), OPDS, utama, AT)


def test_an_opd_that_waits_for_ppid_utama_has_no_opds_of_its_own(utama: Officer, whole: Case, tmp_path: Path) -> None:
    with closing(set_up(tmp_path / "dinas", DINAS)) as dinas:
        opd = officer(dinas, "pendukung")
        waits = forward(dinas, cases.start_case(dinas, "Daftar", opd, AT), opd)
        assert waits.step == 2 and cases.is_elsewhere(dinas, waits)
        assert guidance(dinas, waits, AT.date()) == ""


def test_a_part_goes_on_a_stick_and_what_comes_back_is_compared_with_what_was_asked(
    city: Office, utama: Officer, whole: Case, tmp_path: Path
) -> None:
    social = open_parts(city, whole, OPDS, utama, AT)[0]
    (tmp_path / "usb").mkdir()
    with closing(set_up(tmp_path / "dinas", DINAS)) as dinas:
        opd = officer(dinas, "pendukung")
        there = taken_from(dinas, put_on(tmp_path / "usb", city, social, utama), opd).case
        report = taken_in(dinas, tmp_path / "b", "laporan.pdf", opd)
        rows = (replace(there.rows[0], document=report.id), *there.rows[1:])
        worked = dinas.records.cases.change(
            replace(there, documents=(report.id,), rows=rows), "melampirkan dokumen", opd.name, LATER
        )
        back = put_on(tmp_path / "usb", dinas, forward(dinas, worked, opd, LATER), opd, LATER)
    came = taken_from(city, back, utama).case
    assert (came.id, came.step, came.parent) == (social.id, None, whole.id)
    found = {part.opd: part for part in parts(city, whole, LATER.date())}
    assert (state_words(found[SOCIAL]), count_words(found[SOCIAL])) == ("sudah mengirim", "datang 1 dari 3")
    assert found[SOCIAL].missing == ("Daftar penerima layanan", "Profil kantor")
    now = cases.case_of(city, whole.id)
    assert now.documents == came.documents and now.rows[0].document == came.documents[0]
    assert now.step == 3
    assert (now.draft["sent"], now.draft["received"]) == ("1 April 2026", "4 April 2026")


def test_a_part_that_came_on_paper_ends_with_its_step(city: Office, utama: Officer, whole: Case) -> None:
    part = open_parts(city, whole, OPDS, utama, AT)[0]
    assert forward(city, part, utama, LATER).step is None


def test_the_whole_goes_on_when_all_came_or_with_a_reason(city: Office, utama: Officer, whole: Case) -> None:
    opened = open_parts(city, whole, OPDS, utama, AT)
    forward(city, opened[0], utama, LATER)
    with pytest.raises(ReasonMissing, match=f"2 OPD belum mengirim: {SCHOOL}, {HEALTH}"):
        forward(city, whole, utama, LATER)
    label = cases.choices(city, whole)[0].label
    gone = cases.finish_step(city, whole, label, utama, LATER, note="batas unggah")
    assert gone.history[-1].note == "batas unggah"
    assert forward(city, gone, utama, LATER).step == 5  # asked once, not at every step


def test_the_late_are_told_first_and_reminded_by_a_letter_each(city: Office, utama: Officer, whole: Case) -> None:
    opened = open_parts(city, whole, OPDS, utama, AT)
    forward(city, opened[0], utama, LATER)
    found = parts(city, whole, TOO_LATE)
    assert [part.late for part in found] == [True, True, False]
    assert state_words(found[0]) == "TERLAMBAT, batas 16-04-2026"
    assert summary_words(found) == "1 dari 3 OPD sudah mengirim, 2 terlambat."
    letters = reminders(city, whole, utama, AT.replace(day=20))
    assert [part.opd for part, _ in letters] == [SCHOOL, HEALTH]
    words = str(letters[0][1].blocks)
    assert SCHOOL in words and "Daftar sekolah" in words and "paling lambat 16 April 2026" in words
    assert "2 surat pengingat tersimpan" in print_reminders(city, whole, utama, AT.replace(day=20))
    assert len(list(city.home.printouts.glob("*.pdf"))) == 2
    told = city.records.trail.find(action="pengingat")
    assert [entry.note for entry in told] == [f"kepada {HEALTH}", f"kepada {SCHOOL}"]


def test_nobody_is_late_before_the_day(city: Office, utama: Officer, whole: Case) -> None:
    open_parts(city, whole, OPDS, utama, AT)
    assert not any(part.late for part in parts(city, whole, (AT + timedelta(days=15)).date()))
    assert reminders(city, whole, utama, AT) == []


def test_the_list_of_opds_is_changed_by_who_may_and_kept(city: Office, utama: Officer) -> None:
    changed = with_opds(city, (*OPDS, "  Dinas   Baru ", "dinas baru", ""), utama, AT)
    assert changed.profile.opds == (*OPDS, "dinas baru")
    with closing(open_office(city.home.root)) as again:
        assert again.profile.opds == changed.profile.opds
    with pytest.raises(NotAllowed):
        with_opds(city, (), officer(city, "bidang"), AT)
