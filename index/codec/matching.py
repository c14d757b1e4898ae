"""The postings of one term as Whoosh walks through them, so that every query of its own works over ours."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Protocol

from whoosh.matching import LeafMatcher, NullMatcher, ReadTooFar

from index.codec.numbers import Counts, Ints

PAST = sys.maxsize
"""A document after all."""


class ReadPlaces(Protocol):
    """Positions of a term."""

    def of(self, at: int, count: int) -> list[int]:
        """In one of its documents, where it stands so often."""


class TermMatcher(LeafMatcher):  # type: ignore[misc]
    """All documents of a term are one block to Whoosh."""

    def __init__(
        self,
        docs: Ints,
        repeats: Counts,
        format_: Any,  # noqa: ANN401 - Whoosh is untyped
        places: ReadPlaces,
        term: tuple[str, bytes],
        scorer: Any = None,  # noqa: ANN401
    ) -> None:
        self._docs: list[int] = docs.tolist()
        self._repeats: list[int] = repeats.tolist()
        self.format, self._places, self._term, self.scorer = format_, places, term, scorer
        self._most = float(max(self._repeats))
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._docs)

    def reset(self) -> None:
        self._at = 0

    def copy(self) -> TermMatcher:
        other: TermMatcher = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def replace(self, minquality: float = 0) -> Any:  # noqa: ANN401
        return self if self.is_active() else NullMatcher()

    def id(self) -> int:
        # Whoosh's AndNotMatcher asks once more when there is none left.
        return self._docs[self._at] if self._at < len(self._docs) else PAST

    def all_ids(self) -> Iterator[int]:
        return iter(self._docs)

    def all_items(self) -> Iterator[tuple[int, bytes]]:
        for at, doc in enumerate(self._docs):
            self._at = at
            yield doc, self.value()

    def next(self) -> bool:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return not self.is_active()

    def skip_to(self, id: int) -> None:  # noqa: A002 - Whoosh's own name
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._docs, id, self._at)

    def skip_to_quality(self, minquality: float) -> int:
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._docs)
        return 1

    def weight(self) -> float:
        return float(self._repeats[self._at])

    def value(self) -> bytes:
        if not self.supports("positions"):
            return b""
        value: bytes = self.format.encode(self.value_as("positions"))
        return value

    def value_as(self, astype: str) -> Any:  # noqa: ANN401
        if astype == "positions" and self.supports("positions"):
            return self._places.of(self._at, self._repeats[self._at])
        return super().value_as(astype)

    def block_min_length(self) -> int:
        return 0

    def block_max_length(self) -> int:
        return 0

    def block_max_weight(self) -> float:
        return self._most
