"""The list of public information: what stands on it, what is kept off it and why, and its editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from archive.dip import Lack
from archive.model import Exemption, InformationClass, RenditionKind
from archive.publications import Publication, PublishedFile
from ppid_tui.desk import dip, dip_editions
from ppid_tui.desk.cases import attach, choices, finish_step, start_case
from ppid_tui.desk.describing import describe
from ppid_tui.desk.dip_editions import BadDecree
from ppid_tui.desk.due import Kind, tasks
from ppid_tui.desk.office import NotAllowed, Office
from tests.desk.listed_office import COMPLETE, TODAY, complete, complete_all, decreed, exempted
from tests.small_office import AT, BUDGET, PETUGAS, PPID, SCAN, SECRET, TRAVEL, UNDECIDED, WARNING, document, officer


def titles(office: Office, year: int | None = None) -> list[str]:
    return [row.title for row in dip.rows(office, officer(office, PPID), year)]


def barred(office: Office) -> dict[str, tuple[Lack, ...]]:
    return {one.document.title: one.lacks for one in dip.barred(office)}


def test_only_complete_records_stand_on_the_list_by_class_unit_and_year(office: Office) -> None:
    assert titles(office) == []
    complete_all(office)
    assert titles(office) == [TRAVEL, SCAN, WARNING, BUDGET]
    assert titles(office, 2023) == [BUDGET]


def test_exempt_information_is_neither_on_the_list_nor_among_what_is_kept_off_it(office: Office) -> None:
    complete_all(office)
    exempted(office, TRAVEL)
    assert set(titles(office)) == set(COMPLETE) - {TRAVEL}
    assert set(barred(office)) == {UNDECIDED}
    assert SECRET not in str(dip.current_list(office, officer(office, PPID), AT))


def test_what_keeps_most_off_the_list_comes_first(office: Office) -> None:
    complete(office, TRAVEL)
    describe(office, replace(document(office, BUDGET), retention="5 tahun"), officer(office, PPID), AT)
    found = dip.by_lack(dip.barred(office))
    assert [len(documents) for _, documents in found] == sorted((len(d) for _, d in found), reverse=True)
    assert dict(found)[Lack.CLASS][0].document.title == UNDECIDED
    assert Lack.RETENTION not in barred(office)[BUDGET] and Lack.RESPONSIBLE in barred(office)[BUDGET]


def test_a_document_whose_case_still_has_a_review_ahead_is_not_yet_approved(office: Office) -> None:
    complete_all(office)
    by = officer(office, PETUGAS)
    case = attach(office, start_case(office, "Pendokumentasian", by, AT), (document(office, TRAVEL),), by, AT)
    assert barred(office)[TRAVEL] == (Lack.APPROVED,)
    all_roles = replace(by, roles=tuple(role.id for role in office.sop.roles))
    for _ in range(20):
        if TRAVEL in titles(office):
            break
        onward = next(way.label for way in choices(office, case) if not way.goes_back)
        case = finish_step(office, case, onward, all_roles, AT)
    ahead = [step for step in office.sop.steps if case.step is not None and step.number >= case.step]
    assert ahead and not any(step.reviewer or step.work == "review" for step in ahead)


def test_what_was_decreed_stays_on_the_list_when_a_new_case_takes_it_up(office: Office) -> None:
    complete_all(office)
    decreed(office)
    by = officer(office, PETUGAS)
    attach(office, start_case(office, "Pendokumentasian", by, AT), (document(office, TRAVEL),), by, AT)
    assert TRAVEL in titles(office)


def test_a_partly_exempt_document_needs_its_public_copy(office: Office) -> None:
    complete_all(office)
    partly = replace(document(office, TRAVEL), exemption=Exemption("h"))
    office.records.documents.change(partly, "contoh", PPID, AT)
    assert barred(office)[TRAVEL] == (Lack.PUBLIC_COPY,)
    blacked = replace(partly.renditions[0], kind=RenditionKind.PUBLIC_COPY)
    office.records.documents.change(replace(partly, renditions=(*partly.renditions, blacked)), "contoh", PPID, AT)
    assert TRAVEL in titles(office)


def test_an_edition_stays_as_it_was_decreed(office: Office) -> None:
    complete_all(office)
    edition = decreed(office)
    before = dip_editions.lines_of(office, edition)
    describe(office, replace(document(office, BUDGET), retention="10 tahun"), officer(office, PPID), AT)
    assert dip_editions.lines_of(office, edition) == before
    changed = dip_editions.status(office, officer(office, PPID)).since
    assert [(was.retention, now.retention) for was, now in changed.changed] == [("2 tahun", "10 tahun")]


def test_an_edition_tells_what_came_changed_and_went(office: Office) -> None:
    for title in (TRAVEL, BUDGET):
        complete(office, title)
    first = decreed(office)
    complete(office, WARNING)
    describe(office, replace(document(office, BUDGET), unit="Bagian Protokol"), officer(office, PPID), AT)
    describe(office, replace(document(office, TRAVEL), retention=""), officer(office, PPID), AT)
    second = decreed(office, "2/SK/2026")
    changed = dip_editions.changes_of(office, second)
    assert [row.title for row in changed.new] == [WARNING]
    assert [(was.unit, now.unit) for was, now in changed.changed] == [("Bagian Umum", "Bagian Protokol")]
    assert [row.title for row in changed.gone] == [TRAVEL]
    assert dip_editions.before(office, second) == first
    assert len(dip_editions.changes_of(office, first).new) == first.total == 2


def test_what_was_exempted_later_is_not_shown_in_an_older_edition(office: Office) -> None:
    complete_all(office)
    edition = decreed(office)
    exempted(office, TRAVEL)
    by = officer(office, PPID)
    assert TRAVEL not in str(dip_editions.edition_list(office, edition, by, AT))
    assert TRAVEL not in str(dip_editions.difference_paper(office, None, by, AT))
    assert dip_editions.withheld(office, edition) == 1


def test_only_who_decides_decrees_and_not_ahead_of_time_nor_twice_nor_an_empty_list(office: Office) -> None:
    with pytest.raises(BadDecree, match="kosong"):
        decreed(office)
    complete_all(office)
    edition = decreed(office)
    with pytest.raises(BadDecree, match="sudah dipakai"):
        decreed(office)
    with pytest.raises(BadDecree, match="belum tiba"):
        decreed(office, "2", AT.date() + timedelta(days=1))
    with pytest.raises(NotAllowed):
        dip_editions.decree(office, replace(edition, number="3"), officer(office, PETUGAS), AT)
    assert [one.number for one in dip_editions.editions(office)] == ["1/SK/2026"]


def test_what_went_onto_the_web_is_ticked_and_changes_no_decree(office: Office) -> None:
    complete_all(office)
    edition = decreed(office)
    travel = document(office, TRAVEL).id
    package = Publication(AT, PETUGAS, "paket", (PublishedFile(travel, "0", "a.pdf"),), "0", online_on=TODAY)
    office.records.publications.add(package, "contoh", PETUGAS, AT)
    by = officer(office, PPID)
    for rows in (dip.rows(office, by), dip_editions.lines_of(office, edition)):
        assert [row.document for row in rows if row.online] == [travel]
    assert not dip_editions.status(office, by).since


def test_a_decree_that_was_kept_wrongly_is_withdrawn_with_its_reason_and_its_number_is_free_again(
    office: Office,
) -> None:
    complete_all(office)
    first, wrong = decreed(office), decreed(office, "2/SK/2026")
    with pytest.raises(NotAllowed):
        dip_editions.withdraw(office, wrong, "salah nomor", officer(office, PETUGAS), AT)
    dip_editions.withdraw(office, wrong, "salah nomor", officer(office, PPID), AT)
    assert dip_editions.editions(office) == [first]
    assert [one.withdrawn for one in dip_editions.all_editions(office)] == ["salah nomor", ""]
    assert decreed(office, "2/SK/2026").total == 4
    assert office.records.trail.problems() == []


def test_the_list_is_due_anew_after_six_months_or_what_the_office_says(office: Office) -> None:
    complete_all(office)
    by = officer(office, PPID)
    assert [task.due for task in tasks(office, by, AT.date()) if task.kind is Kind.DIP] == [None]
    decreed(office, on=date(2025, 8, 31))
    assert dip_editions.due_on(office) == date(2026, 2, 28)
    assert [(task.due, task.late) for task in tasks(office, by, AT.date()) if task.kind is Kind.DIP] == [
        (date(2026, 2, 28), True)
    ]
    decreed(office, "2/SK/2026", on=date(2026, 3, 1))
    assert not [task for task in tasks(office, by, AT.date()) if task.kind is Kind.DIP]


def test_the_trail_tells_of_a_decree_by_the_digest_of_its_lines(office: Office) -> None:
    complete_all(office)
    edition = decreed(office)
    entry = office.records.trail.find(action="menetapkan DIP")[0]
    assert entry.after is not None and entry.after["digest"] == edition.digest
    assert TRAVEL not in str(entry.after)


def test_undecided_information_is_never_on_the_list(office: Office) -> None:
    complete(office, UNDECIDED)
    assert titles(office) == [] and barred(office)[UNDECIDED] == (Lack.CLASS,)
    assert document(office, UNDECIDED).information_class is InformationClass.BELUM_DITETAPKAN
