"""The records beside sqlite3 (WAL, synchronous=FULL), in one run, taking turns, doing the same work.

    python -m tests.benchmarks.records [--documents 100000] [--folder ON_THE_DISK_TO_MEASURE] [--json]

Both keep the same documents as JSON with the same three indexes, and make each write durable before
it returns. Times drift from run to run; the ratios are what counts. Needs orjson, of the ``bench`` extra.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import msgspec
import orjson

from archive.table import open_records

FIELDS = ("number", "text_key", "renditions.sha256")
Row = dict[str, Any]


class Journal:
    """Ours."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "records.jsonl"
        self._db = open_records(self.path, {"documents": FIELDS})
        self._table = self._db.table("documents")

    def insert(self, row: Row) -> None:
        self._table.insert(row)

    def insert_many(self, rows: list[Row]) -> None:
        self._table.insert_multiple(rows)

    def update(self, number: int, fields: Row) -> None:
        self._table.update(fields, doc_ids=[number])

    def with_sha256(self, sha256: str) -> list[Any]:
        return self._table.by("renditions.sha256", sha256)

    def make_indexes(self) -> None:
        """Ask each declared field once: an index is made when it is first asked for."""
        for field in FIELDS:
            self._table.by(field, "")

    def compact(self) -> None:
        self._db.storage.compact()

    def close(self) -> None:
        self._db.close()


