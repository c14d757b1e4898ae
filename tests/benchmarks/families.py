"""Do words of one family get one stem? Over the running words of real legislation, against a dictionary.

``python -m tests.benchmarks.families [--dictionary FOLDER] [--json]``

Needs Debian's hunspell-id (a yardstick, of which nothing is shipped) and PPID_CORPUS with its legislation.
The roots of the stemmer were drawn up with an eye on every second file by name, the first one among them
("seen"); the bars hold on the other half ("unseen"). Snowball runs on the same words. Exit code 1 if missed.

joined   Of the running words that the dictionary derives from another word: the share with that word's stem
         (any of them, where it names several).
shared   Of the stems that running words or their dictionary roots get: the share that stand for unrelated words,
         that is for two words with no root in common, nor a chain of words with roots in common.
roots    The same of all roots of the dictionary, met or not: stems that two roots get, neither derived from the other.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index.extract import Unreadable, extract
from index.language import stem, tokens
from tests.benchmarks.hunspell import families

DICTIONARY = Path("/usr/share/hunspell")
CORPUS = Path(os.environ.get("PPID_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
JOINED, SHARED, SECONDS = 0.94, 0.01, 1.0

Stem = Callable[[str], str]
RootsOf = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Figures:
    """Of one stemmer on one half; ``words`` running words were judged, ``missed`` are the commonest failures."""

    words: int
    joined: float
    shared: float
    missed: tuple[str, ...]
    sharing: tuple[str, ...]


def roots_of(stated: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Each derived word -> the roots that the dictionary derives it from."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for root, forms in stated.items():
        for form in forms:
            found[form].add(root)
    return {form: frozenset(roots) for form, roots in found.items()}


def figures(words: Counter[str], derived: RootsOf, roots: Iterable[str], stemmed: Stem) -> Figures:
    """How well a stemmer joins, and how rarely it joins what is unrelated."""
    known = set(roots)
    judged = Counter({word: n for word, n in words.items() if word in derived})
    missed = Counter({w: n for w, n in judged.items() if all(stemmed(w) != stemmed(r) for r in derived[w])})
    met = {word: derived.get(word, frozenset()) | ({word} & known) for word in words}
    met.update({root: frozenset({root}) for found in list(met.values()) for root in found if root not in met})
    sharing, stems = unrelated({word: found for word, found in met.items() if found}, stemmed)
    return Figures(
        words=judged.total(),
        joined=1 - missed.total() / max(1, judged.total()),
        shared=len(sharing) / max(1, stems),
        missed=tuple(f"{word} {n}" for word, n in missed.most_common(20)),
        sharing=tuple(f"{shared}: {' '.join(sorted(of))}" for shared, of in sorted(sharing.items())[:20]),
    )


def unrelated(words: RootsOf, stemmed: Stem) -> tuple[dict[str, set[str]], int]:
    """Stems that unrelated words share, with the words; and how many stems there are in all."""
    by_stem: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        by_stem[stemmed(word)].add(word)
    return {one: group for one, group in by_stem.items() if not _related(group, words)}, len(by_stem)


def _related(group: set[str], words: RootsOf) -> bool:
    """Whether chains of common roots lead from any word of the group to any other."""
    rest = set(group)
    reached = set(words[rest.pop()])
    while joined := {word for word in rest if reached & words[word]}:
        rest -= joined
        reached.update(*(words[word] for word in joined))
    return not rest


def halves(folder: Path) -> dict[str, Counter[str]]:
    """The words of every second file from the first (seen), and of the others (unseen)."""
    counts = (Counter[str](), Counter[str]())
    for number, path in enumerate(sorted(folder.glob("*.pdf"))):
        try:
            text = "\n".join(extract(path).pages)
        except Unreadable:
            continue
        counts[number % 2].update(t.form for t in tokens(text) if not t.extra and t.form.isalpha())
    return {"seen": counts[0], "unseen": counts[1]}


def seconds_a_million(words: Iterable[str]) -> float:
    """CPU seconds to stem a million running words that were stemmed before."""
    running = list(words)
    running = (running * (1_000_000 // len(running) + 1))[:1_000_000]
    for word in set(running):
        stem(word)
    started = time.process_time()
    for word in running:
        stem(word)
    return time.process_time() - started


def measure(dictionary: Path, corpus: Path) -> dict[str, Any]:
    """All figures of both stemmers on both halves."""
    import snowballstemmer

    stated = families(dictionary / "id_ID.aff", dictionary / "id_ID.dic")
    derived, words = roots_of(stated), halves(corpus)
    every_root = {root: derived.get(root, frozenset()) | {root} for root in stated}
    stemmers: dict[str, Stem] = {"ours": stem, "snowball": cache(snowballstemmer.stemmer("indonesian").stemWord)}
    report: dict[str, Any] = {}
    for name, stemmed in stemmers.items():
        sharing, stems = unrelated(every_root, stemmed)
        found = {half: asdict(figures(count, derived, stated, stemmed)) for half, count in words.items()}
        report[name] = {**found, "roots": len(sharing) / stems}
    return {**report, "seconds_a_million": seconds_a_million(words["unseen"].elements())}


def missed_bars(report: Mapping[str, Any]) -> list[str]:
    """What falls short, in words."""
    unseen = report["ours"]["unseen"]
    checks = {
        f"joined {unseen['joined']:.4f} < {JOINED}": unseen["joined"] < JOINED,
        f"shared {unseen['shared']:.4f} > {SHARED}": unseen["shared"] > SHARED,
        f"{report['seconds_a_million']:.2f} s a million words": report["seconds_a_million"] > SECONDS,
    }
    return [words for words, short in checks.items() if short]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--dictionary", type=Path, default=DICTIONARY)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    for needed, how in (
        (asked.dictionary / "id_ID.dic", "install hunspell-id or give --dictionary"),
        (CORPUS / "legislation", "set PPID_CORPUS"),
    ):
        if not needed.exists():
            print(f"{needed} is not there: {how}", file=sys.stderr)
            return 2
    report = measure(asked.dictionary, CORPUS / "legislation")
    short = missed_bars(report)
    if asked.json:
        print(json.dumps({**report, "short": short}, ensure_ascii=False, indent=1))
    else:
        for name in ("ours", "snowball"):
            for half in ("seen", "unseen"):
                f = report[name][half]
                print(f"{name:9}{half:7} joined {f['joined']:.2%} of {f['words']:6}  shared {f['shared']:.2%}")
            print(f"{name:9}roots   shared {report[name]['roots']:.2%}")
        print(f"a million words {report['seconds_a_million']:.2f} s", *short, sep="\n")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
