"""Tamper with the trail in its files at random, and count what a check finds.

Run: ``python -m tests.stress.tamper --rounds 1000``. Half of the rounds are by an attacker who knows the format
and recomputes every digest, number and link; the head that is checked against was noted before the attack, and
the attack changes something at or before it. What stands after a noted head, and no other head covers, can be
rewritten by such an attacker: the control without a head shows that nothing else than the head finds him.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

from archive.chain import BEGINNING, sealed
from archive.lines import from_line, to_line
from archive.records import Records
from archive.rows import Row

ENTRIES = 48
BEGUN = datetime(2024, 1, 10, 8)

Attack = Callable[[Random, list[Row], int], list[Row]]


@dataclass(frozen=True)
class Result:
    """What was tried and what was found; ``missed`` says which attacks were not."""

    rounds: int
    found: int
    recomputed: int
    recomputed_found_without_head: int
    kinds: dict[str, int]
    missed: list[str] = field(default_factory=list)


def run(folder: Path, rounds: int, seed: int) -> Result:
    """Attack copies of one trail, a copy a round; every second one with the chain recomputed."""
    rng, heads = Random(seed), _make_trail(folder / "base")
    kinds: Counter[str] = Counter()
    missed, without_head = [], 0
    for number in range(rounds):
        kind, recompute = rng.choice(list(ATTACKS)), number % 2 == 1
        noted = rng.randrange(ENTRIES // 3, ENTRIES)
        home = Path(shutil.copytree(folder / "base", folder / "attacked"))
        _attack(home, rng, kind, noted, recompute)
        plain, checked = _checked(home, ""), _checked(home, heads[noted])
        without_head += recompute and plain
        missed += [] if checked else [f"round {number}: {kind}, head {noted + 1}, recomputed {recompute}"]
        kinds[kind] += 1
        shutil.rmtree(home)
    return Result(rounds, rounds - len(missed), rounds // 2, without_head, dict(kinds), missed)


def _edit(rng: Random, rows: list[Row], noted: int) -> list[Row]:
    at = rng.randint(0, noted)
    row = dict(rows[at])
    changes = {
        "by": row["by"] + "x",
        "at": str(datetime.fromisoformat(row["at"]) + timedelta(minutes=rng.randint(1, 9999))).replace(" ", "T"),
        "action": "menghapus",
        "record_id": row["record_id"] + 1,
        "before": {"title": "Lain"},
        "after": None,
        "note": row["note"] + " ",
        "table": "cases",
        "hidden": 1,
    }
    name = rng.choice(list(changes))
    return [*rows[:at], {**row, name: changes[name]}, *rows[at + 1 :]]


def _remove(rng: Random, rows: list[Row], noted: int) -> list[Row]:
    first = rng.randint(0, noted)
    return rows[:first] + rows[first + rng.randint(1, 5) :]


def _reorder(rng: Random, rows: list[Row], noted: int) -> list[Row]:
    one, other = rng.randint(0, noted), rng.randrange(len(rows) - 1)
    other += other >= one
    moved = list(rows)
    moved[one], moved[other] = moved[other], moved[one]
    return moved


def _truncate(rng: Random, rows: list[Row], noted: int) -> list[Row]:
    return rows[: rng.randint(0, noted)]


def _slip_in(rng: Random, rows: list[Row], noted: int) -> list[Row]:
    at = rng.randint(0, noted)
    return [*rows[:at], {**rng.choice(rows), "note": "selipan"}, *rows[at:]]


ATTACKS: dict[str, Attack] = {
    "edit": _edit,
    "remove": _remove,
    "reorder": _reorder,
    "truncate": _truncate,
    "slip in": _slip_in,
}


def _make_trail(home: Path) -> list[str]:
    """A trail of three years, the first one closed; the head after each entry."""
    records = Records(home / "records.jsonl")
    for number in range(ENTRIES):
        at = BEGUN + timedelta(days=20 * number)
        by = ("Rina Contoh", "Bayu Contoh")[number % 2]
        records.trail.append(at, by, "mengubah", "documents", number % 7, {"title": "a"}, {"title": f"b{number}"})
    records.close()
    records = Records(home / "records.jsonl")  # closes 2024
    heads = [entry.digest for entry in records.trail.entries()]
    assert not records.trail.problems(heads[0])
    records.close()
    assert (home / "audit" / "2024.jsonl").is_file()
    return heads


def _attack(home: Path, rng: Random, kind: str, noted: int, recompute: bool) -> None:
    closed, others, live = _read(home)
    rows = ATTACKS[kind](rng, [*closed, *live], noted)
    if recompute:
        rows = _recomputed(rows)
    border = min(len(closed), len(rows))
    if recompute:  # the list of closed files then agrees as well
        others = [_listed(commit, border) for commit in others]
    if border or not recompute:
        _write_closed(home, rows[:border])
    # Lines that only change places in the journal change nothing: an entry lies where its number says.
    renumber = recompute or kind in ("reorder", "slip in") or rng.random() < 0.5
    _write_live(home, others, rows[border:], renumber)


def _recomputed(rows: Sequence[Row]) -> list[Row]:
    """The same entries as a chain without a break."""
    chained: list[Row] = []
    previous = BEGINNING
    for number, row in enumerate(rows, 1):
        body = {**row, "sequence": number, "previous": previous}
        body.pop("digest")
        chained.append(sealed(body))
        previous = chained[-1]["digest"]
    return chained


def _read(home: Path) -> tuple[list[Row], list[Row], list[Row]]:
    """The closed entries, the commits that are not of the trail, and the live entries."""
    text = (home / "audit" / "2024.jsonl").read_bytes()
    closed = [msgspec.json.decode(line, type=Row) for line in text.splitlines()]
    live: dict[int, Row | None] = {}
    others: list[Row] = []
    for line in (home / "records.jsonl").read_bytes().splitlines():
        commit = from_line(line)
        assert commit is not None
        live |= {int(key): row for key, row in commit.pop("audit", {}).items()}
        others.append(dict(commit))
    return closed, others, [row for _, row in sorted(live.items()) if row]


def _listed(commit: Row, border: int) -> Row:
    listed = {key: row and {**row, "last": border} for key, row in commit.get("audit_years", {}).items()}
    return {**commit, "audit_years": listed if border else {}} if listed else commit


def _write_closed(home: Path, rows: Sequence[Row]) -> None:
    lines = (msgspec.json.encode(row, order="sorted") + b"\n" for row in rows)
    (home / "audit" / "2024.jsonl").write_bytes(b"".join(lines))


def _write_live(home: Path, others: Sequence[Row], rows: Sequence[Row], renumber: bool) -> None:
    """The records file with sound checksums; ``renumber``: without a gap in the keys that would tell."""
    first = min((row["sequence"] for row in rows), default=1)
    keys = (str(first + n if renumber else row["sequence"]) for n, row in enumerate(rows))
    entries = [{"audit": {key: row}} for key, row in zip(keys, rows, strict=True)]
    lines = (to_line(commit) for commit in (*(o for o in others if o), *entries))
    (home / "records.jsonl").write_bytes(b"".join(lines))


def _checked(home: Path, head: str) -> bool:
    """Whether a check names anything."""
    records = Records(home / "records.jsonl")
    try:
        return bool(records.problems or records.trail.problems(head))
    finally:
        records.close()


def main() -> int:
    """Print what was found; 1 where anything was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done = run(Path(folder), options.rounds, options.seed)
    print(f"{done.found} of {done.rounds} found against an earlier head; {done.kinds}")
    print(f"control: {done.recomputed_found_without_head} of {done.recomputed} recomputed ones found without it")
    print(*done.missed, sep="\n")
    return int(done.found < done.rounds)


if __name__ == "__main__":
    sys.exit(main())
