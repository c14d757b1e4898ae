"""The documents of one table in memory, found by id and by declared fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Row = dict[str, Any]
"""A stored document: JSON values. Never changed in place, only replaced: a reader may hold on to it."""


class Rows:
    """One table: rows by id (as text, as in the file) in the order they came, and an index for each field."""

    def __init__(self, fields: Iterable[str]) -> None:
        self.rows: dict[str, Row] = {}
        self.highest = 0
        self._indexes: dict[str, dict[object, dict[str, None]]] = {field: {} for field in fields}

    def get(self, key: str) -> Row | None:
        """The row of this id."""
        return self.rows.get(key)

    def items(self) -> list[tuple[str, Row]]:
        """All rows with their ids."""
        return list(self.rows.items())

    def find(self, field: str, value: object) -> list[tuple[str, Row]]:
        """The rows that have this value at this field (see `values_at`); a scan where there is no index."""
        if field in self._indexes:
            return [(key, self.rows[key]) for key in self._indexes[field].get(value, ())]
        return [(key, row) for key, row in self.items() if value in values_at(row, field)]

    def __len__(self) -> int:
        return len(self.rows)

    def put(self, key: str, row: Row) -> None:
        """Keep a row, in place of the one that had this id."""
        self.highest = max(self.highest, int(key))
        self._unindex(key)
        self.rows[key] = row
        for field, index in self._indexes.items():
            for value in values_at(row, field):
                index.setdefault(value, {})[key] = None

    def remove(self, key: str) -> None:
        """Forget a row; its id counts as given out."""
        self.highest = max(self.highest, int(key))
        self._unindex(key)
        self.rows.pop(key, None)

    def _unindex(self, key: str) -> None:
        row = self.rows.get(key)
        if row is None:
            return
        for field, index in self._indexes.items():
            for value in values_at(row, field):
                keys = index.get(value, {})
                keys.pop(key, None)
                if not keys:
                    index.pop(value, None)


class Changes(Rows):
    """What a transaction has changed so far, seen over the live rows; these stay as they are."""

    def __init__(self, live: Rows, fields: Iterable[str]) -> None:
        super().__init__(fields)
        self.live = live
        self.highest = live.highest
        self.removed: set[str] = set()
        self._growth = 0

    def __len__(self) -> int:
        return len(self.live) + self._growth

    def get(self, key: str) -> Row | None:
        return None if key in self.removed else self.rows.get(key, self.live.get(key))

    def items(self) -> list[tuple[str, Row]]:
        seen = self.live.rows | self.rows
        return [(key, row) for key, row in seen.items() if key not in self.removed]

    def find(self, field: str, value: object) -> list[tuple[str, Row]]:
        if field not in self._indexes:
            return super().find(field, value)
        kept = [found for found in self.live.find(field, value) if not self._touched(found[0])]
        return kept + super().find(field, value)

    def put(self, key: str, row: Row) -> None:
        self._growth += self.get(key) is None
        self.removed.discard(key)
        super().put(key, row)

    def remove(self, key: str) -> None:
        self._growth -= self.get(key) is not None
        super().remove(key)
        self.removed.add(key)

    def as_json(self) -> dict[str, Row | None]:
        """Every changed row whole, None for a removed one."""
        return {**self.rows, **dict.fromkeys(self.removed)}

    def _touched(self, key: str) -> bool:
        return key in self.rows or key in self.removed


def values_at(row: Row, path: str) -> Iterator[object]:
    """The plain values at a field; of a list each member; "renditions.sha256" goes into each rendition.

    A missing field counts as None.
    """
    head, _, rest = path.partition(".")
    found = row.get(head)
    for value in found if isinstance(found, list) else (found,):
        if not rest:
            if not isinstance(value, (dict, list)):
                yield value
        elif isinstance(value, dict):
            yield from values_at(value, rest)
