"""A process that writes letters and says what was acknowledged, and the check of what is left of them.

Every write keeps a letter and an entry of its trail together. A letter's text follows from its id and its
stamp, so that half a letter, or one of another stamp than its trail's, is known for what it is. A stamp is
the writer's number and the write's; it is below zero for a removal.
"""

from __future__ import annotations

import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from random import Random

from archive.table import RecordsDB, open_records
from tests.stress.controls import CONTROLS

TOLD = 20
"""Losses that are told one by one."""

ROOT = Path(__file__).parents[2]
WRITER = 1_000_000


def text_of(key: int, stamp: int) -> str:
    """Between nothing and 30 KB, so that an update changes the length and some lines span many blocks."""
    return f"Surat {key} {stamp} " * Random(key * WRITER + stamp).choice((0, 1, 5, 20, 200, 1500))


def write(db: RecordsDB, random: Random, mine: list[int], stamp: int) -> str:
    """One insert, update or removal with its trail; what is to be said once it is acknowledged."""
    letters, chance = db.table("letters"), random.random()
    with db.storage.transaction():
        if mine and chance < 0.15:
            key, stamp = mine.pop(random.randrange(len(mine))), -stamp
            letters.remove(doc_ids=[key])
        else:
            key = random.choice(mine) if mine and chance < 0.6 else letters.insert({})
            letters.update({"stamp": stamp, "text": text_of(key, stamp)}, doc_ids=[key])
        db.table("trail").insert({"letter": key, "stamp": stamp})
    mine[:] = {*mine, key} if stamp > 0 else mine
    return f"{key} {stamp}"


def write_on(path: Path, seed: int, count: int, failures: int) -> None:
    """Write until killed, or so many writes were made or have failed, and say each once it has returned."""
    random, mine = Random(seed), list[int]()
    db = open_records(path)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(1, count + 1):
        try:
            done = write(db, random, mine, seed * WRITER + number)
            print(time.monotonic(), done, flush=True)
        except OSError:
            failures -= 1
        if failures == 0:
            break
        if random.random() < 0.1:
            with suppress(OSError):
                db.storage.compact()
    db.close()


def start(path: Path, seed: int, control: str = "", **more: int) -> Writer:
    """Another process, ready to write and waiting for `Writer.go`. ``more``: see `main`."""
    command = [sys.executable, "-m", "tests.stress.writing", str(path), "--seed", str(seed)]
    command += ["--control", control] if control else []
    command += [word for name, value in more.items() for word in (f"--{name}", str(value))]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    return Writer(process, process.stdout.readline() == "ready\n")


@dataclass(frozen=True)
class Writer:
    """A writing process; ``ready`` is False where it could not even open the store."""

    process: subprocess.Popen[str]
    ready: bool

    def go(self) -> None:
        """Let it begin."""
        if self.ready:
            assert self.process.stdin
            self.process.stdin.write("\n")
            self.process.stdin.flush()

    def said(self) -> list[str]:
        """What it said until its end."""
        output, _ = self.process.communicate(timeout=120)
        return [line for line in output.splitlines(keepends=True) if line.endswith("\n")]

    def kill(self) -> list[str]:
        """Kill it in the midst of its work; what it had said."""
        self.process.kill()
        return self.said()


@dataclass
class Tally:
    """What was acknowledged so far, and what of it was found missing."""

    stamps: dict[int, int] = field(default_factory=dict)
    rounds: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0

    def hear(self, said: list[str], until: float = inf) -> None:
        """Take in what a writer said by then; two writers that were given one id have lost one letter."""
        for line in said:
            when, key, stamp = float(line.split()[0]), *map(int, line.split()[1:])
            if when <= until:
                self._miss([key] if abs(self.stamps.get(key, stamp)) // WRITER != abs(stamp) // WRITER else [])
                self.stamps[key] = stamp
                self.acknowledged += 1

    def check(self, path: Path) -> None:
        """Open the store and look for everything that was acknowledged, and for what is there by halves."""
        self.rounds += 1
        try:
            with open_records(path) as db:
                self._check(db)
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            self.unreadable += 1

    def _check(self, db: RecordsDB) -> None:
        letters = {letter.doc_id: letter for letter in db.table("letters").all()}
        last: dict[int, int] = {entry["letter"]: entry["stamp"] for entry in db.table("trail").all()}
        whole = {key: {"stamp": stamp, "text": text_of(key, stamp)} for key, stamp in last.items() if stamp > 0}
        self._miss(f"{k} {s}" for k, s in self.stamps.items() if abs(last.get(k, 0)) < abs(s))
        self._miss(f"{k}, by halves" for k in {*letters, *whole} if letters.get(k) != whole.get(k))
        self._miss(db.storage.problems)
        self.stamps = last

    def _miss(self, missed: Iterable[object]) -> None:
        for what in missed:
            self.lost += 1
            if self.lost <= TOLD:
                print(f"round {self.rounds}: {what}", file=sys.stderr)

    @property
    def failed(self) -> bool:
        """Whether anything was lost."""
        return bool(self.lost or self.unreadable)

    def __str__(self) -> str:
        figures = f"rounds {self.rounds}, acknowledged {self.acknowledged}"
        return f"{figures}, lost {self.lost}, unreadable {self.unreadable}"


def main() -> None:
    """What the other process runs."""
    parser = ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--control", choices=CONTROLS)
    parser.add_argument("--count", type=int, default=WRITER - 1, help="stop after so many writes")
    parser.add_argument("--failures", type=int, default=1, help="stop after so many have failed")
    parser.add_argument("--room", type=int, default=0, help="the most bytes that a file may have")
    options = parser.parse_args()
    if options.control:
        CONTROLS[options.control]()
    if options.room:
        limit_files_to(options.room)
    write_on(options.path, options.seed, options.count, options.failures)


def limit_files_to(size: int) -> None:
    """As if the disk were full: no file of this process grows beyond so many bytes."""
    if sys.platform == "win32":
        raise NotImplementedError("RLIMIT_FSIZE is of POSIX")
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
