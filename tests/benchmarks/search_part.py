"""One part of measuring search, of one engine, in a process of its own: prints its figures as JSON."""

from __future__ import annotations

import argparse
import json
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

from index.model import Entry
from tests.benchmarks.made_corpus import document
from tests.benchmarks.search_queries import CLASSES, Ask

ADDED = 20
SNIPPETS, CALL = 10, 20
PLAIN = ("rare", "mid", "common", "and2", "and2c", "or4")
CALLED = tuple(name for name in CLASSES if name != "facet")
Report = dict[str, Any]


def kind(engine: str) -> Any:  # noqa: ANN401 - one of several classes alike
    """The engine by its name; imported here, so that no other takes memory."""
    if engine in ("ours", "whoosh"):
        from tests.benchmarks import search_ours

        return {"ours": search_ours.Ours, "whoosh": search_ours.StockWhoosh}[engine]
    from tests.benchmarks import search_peers

    return {"fts5": search_peers.Fts5, "tantivy": search_peers.Tantivy}[engine]


class Apart:
    """Makes the documents, and knows how much CPU time that took."""

    def __init__(self) -> None:
        self.taken = 0.0

    def entries(self, count: int, words: int) -> Iterator[Entry]:
        for n in range(1, count + 1):
            started = process_time()
            entry = document(n, words)
            self.taken += process_time() - started
            yield entry


def build(options: argparse.Namespace) -> Report:
    """Build the index from nothing."""
    apart = Apart()
    document(1, options.words)
    built = kind(options.engine)(options.folder)
    started = process_time()
    built.build(apart.entries(options.documents, options.words))
    cpu = process_time() - started - apart.taken
    built.close()
    size = sum(path.stat().st_size for path in options.folder.rglob("*") if path.is_file())
    return {"build": {"cpu_s": cpu, "documents_per_cpu_s": options.documents / cpu}, "size": size}


def ask(options: argparse.Namespace) -> Report:
    """Open the index and ask everything."""
    asked, warming = drawn(options.folder)
    first, engine = timed(answering, kind(options.engine), options.folder, warming["mid"][0])
    classes, totals = {}, {}
    for name in CLASSES:
        try:
            for one in warming[name]:
                engine.find(one)
            results = [timed(engine.find, one) for one in asked[name]]
        except NotImplementedError:
            continue
        classes[name] = spread(took for took, _ in results)
        totals[name] = [found[0] for _, found in results]
    report: Report = {"classes": classes, "totals": totals, "open_ms": first, "memory": resident()}
    extra = [replace(document(n, options.words), document_id=options.documents + n) for n in range(1, ADDED + 1)]
    word = asked["mid"][0]
    added = [timed(lambda entry: (engine.add(entry), engine.find(word)), entry) for entry in extra]
    report["add_one"] = spread(took for took, _ in added)
    engine.close()
    return report


def answering(engine: Callable[[Path], Any], folder: Path, one: Ask) -> Any:  # noqa: ANN401
    """The engine, opened and asked once."""
    found = engine(folder)
    found.find(one)
    return found


def drawn(folder: Path) -> tuple[dict[str, list[Ask]], dict[str, list[Ask]]]:
    """What is to be asked, and what before, so that all is warm."""
    found: tuple[dict[str, list[Ask]], dict[str, list[Ask]]] = pickle.loads((folder.parent / "queries").read_bytes())
    return found


def shown(options: argparse.Namespace) -> Report:
    """Our own as it is shown: the best with snippets out of packed pages, and the whole call of the kiosk."""
    asked, _ = drawn(options.folder)
    pages: dict[int, list[bytes]] = {}

    def read_page(number: int, page: int) -> str:
        if number not in pages:
            pages[number] = [zlib.compress(text.encode("utf-8")) for text in made(number, options)]
        return zlib.decompress(pages[number][page - 1]).decode("utf-8")

    engine = kind("ours")(options.folder, read_page)
    return {
        "snippets": spread(_anew(engine, engine.shown, [one for name in PLAIN for one in asked[name]], SNIPPETS)),
        "whole_call": spread(_anew(engine, engine.whole, [one for name in CALLED for one in asked[name]], CALL)),
    }


def _anew(engine: Any, call: Callable[[Ask, int], Any], asked: list[Ask], limit: int) -> list[float]:  # noqa: ANN401
    """What each call takes; made before, so that pages are packed, and then with nothing remembered of it."""
    for one in asked:
        call(one, limit)
    engine.close()
    call(Ask(("",)), limit)
    return [timed(call, one, limit)[0] for one in asked]


def made(number: int, options: argparse.Namespace) -> Iterable[str]:
    """The pages of a document, also of one that was added later."""
    return document(number if number <= options.documents else number - options.documents, options.words).pages


def timed(call: Callable[..., Any], *given: object) -> tuple[float, Any]:
    """Milliseconds of CPU time, and what came of it."""
    started = process_time()
    result = call(*given)
    return (process_time() - started) * 1000, result


def spread(took: Iterable[float]) -> dict[str, float]:
    """Median and 95th percentile, in ms."""
    ordered = sorted(took)
    return {f"p{part}_ms": round(ordered[min(len(ordered) - 1, len(ordered) * part // 100)], 3) for part in (50, 95)}


def resident() -> int | None:
    """The most memory that this process had, in bytes; None where the system does not tell.

    Not getrusage, which on Linux tells of the parent before this program was started.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--documents", "--words"):
        parser.add_argument(name, type=int, required=True)
    parser.add_argument("--part", choices=("build", "ask", "shown"), required=True)
    parser.add_argument("--engine", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    options = parser.parse_args()
    print(json.dumps({"build": build, "ask": ask, "shown": shown}[options.part](options)))
