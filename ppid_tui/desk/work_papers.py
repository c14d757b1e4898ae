"""Which papers the work of a case leaves, now and at the steps that were done, and what stands on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from archive.case_model import Phase, StepDone
from archive.model import Officer
from archive.officers import capacity
from ppid_tui.desk import cases, printing, serving
from ppid_tui.desk.case_items import CaseItem, items_of
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.hardcopy_places import place_words
from ppid_tui.desk.office import Office
from ppid_tui.desk.signing import IDENTITY, position_words
from ppid_tui.desk.step_task import StepTask
from ppid_tui.printouts import work_papers
from ppid_tui.printouts.labels import class_label, long_date, long_time
from ppid_tui.printouts.paper import Paper, Signature, SignaturePair
from ppid_tui.printouts.work_papers import About, Letter, PaperItem

NAMES = {
    "list": "Daftar informasi",
    "hand_over": "Daftar serah terima",
    "submit": "Surat/memo pengantar",
    "store": "Tanda terima penyimpanan",
}
"""The kinds of work that leave a paper."""
IN_WORD = ("submit",)
"""Kinds whose paper is also written as DOCX, to be worked on."""


@dataclass(frozen=True)
class WorkPaper:
    """A paper that can be printed: of a step's work with what was filled in, by whom and when."""

    name: str
    kind: str
    step: int
    role: str
    officer_id: int
    officer: str
    day: date
    values: Mapping[str, str]


def papers_of(task: StepTask, by: Officer, today: date) -> list[WorkPaper]:
    """The papers of a case: of the step at hand where this officer does it, then of those done, the newest first."""
    step, case = task.step, task.case
    here = case.phase is Phase.WORK and bool(task.finish) and step.work in NAMES
    now = WorkPaper(NAMES.get(step.work, ""), step.work, step.number, step.role, by.id, by.name, today, task.values)
    done = [_of_done(task, one) for one in reversed(case.history) if one.phase is Phase.WORK]
    return [*([now] if here else []), *(paper for paper in done if paper)]


def print_work_paper(office: Office, task: StepTask, which: WorkPaper, viewer: Viewer, at: datetime) -> str:
    """Write the paper and send it to the printer; returns in Indonesian what became of it."""
    paper = paper_of(office, task, which, viewer, at)
    name = f"{which.name} {task.case.title}".replace("/", " ")
    path = serving.save_paper(office, paper, name, at)
    also = [serving.save_paper(office, paper, name, at, ".docx").name] if which.kind in IN_WORD else []
    kept = " dan ".join([path.name, *also])
    printed = printing.send_to_printer(path, by=viewer.officer.id)
    if printed.sent:
        return f"{which.name} dikirim ke pencetak. Tersimpan di {path.parent.name}: {kept}."
    return f"Belum tercetak: {printed.reason}. Tersimpan di {path.parent.name}: {kept}."


def paper_of(office: Office, task: StepTask, which: WorkPaper, viewer: Viewer, at: datetime) -> Paper:
    """What stands on it; documents this viewer may not see are only counted."""
    items, hidden = items_of(office, task.case, viewer)
    about, said = _about(office, task, which, hidden, at), which.values
    there = [item for item in items if item.forms or which.kind == "list"]
    rows = [_item(office, item, check=which.kind == "store") for item in there]
    position = _position(office, which)
    who, city = Signature("", position, which.officer, IDENTITY), office.profile.city or "." * 24
    signed = replace(who, above=f"{city}, {long_date(which.day)}", position=f"{position},")
    match which.kind:
        case "list":
            return work_papers.list_paper(about, rows, signed)
        case "submit":
            return work_papers.memo_paper(about, rows, _letter(office, task, which), signed)
        case "hand_over":
            to = said.get("to", "")
            pair = SignaturePair(replace(who, position=f"Yang menyerahkan,\n{position}"), _other("Yang menerima", to))
            return work_papers.hand_over_paper(about, rows, to, said.get("what", ""), pair)
        case _:
            giver = _other("Yang menyerahkan", _handed_by(task, which))
            pair = SignaturePair(giver, replace(who, position=f"Yang menyimpan,\n{position}"))
            return work_papers.storage_paper(about, rows, said.get("place", ""), pair)


def _other(does: str, name: str) -> Signature:
    """Who stands across: their position is filled in by pen."""
    return Signature("", f"{does},\n{'.' * 30}", name, IDENTITY)


def _letter(office: Office, task: StepTask, which: WorkPaper) -> Letter:
    said = which.values
    to = said.get("to", "") or _next_role(office, task, which)
    step = f"langkah {which.step} dari {task.sop.sheet.title}"
    return Letter(said.get("letter", ""), to, said.get("cover", ""), step)


def _of_done(task: StepTask, done: StepDone) -> WorkPaper | None:
    kind = task.sop.step(done.step).work
    if kind not in NAMES:
        return None
    name = f"{NAMES[kind]}, langkah {done.step} pada {long_date(done.at.date())}"
    return WorkPaper(name, kind, done.step, done.role, done.officer_id, done.officer, done.at.date(), done.form)


def _about(office: Office, task: StepTask, which: WorkPaper, hidden: int, at: datetime) -> About:
    from ppid_tui.desk.works import read_day

    profile, case = office.profile, task.case
    on = read_day(which.values.get("on", ""), which.day) or which.day
    footer = f"Pekerjaan {case.id}, langkah {which.step}; dicetak {long_time(at)}"
    return About(profile.kop, case.title, case.unit, long_date(on), hidden, footer, profile.paper_size, profile.demo)


def _item(office: Office, item: CaseItem, check: bool) -> PaperItem:
    document, row = item.document, item.row
    if document is None:
        kind = class_label(row.information_class) if row else ""
        where = (row.unit, row.responsible) if row else ("", "")
        form = item.forms[0].value if item.forms else ""
        return PaperItem(
            item.title, information_class=kind, form=form, place=item.unheld, unit=where[0], responsible=where[1]
        )
    return PaperItem(
        item.title,
        document.number,
        long_date(document.date) or str(document.year or ""),
        class_label(document.information_class),
        " dan ".join(form.value for form in item.forms),
        str(document.pages or "-"),
        place_words(document.hardcopy),
        (row.unit if row else "") or document.unit,
        (row.responsible if row else "") or document.responsible,
        _sound(office, item) if check else "",
    )


def _sound(office: Office, item: CaseItem) -> str:
    files = item.document.renditions if item.document else ()
    bad = [one.name for one in files if not office.softcopies.is_sound(one.sha256, one.media_type)]
    if bad:
        return f"bermasalah: {', '.join(bad)}"
    return "\n".join(f"utuh, SHA-256 {one.sha256[:16]}…" for one in files) or "tidak ada"


def _next_role(office: Office, task: StepTask, which: WorkPaper) -> str:
    step = task.sop.step(which.step)
    after = task.sop.after(step.number)
    role = step.reviewer or (task.sop.step(after).role if after else "")
    return cases.role_title(office, task.case, role) if role else ""


def _position(office: Office, which: WorkPaper) -> str:
    officer = office.records.officers.get(which.officer_id)
    title = next((role.title for role in office.sop.roles if role.id == which.role), which.role)
    by = capacity(officer, which.role, which.day) if officer else None
    return position_words(title, by, officer.position if officer else "")


def _handed_by(task: StepTask, which: WorkPaper) -> str:
    """Who did the step before, if it was another."""
    before = [one for one in task.case.history if one.step < which.step and one.officer_id != which.officer_id]
    return before[-1].officer if before else ""
