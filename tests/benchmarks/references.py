"""Letter numbers and laws in forty ways of writing, all of which must come first; and strings of any kind.

    python -m tests.benchmarks.references [--strings 10000] [--json]

Strings: signs, letters of many scripts, pieces of the query language, words of the archive cut up, long pastes.
None may raise; each is timed in milliseconds of the processor, half of them asked while still typing.
"""

from __future__ import annotations

import argparse
import gc
import json
from collections.abc import Callable, Sequence
from random import Random
from statistics import median, quantiles
from time import process_time
from typing import Any

from ppid_tui.commands.kiosk import SELDOM
from ppid_tui.desk.finding import find
from ppid_tui.desk.office import Office
from ppid_tui.screens.chores import YOUNG_OBJECTS
from tests.benchmarks.finding import ours
from tests.benchmarks.mixed_office import mixed_office, pages_of, without_right
from tests.benchmarks.queries import Query, right_ids

SEED = 2026
BEST_AT_ONCE = 20
LAWS = {
    "UU_14_Tahun_2008_Keterbukaan_Informasi_Publik.pdf": (
        "UU 14/2008",
        "Undang-Undang Nomor 14 Tahun 2008",
        "uu no. 14 thn 2008",
        "uu nomor 14 th 2008",
    ),
    "uu10-2020bt.pdf": ("UU 10/2020", "undang undang no 10 tahun 2020", "UU No.10 Tahun 2020", "uu 10 tahun 2020"),
    "pp1-2021bt.pdf": ("PP 1/2021", "Peraturan Pemerintah Nomor 1 Tahun 2021", "PP No. 1 Thn 2021", "pp 1 2021"),
    "PP 26 Tahun 2002 - Keselamatan Pengangkutan Zat Radioaktif.pdf": (
        "PP 26/2002",
        "Peraturan Pemerintah No. 26 Tahun 2002",
        "pp nomor 26 thn 2002",
        "PP No 26/2002",
    ),
    "SALINAN-POJK PENYIDIKAN.pdf": (
        "22/POJK.01/2015",
        "22 / POJK.01 / 2015",
        "POJK nomor 22 tahun 2015",
        "Peraturan OJK No. 22/POJK.01/2015",
    ),
}
LETTERS = {
    "460/344/DINSOS/2018": ("460/344/DINSOS/2018", "460 / 344 / dinsos / 2018", "460 344 dinsos", "no. 460/344"),
    "382/DINSOS-SEKR/II/2018": (
        "382/DINSOS-SEKR/II/2018",
        "382 / DINSOS - SEKR / II / 2018",
        "382 dinsos-sekr 2018",
        "382/dinsos sekr/ii/2018",
    ),
    "000.8.3.3/307/DINSOS-SEKR": (
        "000.8.3.3/307/DINSOS-SEKR",
        "000.8.3.3 / 307 / dinsos-sekr",
        "000.8.3.3/307",
        "307 dinsos sekr",
    ),
    "466.1/354/DINSOS.II/2019": (
        "466.1/354/DINSOS.II/2019",
        "466.1/354/DINSOS. II/ 2019",
        "466.1 354",
        "354/dinsos.ii",
    ),
    "400.9.14/386/DINSOS": (
        "400.9.14/386/DINSOS",
        "nomor 400.9.14 / 386 / Dinsos",
        "400.9.14/386",
        "surat 386 dinsos",
    ),
}
PIECES = ('"', "-", "*", "nomor:", "tahun:", "tahun:2023", "unit:", "kelas:", "(", "AND", "OR", "/", "~", "[", "\\")


def references() -> list[Query]:
    """The forty, each with what is right."""
    laws = [Query(text, file=(name,)) for name, ways in LAWS.items() for text in ways]
    return laws + [Query(text, number=(number,)) for number, ways in LETTERS.items() for text in ways]


def strings(words: Sequence[str], count: int) -> list[str]:
    """So many strings of every kind, the same each time."""
    rng = Random(SEED)
    kinds: tuple[Callable[[], str], ...] = (
        lambda: "".join(chr(rng.randrange(32, 127)) for _ in range(rng.randrange(40))),
        lambda: "".join(_any_sign(rng) for _ in range(rng.randrange(40))),
        lambda: "".join(rng.choice((*PIECES, " ", rng.choice(words))) for _ in range(rng.randrange(12))),
        lambda: " ".join(_cut(rng.choice(words), rng) for _ in range(rng.randrange(1, 8))),
        lambda: " ".join(rng.choices(words, k=rng.choice((3, 10, 30, 300)))),
    )
    return [kinds[number % len(kinds)]() for number in range(count)]


def _any_sign(rng: Random) -> str:
    """Any sign but half of a surrogate pair, which no keyboard or file gives."""
    code = rng.choice((rng.randrange(0xD800), rng.randrange(0xE000, 0x110000), rng.randrange(0x300, 0x370)))
    return chr(code)


def _cut(word: str, rng: Random) -> str:
    start = rng.randrange(len(word))
    return word[start : start + rng.randrange(1, 12)]


def _not_first(office: Office) -> list[str]:
    documents, ask = office.records.documents.all(), ours(office)
    asked = [(query, ask(query.text)[:1]) for query in references()]
    return [query.text for query, came in asked if not {c[0] for c in came} & right_ids(query, documents)]


def _waited(office: Office, count: int) -> dict[str, Any]:
    viewer = without_right(office)
    documents = office.records.documents.all()
    words = sorted({word for d in documents[::20] for page in pages_of(office, d) for word in page.split()})
    took, raised = [], []
    for number, text in enumerate(strings(words, count)):
        start = process_time()
        try:
            find(office, text, viewer, limit=BEST_AT_ONCE, typing=number % 2 == 1)
        except Exception as error:  # what is being asked is whether there is any
            raised.append(f"{text!r}: {error!r}")
        took.append((process_time() - start) * 1000)
    p95 = quantiles(took, n=20)[-1]
    over = sum(t >= 50 for t in took)
    told = {"p50": round(median(took), 2), "p95": round(p95, 2), "most": round(max(took), 1), "over_50": over}
    return {"strings": count, "raised": raised, "cpu_ms": told, "slowest": _slowest(strings(words, count), took)}


def _slowest(asked: Sequence[str], took: Sequence[float]) -> list[str]:
    worst = sorted(zip(took, asked, strict=True), reverse=True)[:5]
    return [f"{ms:.0f} ms: {text[:60]!r} ({len(text)} characters)" for ms, text in worst]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strings", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    # As the kiosk runs: else most of what is slow is the looking for garbage.
    gc.set_threshold(YOUNG_OBJECTS, gc.get_threshold()[1], SELDOM)
    with mixed_office() as office:
        missed = _not_first(office)
        told = {"references": len(references()), "not_first": missed, **_waited(office, asked.strings)}
    if asked.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    print(f"{told['references'] - len(missed)} of {told['references']} references first; not: {missed}")
    print("\n".join(told["slowest"]))
    print(f"{told['strings']} strings, raised: {told['raised']}, CPU ms: {told['cpu_ms']}")


if __name__ == "__main__":
    main()
