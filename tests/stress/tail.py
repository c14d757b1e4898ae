"""The last line torn at every byte: cut off there, or with zeros, rubbish or an empty block in place of the rest.

    python -m tests.stress.tail [--rounds 100000] [--control]

After each the lines before must be there, and a new one be taken. The control writes on behind the torn
line; it must lose. At most so many rounds are made, spread over the bytes of the line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.table import open_records
from tests.stress.controls import CONTROLS
from tests.stress.rounds import asked, finished
from tests.stress.writing import Tally

RUBBISH = bytes(range(256)).replace(b"\n", b"") * 8


def torn(rounds: int) -> Tally:
    """Tear the last line in every way, and look for what was acknowledged before and after."""
    with TemporaryDirectory() as folder:
        path, tally = Path(folder) / "records.jsonl", Tally()
        _keep(path, "satu")
        _keep(path, "dua")
        kept = path.read_bytes()
        _keep(path, "tiga " * 150)
        tails = list(_tails(path.read_bytes()[len(kept) :]))
        for tail in tails[:: max(1, len(tails) // rounds)]:
            path.write_bytes(kept + tail)
            tally.rounds += 1
            _look(tally, path)
    return tally


def _tails(line: bytes) -> Iterator[bytes]:
    for length in range(len(line) - 1):
        rest = len(line) - length
        yield from (line[:length], line[:length] + bytes(rest), line[:length] + RUBBISH[:rest])
        yield line[:length] + bytes(4096)


def _look(tally: Tally, path: Path) -> None:
    try:
        _keep(path, "baru")
        with open_records(path) as db:
            left = [letter["title"] for letter in db.table("letters").all()]
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        tally.unreadable += 1
        return
    tally.acknowledged += 3
    tally.lost += sum(title not in left for title in ("satu", "dua", "baru")) + max(0, len(left) - 3)


def _keep(path: Path, title: str) -> None:
    with open_records(path) as db:
        db.table("letters").insert({"title": title})


if __name__ == "__main__":
    options = asked(__doc__, rounds=100_000)
    if options.control:
        CONTROLS["without_cutting"]()
    sys.exit(finished("torn tail", torn(options.rounds)))
