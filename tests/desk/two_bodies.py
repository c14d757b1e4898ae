"""Two bodies at work on one case: what both do at their kiosks, for the tests of handing over."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from archive.case_model import Case, ListRow
from archive.model import Document, Officer
from ppid_tui.desk import cases
from ppid_tui.desk.handover import export
from ppid_tui.desk.handover_in import Taken, look_into, take_package
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile
from tests.small_office import write_pdf

CITY = Profile(name="Diskominfo Contoh", sop="dinsos", roles_here=("bidang", "utama"))
"""PPID Utama and its Bidang, on one laptop."""
DINAS = Profile(name="Dinas Contoh", sop="dinsos", roles_here=("pendukung",))
"""PPID Pendukung of an OPD on another: one step of five is done here."""
AT = datetime(2026, 4, 1, 9, 0)
LATER = AT + timedelta(days=3)
Result = TypeVar("Result")


def result_of(steps: Generator[object, None, Result]) -> Result:
    """What a generator of steps returns in the end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: Result = end.value
            return value


def officer(office: Office, *roles: str) -> Officer:
    return office.records.officers.add(Officer(f"Pegawai {roles[0]}", roles), "mendaftarkan", "uji", AT)


def forward(office: Office, case: Case, by: Officer, at: datetime = AT) -> Case:
    return cases.finish_step(office, case, cases.choices(office, case)[0].label, by, at)


def taken_in(office: Office, folder: Path, name: str, by: Officer, *words: str) -> Document:
    """A softcopy with a page of words, in the archive."""
    folder.mkdir(exist_ok=True)
    file = write_pdf(folder / name, words or (name,))
    outcomes = [step.outcome for step in take_in(office, [file], by, AT)]
    assert outcomes[0] and outcomes[0].document
    return outcomes[0].document


def put_on(stick: Path, office: Office, case: Case, by: Officer, at: datetime = AT, exempt: bool = False) -> Path:
    return result_of(export(office, case, stick, by, at, exempt))


def taken_from(office: Office, package: Path, by: Officer, at: datetime = LATER) -> Taken:
    offer = result_of(look_into(office, package))
    return result_of(take_package(office, offer, by, at))


def at_step_3(office: Office, folder: Path, by: Officer) -> Case:
    """A case that waits for the OPD, with a document and a list of what is asked."""
    document = taken_in(office, folder, "daftar.pdf", by, "Daftar informasi yang diminta")
    rows = (ListRow(1, "Laporan bantuan sosial"), ListRow(2, "Daftar yang diminta", document=document.id))
    case = cases.start_case(office, "Daftar Informasi [/] 2026", by, AT, documents=(document.id,))
    case = office.records.cases.change(replace(case, rows=rows), "menyusun daftar", by.name, AT)
    return forward(office, forward(office, case, by), by)
