"""Cases on their way through the four SOPs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.case_model import Case, Phase
from archive.model import Officer
from archive.sop import Sop, bundled_sop, bundled_sops
from archive.workdays import load_calendar
from archive.workflow import (
    Choice,
    NotYourStep,
    Place,
    ReasonMissing,
    UnknownChoice,
    advance,
    choices,
    current_step,
    due,
    due_count,
    open_case,
    place_in,
    whose_turn,
)

MORNING = datetime(2026, 3, 12, 8, 0)
CALENDAR = load_calendar()
KESRA, ADPIM, DISKOP, DINSOS = bundled_sops()
SOME_SOP = st.sampled_from(bundled_sops())


def officer(*roles: str) -> Officer:
    return Officer(name="Sari Contoh", roles=roles, id=7)


def opened(sop: Sop) -> Case:
    return open_case(sop, "Laporan tahunan", officer(sop.steps[0].role), MORNING, documents=[3, 4])


def move(sop: Sop, case: Case, label: str | None = None, note: str = "") -> Case:
    """The next move by whoever's turn it is; the first choice, if no label is given."""
    label = label or choices(sop, case)[0].label
    at = (case.since or MORNING) + timedelta(hours=1)
    return advance(sop, case, label, officer(whose_turn(sop, case) or ""), at, note)


def at_step(sop: Sop, number: int, phase: Phase = Phase.WORK) -> Case:
    case = opened(sop)
    while (case.step, case.phase) != (number, phase):
        case = move(sop, case)
    return case


def turns(sop: Sop, case: Case) -> list[tuple[int | None, str | None]]:
    """Every step with whose turn it was, choosing the way on each time."""
    seen = []
    while whose_turn(sop, case):
        seen.append((case.step, whose_turn(sop, case)))
        case = move(sop, case)
    return seen


def test_a_case_begins_at_the_first_step_in_the_version_of_its_sop() -> None:
    case = opened(ADPIM)
    assert (case.step, case.phase, case.sop, case.sop_version) == (1, Phase.WORK, "adpim", ADPIM.version)
    assert (case.since, case.opened_by, case.documents) == (MORNING, "Sari Contoh", (3, 4))


def test_kesra_goes_through_three_lanes() -> None:
    assert turns(KESRA, opened(KESRA)) == [(1, "pelaksana"), (2, "petugas"), (3, "ppid")]


def test_adpim_is_the_clerks_but_for_two_reviews() -> None:
    assert turns(ADPIM, opened(ADPIM)) == [
        (1, "petugas"),
        (2, "petugas"),
        (2, "ppid"),
        (3, "petugas"),
        (4, "petugas"),
        (5, "petugas"),
        (6, "petugas"),
        (6, "atasan"),
        (7, "petugas"),
        (8, "petugas"),
    ]


def test_dinsos_goes_between_three_bodies() -> None:
    assert [role for _, role in turns(DINSOS, opened(DINSOS))] == [
        "bidang",
        "utama",
        "pendukung",
        "utama",
        "bidang",
    ]


def test_a_finished_case_is_nobodys() -> None:
    case = opened(KESRA)
    for _ in KESRA.steps:
        case = move(KESRA, case)
    assert case.step is None
    assert (whose_turn(KESRA, case), choices(KESRA, case)) == (None, ())
    assert [done.outcome for done in case.history][-1] == "Selesai"


def test_a_cancelled_case_is_nobodys_and_does_not_move() -> None:
    case = replace(opened(KESRA), cancelled="salah buka")
    assert whose_turn(KESRA, case) is None
    with pytest.raises(UnknownChoice, match="sudah selesai atau dibatalkan"):
        advance(KESRA, case, "Selesai", officer("pelaksana"), MORNING)


def test_a_step_with_a_reviewer_is_handed_on_to_them() -> None:
    assert choices(ADPIM, at_step(ADPIM, 6)) == (
        Choice("Selesai dan teruskan ke Atasan PPID", 6, goes_back=False, next_role="atasan"),
    )


def test_the_reviewer_approves_or_sends_back() -> None:
    assert choices(ADPIM, at_step(ADPIM, 6, Phase.REVIEW)) == (
        Choice("Disetujui", 7, goes_back=False, next_role="petugas"),
        Choice("Koreksi", 5, goes_back=True, next_role="petugas"),
    )


def test_a_correction_goes_back_with_its_reason() -> None:
    case = move(ADPIM, at_step(ADPIM, 6, Phase.REVIEW), "Koreksi", note="Halaman 2 belum ada")
    assert (case.step, case.phase) == (5, Phase.WORK)
    assert case.returned is not None
    assert case.returned.note == "Halaman 2 belum ada"


def test_handing_on_to_a_reviewer_is_not_a_return() -> None:
    assert at_step(ADPIM, 6, Phase.REVIEW).returned is None


def test_tidak_goes_back_to_the_collecting() -> None:
    case = move(DISKOP, at_step(DISKOP, 2), "Tidak", note="Belum lengkap")
    assert (case.step, whose_turn(DISKOP, case)) == (1, "petugas")


@pytest.mark.parametrize("note", ["", "   "])
def test_nothing_goes_back_without_a_reason(note: str) -> None:
    with pytest.raises(ReasonMissing, match="Apa yang perlu diperbaiki"):
        move(DISKOP, at_step(DISKOP, 2), "Tidak", note)


def test_who_is_not_next_is_told_whose_step_it_is() -> None:
    with pytest.raises(NotYourStep) as raised:
        advance(DISKOP, at_step(DISKOP, 2), "Ya", officer("petugas"), MORNING)
    assert str(raised.value) == (
        "Langkah ini milik Kepala PPID Pembantu. Anda dapat melihatnya, belum dapat mengerjakannya."
    )


