"""How right finding is: queries as officers and citizens would speak them, beside FTS5 with the same stems.

    python -m tests.benchmarks.finding [--half tuning|opened|test] [--show] [--json]

First: the first hit is right. Five: a right document is among the first five. Page: where one is among them
and the answer stands on stated pages, it opens on one of them. Misses are told, with what came instead; those of
the test half only counted, unless ``--show`` opens it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ppid_tui.desk.finding import find
from ppid_tui.desk.office import Office
from tests.benchmarks.fts5 import Fts5
from tests.benchmarks.mixed_office import TODAY, is_exempt, mixed_office, without_right
from tests.benchmarks.queries import SETS, Query, load, right_ids

BEST = 5
Came = list[tuple[int, int | None]]
Ask = Callable[[str], Came]


@dataclass(frozen=True)
class Answered:
    """What came for a query: its place among the first five (0: not there), and the page's fate, if one is stated."""

    query: Query
    came: Came
    place: int
    page_right: bool | None

    @property
    def is_first(self) -> bool:
        """Whether the first hit is right."""
        return self.place == 1


@dataclass(frozen=True)
class Score:
    """Shares in percent."""

    asked: int
    first: float
    five: float
    page: float


def answers(office: Office, queries: Sequence[Query], ask: Ask) -> list[Answered]:
    """Every query asked once."""
    documents = [d for d in office.records.documents.all() if not is_exempt(d)]
    return [_answered(query, right_ids(query, documents), ask(query.text)) for query in queries]


def score(answered: Sequence[Answered]) -> Score:
    """How many were right."""
    pages = [a.page_right for a in answered if a.page_right is not None]
    first = [a.is_first for a in answered]
    return Score(len(answered), _share(first), _share([a.place > 0 for a in answered]), _share(pages))


def ours(office: Office) -> Ask:
    """Finding as an officer without the right to exempt documents meets it."""
    viewer = without_right(office)

    def ask(text: str) -> Came:
        return [(hit.document.id, hit.page) for hit in find(office, text, viewer, limit=BEST, today=TODAY).hits]

    return ask


def by_kind(answered: Sequence[Answered]) -> dict[str, Score]:
    """The score of each kind of query."""
    kinds = sorted({a.query.kind for a in answered})
    return {kind: score([a for a in answered if a.query.kind == kind]) for kind in kinds}


def _answered(query: Query, right: frozenset[int], came: Came) -> Answered:
    place = next((n for n, (document, _) in enumerate(came, 1) if document in right), 0)
    stated = bool(query.pages) and place > 0
    return Answered(query, came, place, came[place - 1][1] in query.pages if stated else None)


def _share(flags: Sequence[bool]) -> float:
    return round(100 * sum(flags) / len(flags), 1) if flags else 0.0


def _misses(office: Office, answered: Sequence[Answered]) -> list[str]:
    lines = []
    for one in answered:
        if one.is_first and one.page_right is not False:
            continue
        fate = f"place {one.place or '-'}" + (", wrong page" if one.page_right is False else "")
        came = [f"{_title(office, document)} p.{page}" for document, page in one.came[: max(1, one.place)]]
        lines.append(f"{one.query.text!r}: {fate}; came: {' | '.join(came) or 'nothing'}")
    return lines


def _title(office: Office, document_id: int) -> str:
    document = office.records.documents.get(document_id)
    return document.title[:60] if document else "?"


def _measured(office: Office, half: str, show: bool) -> dict[str, Any]:
    queries = load(half)
    us, them = answers(office, queries, ours(office)), answers(office, queries, Fts5(office).find)
    told: dict[str, Any] = {"half": half, "ours": asdict(score(us)), "fts5": asdict(score(them))}
    told["by_kind"] = {kind: asdict(one) for kind, one in by_kind(us).items()}
    told["fts5_by_kind"] = {kind: asdict(one) for kind, one in by_kind(them).items()}
    return told | {"misses": _misses(office, us) if show else []}


def _print(told: dict[str, Any]) -> None:
    def line(name: str, one: dict[str, float]) -> str:
        return f"{name:34}{one['asked']:6}{one['first']:8}{one['five']:8}{one['page']:8}"

    print(f"{told['half'] + ' half':34}{'asked':>6}{'first':>8}{'five':>8}{'page':>8}")
    for name, kinds in (("ours", "by_kind"), ("fts5", "fts5_by_kind")):
        print(line(name, told[name]))
        for kind, one in told[kinds].items():
            print(line(f"  {kind}", one))
    print("\n".join(told["misses"]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=SETS, default="tuning")
    parser.add_argument("--show", action="store_true", help="tell the misses of the test half: it is open then")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with mixed_office() as office:
        told = _measured(office, asked.half, asked.show or asked.half != "test")
    if asked.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _print(told)


if __name__ == "__main__":
    main()
