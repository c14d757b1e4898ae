"""What was read of terms, remembered within bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Held(Generic[T]):
    """Calls ``read(field, term)`` and remembers the answers until all of them together weigh more than ``most``.

    Then what was not asked for the longest goes: a common word weighs as much as thousands of rare ones.
    """

    def __init__(self, read: Callable[[str, str], T], weight: Callable[[T], int], most: int) -> None:
        self._read, self._weight, self._most = read, weight, most
        self._known: dict[tuple[str, str], T] = {}
        self._total = 0

    def __call__(self, field: str, term: str) -> T:
        if (field, term) in self._known:
            found = self._known.pop((field, term))
        else:
            found = self._read(field, term)
            self._total += 1 + self._weight(found)
            self._make_room()
        self._known[field, term] = found
        return found

    def _make_room(self) -> None:
        while self._total > self._most and self._known:
            oldest = next(iter(self._known))
            self._total -= 1 + self._weight(self._known.pop(oldest))