def test_the_worker_does_not_review_their_own_work() -> None:
    with pytest.raises(NotYourStep, match="milik Atasan PPID"):
        advance(ADPIM, at_step(ADPIM, 6, Phase.REVIEW), "Disetujui", officer("petugas"), MORNING)


def test_a_way_that_the_sheet_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownChoice, match="Pilihan: Ya, Tidak"):
        move(DISKOP, at_step(DISKOP, 2), "Mungkin")


def test_a_move_is_written_into_the_history_with_what_was_filled_in() -> None:
    at = MORNING + timedelta(minutes=5)
    draft = replace(opened(KESRA), draft={"lemari": "A"})
    case = advance(KESRA, draft, choices(KESRA, draft)[0].label, officer("pelaksana"), at, note=" rapi ")
    (done,) = case.history
    assert (done.step, done.to, done.role, done.officer_id, done.at) == (1, 2, "pelaksana", 7, at)
    assert (done.note, done.form, case.draft, case.since) == ("rapi", {"lemari": "A"}, {}, at)


def test_the_screen_says_where_a_case_stands_and_who_is_next() -> None:
    assert place_in(KESRA, opened(KESRA)) == Place(1, 3, "PPID Pelaksana", "Petugas Dokumentasi")
    assert place_in(ADPIM, at_step(ADPIM, 6)) == Place(6, 8, "Petugas Pelayanan Informasi", "Atasan PPID")
    assert place_in(KESRA, at_step(KESRA, 3)) == Place(3, 3, "PPID", "")


def test_the_way_on_names_the_next_role_or_the_next_step_of_the_same() -> None:
    assert choices(KESRA, opened(KESRA))[0].label == "Selesai dan teruskan ke Petugas Dokumentasi"
    assert choices(ADPIM, opened(ADPIM))[0].label == "Selesai, lanjut ke langkah 2"


def test_working_days_run_from_the_day_after_the_case_arrived() -> None:
    case = replace(at_step(DINSOS, 3), since=MORNING)
    assert due(DINSOS, case, CALENDAR) == date(2026, 4, 2)
    count = due_count(DINSOS, case, CALENDAR)
    assert count is not None
    assert (date(2026, 3, 19), "Hari Suci Nyepi") in count.skipped


def test_hari_counts_as_a_working_day() -> None:
    friday = datetime(2026, 7, 10, 9, 0)
    assert due(ADPIM, replace(at_step(ADPIM, 5), since=friday), CALENDAR) == date(2026, 7, 13)


def test_minutes_hours_and_tentatif_are_never_late() -> None:
    assert due(KESRA, opened(KESRA), CALENDAR) is None
    assert due(ADPIM, opened(ADPIM), CALENDAR) is None
    assert due(DISKOP, opened(DISKOP), CALENDAR) is None


def test_a_review_does_not_start_the_clock_anew() -> None:
    step = replace(ADPIM.step(6), time="2 hari kerja")
    slow = replace(ADPIM, steps=tuple(step if s.number == 6 else s for s in ADPIM.steps))
    case = replace(at_step(slow, 6), since=datetime(2026, 7, 6, 8, 0))
    before = replace(case.history[-1], at=datetime(2026, 7, 6, 8, 0))
    case = replace(case, history=(*case.history[:-1], before))
    label = choices(slow, case)[0].label
    handed = advance(slow, case, label, officer("petugas"), datetime(2026, 7, 7, 16, 0))
    assert due(slow, handed, CALENDAR) == due(slow, case, CALENDAR) == date(2026, 7, 8)


def test_a_finished_case_has_no_due_date() -> None:
    assert due(KESRA, replace(opened(KESRA), step=None), CALENDAR) is None


@given(sop=SOME_SOP, picks=st.lists(st.integers(0, 9), max_size=40))
def test_any_walk_keeps_exactly_one_step_and_one_holder_until_the_end(sop: Sop, picks: list[int]) -> None:
    case = opened(sop)
    for pick in picks:
        ways = choices(sop, case)
        if not ways:
            break
        before = case
        case = move(sop, case, ways[pick % len(ways)].label, note="lihat catatan")
        assert case.history[:-1] == before.history
        assert (case.history[-1].step, case.history[-1].role) == (before.step, whose_turn(sop, before))
        assert case.documents == before.documents
    step = current_step(sop, case)
    assert (step is None) == (case.step is None) == (whose_turn(sop, case) is None)
    assert case.phase is Phase.WORK or (step is not None and step.reviewer is not None)


@given(sop=SOME_SOP, picks=st.lists(st.integers(0, 9), max_size=20))
def test_no_role_can_ever_do_the_step_of_another(sop: Sop, picks: list[int]) -> None:
    case = opened(sop)
    for pick in picks:
        ways = choices(sop, case)
        if not ways:
            break
        label = ways[pick % len(ways)].label
        others = [role.id for role in sop.roles if role.id != whose_turn(sop, case)]
        with pytest.raises(NotYourStep):
            advance(sop, case, label, officer(*others), MORNING, note="coba")
        case = move(sop, case, label, note="lihat catatan")


@given(sop=SOME_SOP, picks=st.lists(st.integers(0, 9), max_size=20))
def test_from_anywhere_the_way_on_comes_to_the_end(sop: Sop, picks: list[int]) -> None:
    case = opened(sop)
    for pick in picks:
        ways = choices(sop, case)
        case = move(sop, case, ways[pick % len(ways)].label, note="x") if ways else case
    assert len(turns(sop, case)) <= 2 * len(sop.steps)


def test_the_office_finds_its_sop_by_id() -> None:
    assert bundled_sop("dinsos") is DINSOS
