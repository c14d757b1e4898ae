"""Which rows have a value at a field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from archive.numbers import number_key

Row = dict[str, Any]
"""A stored document: JSON values. Never changed in place, only replaced: a reader may hold on to it."""

NORMAL = "~"
"""Behind the name of a field: by the normal form of the numbers in it."""


class FieldIndex:
    """The ids of the rows by their value at one field, which is written as for `values_of`."""

    def __init__(self, field: str, rows: Mapping[str, Row]) -> None:
        self._field = field
        # Most values belong to one row: its id alone is a tenth of the memory of a set with it.
        self._ids: dict[object, str | dict[str, None]] = {}
        self._add(rows.items())

    def ids(self, value: object) -> Iterable[str]:
        """The ids of the rows with this value, oldest first."""
        found = self._ids.get(value, ())
        return (found,) if isinstance(found, str) else found

    def change(self, key: str, old: Row | None, new: Row | None) -> None:
        """Take in that the row of this id became another; None where it is not there."""
        if old is not None and new is not None and self._values(old) == self._values(new):
            return
        if old is not None:
            self._drop(key, self._values(old))
        if new is not None:
            self._add([(key, new)])

    def _values(self, row: Row) -> tuple[object, ...]:
        return values_of(row, self._field)

    def _add(self, rows: Iterable[tuple[str, Row]]) -> None:
        ids, field = self._ids, self._field
        for key, row in rows:
            for value in values_of(row, field):
                there = ids.setdefault(value, key)
                if there is key:
                    continue
                if isinstance(there, dict):
                    there[key] = None
                elif there != key:
                    ids[value] = {there: None, key: None}

    def _drop(self, key: str, values: Iterable[object]) -> None:
        for value in values:
            there = self._ids.get(value)
            if isinstance(there, dict):
                there.pop(key, None)
            if not there or there == key:
                self._ids.pop(value, None)


def values_of(row: Row, field: str) -> tuple[object, ...]:
    """The values at a field: "renditions.sha256" goes into each rendition, "number~" has normal forms of numbers."""
    values = values_at(row, *_path(field))
    if not field.endswith(NORMAL):
        return values
    return tuple(number_key(one) for one in values if isinstance(one, str))


@cache
def _path(field: str) -> tuple[str, ...]:
    return tuple(field.removesuffix(NORMAL).split("."))


def values_at(row: Row, head: str, *rest: str) -> tuple[object, ...]:
    """The plain values at a field; of a list each member; ``rest`` goes on into each.

    A missing field counts as None.
    """
    found = row.get(head)
    if not rest and not isinstance(found, (list, dict)):
        return (found,)
    values: list[object] = []
    for member in found if isinstance(found, list) else (found,):
        if isinstance(member, dict):
            values += values_at(member, *rest) if rest else ()
        elif not rest and not isinstance(member, list):
            values.append(member)
    return tuple(values)
