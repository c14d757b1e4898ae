"""How many keys a step takes, from the PIN on."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.case_model import Phase
from ppid_tui.desk import cases
from tests.screens.test_steps import Desk, desk_with_case

MOST = 8
KEYS = {
    "list": ("f8",),
    "coordinate": (*"Umum", "f8"),
    "prepare": ("space", "down", "space", "f8"),
    "collect": ("f8",),
    "produce": ("f8",),
    "hand_over": (*"PPID", "f8"),
    "submit": ("f8",),
    "review": ("f8", "enter"),
    "correct": ("f8",),
    "store": ("f8",),
    "publish": ("f8",),
}
"""What each kind of work takes at the least, once its step stands on the screen; a name typed letter by letter."""


def kind_of_work(desk: Desk) -> str:
    step, case = cases.step_of(desk.office, desk.case), desk.case
    if case.phase is Phase.REVIEW or step.work == "review":
        return "review" if step.outcomes else "correct"
    return step.work


@pytest.mark.parametrize("sop", ["adpim", "kesra"])
def test_a_simple_step_takes_no_more_than_eight_keys(tmp_path: Path, sop: str) -> None:
    desk = desk_with_case(tmp_path / "home", sop)

    async def story(desk: Desk) -> None:
        while (role := cases.whose_turn(desk.office, desk.case)) is not None:
            await desk.sign_in(role)
            before, desk.keys = len(desk.case.history), 0
            kind = kind_of_work(desk)
            await desk.press("enter")
            await desk.type_ahead(*KEYS[kind])
            await desk.press()
            assert len(desk.case.history) == before + 1, kind
            assert desk.keys <= MOST, kind

    desk.run(story)
