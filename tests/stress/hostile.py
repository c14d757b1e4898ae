"""Reads hostile files of all kinds, one after the other, with a sound one between.

    python -m tests.stress.hostile [--only WORD] [--json]

Each must come to an end with its text or a reason: within 30 s (the aim: 10 s), its child below 1 GB,
and with this process and the next file unharmed. Ends with 1 where one does not. At the end: the slowest, and
the most memory that any child had (Linux only).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from index.extract import DOCX, PDF, Unreadable, extract
from tests.index.hostile_files import text_page
from tests.stress import hostile_notes, hostile_pages, hostile_pdfs, hostile_places, hostile_words

BAR_SECONDS, AIM_SECONDS = 30.0, 10.0
BAR_BYTES = 1024**3


@dataclass(frozen=True)
class Result:
    """What came of one kind: text or the first note or reason, and what it cost."""

    kind: str
    told: str
    seconds: float
    sound_after: bool

    @property
    def held(self) -> bool:
        return bool(self.told) and self.seconds <= BAR_SECONDS and self.sound_after

    def __str__(self) -> str:
        return f"{'' if self.held else 'FAILED ':7}{self.seconds:5.1f} s  {self.kind:44} {self.told}"


def kinds() -> Iterator[tuple[str, Callable[[Path], Path]]]:
    """All kinds, as what makes one in a folder of its own."""
    for name, make in (*hostile_pages.kinds(), *hostile_pdfs.kinds(), *hostile_notes.kinds()):
        yield f"PDF: {name}", lambda folder, make=make: _written(folder / "jahat.pdf", make())  # type: ignore[misc]
    for name, build in hostile_words.kinds():
        yield f"Word: {name}", lambda folder, build=build: _built(folder / "jahat.docx", build)  # type: ignore[misc]
    for name, place in hostile_places.kinds():
        yield f"place: {name}", place


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _built(path: Path, build: Callable[[Path], object]) -> Path:
    build(path)
    return path


def tried(kind: str, make: Callable[[Path], Path]) -> Result:
    """Makes one and reads it, then a sound file."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = make(Path(folder))
        begun = perf_counter()
        told = told_of(path)
        seconds = perf_counter() - begun
        after = told_of(_written(Path(folder) / "baik.pdf", text_page(b"isi yang baik")))
    return Result(kind, told, seconds, after == "teks: 'isi yang baik'")


def told_of(path: Path) -> str:
    """The first words, the first note, or the reason; '' would be silence."""
    try:
        read = extract(path)
    except Unreadable as problem:
        return f"{problem.reason}: {problem.cause}"
    text = " ".join(" ".join(read.pages)[:1000].split())
    noted = read.notes[0] if read.notes else ""
    if read.has_text:
        return f"teks: {text[:40]!r}" + (f" ({noted})" if noted else "")
    return noted or (f"tanpa teks: {read.media_type}" if read.media_type not in (PDF, DOCX) else "")


class Watch(threading.Thread):
    """Looks every 20 ms at the most memory that each child had; Linux only, elsewhere it stays 0.

    What wait() tells is no use: before its exec a child counts with the memory of this process.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0

    def run(self) -> None:
        while True:
            for children in Path("/proc/self/task").glob("*/children"):
                with contextlib.suppress(OSError):
                    self.most = max(self.most, *map(_peak, children.read_text(encoding="ascii").split()), 0)
            time.sleep(0.02)


def _peak(pid: str) -> int:
    with contextlib.suppress(OSError):
        process = Path("/proc") / pid
        if b"index.extract.child" in (process / "cmdline").read_bytes():
            found = re.search(r"VmHWM:\s*(\d+) kB", (process / "status").read_text(encoding="utf-8"))
            return 1024 * int(found[1]) if found else 0
    return 0


def main() -> int:
    """Prints a line a kind and the totals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the kinds with this in their names")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    results = []
    watch = Watch()
    watch.start()
    for kind, make in kinds():
        if asked.only in kind:
            results.append(tried(kind, make))
            if not asked.json:
                print(results[-1], flush=True)
    failed = [result.kind for result in results if not result.held]
    slowest = max(results, key=lambda result: result.seconds, default=None)
    totals = {
        "kinds": len(results),
        "failed": failed,
        "over_aim": [result.kind for result in results if result.seconds > AIM_SECONDS],
        "slowest": slowest and f"{slowest.seconds:.1f} s: {slowest.kind}",
        "largest_child_mb": watch.most // 2**20,
    }
    print(json.dumps({**totals, "results": [asdict(result) for result in results]} if asked.json else totals))
    return int(bool(failed) or watch.most > BAR_BYTES or not results)


if __name__ == "__main__":
    sys.exit(main())
