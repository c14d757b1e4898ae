"""Extraction beside pdfminer's defaults, ``pdftotext``, file names and other projects' own tests.

    python -m tests.benchmarks.extraction [--rounds 3] [--only speed|cores|words|guess|peers] [--json]

Prints a table of what was reached beside its bar and its aim, then each miss with its reason; ends with 1
where a bar is missed. Real files come from PPID_CORPUS (legislation/ and peer/); without them the made mix
alone is measured. Speed is in pages per CPU second of the reading child, both ways in a child that answers in
lines of JSON, taking turns. The machine's noise moves the rates; the ratios are what counts. POSIX only (CPU of
children). OCR and hostile files have programs of their own: ``tests.benchmarks.ocr``, ``tests.stress.hostile``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from index.extract import extract, extract_many
from index.extract.pool import POOL, cores
from tests.benchmarks.extraction_truth import guesses, peers, word_f1
from tests.benchmarks.made_tables import make_tables

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PPID_CORPUS", ROOT.parent / "shared" / "corpus"))
LONG_SECONDS = 20.0
WIDE = 60
SECTIONS = ("speed", "cores", "words", "guess", "peers")
_DEFAULTS = """
import json, logging, sys
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer
logging.disable(logging.CRITICAL)
for path in json.loads(sys.stdin.readline()):
    for page in extract_pages(path):
        text = "".join(item.get_text() for item in page if isinstance(item, LTTextContainer))
        print(json.dumps({"text": text}), flush=True)
"""


@dataclass(frozen=True)
class Line:
    """One figure with its bar and its aim, and what explains it."""

    what: str
    reached: float
    bar: float
    aim: float
    remarks: Sequence[str] = field(default=())

    @property
    def state(self) -> str:
        return "aim" if self.reached >= self.aim else "bar" if self.reached >= self.bar else "MISSED"

    def __str__(self) -> str:
        times = self.reached / self.bar
        return f"{self.what:{WIDE}} {self.reached:8.3f} {self.bar:6g} {self.aim:6g} {times:9.2f}  {self.state}"


HEAD = f"{'':{WIDE}} {'reached':>8} {'bar':>6} {'aim':>6} {'times bar':>9}"


def cpu_seconds() -> float:
    """Of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ours(paths: Sequence[Path]) -> tuple[int, float]:
    """Pages, and CPU seconds of a new child that reads them all."""
    POOL.close()
    begun = cpu_seconds()
    pages = sum(len(extract(path).pages) for path in paths)
    POOL.close()
    return pages, cpu_seconds() - begun


def defaults(paths: Sequence[Path]) -> tuple[int, float]:
    """The same by pdfminer as it comes."""
    begun = cpu_seconds()
    named = json.dumps([str(path) for path in paths]) + "\n"
    run = subprocess.run([sys.executable, "-c", _DEFAULTS], input=named, capture_output=True, text=True, check=True)
    return len(run.stdout.splitlines()), cpu_seconds() - begun


def speed(what: str, paths: Sequence[Path], rounds: int, bar: float) -> Line:
    """The median of ours over the median of the defaults', taking turns."""
    rates: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        for which in (number % 2, 1 - number % 2):
            pages, seconds = (ours, defaults)[which](paths)
            rates[which].append(pages / seconds)
    mine, theirs = median(rates[0]), median(rates[1])
    remark = f"{mine:.1f} against {theirs:.1f} pages per CPU second, {len(paths)} files"
    return Line(f"speed against the defaults: {what}", mine / theirs, bar, bar, [remark])


@dataclass(frozen=True)
class Run:
    """Seconds that reading took: of the wall, of the children, of the child that worked most, and of this process."""

    wall: float
    children: float
    busiest: float
    parent: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s (children {self.children:.1f} s of CPU, parent {self.parent:.2f} s)"


def scaling(paths: Sequence[Path], rounds: int) -> Line:
    """Wall time one by one over wall time of ``extract_many``, each with new children, over 20 s at least."""
    times = 1 + int(LONG_SECONDS / timed(paths, one_by_one).children)
    mix = [*paths] * times
    ones, manys = [], []
    for _ in range(rounds):
        ones.append(timed(mix, one_by_one))
        manys.append(timed(mix, together))
    one, many = (sorted(runs, key=lambda run: run.wall)[rounds // 2] for runs in (ones, manys))
    remarks = [
        f"{len(mix)} files one by one: {one}",
        f"on {cores()} cores: {many}; load {os.getloadavg()[0]:.1f}",
        f"{many.children / many.busiest:.2f} is what the children's shares of the work allow",
    ]
    return Line(f"{cores()} cores against one, wall", one.wall / many.wall, 1.0, 1.7, remarks)


def one_by_one(paths: Sequence[Path]) -> None:
    for path in paths:
        extract(path)


def together(paths: Sequence[Path]) -> None:
    list(extract_many(paths))


def timed(paths: Sequence[Path], read: Callable[[Sequence[Path]], None]) -> Run:
    """One run, from the start of its children to their end."""
    POOL.close()
    begun, parent, children = perf_counter(), process_time(), cpu_seconds()
    read(paths)
    wall, spent = perf_counter() - begun, process_time() - parent
    # ``extract_many`` keeps one child and ends the others: of two both are known, of more the mean of the others.
    others = cpu_seconds() - children
    POOL.close()
    kept = cpu_seconds() - children - others
    return Run(wall, others + kept, max(kept, others / max(1, cores() - 1)), spent)


def measured(only: Sequence[str], rounds: int, folder: Path) -> Iterator[Line]:
    """The lines that were asked for and can be measured here."""
    real = sorted((CORPUS / "legislation").glob("*.pdf"))
    made = make_tables(folder)
    if "speed" in only:
        yield speed("made mix with many tables", made, rounds, 1.4)
        if real:
            yield speed("legislation", real, rounds, 1.1)
    if "cores" in only:
        yield scaling([*real, *made], rounds)
    if real and "words" in only:
        mean, remarks = word_f1(real)
        yield Line("word F1 against pdftotext, files not broken", mean, 0.99, 0.995, remarks)
    if real and "guess" in only:
        for what, (share, remarks) in guesses(real).items():
            yield Line(f"kind, number, year: {what}", share, 0.94, 0.97, remarks)
    if real and "peers" in only:
        words, strings = peers(CORPUS / "peer")
        yield Line("peers' words of DOCX", words[0], 0.95, 0.98, words[1])
        yield Line("peers' strings of PDF", strings[0], 0.8, 0.9, strings[1])


def main() -> int:
    """Prints the figures; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", choices=SECTIONS)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        lines = list(shown(measured(asked.only or SECTIONS, asked.rounds, Path(folder)), asked.json))
    if asked.json:
        print(json.dumps([{**asdict(line), "state": line.state} for line in lines], ensure_ascii=False))
    return int(not lines or any(line.state == "MISSED" for line in lines))


def shown(lines: Iterator[Line], quiet: bool) -> Iterator[Line]:
    """The lines, printed as they come unless ``quiet``, and at the end what explains them."""
    say = (lambda *_: None) if quiet else print
    say(HEAD)
    seen = []
    for line in lines:
        say(line)
        seen.append(line)
        yield line
    for line in seen:
        say("\n".join(["", line.what, *(f"    {remark}" for remark in line.remarks)]))


if __name__ == "__main__":
    sys.exit(main())
