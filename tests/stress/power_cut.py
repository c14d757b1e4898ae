"""Power cuts: an ext4 in a file is shut down under a writer, and mounted again as after a cold start.

    python -m tests.stress.power_cut [--rounds 300] [--control]

What the system was not told to sync is gone; a drive that lies about its own cache is not covered. What is
acknowledged after the cut has begun does not count: no machine without power acknowledges anything, while
here a sync that overlaps the cut may return and yet be dropped, for a bare fdatasync as well. The control
acknowledges without syncing; it must lose.
"""

from __future__ import annotations

import sys
import time
from random import Random

from tests.stress.loop import Disk, NoLoop, small_disk
from tests.stress.rounds import asked, finished
from tests.stress.writing import Tally, start

ROUNDS_A_DISK = 20


def cuts(rounds: int, control: str = "") -> Tally:
    """Cut the power under a writer again and again. Raises NoLoop where no disk can be mounted."""
    tally, random = Tally(), Random(4)
    while tally.rounds < rounds:
        with small_disk(64 << 20) as disk:
            tally.stamps = {}
            for _ in range(min(ROUNDS_A_DISK, rounds - tally.rounds)):
                _cut_once(tally, disk, random, control)
    return tally


def _cut_once(tally: Tally, disk: Disk, random: Random, control: str) -> None:
    path = disk.folder / "office" / "records.jsonl"
    writer = start(path, tally.rounds + 1, control)
    writer.go()
    time.sleep(random.uniform(0, 0.08))
    cut_at = time.monotonic()
    disk.cut_power()
    tally.hear(writer.kill(), until=cut_at)
    disk.unmount()
    disk.mount()
    tally.check(path)


if __name__ == "__main__":
    options = asked(__doc__, rounds=300)
    try:
        sys.exit(finished("power cut", cuts(options.rounds, "without_sync" if options.control else "")))
    except NoLoop as error:
        print(f"power cut: skipped, {error}")
