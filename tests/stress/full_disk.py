"""A full disk: a writer goes on while no more room is left, and all it acknowledged must be there.

    python -m tests.stress.full_disk [--rounds 100] [--control]

Half of the rounds on a small ext4 where one can be mounted, the others (or all) under RLIMIT_FSIZE. The
control takes a write that came back short for a whole one; it must lose.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.stress.loop import NoLoop, small_disk
from tests.stress.rounds import asked, finished
from tests.stress.writing import Tally, start

WRITES, FAILURES = 1000, 20


def fill_ups(rounds: int, control: str = "") -> Tally:
    """Fill up disks and files, looking each time for what was acknowledged, first while it is still full."""
    tally, random = Tally(), Random(5)
    while tally.rounds < rounds // 2:
        try:
            _fill_a_disk(tally, random, control)
        except NoLoop as error:
            print(f"full disk: no small ext4, {error}")
            break
    while tally.rounds < rounds:
        with TemporaryDirectory() as folder:
            _fill(tally, Path(folder) / "records.jsonl", control, random.randrange(20_000, 400_000))
    return tally


def _fill_a_disk(tally: Tally, random: Random, control: str) -> None:
    with small_disk(8 << 20) as disk:
        ballast = disk.folder / "ballast"
        ballast.write_bytes(b"\1" * random.randrange(4_000_000, 5_500_000))
        _fill(tally, disk.folder / "records.jsonl", control, 0)
        ballast.unlink()
        tally.check(disk.folder / "records.jsonl")


def _fill(tally: Tally, path: Path, control: str, room: int) -> None:
    tally.stamps = {}
    writer = start(path, tally.rounds + 1, control, count=WRITES, failures=FAILURES, room=room)
    writer.go()
    tally.hear(writer.said())
    tally.check(path)


if __name__ == "__main__":
    options = asked(__doc__, rounds=100)
    sys.exit(finished("full disk", fill_ups(options.rounds, "without_counting" if options.control else "")))
