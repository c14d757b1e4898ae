"""A case as the officer at the screen meets it: the step in the sheet's words, and what it asks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive import signed
from archive.case_model import Case, StepDone
from archive.model import Officer
from archive.sop import Sop, Step, as_on_sheet
from archive.sop_words import equipment_of
from archive.workflow import Choice
from ppid_tui.desk import cases, opds, works
from ppid_tui.desk.case_history import notices
from ppid_tui.desk.office import Office
from ppid_tui.desk.works import FormField, Work
from ppid_tui.printouts.labels import long_date, long_time

ON_PAPER = "Diputuskan di kertas? Ctrl+L mencetak lembarnya, F8 mencatat yang sudah ditandatangani."
DECIDE = "Putuskan: setujui atau kembalikan"


@dataclass(frozen=True)
class StepTask:
    """All that the step's screen shows. ``finish`` is '' where this officer only looks, and ``refusal`` why.
    ``on_paper`` is whether they may put down a decision that was signed on paper.

    ``received`` is the move of another officer that brought the case here, None if there is none.
    """

    case: Case
    sop: Sop
    step: Step
    heading: str
    who: str
    due: str
    late: bool
    returned: str
    received: StepDone | None
    work: Work
    fields: tuple[FormField, ...]
    values: dict[str, str]
    finish: str
    refusal: str
    on_paper: bool = False

    @property
    def stage(self) -> tuple[object, ...]:
        """Changes when the case moves, or passes to another: then the work on the screen is another."""
        case = self.case
        moves = case.step, case.phase, len(case.history), len(case.events), len(case.packages)
        return *moves, self.refusal, self.work.guidance


def task_of(office: Office, case_id: int, by: Officer, today: date) -> StepTask:
    """The case for this officer on this day. KeyError if there is no such case."""
    case = cases.case_of(office, case_id)
    sop, step = cases.sop_of(office, case), cases.step_of(office, case)
    elsewhere = cases.is_elsewhere(office, case)
    mine = cases.is_mine(office, case, by)
    due, late = due_words(office, case, today)
    on_paper = not elsewhere and signed.can_be_signed(sop, case) and signed.may_record(sop, by)
    return StepTask(
        case=case,
        sop=sop,
        step=step,
        heading=_heading(office, case, step),
        who=_who(office, case, by),
        due=due,
        late=late,
        returned=returned_words(case),
        received=next((done for done in case.history[-1:] if done.officer_id != by.id), None),
        work=_work_of(office, case, step, today),
        fields=works.fields_of(step, case.phase, elsewhere, equipment_of(sop.sheet)) if mine else (),
        values=cases.starting_values(case),
        finish=finish_words(cases.choices(office, case)) if mine else "",
        refusal="" if mine else _refusal(office, case, on_paper),
        on_paper=on_paper,
    )


def _work_of(office: Office, case: Case, step: Step, today: date) -> Work:
    """The step's work; where OPDs do their parts of it, its guidance tells how far they are."""
    work, more = works.work_of(step, case.phase, cases.is_elsewhere(office, case)), opds.guidance(office, case, today)
    return replace(work, guidance=f"{work.guidance}\n{more}") if more else work


def due_words(office: Office, case: Case, today: date) -> tuple[str, bool]:
    """Since when a case waits and until when it may, and whether that has passed."""
    waits = case.since is not None and cases.whose_turn(office, case) is not None
    since = f"Menunggu sejak {long_date(case.since.date())}" if case.since and waits else ""
    count = cases.due_count(office, case)
    if count is None:
        return since, False
    late = count.due < today
    unsure = " (dapat bergeser)" if count.warnings else ""
    return f"{since}. {'Terlambat: batas' if late else 'Batas'} {long_date(count.due)}{unsure}", late


def returned_words(case: Case) -> str:
    """Why a case came back, and why it was opened again or given to another role: to be read first."""
    back = case.returned
    reason = f"Dikembalikan oleh {back.officer}, {long_time(back.at)}: {back.note}" if back and back.note else ""
    return "\n".join(filter(None, (reason, *notices(case))))


def finish_words(ways: Sequence[Choice]) -> str:
    """What F8 does at this step."""
    return ways[0].label if len(ways) == 1 else DECIDE


def choice_words(office: Office, case: Case, choice: Choice) -> str:
    """A way on as the officer reads it, with the sheet's own word where it has one."""
    to = cases.role_title(office, case, choice.next_role) if choice.next_role else ""
    plain = "Kembalikan untuk diperbaiki" if choice.goes_back else "Setujui"
    where = f"{'ke' if choice.goes_back else 'dan teruskan ke'} {to}" if to else "dan selesaikan"
    ways = {way.label: as_on_sheet(way, "label") for way in cases.step_of(office, case).outcomes}
    on_sheet = ways.get(choice.label, "")
    return f"{plain} {where}" + (f"\n  di lembar SOP: {on_sheet}" if on_sheet else "")


def moved_words(office: Office, case: Case, by: Officer) -> str:
    """Where a case went with its last move, as who made it reads it."""
    role = cases.whose_turn(office, case)
    if cases.is_mine(office, case, by):
        return f"“{case.title}”: langkah {case.history[-1].step} selesai, sekarang langkah {case.step}."
    if role is None:
        return f"“{case.title}” {'dibatalkan' if case.cancelled else 'selesai'} seluruhnya."
    back = any(done.to is not None and done.to < done.step for done in case.history[-1:])
    return f"“{case.title}” {'dikembalikan' if back else 'diteruskan'} ke {cases.role_title(office, case, role)}."


def _heading(office: Office, case: Case, step: Step) -> str:
    place = cases.place_of(office, case)
    return f"Langkah {place.n} dari {place.of}: {as_on_sheet(step, 'activity')}"


def _who(office: Office, case: Case, by: Officer) -> str:
    place = cases.place_of(office, case)
    if not place.role:
        return _closed(case)
    acts = len(by.roles) > 1 and cases.is_mine(office, case, by) and not cases.is_elsewhere(office, case)
    you = ", dan Anda bertugas sebagai itu" if acts else ""
    return f"Pelaksana: {place.role}{you}. Berikutnya: {place.next_role or 'selesai'}."


def _refusal(office: Office, case: Case, on_paper: bool) -> str:
    if on_paper:
        return f"{cases.not_yours(office, case)} {ON_PAPER}"
    return cases.not_yours(office, case) or f"{_closed(case)} Riwayatnya dapat dilihat di sini."


def _closed(case: Case) -> str:
    return "Pekerjaan ini dibatalkan." if case.cancelled else "Pekerjaan ini sudah selesai."
