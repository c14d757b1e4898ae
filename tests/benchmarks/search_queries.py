"""What search is measured with: fifteen classes of queries, drawn from made documents, the same on every run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from index.language import stem, tokens
from index.model import Entry
from tests.benchmarks.made_corpus import FUNCTION_WORDS, document, forms

COMMON, MID, RARE = (0, 60), (1500, 8000), (60_000, 150_000)
"""Ranks of words by how frequent they are."""

SEED = 7
Ranks = tuple[int, int]


@dataclass(frozen=True)
class Ask:
    """One query: words to be found, and what narrows or orders. ``any``: one of the words is enough."""

    words: tuple[str, ...]
    phrase: bool = False
    any: bool = False
    prefix: bool = False
    typing: bool = False
    fuzzy: bool = False
    unit: str = ""
    year: int | None = None
    newest_first: bool = False
    facets: bool = False

    @property
    def text(self) -> str:
        """As an officer types it."""
        joined = " ".join(self.words)
        return f'"{joined}"' if self.phrase else joined + "*" * self.prefix


class Source:
    """Words and documents to ask for."""

    def __init__(self, documents: int, words: int, seed: int) -> None:
        self.chance = Random(seed)
        self._documents, self._words = documents, words

    def entry(self) -> Entry:
        """Any document."""
        return document(self.chance.randint(1, self._documents), self._words)

    def word(self, ranks: Ranks) -> str:
        """Any word of such a frequency that stands in some document."""
        while True:
            if found := self._of(self.entry(), ranks):
                return self.chance.choice(found)

    def together(self, *ranks: Ranks) -> tuple[str, ...]:
        """Words of such frequencies out of one document, of different families."""
        while True:
            entry = self.entry()
            found = [self._of(entry, one) for one in ranks]
            if all(found):
                words = tuple(self.chance.choice(one) for one in found)
                if len({stem(word) for word in words}) == len(words):
                    return words

    def run(self, length: int) -> tuple[str, ...]:
        """Words that stand side by side, none of them a function word."""
        while True:
            page = [token.form for token in tokens(self.chance.choice(self.entry().pages))]
            at = self.chance.randrange(max(1, len(page) - length))
            run = tuple(page[at : at + length])
            if len(run) == length and not set(run) & set(FUNCTION_WORDS):
                return run

    def slip(self) -> str:
        """A word with two letters exchanged, such that no word of its own comes of it."""
        while True:
            word = self.word(MID)
            at = self.chance.randrange(1, len(word) - 1)
            wrong = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if len(word) > 6 and wrong not in _known() and stem(wrong) not in _stems():
                return wrong

    @staticmethod
    def _of(entry: Entry, ranks: Ranks) -> list[str]:
        words = {token.form for token in tokens(" ".join(entry.pages))} - set(FUNCTION_WORDS)
        rank = _known()
        return sorted(word for word in words if word in rank and ranks[0] <= rank[word] < ranks[1])


@cache
def _known() -> dict[str, int]:
    return {form: rank for rank, form in enumerate(forms())}


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(stem, forms()))


CLASSES: dict[str, Callable[[Source], Ask]] = {
    "rare": lambda s: Ask((s.word(RARE),)),
    "mid": lambda s: Ask((s.word(MID),)),
    "common": lambda s: Ask((s.word(COMMON),)),
    "and2": lambda s: Ask(s.together(COMMON, MID)),
    "and3": lambda s: Ask(s.together(COMMON, MID, MID)),
    "and2c": lambda s: Ask(s.together(COMMON, COMMON)),
    "or4": lambda s: Ask(tuple(s.word(MID) for _ in range(4)), any=True),
    "phrase": lambda s: Ask(s.run(s.chance.choice((2, 3))), phrase=True),
    "prefix": lambda s: Ask((s.word(MID)[: s.chance.randint(4, 6)],), prefix=True),
    "fuzzy": lambda s: Ask((s.slip(),), fuzzy=True),
    "field": lambda s: Ask(s.together(MID), unit=s.entry().unit),
    "date": lambda s: Ask((s.word(COMMON),), year=s.entry().year),
    "sortdate": lambda s: Ask((s.word(COMMON),), newest_first=True),
    "sayt": lambda s: Ask((s.word(s.chance.choice((COMMON, MID)))[: s.chance.randint(2, 6)],), typing=True),
    "facet": lambda s: Ask((s.word(COMMON),), facets=True),
}

EXACT = ("rare", "mid", "common", "and2", "and3", "and2c", "phrase", "field", "date", "sortdate", "facet")
"""Classes in which every engine must find the same documents. The others each read in their own way: any of four
is most of four to us, a prefix stands for at most 64 words, and a slip is mended once."""


def queries(documents: int, words: int, each: int, seed: int = SEED) -> Iterator[tuple[str, list[Ask]]]:
    """So many queries of each class."""
    for number, (name, made) in enumerate(CLASSES.items()):
        source = Source(documents, words, seed * 1000 + number)
        yield name, [made(source) for _ in range(each)]