class Sqlite:
    """The measure: documents as JSON in a row, indexed columns beside."""

    INSERT = "INSERT INTO documents (number, text_key, sha256, body) VALUES (?, ?, ?, ?)"

    def __init__(self, folder: Path) -> None:
        self._db = sqlite3.connect(folder / "records.sqlite", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        columns = "number TEXT, text_key TEXT, sha256 TEXT, body TEXT"
        self._db.execute(f"CREATE TABLE IF NOT EXISTS documents (id INTEGER PRIMARY KEY, {columns})")
        for column in ("number", "text_key", "sha256"):
            self._db.execute(f"CREATE INDEX IF NOT EXISTS by_{column} ON documents ({column})")

    def insert(self, row: Row) -> None:
        self._db.execute(self.INSERT, self._columns(row))

    def insert_many(self, rows: list[Row]) -> None:
        with self._transaction():
            self._db.executemany(self.INSERT, map(self._columns, rows))

    def update(self, number: int, fields: Row) -> None:
        with self._transaction():
            (body,) = self._db.execute("SELECT body FROM documents WHERE id = ?", (number,)).fetchone()
            row = msgspec.json.decode(body) | fields
            change = "UPDATE documents SET number = ?, text_key = ?, sha256 = ?, body = ? WHERE id = ?"
            self._db.execute(change, (*self._columns(row), number))

    def with_sha256(self, sha256: str) -> list[Any]:
        found = self._db.execute("SELECT body FROM documents WHERE sha256 = ?", (sha256,))
        return [msgspec.json.decode(body) for (body,) in found]

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        yield
        self._db.execute("COMMIT")

    def _columns(self, row: Row) -> tuple[str, str, str, bytes]:
        return row["number"], row["text_key"], row["renditions"][0]["sha256"], msgspec.json.encode(row)


@dataclass(frozen=True)
class Line:
    """One measured thing: seconds of ours and of the measure, the bar and the aim as ratios (or as seconds)."""

    what: str
    ours: float
    measure: float
    bar: float
    aim: float
    in_seconds: bool = False

    @property
    def reached(self) -> float:
        return self.ours if self.in_seconds else self.ours / self.measure

    def __str__(self) -> str:
        scale, unit = (1000, " ms") if self.in_seconds else (1, "x")
        state = "aim" if self.reached <= self.aim else "bar" if self.reached <= self.bar else "MISSED"
        times = f"{self.ours * 1000:9.3f} ms against {self.measure * 1000:9.3f} ms"
        reached = f"{self.reached * scale:7.3f}{unit}"
        return f"{self.what:24}{times} {reached:>11}  (bar {self.bar * scale:g}, aim {self.aim * scale:g}): {state}"


def sha256_of(number: int) -> str:
    return hashlib.sha256(b"%d" % number).hexdigest()


def document(number: int) -> Row:
    """A letter as an office keeps it, about 1 KB of JSON."""
    sha256 = sha256_of(number)
    rendition = {"kind": "signed", "name": f"surat-{number}.pdf", "media_type": "application/pdf", "size": 240_000}
    place = {"cabinet": "A", "shelf": "3", "box": "12", "folder": str(number % 40), "serial": str(number)}
    return {
        "title": f"Surat Keputusan tentang Pembentukan Tim Pengelola Nomor {number} Tahun Anggaran 2024",
        "information_class": "berkala",
        "kind": "Surat Keputusan",
        "number": f"{number}/SK/2024",
        "date": "2024-03-05",
        "year": 2024,
        "summary": "Menetapkan susunan tim, tugas, dan masa kerjanya. " * 5,
        "unit": "Bagian Administrasi Pembangunan",
        "responsible": "Kepala Bagian",
        "renditions": [{**rendition, "sha256": sha256, "pages": 4, "electronically_signed": False}],
        "hardcopy": {**place, "borrower": "", "borrowed_on": None},
        "text_key": sha256[:32],
        "pages": 4,
        "confirmed": True,
        "received_at": "2024-03-06T09:12:00",
        "note": "",
    }


def timed(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def in_turns(rounds: int, ours: Callable[[int], object], measure: Callable[[int], object]) -> tuple[float, float]:
    """The median seconds of each, one after the other in each round, the first one changing."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for which in (number % 2, 1 - number % 2):
            work = (ours, measure)[which]
            times[which].append(timed(lambda: work(number)))  # noqa: B023 - called at once
    return median(times[0]), median(times[1])


def writes(ours: Journal, measure: Sqlite, count: int, rounds: int) -> Iterator[Line]:
    new = [document(count + n) for n in range(rounds)]
    yield Line("insert", *in_turns(rounds, lambda n: ours.insert(new[n]), lambda n: measure.insert(new[n])), 1.5, 1.0)
    order = Random(1).choices(range(1, count + 1), k=rounds)
    change: Callable[[int], Row] = lambda n: {"note": f"Diperiksa {n}", "confirmed": bool(n % 2)}  # noqa: E731
    updates = in_turns(
        rounds, lambda n: ours.update(order[n], change(n)), lambda n: measure.update(order[n], change(n))
    )
    yield Line("update", *updates, 1.5, 1.0)
    many = [[document(2 * count + 1000 * batch + n) for n in range(1000)] for batch in range(12)]
    bulk = in_turns(len(many), lambda n: ours.insert_many(many[n]), lambda n: measure.insert_many(many[n]))
    yield Line("bulk insert of 1,000", *bulk, 1.0, 0.6)


def look_ups(ours: Journal, measure: Sqlite, count: int) -> Line:
    wanted = [sha256_of(number) for number in Random(2).choices(range(count), k=2000)]
    assert ours.with_sha256(wanted[0]) == measure.with_sha256(wanted[0])
    found = in_turns(len(wanted), lambda n: ours.with_sha256(wanted[n]), lambda n: measure.with_sha256(wanted[n]))
    return Line("get by sha256", *found, 0.0001, 0.00005, in_seconds=True)


def opening(folder: Path, rounds: int) -> Iterator[Line]:
    """Opening against orjson reading the same lines, both without the cyclic collector."""
    read = lambda _: _read_with_orjson(folder / "records.jsonl")  # noqa: E731
    yield Line("open", *in_turns(rounds, lambda _: Journal(folder).close(), read), 2.0, 1.5)
    looked_up = in_turns(rounds, lambda _: _open_and_index(folder), read)
    yield Line("open and use all indexes", *looked_up, 3.0, 2.0)  # what the first look-ups cost


def _open_and_index(folder: Path) -> None:
    ours = Journal(folder)
    ours.make_indexes()
    ours.close()


def _read_with_orjson(path: Path) -> None:
    gc.disable()
    _rows = [orjson.loads(line) for line in path.read_bytes().splitlines()]
    gc.enable()


def fill(ours: Journal, measure: Sqlite, count: int) -> None:
    for first in range(0, count, 10_000):
        rows = [document(number) for number in range(first, min(first + 10_000, count))]
        ours.insert_many(rows)
        measure.insert_many(rows)
    ours.compact()


def measured(folder: Path, count: int, rounds: int) -> Iterator[Line]:
    ours, measure = Journal(folder), Sqlite(folder)
    fill(ours, measure, count)
    ours.close()
    yield from opening(folder, 7)
    ours = Journal(folder)
    ours.make_indexes()
    yield look_ups(ours, measure, count)
    yield from writes(ours, measure, count, rounds)
    ours.close()
    measure.close()


def main() -> int:
    """Print the table; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--folder", type=Path, help="a folder on the disk to measure; a temporary one otherwise")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lines = []
    with TemporaryDirectory(dir=options.folder) as folder:
        for line in measured(Path(folder), options.documents, options.rounds):
            lines.append(line)
            if not options.json:
                print(line, flush=True)
    if options.json:
        print(json.dumps([{**vars(line), "reached": line.reached} for line in lines], indent=2))
    return int(any(line.reached > line.bar for line in lines))


if __name__ == "__main__":
    sys.exit(main())
