"""Cases: whose turn it is, the work of a step, and the move to whoever is next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from archive import workflow
from archive.model import Case, Document, Officer, Phase, Right, StepDone
from archive.sop import Sop, Step, bundled_sops
from ppid_tui.desk.office import NotAllowed, Office


class FieldKind(StrEnum):
    """How a field of a step's form is filled."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    CHECK = "check"


@dataclass(frozen=True)
class FormField:
    """One thing that the work of a step asks for. ``name`` is its key in the case's record."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False


@dataclass(frozen=True)
class Work:
    """What a kind of work asks of the officer: a word of guidance, fields, and what else the screen offers."""

    guidance: str
    fields: tuple[FormField, ...] = ()
    takes_documents: bool = False
    describes: bool = False


_TEXT, _LONG, _DATE = FieldKind.TEXT, FieldKind.LONG, FieldKind.DATE

WORKS: Mapping[str, Work] = {
    "list": Work(
        "Susun daftar informasi: tambahkan dokumen yang sudah ada, catat yang belum ada.",
        (FormField("missing", "Informasi yang belum ada dokumennya", _LONG),),
        takes_documents=True,
    ),
    "prepare": Work("Tandai yang sudah siap."),
    "coordinate": Work(
        "Catat koordinasi yang sudah dilakukan.",
        (
            FormField("with", "Dengan siapa", _TEXT, True),
            FormField("on", "Tanggal", _DATE),
            FormField("agreed", "Apa yang disepakati", _LONG),
        ),
    ),
    "collect": Work(
        "Masukkan softcopy, dan catat tempat hardcopy.",
        (FormField("hardcopy", "Tempat hardcopy (lemari / rak / boks / map)"),),
        takes_documents=True,
    ),
    "produce": Work(
        "Susun dokumennya di luar kiosk, lalu lampirkan hasilnya di sini.",
        (FormField("result", "Apa yang dihasilkan", _LONG),),
        takes_documents=True,
    ),
    "hand_over": Work(
        "Catat apa yang diserahkan dan kepada siapa.",
        (
            FormField("to", "Diserahkan kepada", _TEXT, True),
            FormField("on", "Tanggal", _DATE),
            FormField("what", "Apa yang diserahkan", _LONG),
        ),
        takes_documents=True,
    ),
    "describe": Work(
        "Lengkapi data setiap dokumen: judul, nomor, tanggal, unit, dan klasifikasi.",
        takes_documents=True,
        describes=True,
    ),
    "submit": Work(
        "Laporkan hasilnya dengan surat atau memo pengantar.",
        (FormField("letter", "Nomor surat/memo"), FormField("cover", "Catatan pengantar", _LONG)),
    ),
    "review": Work("Periksa dokumennya, lalu setujui atau kembalikan dengan alasan."),
    "store": Work(
        "Simpan ke arsip: softcopy diperiksa keutuhannya, tempat hardcopy dicatat.",
        (FormField("place", "Tempat penyimpanan"),),
        takes_documents=True,
    ),
    "publish": Work(
        "Paket siap diunggah. Setelah tayang, catat alamat dan tanggalnya.",
        (FormField("address", "Alamat web"), FormField("on", "Tanggal tayang", _DATE)),
    ),
}

REVIEW = WORKS["review"]


def work_of(step: Step, phase: Phase) -> Work:
    """What the officer whose turn it is has to do at this step."""
    return REVIEW if phase is Phase.REVIEW else WORKS[step.work]


def checklist(step: Step) -> tuple[str, ...]:
    """The sheet's needs, one by one, to be ticked off."""
    parts = step.needs if isinstance(step.needs, tuple) else (step.needs,)
    return tuple(part.strip() for part in parts if part.strip())


def sop_of(office: Office, case: Case) -> Sop:
    """The SOP under which a case runs: the one that it began under."""
    if case.sop == office.sop.id:
        return office.sop
    return next(sop for sop in bundled_sops() if sop.id == case.sop)


def whose_turn(office: Office, case: Case) -> str | None:
    """The role that holds the case now; None when it is done or was cancelled."""
    return None if case.cancelled else workflow.whose_turn(sop_of(office, case), case)


def open_cases(office: Office) -> list[Case]:
    """Cases that are under way, the longest waiting first."""
    running = (c for c in office.records.cases.all() if c.step is not None and not c.cancelled)
    return sorted(running, key=lambda case: (case.since or datetime.min, case.id))


def my_cases(office: Office, by: Officer) -> list[Case]:
    """Cases that wait for a role of this officer, the longest waiting first."""
    return [case for case in open_cases(office) if whose_turn(office, case) in by.roles]


def due_date(office: Office, case: Case) -> date | None:
    """When the current step should be done; None where its standard is open or shorter than a day."""
    return workflow.due(sop_of(office, case), case, office.calendar)


def start_case(
    office: Office, title: str, by: Officer, at: datetime, unit: str = "", documents: tuple[int, ...] = ()
) -> Case:
    """Open a case under the office's SOP, at its first step."""
    if not by.roles and not office.may(by, Right.ADMINISTER):
        raise NotAllowed("Pekerjaan dibuka oleh petugas yang punya peran dalam SOP.")
    case = workflow.open_case(office.sop, title, by, at, unit=unit, documents=documents)
    return office.records.cases.add(case, "membuka pekerjaan", by.name, at)


def save_draft(office: Office, case: Case, draft: Mapping[str, str], by: Officer, at: datetime) -> Case:
    """Keep what is filled in so far."""
    return office.records.cases.change(replace(case, draft=dict(draft)), "menyimpan isian", by.name, at)


def attach(office: Office, case: Case, documents: tuple[Document, ...], by: Officer, at: datetime) -> Case:
    """Add documents to a case; one that is there already stays once."""
    ids = tuple(dict.fromkeys((*case.documents, *(d.id for d in documents))))
    return office.records.cases.change(replace(case, documents=ids), "melampirkan dokumen", by.name, at)


def detach(office: Office, case: Case, document: Document, by: Officer, at: datetime) -> Case:
    """Take a document out of a case; the document itself stays in the archive."""
    ids = tuple(i for i in case.documents if i != document.id)
    return office.records.cases.change(replace(case, documents=ids), "melepas dokumen", by.name, at)


def finish_step(
    office: Office,
    case: Case,
    label: str,
    by: Officer,
    at: datetime,
    note: str = "",
    form: Mapping[str, str] | None = None,
) -> Case:
    """Record the step as done and move the case on.

    Raises workflow.NotYourStep, ReasonMissing or UnknownChoice; their words are Indonesian.
    """
    moved = workflow.advance(sop_of(office, case), case, label, by, at, note=note, form=dict(form or {}))
    moved = replace(moved, draft={})
    return office.records.cases.change(moved, f"langkah {case.step}: {label}", by.name, at)


def cancel_case(office: Office, case: Case, reason: str, by: Officer, at: datetime) -> Case:
    """End a case before its last step, with a reason."""
    return office.records.cases.change(replace(case, cancelled=reason), "membatalkan pekerjaan", by.name, at)


def trace(case: Case) -> tuple[StepDone, ...]:
    """What was done so far, oldest first."""
    return case.history
