"""What is done with a case beside its steps, by keys: noted, cancelled, opened again, given away, signed on paper."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList

from archive.case_model import CaseEventKind, Phase
from tests.screens.test_steps import Desk, desk_with_case

NOTE, REASSIGN, CANCEL, REOPEN = "Tulis catatan", "Alihkan langkah", "Batalkan pekerjaan", "Buka kembali"


async def choose(desk: Desk, act: str) -> None:
    """Open the menu of the case and take the line that begins so."""
    await desk.type_ahead("ctrl+l")
    lines = desk.app.screen.query_one(OptionList).options
    place = next(n for n, line in enumerate(lines) if str(line.prompt).startswith(act))
    await desk.type_ahead("home", *["down"] * place, "enter")


async def write_and_keep(desk: Desk, words: str) -> None:
    """Answer a question that is asked, and wait for what comes of it."""
    await desk.type_ahead(*words)
    await desk.press("f8")


def events(desk: Desk) -> list[tuple[CaseEventKind, str, str]]:
    return [(event.kind, event.officer, event.reason) for event in desk.case.events]


def test_a_note_stands_at_the_step_for_whoever_comes_next(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "diskop")

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter")
        await choose(desk, NOTE)
        await write_and_keep(desk, "[tanya]")
        await desk.press("f8")
        await desk.sign_in("kepala")
        await desk.press("f2", "enter")
        assert "Catatan Pegawai Petugas PPID, 10 April 2026 pukul 09.30: [tanya]" in desk.shown

    desk.run(story)
    assert events(desk) == [(CaseEventKind.NOTED, "Pegawai Petugas PPID", "[tanya]")]


def test_a_case_is_cancelled_with_a_reason_and_opened_again_where_it_was(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "diskop", moves=1)

    async def story(desk: Desk) -> None:
        await desk.sign_in("kepala")
        await desk.press("f2")
        await choose(desk, CANCEL)
        await desk.type_ahead("f8")
        assert "Tulis dahulu alasannya." in desk.seen
        await write_and_keep(desk, "salah")
        assert "Menunggu saya 0" in desk.shown
        await desk.press("f7")
        assert "dibatalkan: salah" in desk.shown
        await choose(desk, REOPEN)
        await write_and_keep(desk, "perlu")
        assert "Menunggu saya 1" in desk.shown

    desk.run(story)
    assert [(kind, why) for kind, _, why in events(desk)] == [
        (CaseEventKind.CANCELLED, "salah"),
        (CaseEventKind.REOPENED, "perlu"),
    ]
    assert desk.case.step == 2


def test_a_superior_gives_a_step_to_another_role_and_that_role_reads_why(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")

    async def story(desk: Desk) -> None:
        await desk.sign_in("atasan")
        await desk.press("f2")
        await choose(desk, REASSIGN)
        await desk.type_ahead("enter")
        await write_and_keep(desk, "cuti")
        await desk.sign_in("ppid")
        await desk.press("f2", "enter")
        assert "Dialihkan oleh Pegawai Atasan PPID, 10 April 2026 pukul 09.30: cuti" in desk.shown
        await desk.press("f8")

    desk.run(story)
    assert [(done.step, done.role) for done in desk.case.history] == [(1, "ppid")]


def test_a_decision_on_paper_is_put_down_by_a_clerk_and_taken_back(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=7)
    assert desk.case.phase is Phase.REVIEW

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter")
        await desk.type_ahead("f8", "enter")
        await desk.type_ahead("f8")
        assert "Lampirkan pindaian lembarnya sekarang?" in desk.shown
        await desk.press("enter")
        (sheet,) = [done.sheet for done in desk.case.history if done.sheet]
        assert (sheet.signer, sheet.recorded_by) == ("Pegawai Atasan PPID", "Pegawai Petugas Pelayanan Informasi")
        await desk.type_ahead("ctrl+z")
        await desk.press("right", "enter")

    desk.run(story)
    assert (desk.case.step, desk.case.phase) == (6, Phase.REVIEW)
    assert [kind for kind, _, _ in events(desk)] == [CaseEventKind.UNDONE]
