"""Two programs write the same file, and one of them is killed; the other must get on, and nothing be lost.

    python -m tests.stress.two_writers [--rounds 200] [--control]

The control waits for no lock; it must lose.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.stress.rounds import asked, finished
from tests.stress.writing import Tally, start

WRITES = 40
ROUNDS_A_FILE = 25


def duels(rounds: int, control: str = "") -> Tally:
    """Let two write and kill one, again and again; the one left stuck for two minutes raises TimeoutExpired."""
    tally, random = Tally(), Random(6)
    while tally.rounds < rounds:
        with TemporaryDirectory() as folder:
            tally.stamps = {}
            for _ in range(min(ROUNDS_A_FILE, rounds - tally.rounds)):
                _duel(tally, Path(folder) / "records.jsonl", random, control)
    return tally


def _duel(tally: Tally, path: Path, random: Random, control: str) -> None:
    killed = start(path, 2 * tally.rounds + 1, control)
    left = start(path, 2 * tally.rounds + 2, control, count=WRITES)
    killed.go()
    left.go()
    time.sleep(random.uniform(0, 0.06))
    tally.hear(killed.kill())
    said = left.said()
    tally.hear(said)
    tally.lost += WRITES - len(said)
    tally.check(path)


if __name__ == "__main__":
    options = asked(__doc__, rounds=200)
    sys.exit(finished("two writers", duels(options.rounds, "without_lock" if options.control else "")))
