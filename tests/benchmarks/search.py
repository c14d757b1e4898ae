"""Search beside stock Whoosh, SQLite FTS5 and tantivy: the same made documents, stems, fields and queries.

    python -m tests.benchmarks.search [--documents 2000] [--words 2500] [--queries 40] [--engines ours,fts5] [--json]
        [--keep FOLDER]

Times are process CPU time of the engine alone in a process of its own, files in the cache, each query asked once
after others of its class; 20 hits with their ids and the exact total. ``same`` is the part of the queries of the
classes in which all must find the same whose total is that of ours. Making the documents is not counted; turning
them into words and stems is. ``--keep``: what was built there before is asked again, and not built. Needs tantivy, of
the ``bench`` extra.
"""

from __future__ import annotations

import argparse
import json
import pickle
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tests.benchmarks.made_corpus import documents
from tests.benchmarks.search_queries import CLASSES, EXACT, SEED, queries

ENGINES = ("ours", "whoosh", "fts5", "tantivy")
Report = dict[str, Any]


def draw(folder: Path, options: argparse.Namespace) -> None:
    """Write down what is to be asked: drawing it takes more memory than any engine."""
    if (folder / "queries").exists():
        return
    measure = dict(queries(options.documents, options.words, options.queries))
    warming = dict(queries(options.documents, options.words, 5, SEED + 1))
    (folder / "queries").write_bytes(pickle.dumps((measure, warming)))


def text_size(options: argparse.Namespace) -> int:
    """Bytes of all pages, each packed on its own."""
    entries = documents(options.documents, options.words)
    return sum(len(zlib.compress(page.encode("utf-8"))) for entry in entries for page in entry.pages)


def measured(options: argparse.Namespace) -> Report:
    """Each engine in turn, each part in a process of its own, asked in a copy: asking also adds documents."""
    by_engine: dict[str, Report] = {}
    with TemporaryDirectory() as scratch:
        kept = (options.keep or Path(scratch)) / f"{options.documents}x{options.words}"
        kept.mkdir(parents=True, exist_ok=True)
        draw(kept, options)
        for engine in options.engines.split(","):
            by_engine[engine] = built(engine, kept, options)
            copy = Path(scratch) / "copy" / engine
            shutil.copytree(kept / engine, copy)
            shutil.copy(kept / "queries", copy.parent)
            for part in ["ask", *(["shown"] if engine == "ours" else [])]:
                by_engine[engine] |= child(part, engine, copy, options)
            shutil.rmtree(copy)
    return summary(by_engine, options)


def built(engine: str, kept: Path, options: argparse.Namespace) -> Report:
    """What building it took, now or when it was built."""
    note = kept / f"{engine}.json"
    if not note.exists():
        shutil.rmtree(kept / engine, ignore_errors=True)
        note.write_text(json.dumps(child("build", engine, kept / engine, options)), encoding="utf-8")
    report: Report = json.loads(note.read_text(encoding="utf-8"))
    return report


def summary(by_engine: dict[str, Report], options: argparse.Namespace) -> Report:
    """All figures, by what was measured and then by engine."""
    report: Report = {"documents": options.documents, "words": options.words, "classes": {}}
    report["text_size"] = text_size(options)
    for name in CLASSES:
        report["classes"][name] = {e: r["classes"][name] for e, r in by_engine.items() if name in r["classes"]}
    for what in ("build", "size", "memory", "open_ms", "add_one", "snippets", "whole_call"):
        report[what] = {engine: found[what] for engine, found in by_engine.items() if what in found}
    if "ours" in by_engine:
        report["same"] = {engine: same(by_engine["ours"], found) for engine, found in by_engine.items()}
    return report


def same(ours: Report, theirs: Report) -> dict[str, float]:
    """By class the part of the queries with as many hits as ours."""
    pairs = {name: list(zip(ours["totals"][name], theirs["totals"][name], strict=True)) for name in EXACT}
    return {name: sum(a == b for a, b in each) / len(each) for name, each in pairs.items()}


def child(part: str, engine: str, folder: Path, options: argparse.Namespace) -> Report:
    """One part of the measurement in a fresh process."""
    numbers = [f"--{name}={getattr(options, name)}" for name in ("documents", "words")]
    command = [sys.executable, "-m", "tests.benchmarks.search_part", *numbers, "--part", part, "--engine", engine]
    started = perf_counter()
    ended = subprocess.run([*command, "--folder", str(folder)], check=True, stdout=subprocess.PIPE, text=True)
    print(f"{engine} {part}: {perf_counter() - started:.0f} s", file=sys.stderr)
    report: Report = json.loads(ended.stdout)
    return report


def table(report: Report) -> Iterator[str]:
    """The figures side by side."""
    engines = list(report["build"])
    same_totals = {engine: sum(report.get("same", {}).get(engine, {}).values()) / len(EXACT) for engine in engines}
    yield f"{'p50/p95 ms':16}" + "".join(f"{engine:>18}" for engine in engines)
    for name, row in report["classes"].items():
        yield f"{name:16}" + "".join(_cell(row.get(engine)) for engine in engines)
    yield f"{'add one':16}" + "".join(_cell(report["add_one"][engine]) for engine in engines)
    rows = {
        "open, first ms": report["open_ms"],
        "docs/CPU s": {engine: report["build"][engine]["documents_per_cpu_s"] for engine in engines},
        "size MB": {engine: report["size"][engine] / 1e6 for engine in engines},
        "memory MB": {engine: (report["memory"][engine] or 0) / 1e6 for engine in engines},
        "same totals": same_totals,
    }
    for name, row in rows.items():
        yield f"{name:16}" + "".join(f"{row[engine]:18.2f}" for engine in engines)
    for name, what in (("10 snippets", "snippets"), ("whole call", "whole_call")):
        yield f"{name:16}" + "".join(_cell(report[what].get(engine)) for engine in engines)
    yield f"packed text {report['text_size'] / 1e6:.1f} MB, kept beside ours"


def _cell(row: dict[str, float] | None) -> str:
    return f"{row['p50_ms']:10.2f}/{row['p95_ms']:.2f}".rjust(18) if row else "–".rjust(18)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--words", type=int, default=2500)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    report = measured(options)
    print(json.dumps(report, indent=1) if options.json else "\n".join(table(report)))


if __name__ == "__main__":
    main()
