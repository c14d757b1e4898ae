"""Decisions of heads who do not sit at the laptop: asked for on paper, signed, and put down with who put them down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from archive import signed
from archive.case_model import Case, SignedSheet, StepDone
from archive.model import Document, Officer
from archive.workflow import Choice
from ppid_tui.desk import cases, printing, serving
from ppid_tui.desk.case_items import as_documents
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office
from ppid_tui.desk.signing import Signer, signer_of
from ppid_tui.desk.step_task import StepTask, choice_words
from ppid_tui.desk.works import filled
from ppid_tui.printouts.approval import Asked, approval_paper
from ppid_tui.printouts.paper import Paper


def can_record(office: Office, case: Case, by: Officer) -> bool:
    """Whether this officer may put down a decision that was signed on paper for the current step."""
    sop = cases.sop_of(office, case)
    here = not cases.is_elsewhere(office, case)
    return here and signed.can_be_signed(sop, case) and signed.may_record(sop, by)


def expected_signer(office: Office, case: Case, day: date) -> Signer:
    """Who most likely signs: who stands in for the role or holds it on this day; without name, where nobody does."""
    role = cases.whose_turn(office, case) or ""
    return replace(signer_of(office, role, day), position=cases.role_title(office, case, role))


def record_decision(
    office: Office, case: Case, choice: Choice, sheet: SignedSheet, by: Officer, at: datetime, note: str = ""
) -> Case:
    """Move the case by what was signed. Raises a WorkflowError; its words are Indonesian."""
    if not can_record(office, case, by):
        raise signed.NotOnPaper("Keputusan langkah ini tidak dapat Anda catat dari kertas.")
    sheet = replace(sheet, recorded_by=by.name, recorded_by_id=by.id)
    moved = signed.decide_on_paper(cases.sop_of(office, case), case, choice.label, sheet, by, at, note)
    words = f"keputusan {sheet.signed_by} di kertas, dicatat oleh {by.name}"
    return office.records.cases.change(moved, f"langkah {case.step}: {choice.label}", by.name, at, words)


def without_scan(case: Case) -> StepDone | None:
    """The last decision on paper whose signed sheet was not scanned yet."""
    moves = (done for done in reversed(case.history) if done.sheet and done.sheet.document_id is None)
    return next(moves, None)


def may_add_scan(office: Office, case: Case, by: Officer) -> bool:
    """Whether a scan is still to come, and this officer may put it there."""
    return without_scan(case) is not None and signed.may_record(cases.sop_of(office, case), by)


def add_scan(office: Office, case: Case, document: Document, by: Officer, at: datetime) -> Case:
    """Put the scan of the signed sheet beside its decision. Raises NotOnPaper where none is waited for."""
    wanted = without_scan(case)
    if wanted is None or not may_add_scan(office, case, by):
        raise signed.NotOnPaper("Tidak ada lembar persetujuan yang menunggu pindaian dari Anda.")
    history = tuple(_scanned(done, document) if done is wanted else done for done in case.history)
    changed = replace(case, history=history)
    return office.records.cases.change(changed, "melampirkan lembar persetujuan", by.name, at, document.title)


def paper_of(office: Office, task: StepTask, viewer: Viewer, at: datetime) -> Paper:
    """The sheet that the head signs; documents this viewer may not see are only counted."""
    case, sop = task.case, task.sop
    seen, hidden = as_documents(office, case, viewer)
    role = cases.whose_turn(office, case) or ""
    asked = Asked(
        case=case.title,
        number=f"{case.id}/{case.step}",
        unit=case.unit,
        sop=" ".join(filter(None, (sop.sheet.title, sop.sheet.number and f"({sop.sheet.number})"))),
        step=task.heading.removeprefix("Langkah "),
        role=cases.role_title(office, case, role),
        since=case.since,
        said=tuple(_said(office, case)),
        ways=tuple(way_words(office, case, way) for way in cases.choices(office, case)),
        city=office.profile.city,
    )
    profile = office.profile
    return approval_paper(profile.kop, asked, seen, hidden, viewer.officer.name, at, profile.paper_size, profile.demo)


def way_words(office: Office, case: Case, way: Choice) -> str:
    """A way out in one line, as it stands beside its box."""
    return " ".join(choice_words(office, case, way).split())


def save_sheet(office: Office, task: StepTask, viewer: Viewer, at: datetime, ending: str = ".pdf") -> Path:
    """Write the sheet into the printouts folder. Raises OSError."""
    paper = paper_of(office, task, viewer, at)
    return serving.save_paper(office, paper, f"lembar persetujuan {task.case.title}", at, ending)


def print_sheet(office: Office, task: StepTask, viewer: Viewer, at: datetime) -> str:
    """Write the sheet and send it to the printer; returns in Indonesian what became of it."""
    path = save_sheet(office, task, viewer, at)
    printed = printing.send_to_printer(path, by=viewer.officer.id)
    if printed.sent:
        return "Lembar persetujuan dikirim ke pencetak. Sesudah ditandatangani, catat keputusannya di sini."
    kept = f"Salinannya tersimpan di {path.parent.name}/{path.name}"
    return f"Belum tercetak: {printed.reason}. {kept}."


def _said(office: Office, case: Case) -> Iterable[tuple[str, str]]:
    """What who handed the case on wrote for its reader."""
    for done in case.history[-1:]:
        yield "Diajukan oleh", done.officer
        yield from filled(cases.sop_of(office, case), done)
        if done.note:
            yield "Catatan", done.note


def _scanned(done: StepDone, document: Document) -> StepDone:
    return replace(done, sheet=replace(done.sheet, document_id=document.id)) if done.sheet else done
