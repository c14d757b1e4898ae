"""What is done to a case beside its steps, and decisions on paper: nothing lost, nobody doing another's step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import case_events, signed
from archive.case_model import Case, CaseEventKind, Phase, SignedSheet
from archive.model import Officer, Right
from archive.officers import on_day
from archive.sop import Sop, bundled_sops
from archive.standing_in import Capacity, StandIn
from archive.workflow import NotYourStep, ReasonMissing, WorkflowError, advance, choices, open_case, whose_turn

MORNING = datetime(2026, 3, 12, 8, 0)
KESRA, ADPIM, DISKOP, DINSOS = bundled_sops()
CHIEF = Officer("Pengelola Contoh", rights=(Right.ADMINISTER,), id=99)


def holder(role: str) -> Officer:
    return Officer(f"Pegawai {role}", roles=(role,), id=sum(map(ord, role)))


def opened(sop: Sop) -> Case:
    return open_case(sop, "Laporan tahunan", holder(sop.steps[0].role), MORNING, documents=[3, 4])


def forward(sop: Sop, case: Case, label: str = "", note: str = "lihat catatan") -> Case:
    role = whose_turn(sop, case) or ""
    return advance(sop, case, label or choices(sop, case)[0].label, holder(role), later(case), note)


def later(case: Case) -> datetime:
    return (case.since or MORNING) + timedelta(hours=1)


def at_review() -> Case:
    case = opened(ADPIM)
    while (case.step, case.phase) != (6, Phase.REVIEW):
        case = forward(ADPIM, case)
    return case


SHEET = SignedSheet("Sari Contoh", "Kepala Biro", MORNING.date(), "Rina Contoh", 5)


def test_a_head_decides_on_paper_and_the_clerk_puts_it_down() -> None:
    case = signed.decide_on_paper(
        ADPIM, at_review(), "Disetujui", replace(SHEET, letter="12/X"), holder("petugas"), MORNING
    )
    done = case.history[-1]
    assert (case.step, done.officer, done.officer_id, done.role) == (7, "Sari Contoh", 0, "atasan")
    assert done.sheet and (done.sheet.letter, done.sheet.signed_by) == ("12/X", "Kepala Biro, Sari Contoh")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"signed_on": MORNING.date() + timedelta(days=1)}, "belum tiba"),
        ({"signed_on": MORNING.date() - timedelta(days=1)}, "mendahului"),
        ({"signer": " "}, "Isi nama"),
        ({"position": ""}, "Isi nama"),
    ],
)
def test_what_cannot_have_been_signed_so_is_refused(more: dict[str, Any], words: str) -> None:
    with pytest.raises(signed.NotOnPaper, match=words):
        signed.decide_on_paper(ADPIM, at_review(), "Disetujui", replace(SHEET, **more), holder("petugas"), MORNING)


def test_what_a_clerk_does_is_not_decided_on_paper() -> None:
    case = opened(ADPIM)
    with pytest.raises(signed.NotOnPaper):
        signed.decide_on_paper(ADPIM, case, choices(ADPIM, case)[0].label, SHEET, holder("ppid"), MORNING)


@pytest.mark.parametrize("recorder", [holder("atasan"), CHIEF, Officer("Tamu", id=8)])
def test_only_who_describes_under_this_sop_puts_a_decision_down(recorder: Officer) -> None:
    with pytest.raises(signed.NotOnPaper):
        signed.decide_on_paper(ADPIM, at_review(), "Disetujui", SHEET, recorder, MORNING)


def test_a_return_on_paper_needs_its_reason_as_on_the_screen() -> None:
    with pytest.raises(ReasonMissing):
        signed.decide_on_paper(ADPIM, at_review(), "Koreksi", SHEET, holder("petugas"), MORNING)


def test_a_cancelled_case_waits_for_nobody_until_it_is_opened_again() -> None:
    case = case_events.cancel(ADPIM, at_review(), " salah buka ", holder("atasan"), MORNING)
    assert (case.cancelled, whose_turn(ADPIM, case)) == ("salah buka", None)
    again = case_events.reopen(ADPIM, case, "ternyata perlu", CHIEF, MORNING)
    assert (again.cancelled, again.step, again.phase) == ("", 6, Phase.REVIEW)
    assert [(e.kind, e.reason) for e in again.events] == [
        (CaseEventKind.CANCELLED, "salah buka"),
        (CaseEventKind.REOPENED, "ternyata perlu"),
    ]


def test_a_finished_case_is_opened_again_at_its_last_step() -> None:
    case = opened(KESRA)
    for _ in KESRA.steps:
        case = forward(KESRA, case)
    with pytest.raises(case_events.NotPossible):
        case_events.reopen(KESRA, case, "kurang satu", holder("pelaksana"), MORNING)
    assert case_events.reopen(KESRA, case, "kurang satu", holder("ppid"), MORNING).step == 3


def test_a_superior_gives_a_step_to_another_role_until_it_is_done() -> None:
    case = case_events.reassign(DINSOS, opened(DINSOS), "pendukung", "bidang kosong", holder("utama"), MORNING)
    assert whose_turn(DINSOS, case) == "pendukung"
    with pytest.raises(NotYourStep):
        advance(DINSOS, case, choices(DINSOS, case)[0].label, holder("bidang"), MORNING)
    done = forward(DINSOS, case)
    assert (done.history[-1].role, whose_turn(DINSOS, done)) == ("pendukung", "utama")


def test_nobody_is_given_the_review_of_their_own_work_nor_a_decision_that_is_not_theirs() -> None:
    assert [role.id for role in case_events.assignable(ADPIM, at_review(), CHIEF)] == ["ppid"]
    assert case_events.assignable(DISKOP, forward(DISKOP, opened(DISKOP)), CHIEF) == ()
    assert case_events.assignable(ADPIM, opened(ADPIM), holder("petugas")) == ()


def test_who_was_given_the_work_is_not_given_its_review() -> None:
    given = case_events.reassign(ADPIM, forward(ADPIM, opened(ADPIM)), "atasan", "cuti", CHIEF, MORNING)
    in_review = forward(ADPIM, given)
    assert (in_review.phase, in_review.history[-1].role) == (Phase.REVIEW, "atasan")
    assert case_events.assignable(ADPIM, in_review, CHIEF) == ()


@pytest.mark.parametrize("reason", ["", "  "])
def test_nothing_of_this_happens_without_a_reason(reason: str) -> None:
    case = opened(ADPIM)
    with pytest.raises(ReasonMissing):
        case_events.cancel(ADPIM, case, reason, CHIEF, MORNING)
    with pytest.raises(ReasonMissing):
        case_events.reassign(ADPIM, case, "ppid", reason, CHIEF, MORNING)


def test_a_move_taken_back_brings_back_the_step_with_what_was_filled_in() -> None:
    case = replace(opened(ADPIM), draft={"missing": "notulen"}, begun=MORNING)
    back = case_events.undo(ADPIM, forward(ADPIM, case), holder("petugas"), MORNING)
    assert replace(back, events=()) == case
    assert back.events[0].undone and back.events[0].undone.form == {"missing": "notulen"}


def test_a_move_is_taken_back_only_by_who_made_it_and_once() -> None:
    moved = forward(ADPIM, forward(ADPIM, opened(ADPIM)))
    with pytest.raises(case_events.NotPossible):
        case_events.undo(ADPIM, moved, holder("ppid"), MORNING)
    back = case_events.undo(ADPIM, moved, holder("petugas"), MORNING)
    assert not case_events.may_undo(back, holder("petugas"))
    assert case_events.may_undo(forward(ADPIM, back), holder("petugas"))


def test_who_put_a_paper_decision_down_takes_it_back() -> None:
    clerk = holder("petugas")
    written = replace(SHEET, recorded_by_id=clerk.id)
    moved = signed.decide_on_paper(ADPIM, at_review(), "Disetujui", written, clerk, MORNING)
    assert not case_events.may_undo(moved, holder("atasan"))
    assert case_events.undo(ADPIM, moved, clerk, MORNING).phase is Phase.REVIEW


ACTS = ("forward", "forward", "stand_in", "paper", "cancel", "reopen", "reassign", "note", "undo", "intrude")


def stand_in(role: str, first: date) -> Officer:
    """Who does this role on one day, and has none of their own."""
    return Officer("Pengganti", id=7, stand_ins=(StandIn(role, Capacity.PLH, first, first),))


def play(sop: Sop, case: Case, act: str, pick: int) -> Case:
    """One thing that somebody tries; who may not is refused and changes nothing."""
    ways = choices(sop, case)
    label = ways[pick % len(ways)].label if ways else "?"
    everyone = [*(holder(role.id) for role in sop.roles), CHIEF]
    someone = everyone[pick % len(everyone)]
    match act:
        case "forward":
            return forward(sop, case, label) if ways else case
        case "stand_in":
            at = later(case)
            lent = stand_in(whose_turn(sop, case) or "", at.date() + timedelta(days=pick % 3 - 1))
            return advance(sop, case, label, on_day(lent, at.date()), at, "lihat catatan")
        case "paper":
            written = replace(SHEET, recorded_by_id=someone.id)
            return signed.decide_on_paper(sop, case, label, written, someone, later(case), "lihat catatan")
        case "cancel":
            return case_events.cancel(sop, case, "salah", someone, later(case))
        case "reopen":
            return case_events.reopen(sop, case, "perlu", someone, later(case))
        case "reassign":
            return case_events.reassign(sop, case, sop.roles[pick % len(sop.roles)].id, "cuti", someone, later(case))
        case "note":
            return case_events.note(sop, case, "ditanyakan", someone, later(case))
        case "undo":
            return case_events.undo(sop, case, someone, later(case))
    others = tuple(role.id for role in sop.roles if role.id != whose_turn(sop, case))
    with pytest.raises(WorkflowError):
        advance(sop, case, label, Officer("Tamu", roles=others, id=1), later(case), "coba")
    return case


@given(
    sop=st.sampled_from(bundled_sops()), acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=30)
)
def test_whatever_is_done_a_case_has_one_holder_and_a_whole_history(sop: Sop, acts: list[tuple[str, int]]) -> None:
    case = opened(sop)
    for act, pick in acts:
        before, turn = case, whose_turn(sop, case)
        try:
            case = play(sop, case, act, pick)
        except WorkflowError:
            assert case == before
            continue
        assert case.documents == before.documents and case.title == before.title
        assert (whose_turn(sop, case) is None) == (case.step is None or bool(case.cancelled))
        assert case.phase is Phase.WORK or sop.step(case.step or 0).reviewer is not None
        _nothing_lost(before, case)
        new = case.history[len(before.history) :]
        assert all(done.role == turn for done in new)
        assert all((done.acting == "Plh.") == (act == "stand_in") for done in new)
        assert case == before or act == "note" or bool(case.cancelled) == (act == "cancel")
        assert not (new and case.assigned)
        assert all(done.role != case.history[-2].role for done in new if done.phase is Phase.REVIEW)
        assert all(Right.DECIDE in sop.role(done.role).may for done in new if done.sheet)


def _nothing_lost(before: Case, after: Case) -> None:
    kept = [*after.history, *(event.undone for event in after.events if event.undone)]
    assert all(done in kept for done in before.history)
    assert after.events[: len(before.events)] == before.events
    grown = len(after.history) - len(before.history), len(after.events) - len(before.events)
    assert grown in ((0, 0), (1, 0), (0, 1), (-1, 1))
