"""What was read, remembered within bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Held(Generic[P, T]):
    """Calls ``read`` and remembers the answers until all of them together weigh more than ``most``.

    Then what was not asked for the longest goes: a common word weighs as much as thousands of rare ones.
    """

    def __init__(self, read: Callable[P, T], weight: Callable[[T], int], most: int) -> None:
        self._read, self._weight, self._most = read, weight, most
        self._known: dict[object, T] = {}
        self._total = 0

    def __call__(self, *key: P.args, **_: P.kwargs) -> T:
        found = self._known.pop(key, None)
        if found is None:
            found = self._read(*key)  # type: ignore[call-arg]
            self._total += 1 + self._weight(found)
            if self._total > self._most:
                self._make_room()
        self._known[key] = found
        return found

    def _make_room(self) -> None:
        while self._total > self._most and self._known:
            oldest = next(iter(self._known))
            self._total -= 1 + self._weight(self._known.pop(oldest))
