"""A walk in which each visit is made by a process of its own, which is killed when its step is done.

And once before, when half of it is done. What the screen has acknowledged must be there for the next process::

    python -m tests.screens.killed_walks HOME WALK VISIT whole|half
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

from archive.sop import bundled_sop
from tests.screens.kiosk import running
from tests.screens.walks import WALKS, Walk, ends, make_half_a_visit, make_visit, open_office_of, stands

ROOT = Path(__file__).parents[2]
VISITS = {"half": make_half_a_visit, "whole": make_visit}
WITHOUT_FORM = ("list", "collect", "review")
KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
"""What ends a process at once, with nothing written after."""


def killed_all_the_way(home: Path, name: str) -> int:
    """Make the walk, each visit killed twice; returns the kills. Raises AssertionError where something is amiss."""
    walk = WALKS[name]
    open_office_of(walk, home)
    for number in range(len(walk.visits)):
        _killed_after(home, name, number, "half")
        kept = stands(home, walk, number)
        assert kept.draft or not _is_filled_in(walk, number), f"visit {number}: what was filled in is gone"
        _killed_after(home, name, number, "whole")
        stands(home, walk, number + 1)
    ends(home, walk)
    return 2 * len(walk.visits)


def _is_filled_in(walk: Walk, number: int) -> bool:
    """Whether the step has a form, and is not one that came back filled in."""
    visit = walk.visits[number]
    step = bundled_sop(walk.sop).step(visit.step)
    return step.role == visit.role and step.work not in WITHOUT_FORM and visit not in walk.visits[:number]


def _killed_after(home: Path, name: str, number: int, how: str) -> None:
    command = [sys.executable, "-m", "tests.screens.killed_walks", str(home), name, str(number), how]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert abs(ended.returncode) == KILL, f"visit {number}, {how}: {ended.stdout}{ended.stderr}"


async def _visit_and_die(home: Path, name: str, number: int, how: str) -> None:
    async with running(home) as kiosk:
        await VISITS[how](kiosk, WALKS[name], number)
        os.kill(os.getpid(), KILL)


if __name__ == "__main__":
    asyncio.run(_visit_and_die(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]))
