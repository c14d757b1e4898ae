"""Sample cases: one at each stop of the office's SOP, one sent back with its reason, one done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from archive import workflow
from archive.case_model import Case
from archive.model import Officer
from archive.sop import Sop
from ppid_tui.demo.days import Event, at, back, event
from ppid_tui.demo.taking import Desk
from ppid_tui.demo.words import Program
from ppid_tui.desk.cases import finish_step, start_case
from ppid_tui.desk.works import CHECKED, FieldKind, FormField, fields_of

SENT_BACK = "Tabel anggaran pada halaman 2 belum ditandatangani, dan dua dokumen belum ada tanggalnya."
FILLED = {
    "with": "Kepala bagian pemilik data",
    "to": "PPID",
    "agreed": "Dokumen diserahkan paling lambat hari Jumat.",
    "what": "Lima dokumen beserta daftar isinya",
    "missing": "Notulen rapat koordinasi bulan lalu",
    "hardcopy": "Lemari 2 / Rak 3 / Boks 2025 / Map 014",
    "result": "Softcopy yang sudah disusun menurut daftar",
    "letter": "Memo nomor 14",
    "cover": "Mohon diperiksa.",
    "place": "Penyimpan internal, folder Informasi Publik",
    "address": "https://ppid.contoh.example/informasi",
}
MOST_STOPS = 6


@dataclass(frozen=True)
class Story:
    """A case: how many moves it made, whether the last one sent it back, and how long it has waited since."""

    title: str
    unit: str
    moves: int
    sent_back: bool
    waited: int


def case_events(desk: Desk, programs: Sequence[Program]) -> list[Event]:
    """The events of all sample cases."""
    told = enumerate(_stories(desk.office.sop, programs))
    return [happening for number, story in told for happening in _events(desk, story, number)]


def _stories(sop: Sop, programs: Sequence[Program]) -> Iterator[Story]:
    stops = _stops(sop)
    wanted: list[tuple[int, bool, int]] = [(len(stops), False, 30)]
    back_at = _first_way_back(sop)
    wanted += [(back_at + 1, True, 2)] if back_at is not None else []
    wanted += [(moves, False, (3, 1, 7, 0, 2, 4)[n % 6]) for n, moves in enumerate(_shown(sop, stops))]
    for number, (moves, sent_back, waited) in enumerate(wanted):
        program = programs[number % len(programs)]
        yield Story(f"Pendokumentasian {program.name}", program.unit, moves, sent_back, waited)


def _stops(sop: Sop) -> list[Case]:
    """The case at each place where it waits for somebody, on the straight way through the SOP."""
    case = workflow.open_case(sop, "", Officer(""), datetime.min)
    stops = []
    while role := workflow.whose_turn(sop, case):
        stops.append(case)
        holder = Officer("", (role,))
        case = workflow.advance(sop, case, _onward(sop, case), holder, datetime.min)
    return stops


def _shown(sop: Sop, stops: Sequence[Case]) -> list[int]:
    roles = [workflow.whose_turn(sop, stop) for stop in stops]
    if len(stops) <= MOST_STOPS:
        return list(range(len(stops)))
    handed = [n for n, role in enumerate(roles) if n == 0 or role != roles[n - 1]]
    collecting = [n for n, stop in enumerate(stops) if stop.step and sop.step(stop.step).work == "collect"]
    return sorted({*handed, *collecting})


def _first_way_back(sop: Sop) -> int | None:
    ways = ([choice.goes_back for choice in workflow.choices(sop, stop)] for stop in _stops(sop))
    return next((n for n, back_here in enumerate(ways) if True in back_here and False in back_here), None)


def _onward(sop: Sop, case: Case) -> str:
    return next(choice.label for choice in workflow.choices(sop, case) if not choice.goes_back)


def _events(desk: Desk, story: Story, number: int) -> Iterator[Event]:
    held: list[Case] = []
    opened = _day(desk, story, 0, number)
    yield event(opened, lambda: held.append(_opened(desk, story, number, opened)))
    for move in range(1, story.moves + 1):
        when = _day(desk, story, move, number)
        yield event(when, partial(_move, desk, held, when, story.sent_back and move == story.moves))


def _move(desk: Desk, held: list[Case], when: datetime, goes_back: bool) -> None:
    held.append(_moved(desk, held[-1], when, goes_back))


def _day(desk: Desk, story: Story, move: int, number: int) -> datetime:
    day: date = back(desk.today, story.waited + story.moves - move, desk.office.calendar)
    return at(day, 9 + number % 6, 5 + number)


def _opened(desk: Desk, story: Story, number: int, when: datetime) -> Case:
    documents = tuple(d.id for d in desk.documents.values() if d.unit == story.unit)[number : number + 2]
    opener = desk.staff.with_role(desk.office.sop.steps[0].role)
    return start_case(desk.office, story.title, opener, when, story.unit, documents)


def _moved(desk: Desk, case: Case, when: datetime, goes_back: bool) -> Case:
    sop = desk.office.sop
    role = workflow.whose_turn(sop, case)
    assert role and case.step
    if goes_back:
        label = next(choice.label for choice in workflow.choices(sop, case) if choice.goes_back)
        return finish_step(desk.office, case, label, desk.staff.with_role(role), when, SENT_BACK)
    form = _form(desk, case, when)
    return finish_step(desk.office, case, _onward(sop, case), desk.staff.with_role(role), when, form=form)


def _form(desk: Desk, case: Case, when: datetime) -> dict[str, str]:
    assert case.step
    fields = fields_of(desk.office.sop.step(case.step), case.phase)
    return {field.name: _filled(field, when.date()) for field in fields}


def _filled(field: FormField, day: date) -> str:
    if field.kind is FieldKind.CHECK:
        return CHECKED
    return day.isoformat() if field.kind is FieldKind.DATE else FILLED.get(field.name, "-")
