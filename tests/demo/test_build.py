"""A sample office: what is in it, that it can be made again, and what it never overwrites."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from archive.model import Document, InformationClass, Officer, RenditionKind, Right
from archive.officers import rights_of
from archive.request_model import RequestOutcome, RequestState
from archive.sop import BUNDLED
from archive.workdays import add_workdays
from ppid_tui.demo.build import DemoRefused, make_demo
from ppid_tui.demo.pins import sample_pins
from ppid_tui.desk import care, cases, people
from ppid_tui.desk.intake import set_aside, waiting
from ppid_tui.desk.office import Office, open_office
from ppid_tui.desk.profile import Profile
from tests.demo.conftest import TODAY, make

EVERYDAY = ("perjalanan dinas", "anggaran", "bantuan sosial", "hibah", "rapat koordinasi")
NOON = datetime.combine(TODAY, time(12))


def documents(office: Office, kind: str = "") -> list[Document]:
    return [d for d in office.records.documents.all() if kind in ("", d.kind)]


def records(home: Path) -> dict[str, list[Any]]:
    office = open_office(home)
    try:
        tables = office.records
        officers = [replace(o, pin="", recovery="") for o in tables.officers.all()]
        kept = (tables.documents.all(), officers, tables.cases.all(), tables.requests.all())
        return {type(rows[0]).__name__: [asdict(row) for row in rows] for rows in kept}
    finally:
        office.close()


# Documents


def test_there_are_as_many_documents_as_asked_for(office: Office) -> None:
    assert len(documents(office)) == 60


@pytest.mark.parametrize("words", EVERYDAY)
def test_words_of_everyday_are_on_the_page_that_is_shown(office: Office, words: str) -> None:
    hits = office.indexes.public().search(words).hits
    assert len(hits) > 3
    document = office.records.documents.get(hits[0].document_id)
    assert document and hits[0].page
    assert words in " ".join(office.texts.page(document.text_key, hits[0].page).lower().split())


def test_totals_of_a_budget_add_up_in_the_text_that_was_read(office: Office) -> None:
    for document in documents(office, "Rincian Anggaran"):
        read = " ".join(" ".join(office.texts.pages(document.text_key)).split())
        table = read[read.index("Sisa (Rp)") :]
        rows, total = table[: table.index("Jumlah")], table[table.index("Jumlah") :]
        amounts = [int(text.replace(".", "")) for text in re.findall(r"\b\d+(?:\.\d{3})+|\b0\b", rows)]
        expected = [int(text.replace(".", "")) for text in re.findall(r"\d+(?:\.\d{3})+", total)[:3]]
        assert [sum(amounts[column::3]) for column in range(3)] == expected


def test_the_yearly_reports_lack_one_year(office: Office) -> None:
    years = {d.year for d in documents(office, "Laporan Tahunan")}
    assert years == {2019, 2020, 2021, 2023, 2024, 2025}


def test_numbers_are_given_once(office: Office) -> None:
    numbers = [d.number for d in documents(office) if d.confirmed]
    assert all(numbers)
    assert len(set(numbers)) == len(numbers)


def test_exempt_documents_say_why(office: Office) -> None:
    exempt = [d for d in documents(office) if d.information_class is InformationClass.DIKECUALIKAN]
    assert {d.exemption.letter for d in exempt if d.exemption} == {"h", "i"}
    assert all(d.exemption and d.exemption.consequence for d in exempt)
    assert office.indexes.exempt().count() == len(exempt)


def test_some_documents_wait_for_their_class(office: Office) -> None:
    undecided = [d for d in documents(office) if d.information_class is InformationClass.BELUM_DITETAPKAN]
    assert undecided
    assert not any(d.confirmed for d in undecided)


def test_a_draft_stands_beside_its_signed_scan(office: Office) -> None:
    drafted = next(d for d in documents(office) if len(d.renditions) == 2)
    assert {r.kind for r in drafted.renditions} == {RenditionKind.DRAFT, RenditionKind.SIGNED}
    given = drafted.given_rendition
    assert given and given.media_type == "application/pdf"


def test_some_are_paper_alone_and_one_is_on_loan(office: Office) -> None:
    paper = [d for d in documents(office) if not d.renditions]
    assert all(d.hardcopy and d.hardcopy.cabinet for d in paper)
    assert sum(bool(d.hardcopy and d.hardcopy.borrower) for d in paper) == 1


def test_a_scan_a_worksheet_and_a_photo_have_no_text(office: Office) -> None:
    silent = [d for d in documents(office) if d.renditions and not d.text_key]
    assert {"Foto", "Rekapitulasi", "Surat", "Keputusan"} <= {d.kind for d in silent}


def test_files_lie_in_incoming_and_a_locked_one_was_set_aside(office: Office) -> None:
    assert len(waiting(office)) == 4
    assert [reason for _, reason in set_aside(office) if "kata sandi" in reason]


def test_the_archive_is_sound_and_its_trail_in_order(office: Office) -> None:
    assert care.verify(office).problems == ()
    times = [entry.at for entry in office.records.trail.entries()]
    assert times == sorted(times)
    assert times[-1].date() < TODAY


# People


def test_each_role_has_an_officer_who_can_sign_in(office: Office, home: Path) -> None:
    pins = {pin.name: pin.pin for pin in sample_pins(home)}
    on_duty = people.on_duty(office, NOON)
    assert {role for officer in on_duty for role in officer.roles} == {role.id for role in office.sop.roles}
    assert {officer.name for officer in on_duty} == set(pins)
    assert len(set(pins.values())) == len(pins)


def test_the_sample_pins_fit(tmp_path: Path) -> None:
    make(tmp_path, "kesra", documents=3)
    office = open_office(tmp_path)
    by_name = {officer.name: officer.id for officer in office.records.officers.all()}
    for pin in sample_pins(tmp_path):
        assert people.sign_in(office, by_name[pin.name], pin.pin, NOON).officer
    office.close()


def test_one_administers_and_one_has_left(office: Office) -> None:
    known = office.records.officers.all()
    assert [o for o in known if not o.roles and Right.ADMINISTER in rights_of(o, office.sop)]
    assert [o for o in known if o.active_until and o.active_until < TODAY]


def test_who_signs_today_is_acting(office: Office) -> None:
    signatory = office.profile.signatory_on(TODAY)
    assert signatory and signatory.acting == "Plt."


# Cases and requests


def test_cases_wait_at_each_role_and_one_came_back_with_its_reason(office: Office) -> None:
    known = office.records.cases.all()
    assert {cases.whose_turn(office, case) for case in known} == {None, *(role.id for role in office.sop.roles)}
    assert [case for case in known if case.step is None]
    assert [case.returned.note for case in known if case.returned and case.returned.note]


def test_requests_stand_in_every_state_and_ended_in_every_way(office: Office) -> None:
    known = office.records.requests.all()
    assert {request.state for request in known} == set(RequestState)
    assert {request.outcome for request in known} == set(RequestOutcome)
    assert max(len(request.items) for request in known) == 15
    assert [request for request in known if request.keberatan]
    assert [request for request in known if request.answered == request.received]


def test_what_was_given_may_be_given(office: Office) -> None:
    given = {i for request in office.records.requests.all() for item in request.items for i in item.documents}
    assert given
    assert all(document.information_class.may_be_given for document in office.records.documents_of(given))


def test_a_request_was_late_over_lebaran(office: Office) -> None:
    late = [r for r in office.records.requests.all() if r.answered and r.due and r.answered > r.due]
    assert [request.received.month for request in late] == [3]
    assert late[0].due == add_workdays(late[0].received, 10, office.calendar)


# Making it


def test_the_same_seed_and_day_make_the_same_office(home: Path, tmp_path: Path) -> None:
    make(tmp_path)
    assert records(tmp_path) == records(home)


def test_another_seed_makes_another_office(home: Path, tmp_path: Path) -> None:
    make(tmp_path, documents=12, seed=7)
    titles = {d["title"] for d in records(tmp_path)["Document"]}
    assert titles != {d["title"] for d in records(home)["Document"][:12]}


@pytest.mark.parametrize("office_id", BUNDLED)
def test_every_office_can_be_made_small(office_id: str, tmp_path: Path) -> None:
    make(tmp_path, office_id, documents=4)
    office = open_office(tmp_path)
    assert office.profile.demo
    assert care.verify(office).ok
    office.close()


def test_many_documents_have_words_but_no_files(tmp_path: Path) -> None:
    make(tmp_path, "diskop", documents=620)
    office = open_office(tmp_path)
    known = documents(office)
    assert len(known) == 620
    assert sum(bool(d.renditions) for d in known) <= 60
    assert office.indexes.public().search("perjalanan dinas").total > 100
    assert care.verify(office).ok
    office.close()


def test_a_sample_of_the_same_settings_is_kept(home: Path) -> None:
    before = (home / "demo.json").stat().st_mtime_ns
    assert list(make_demo(home, "adpim")) == []
    assert (home / "demo.json").stat().st_mtime_ns == before


def test_a_sample_of_other_settings_is_made_anew(tmp_path: Path) -> None:
    make(tmp_path, "kesra", documents=3)
    make(tmp_path, "diskop", documents=2)
    assert len(records(tmp_path)["Document"]) == 2


def test_an_unfinished_sample_is_made_anew(tmp_path: Path) -> None:
    begun = make_demo(tmp_path, "kesra", 5, 2026, TODAY)
    next(begun)
    begun.close()  # type: ignore[attr-defined]
    assert sample_pins(tmp_path) == []
    make(tmp_path, "kesra", documents=5)
    assert len(records(tmp_path)["Document"]) == 5


def test_an_office_that_is_no_sample_is_never_touched(tmp_path: Path) -> None:
    office = people.set_up(tmp_path, Profile(name="Kantor sungguhan", sop="kesra"))
    office.records.officers.add(Officer("Petugas"), "mendaftarkan petugas", "uji", NOON)
    office.close()
    with pytest.raises(DemoRefused, match="bukan contoh"):
        make_demo(tmp_path, "kesra")
    (tmp_path / "office.toml").unlink()
    with pytest.raises(DemoRefused, match="bukan contoh"):
        make_demo(tmp_path, "kesra")
    assert (tmp_path / "archive" / "records.jsonl").stat().st_size


def test_what_else_lies_in_the_home_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "surat.txt"
    letter.write_text("milik orang lain", encoding="utf-8")
    make(tmp_path, "kesra", documents=2)
    make(tmp_path, "adpim", documents=2)
    assert letter.read_text(encoding="utf-8") == "milik orang lain"


def test_the_sign_in_screen_loads_nothing_heavy_for_the_pins() -> None:
    heavy = "reportlab", "docx", "PIL", "whoosh", "pdfminer", "xlsxwriter"
    code = f"import sys, ppid_tui.demo.pins; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
