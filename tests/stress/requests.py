"""Kill -9 at every write of a request's journey, before it, in the midst of it and after it.

    python -m tests.stress.requests [--rounds 60] [--control]

No request that was acknowledged may be lost, no step of it, no number given twice or left out, no field of a form
that was kept. The control acknowledges before the program's own buffer is written; it must lose.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.records import Records
from archive.request_model import Request
from ppid_tui.desk.people import set_up
from ppid_tui.desk.profile import Profile
from tests.stress.request_journey import FORM, KILL, STAGES, TYPED, typed
from tests.stress.rounds import asked

ROOT = Path(__file__).parents[2]
MANNERS = ("before", "half", "after")
LONGEST = 60
"""Seconds that a journey may take."""
WRITES = len(TYPED) + 1 + len(STAGES)
"""Of one journey: each field of its form, its registration, each step."""


@dataclass
class Tally:
    """What was seen of the journeys so far."""

    kills: int = 0
    whole: int = 0
    numbers: dict[int, str] = field(default_factory=dict)
    steps: dict[int, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.kills} kills, {self.whole} whole journeys, {len(self.numbers)} requests, lost {len(self.faults)}"


def journeys(rounds: int, control: str = "") -> Tally:
    """Kill a journey at one write after the other until so many were killed; then from the first write again."""
    tally, point = Tally(), 0
    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        set_up(home, Profile(name="Kantor Contoh", sop="adpim")).close()
        while tally.kills < rounds and not tally.faults:
            point = point % WRITES + max(1, len(MANNERS) * WRITES // rounds)
            for manner in MANNERS:
                _one(home, point, manner, control, tally)
    return tally


def _one(home: Path, point: int, manner: str, control: str, tally: Tally) -> None:
    mark = f"{tally.kills}-{tally.whole}"
    command = [sys.executable, "-m", "tests.stress.request_journey", str(home), str(point), manner, mark]
    run = subprocess.run(
        [*command, *filter(None, [control])], cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
    )
    if abs(run.returncode) not in (0, KILL):
        tally.faults.append(run.stderr)
    tally.kills += run.returncode != 0
    tally.whole += run.returncode == 0
    fields = _hear(run.stdout, tally)
    with closing(Records(home / "archive" / "records.jsonl")) as records:
        lost = (*_faults(records, tally), *_untyped(records, tally, fields, mark))
        tally.faults += [f"{manner} {point}: {fault}" for fault in lost]
        tally.numbers |= {one.id: one.number for one in records.requests.all()}


def _hear(said: str, tally: Tally) -> list[str]:
    """Take down what was acknowledged; returns the fields that stand in a form that is still open."""
    fields: list[str] = []
    for line in said.splitlines():
        match line.split("\t"):
            case ["isian", name]:
                fields.append(name)
            case ["terdaftar", key, number]:
                tally.numbers[int(key)], fields = number, []
            case ["langkah", key, number]:
                tally.steps[int(key)] = int(number)
    return fields


def _faults(records: Records, tally: Tally) -> Iterator[str]:
    kept = {one.id: one for one in records.requests.all()}
    for key, number in tally.numbers.items():
        if key not in kept or kept[key].number != number:
            yield f"permohonan {number} hilang"
    for key, last in tally.steps.items():
        taken = STAGES[: last + 1] if key in kept else ()
        yield from (f"{key}: {one.name} hilang" for one in taken if not one.taken(kept[key]))
    twice = [number for number, many in Counter(one.number for one in kept.values()).items() if many > 1]
    yield from (f"nomor {number} dua kali" for number in twice)
    if sorted(one.serial for one in kept.values()) != list(range(1, len(kept) + 1)):
        yield "nomor urut terlompati"
    yield from (f"{one.number} tanpa pemohon" for one in kept.values() if not records.requesters.get(one.requester.id))
    yield from (f"dua keberatan {number}" for number in _twice(kept))
    yield from (*records.problems, *(str(problem) for problem in records.trail.problems()))


def _untyped(records: Records, tally: Tally, fields: list[str], mark: str) -> Iterator[str]:
    """What was acknowledged of a form and is not in it; once registered, without a word, the form is empty."""
    draft = records.drafts.get(FORM)
    if len(records.requests.all()) == len(tally.numbers):
        yield from (f"isian {name} hilang" for name in fields if draft.get(name) != typed(name, mark))


def _twice(kept: dict[int, Request]) -> list[str]:
    numbers = Counter(one.keberatan.number for one in kept.values() if one.keberatan)
    return [number for number, many in numbers.items() if many > 1]


if __name__ == "__main__":
    options = asked(__doc__, rounds=60)
    found = journeys(options.rounds, "without_flush" if options.control else "")
    print(f"requests: {found}", *found.faults[:20], sep="\n")
    sys.exit(int(bool(found.faults)))
