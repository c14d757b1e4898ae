"""Our codec beside Whoosh's own: the same documents, updates, deletions and merges, and random queries to both.

    python -m tests.stress.differential [--rounds 200] [--control]

Each round keeps two indexes, ours and one of stock Whoosh with the same schema, does the same to both, and asks both
the same. Every query must give the same documents; every term the same documents, counts and positions; words and
phrases, as officers ask for them, the documents and the scores that follow from the postings of the twin.
In the control one removal is kept from the twin; it must be seen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from whoosh import query
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

from index import store
from index.glance import Glance
from index.kept import Kept
from index.language import stem
from index.model import Entry
from index.schema import fields_of, schema
from tests.stress.differential_answers import wrong_answers
from tests.stress.rounds import asked

ROOTS = ("mohon", "tolak", "informasi", "publik", "rapat", "dinas", "kota", "bantu", "sosial", "arsip", "surat", "sah")
AFFIXES = (("", ""), ("", "an"), ("di", ""), ("per", "an"), ("meng", "kan"), ("pe", ""), ("", "nya"), ("ke", "an"))
WORDS = (*(a + root + b for root in ROOTS for a, b in AFFIXES), "14", "2008", "uu", "nomor", "tahun")
FIELDS = ("words", "stems", "title")
PLAIN = tuple(word for word in WORDS if word.isalpha() and word not in ("uu", "nomor", "tahun"))
QUERIES = 30
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Waiting for the disk, which every commit does, would take nine tenths of the time."""


