"""Each SOP to its end through the kiosk: by keys alone, each role with its PIN, real files, real papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.killed_walks import killed_all_the_way
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.screens.walks import WALKS, ends, make_visit, open_office_of


@pytest.mark.parametrize("name", ["kesra", "adpim", "diskop", "dinsos"])
def test_a_case_goes_from_the_first_step_to_the_last_by_keys(tmp_path: Path, name: str) -> None:
    walk, home = WALKS[name], tmp_path / "home"
    open_office_of(walk, home)

    async def visits(kiosk: Kiosk) -> None:
        for number in range(len(walk.visits)):
            await make_visit(kiosk, walk, number)

    at_the_kiosk(home, visits)
    ends(home, walk)


def test_a_case_goes_on_after_each_kill_with_nothing_lost_and_nothing_twice(tmp_path: Path) -> None:
    """Of one SOP; ``python -m tests.stress.sops`` does so with all."""
    assert killed_all_the_way(tmp_path / "home", "kesra") == 6
