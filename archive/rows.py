"""The documents of one table in memory, found by id and by declared fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Raw

from archive.field_index import FieldIndex, Row, values_of

__all__ = ["Changes", "Row", "Rows"]


class Rows:
    """One table: rows by id (as text, as in the file) in the order they came.

    The index of a declared field is made when it is first asked for, and kept from then on.
    """

    def __init__(self, fields: Iterable[str]) -> None:
        self.rows: dict[str, Row] = {}
        self.highest = 0
        self._fields = frozenset(fields)
        self._indexes: dict[str, FieldIndex] = {}

    def get(self, key: str) -> Row | None:
        """The row of this id."""
        return self.rows.get(key)

    def items(self) -> list[tuple[str, Row]]:
        """All rows with their ids."""
        return list(self.rows.items())

    def find(self, field: str, value: object) -> list[tuple[str, Row]]:
        """The rows that have this value at this field (see `values_of`); a scan where none was declared."""
        if field in self._fields:
            return [(key, self.rows[key]) for key in self._index(field).ids(value)]
        return [(key, row) for key, row in self.items() if value in values_of(row, field)]

    def __len__(self) -> int:
        return len(self.rows)

    def put(self, key: str, row: Row) -> None:
        """Keep a row, in place of the one that had this id."""
        self._give_out(key)
        if self._indexes:
            self._reindex(key, row)
        self.rows[key] = row

    def remove(self, key: str) -> None:
        """Forget a row; its id counts as given out."""
        self._give_out(key)
        self._reindex(key, None)
        self.rows.pop(key, None)

    def _give_out(self, key: str) -> None:
        number = int(key)
        if number > self.highest:
            self.highest = number

    def _index(self, field: str) -> FieldIndex:
        if field not in self._indexes:
            self._indexes[field] = FieldIndex(field, self.rows)
        return self._indexes[field]

    def _reindex(self, key: str, row: Row | None) -> None:
        for index in self._indexes.values():
            index.change(key, self.rows.get(key), row)


class Changes(Rows):
    """What a transaction has changed so far, seen over the live rows; these stay as they are.

    ``written`` is every change as it goes to the file, None for a removed row.
    """

    def __init__(self, live: Rows, fields: Iterable[str]) -> None:
        super().__init__(fields)
        self.live = live
        self.highest = live.highest
        self.written: dict[str, Raw | None] = {}
        self._growth = 0

    def __len__(self) -> int:
        return len(self.live) + self._growth

    def get(self, key: str) -> Row | None:
        return self.rows.get(key) if key in self.written else self.live.get(key)

    def items(self) -> list[tuple[str, Row]]:
        seen = self.live.rows | self.rows
        return [(key, row) for key, row in seen.items() if self.written.get(key, row) is not None]

    def find(self, field: str, value: object) -> list[tuple[str, Row]]:
        if field not in self._fields:
            return super().find(field, value)
        kept = [found for found in self.live.find(field, value) if found[0] not in self.written]
        return kept + super().find(field, value)

    def write(self, key: str, row: Row, text: bytes) -> None:
        """Change a row; ``text`` is the same as JSON."""
        self._growth += self.get(key) is None
        self.put(key, row)
        self.written[key] = Raw(text)

    def remove(self, key: str) -> None:
        self._growth -= self.get(key) is not None
        super().remove(key)
        self.written[key] = None

    def changed(self) -> Mapping[str, Row | None]:
        """Every changed row, None for a removed one."""
        return {key: self.rows.get(key) for key in self.written}
