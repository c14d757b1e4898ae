"""No trace of exempt documents: their own rarest words, asked as an officer who may not see them.

    python -m tests.benchmarks.exempt [--queries 1000] [--json]

Forty documents of the mixed office are exempted, as an officer would, beside those that are so already: ten of
them those with most words of their own. What then comes must be what comes from an index that never held them:
the same hits in the same order, totals, suggestions and counts for narrowing. Nothing may name an exempt
document, nor suggest a word that stands in exempt ones alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from archive.model import Document, Exemption, InformationClass
from index.language import tokens
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Viewer, facets, find
from ppid_tui.desk.office import Office
from tests.benchmarks.mixed_office import AT, copied, deciding, is_exempt, mixed_office, pages_of, without_right

SEED, MADE_EXEMPT, RAREST = 2026, 40, 30
EXEMPT = InformationClass.DIKECUALIKAN
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Told:
    """All that an officer gets to see for a query, but for time, score, and the passages of what they see."""

    hits: tuple[tuple[int, int | None, int], ...]
    total: int
    all_words: bool
    suggestion: str
    repaired: bool
    exempt: int
    counts: str


def words_of(office: Office, document: Document) -> set[str]:
    """Every word of a document and of its record."""
    record = " ".join((document.title, document.number, document.summary))
    return {token.form for text in (record, *pages_of(office, document)) for token in tokens(text)}


def exempt_some(office: Office, count: int, at: datetime = AT) -> None:
    """Exempt so many documents one by one: a quarter those with most words of their own, the rest by chance."""
    by = deciding(office)
    held = {d.id: words_of(office, d) for d in office.records.documents.all()}
    spread = Counter(word for words in held.values() for word in words)
    open_ones = [d for d in office.records.documents.all() if not is_exempt(d)]
    open_ones.sort(key=lambda d: (-sum(spread[word] == 1 for word in held[d.id]), d.id))
    richest = count // 4
    for document in open_ones[:richest] + Random(SEED).sample(open_ones[richest:], count - richest):
        exemption = Exemption("h", "UU 14/2008 Pasal 17 huruf h")
        describe(office, replace(document, information_class=EXEMPT, exemption=exemption), by, at)


def questions(office: Office, count: int) -> list[str]:
    """Each exempt document's title, number and rarest words: alone, in twos, cut, with a slip, as a phrase."""
    documents = office.records.documents.all()
    held = {d.id: words_of(office, d) for d in documents}
    spread = Counter(word for words in held.values() for word in words)
    rng, asked = Random(SEED), []
    for document in (d for d in documents if is_exempt(d)):
        rarest = sorted(held[document.id], key=lambda word: (spread[word], word))[:RAREST]
        asked += [document.title, document.number, *_forms(rarest, rng)]
    kept = [text for text in dict.fromkeys(asked) if text]
    return rng.sample(kept, min(count, len(kept)))


def own_words(office: Office) -> set[str]:
    """Words that stand in exempt documents alone."""
    open_words, secret = set[str](), set[str]()
    for document in office.records.documents.all():
        (secret if is_exempt(document) else open_words).update(words_of(office, document))
    return secret - open_words


def told(office: Office, text: str, viewer: Viewer, typing: bool) -> Told:
    """All that comes for a query."""
    found = find(office, text, viewer, typing=typing)
    counted = json.dumps(asdict(facets(office, text, viewer, typing=typing)), sort_keys=True)
    return Told(
        hits=tuple((hit.document.id, hit.page, hit.other_pages) for hit in found.hits),
        total=found.total,
        all_words=found.all_words,
        suggestion=found.suggestion,
        repaired=found.repaired,
        exempt=len(found.exempt) + found.exempt_total,
        counts=counted,
    )


def traces(office: Office, asked: Sequence[str]) -> dict[str, list[str]]:
    """The queries that give something away, by how."""
    viewer, secret = without_right(office), own_words(office)
    hidden = {d.id for d in office.records.documents.all() if is_exempt(d)}
    first = [told(office, text, viewer, typing=bool(n % 2)) for n, text in enumerate(asked)]
    for _ in office.indexes.rebuild():
        pass
    never = [told(office, text, viewer, typing=bool(n % 2)) for n, text in enumerate(asked)]
    found: dict[str, list[str]] = {}
    for text, one, other in zip(asked, first, never, strict=True):
        for how in _how(text, one, other, hidden, secret):
            found.setdefault(how, []).append(text)
    return found


def _forms(rarest: Sequence[str], rng: Random) -> Iterator[str]:
    for word in rarest:
        yield from (word, f"{word} {rng.choice(rarest)}", f'"{word}"', f"{word[:4]}*", f"{word} -laporan")
        at = rng.randrange(len(word))
        yield from (word[:-1], word[:at] + rng.choice(LETTERS) + word[at + 1 :], f"{rng.choice(rarest)} surat {word}")


def _how(text: str, one: Told, never: Told, hidden: set[int], secret: set[str]) -> Iterator[str]:
    if one.exempt or {hit[0] for hit in one.hits} & hidden:
        yield "a hit"
    if EXEMPT.value in one.counts:
        yield "counts name the class"
    suggested = {token.form for token in tokens(one.suggestion)} - {token.form for token in tokens(text)}
    if suggested & secret:
        yield "a suggestion"
    for name in (n for n in Told.__dataclass_fields__ if getattr(one, n) != getattr(never, n)):
        same = name == "hits" and {hit[0] for hit in one.hits} == {hit[0] for hit in never.hits}
        yield "other order of the same hits" if same else f"other {name} than without them"


def main() -> None:
    """Measure and print; exits 1 where anything is given away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=1_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with mixed_office() as whole, copied(whole) as office:
        exempt_some(office, MADE_EXEMPT)
        asked = questions(office, options.queries)
        found = traces(office, asked)
    result: dict[str, Any] = {"queries": len(asked), "traces": {how: len(texts) for how, texts in found.items()}}
    result["examples"] = {how: texts[:5] for how, texts in found.items()}
    print(json.dumps(result, ensure_ascii=False, indent=1) if options.json else result)
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
