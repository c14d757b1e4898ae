"""Cases: whose turn it is, the work of each step, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.case_model import Case, Phase
from archive.model import Document, InformationClass, Officer
from archive.sop import bundled_sops
from archive.sop_words import equipment_of
from archive.workflow import NotYourStep, ReasonMissing
from ppid_tui.desk import cases, people, works
from ppid_tui.desk.attaching import candidates
from ppid_tui.desk.case_paper import case_paper
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile
from ppid_tui.desk.step_task import task_of
from ppid_tui.printouts.paper import Table

AT = datetime(2026, 4, 1, 9, 0)
TODAY = AT.date()


@pytest.fixture
def adpim(tmp_path: Path) -> Iterator[Office]:
    opened = people.set_up(tmp_path / "home", Profile(name="Biro Contoh", sop="adpim"))
    yield opened
    opened.close()


def officer(office: Office, *roles: str) -> Officer:
    return office.records.officers.add(Officer(f"Pegawai {roles}", roles), "mendaftarkan", "uji", AT)


def step_forward(office: Office, case: Case, by: Officer, form: dict[str, str] | None = None) -> Case:
    return cases.finish_step(office, case, cases.choices(office, case)[0].label, by, AT, form=form)


def test_a_case_waits_for_the_role_of_its_step_and_for_no_other(adpim: Office) -> None:
    petugas, ppid = officer(adpim, "petugas"), officer(adpim, "ppid")
    case = cases.start_case(adpim, "Agenda", petugas, AT)
    assert cases.my_cases(adpim, petugas) == [case]
    assert cases.my_cases(adpim, ppid) == []
    with pytest.raises(NotYourStep, match="Langkah ini milik Petugas Pelayanan Informasi"):
        cases.save_draft(adpim, case, {"missing": "laporan"}, ppid, AT)
    with pytest.raises(NotYourStep):
        cases.attach(adpim, case, (), ppid, AT)


def test_the_longest_waiting_case_comes_first(adpim: Office) -> None:
    petugas = officer(adpim, "petugas")
    new = cases.start_case(adpim, "Baru", petugas, AT.replace(hour=11))
    old = cases.start_case(adpim, "Lama", petugas, AT)
    assert cases.my_cases(adpim, petugas) == [old, new]


def test_a_step_with_a_reviewer_goes_to_the_reviewer_first(adpim: Office) -> None:
    petugas, ppid = officer(adpim, "petugas"), officer(adpim, "ppid")
    case = step_forward(adpim, cases.start_case(adpim, "Agenda", petugas, AT), petugas)
    reviewed = step_forward(adpim, case, petugas, {"with": "PPID"})
    assert (reviewed.step, reviewed.phase) == (2, Phase.REVIEW)
    assert cases.my_cases(adpim, ppid) == [reviewed]
    assert works.filled(adpim.sop, reviewed.history[-1]) == (("Dengan siapa", "PPID"),)


def test_going_back_needs_a_reason_and_brings_back_what_was_filled_in(adpim: Office) -> None:
    both = officer(adpim, "petugas", "ppid", "atasan")
    case = cases.start_case(adpim, "Agenda", both, AT)
    while (case.step, case.phase) != (6, Phase.REVIEW):
        case = step_forward(adpim, case, both, {"result": "lengkap"} if case.step == 5 else None)
    with pytest.raises(ReasonMissing):
        cases.finish_step(adpim, case, "Koreksi", both, AT)
    back = cases.finish_step(adpim, case, "Koreksi", both, AT, note="tanggal salah")
    assert back.returned is not None and back.returned.note == "tanggal salah"
    assert cases.starting_values(back) == {"result": "lengkap"}
    assert "tanggal salah" in task_of(adpim, back.id, both, TODAY).returned


def test_a_draft_is_kept_until_the_step_is_done(adpim: Office) -> None:
    petugas = officer(adpim, "petugas")
    case = cases.start_case(adpim, "Agenda", petugas, AT)
    cases.save_draft(adpim, case, {"missing": "laporan"}, petugas, AT)
    kept = cases.case_of(adpim, case.id)
    assert cases.starting_values(kept) == {"missing": "laporan"}
    assert step_forward(adpim, kept, petugas).draft == {}


def test_days_give_a_due_date_and_minutes_never_do(adpim: Office) -> None:
    all_roles = officer(adpim, "petugas", "ppid", "atasan")
    case = cases.start_case(adpim, "Agenda", all_roles, AT)
    assert cases.due_date(adpim, case) is None
    while case.step != 4:
        case = step_forward(adpim, case, all_roles)
    assert cases.due_date(adpim, case) == date(2026, 4, 9)
    late = task_of(adpim, case.id, all_roles, date(2026, 4, 10))
    assert late.late and late.due.endswith("Terlambat: batas 9 April 2026")


def test_every_step_of_the_four_sops_has_its_work_in_words() -> None:
    for sop in bundled_sops():
        for step in sop.steps:
            for phase in Phase:
                assert works.work_of(step, phase).guidance
                names = [field.name for field in works.fields_of(step, phase)]
                assert len(names) == len(set(names))


def test_making_ready_ticks_the_needs_of_the_sheet(adpim: Office) -> None:
    fields = works.fields_of(adpim.sop.step(3), Phase.WORK)
    assert [field.label for field in fields] == ["Komputer", "ATK"]
    faults = works.faults(fields, {"need1": works.CHECKED}, TODAY)
    assert [fault.words for fault in faults] == ["Belum ditandai siap: ATK."]


def test_the_sheets_equipment_is_ticked_off_with_them_piece_by_piece(adpim: Office) -> None:
    tools = equipment_of(adpim.sop.sheet)
    fields = works.fields_of(adpim.sop.step(3), Phase.WORK, equipment=tools)
    assert [field.label for field in fields if field.required] == ["Komputer", "ATK"]
    assert [field.label for field in fields if not field.required][-4:] == [
        "Laptop",
        "Printer",
        "Bolpoint",
        "Storage Internal",
    ]


@pytest.mark.parametrize("words", ["1 April 2026", "01/04/2026", "hari ini", "Hari Ini"])
def test_a_day_is_read_as_officers_write_it(words: str) -> None:
    assert works.read_day(words, TODAY) == TODAY


def test_a_date_is_recorded_by_the_calendar_and_read_in_words(adpim: Office) -> None:
    petugas = officer(adpim, "petugas")
    fields = works.fields_of(adpim.sop.step(2), Phase.WORK)
    form = works.as_form(fields, {"with": "Umum", "on": "kemarin", "agreed": "  "}, TODAY)
    assert form == {"with": "Umum", "on": "2026-03-31"}
    case = step_forward(adpim, cases.start_case(adpim, "Agenda", petugas, AT), petugas)
    done = step_forward(adpim, case, petugas, form).history[-1]
    assert ("Tanggal", "31 Maret 2026") in works.filled(adpim.sop, done)


def test_a_citizen_who_looks_along_sees_no_exempt_document_of_a_case(adpim: Office) -> None:
    both = officer(adpim, "petugas", "ppid")
    secret = Document("Data pribadi", InformationClass.DIKECUALIKAN, received_at=AT)
    kept = adpim.records.documents.add(secret, "menerima dokumen", "uji", AT)
    case = cases.start_case(adpim, "Agenda", both, AT, documents=(kept.id,))
    assert cases.documents_of(adpim, case, Viewer(both)) == ([kept], 0)
    assert cases.documents_of(adpim, case, Viewer(both, citizen=True)) == ([], 1)
    assert candidates(adpim, "", Viewer(both, citizen=True)) == []
    assert "Data pribadi" not in str(_paper(adpim, case, Viewer(both, citizen=True)))


def test_the_paper_of_a_case_lists_its_documents_and_who_did_what(adpim: Office) -> None:
    petugas = officer(adpim, "petugas")
    kept = adpim.records.documents.add(Document("Notulen rapat"), "menerima dokumen", "uji", AT)
    case = cases.start_case(adpim, "Agenda", petugas, AT, documents=(kept.id,))
    case = step_forward(adpim, case, petugas, {"missing": "Laporan tahunan"})
    tables = [block for block in _paper(adpim, case, Viewer(petugas)) if isinstance(block, Table)]
    assert tables[0].rows[0][1] == "Notulen rapat"
    assert tables[1].rows[0][-1] == "Informasi yang belum ada dokumennya: Laporan tahunan"


def test_a_role_that_is_not_in_this_office_is_recorded_by_who_is(adpim: Office) -> None:
    here = replace(adpim, profile=replace(adpim.profile, roles_here=("petugas",)))
    petugas, nobody = officer(here, "petugas"), officer(here)
    case = step_forward(here, cases.start_case(here, "Agenda", petugas, AT), petugas)
    case = step_forward(here, case, petugas, {"with": "PPID"})
    assert cases.is_elsewhere(here, case)
    assert cases.my_cases(here, petugas) == [case]
    assert cases.my_cases(here, nobody) == []
    assert step_forward(here, case, petugas).history[-1].role == "ppid"


def _paper(office: Office, case: Case, viewer: Viewer) -> tuple[object, ...]:
    return case_paper(office, task_of(office, case.id, viewer.officer, TODAY), viewer, AT).blocks