class Twins:
    """An index of ours and one of stock Whoosh, which are given the same."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.chance = chance
        _, self.ours = store.create_build(folder)
        self.theirs = FileIndex.create(FileStorage(str(folder / "stock")).create(), schema())
        self.kept: dict[str, Kept] = {}
        self.ids: set[int] = set()

    def change(self) -> None:
        """One commit of a few documents, new and known, and a few removals; now and then all is merged."""
        fresh = [self.entry() for _ in range(self.chance.choice((0, 1, 1, 2, 5, 12)))]
        gone = {n for n in self.ids if self.chance.random() < 0.1} - {entry.document_id for entry in fresh}
        store.write(self.ours, fresh, gone)
        self.write_theirs(fresh, gone)
        self.ids = (self.ids - gone) | {entry.document_id for entry in fresh}
        if self.chance.random() < 0.15:
            store.make_one(self.ours)

    def write_theirs(self, fresh: Iterable[Entry], gone: Iterable[int]) -> None:
        by_id = {entry.document_id: entry for entry in fresh}
        writer = SegmentWriter(self.theirs, codec=W3Codec(), compound=False)
        for number in {*gone, *by_id}:
            writer.delete_by_term("id", str(number))
        for entry in by_id.values():
            writer.add_document(**fields_of(entry))
        writer.commit()

    def entry(self) -> Entry:
        """A document of a few words, most of them frequent, on up to four pages."""
        pages = tuple(self.text(self.chance.randint(0, 30)) for _ in range(self.chance.randint(0, 4)))
        return Entry(self.chance.randint(1, 60), self.text(4), pages, number=self.text(2), year=2020)

    def text(self, count: int) -> str:
        return self.chance.choice((" ", "\n", "-")).join(self.word() for _ in range(count))

    def word(self) -> str:
        return WORDS[int(len(WORDS) * self.chance.random() ** 2)]


def differences(rounds: int, seed: int = 1, control: bool = False) -> list[str]:
    """What differed, in words."""
    found: list[str] = []
    for n in range(rounds):
        with TemporaryDirectory(dir=IN_MEMORY) as folder:
            twins = Twins(Path(folder), Random(seed * 1_000_003 + n))
            for _ in range(twins.chance.randint(1, 14)):
                twins.change()
                if twins.chance.random() < 0.3:
                    found += compared(twins)
            if control and twins.ids:
                store.write(twins.ours, (), [min(twins.ids)])
            found += compared(twins)
    return found


def compared(twins: Twins) -> list[str]:
    """Random queries and terms, and what both answer differently."""
    with glanced(twins) as glance, twins.theirs.reader() as theirs:
        both = (glance.reader, theirs)
        asked_for = [random_query(twins) for _ in range(QUERIES)]
        told = [str(one) for one in asked_for if len({answer(reader, one) for reader in both}) > 1]
        terms = [(twins.chance.choice(FIELDS), twins.word()) for _ in range(QUERIES)]
        told += [f"{at}:{word}" for at, word in terms if arrays(glance, at, word) != postings(theirs, at, word)]
        for _ in range(QUERIES // 3):
            told += wrong_answers(glance, theirs, twins.chance, PLAIN)
        if store.damaged(twins.ours):
            told.append("a file is damaged")
    return told


@contextmanager
def glanced(twins: Twins) -> Iterator[Glance]:
    glance = Glance(twins.ours, twins.kept)
    try:
        yield glance
    finally:
        glance.close()


def random_query(twins: Twins, depth: int = 2) -> Any:  # noqa: ANN401 - Whoosh is untyped
    """Any kind of query that officers or Whoosh itself may ask."""
    chance, field = twins.chance, twins.chance.choice(FIELDS)
    if depth and chance.random() < 0.5:
        parts = [random_query(twins, depth - 1) for _ in range(chance.randint(2, 3))]
        # No AndNot: over one and the same index, its answer depends on how the documents are spread over segments.
        return chance.choice((query.And, query.Or, lambda p: query.And([p[0], query.Not(p[1])])))(parts)
    word = twins.word()
    kinds = (
        lambda: query.Term(field, word),
        lambda: query.Prefix(field, word[: chance.randint(1, 4)]),
        lambda: query.Wildcard(field, word[:2] + "*" + word[-1]),
        lambda: query.FuzzyTerm(field, word, maxdist=chance.randint(1, 2)),
        lambda: query.TermRange(field, *sorted((word, twins.word()))),
        lambda: query.Phrase("words", [word, twins.word()], slop=chance.randint(1, 3)),
        lambda: query.Term("id", str(chance.randint(1, 60))),
        lambda: query.Every(field),
    )
    return chance.choice(kinds)()


def answer(reader: Any, one: Any) -> tuple[int, ...]:  # noqa: ANN401
    """Ids of the documents that answer."""
    if not reader.doc_count_all():
        return ()
    numbers = reader.column_reader("numbers")
    # After its child's last document, Whoosh's InverseMatcher gives deleted documents as well.
    living = (doc for doc in Searcher(reader).docs_for_query(one) if not reader.is_deleted(doc))
    return tuple(sorted(numbers[doc][0] for doc in living))


def postings(reader: Any, field: str, word: str) -> dict[int, list[int]]:  # noqa: ANN401
    """Document ids and positions of a term as the twin has them; a word that is its own stem stands with the words."""
    found: dict[int, list[int]] = {}
    if not reader.doc_count_all():
        return found
    numbers = reader.column_reader("numbers")
    for name in (field, "words") if field == "stems" and stem(word) == word else (field,):
        if (name, word) not in reader:
            continue
        matcher = reader.postings(name, word)
        while matcher.is_active():
            found.setdefault(numbers[matcher.id()][0], []).extend(matcher.value_as("positions"))
            matcher.next()
    return {number: sorted(positions) for number, positions in found.items()}


def arrays(glance: Glance, field: str, word: str) -> dict[int, list[int]]:
    """The same of ours, by the way that searching takes; counts that do not fit the positions are left out."""
    matches = glance.matches(field, word)
    places = glance.positions(field, word, matches.docs.tolist())
    counted = dict(zip(matches.docs.tolist(), matches.repeats.tolist(), strict=True))
    fitting = {doc: sorted(found) for doc, found in places.items() if len(found) == counted[doc]}
    return {glance.facts[doc].document_id: found for doc, found in fitting.items()}


if __name__ == "__main__":
    options = asked(__doc__, rounds=200)
    told = differences(options.rounds, control=options.control)
    print(f"differential: rounds {options.rounds}, different {len(told)}", *told[:10], sep="\n  ")
    sys.exit(int(bool(told)))
