"""Kill -9 in the midst of inserts, resizing updates, removals and compactions, a thousand times.

    python -m tests.stress.kill [--rounds 1000] [--control]

The control acknowledges before the program's own buffer is written; it must lose.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.stress.rounds import asked, finished
from tests.stress.writing import Tally, start

ROUNDS_A_FILE = 50


def kills(rounds: int, control: str = "") -> Tally:
    """Kill a writer of one file again and again, looking after each kill for what it had acknowledged."""
    tally, random = Tally(), Random(3)
    while tally.rounds < rounds:
        with TemporaryDirectory() as folder:
            tally.stamps = {}
            for _ in range(min(ROUNDS_A_FILE, rounds - tally.rounds)):
                _kill_one(tally, Path(folder) / "records.jsonl", random, control)
    return tally


def _kill_one(tally: Tally, path: Path, random: Random, control: str) -> None:
    writer = start(path, tally.rounds + 1, control)
    writer.go()
    time.sleep(random.uniform(0, 0.06))
    tally.hear(writer.kill())
    tally.check(path)


if __name__ == "__main__":
    options = asked(__doc__, rounds=1000)
    sys.exit(finished("kill -9", kills(options.rounds, "without_flush" if options.control else "")))
