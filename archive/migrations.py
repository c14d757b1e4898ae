"""The version of the form that the store's rows have, and the way from an older one to the present one.

The version stands in the store itself, on a line that can be read by hand: ``{"_store":{"1":{"version":2}}}``.
A store without it is of version 1.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from archive.filelock import sync, sync_folder
from archive.journal import OWN, JournalStorage, Tables

Step = Callable[[Tables], Tables]
"""From the rows of one version to those of the next: {table: {id: row}}, ids kept; the tables are its own to change.

A row that has the newer form already is to be left alone: where the line with the version was damaged,
the step is run again.
"""


class NewerStore(Exception):
    """The store was written by a newer program; nothing was changed."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"Arsip ini ditulis oleh program yang lebih baru (bentuk catatan {found}; program ini mengenal sampai "
            f"{known}). Pasang program yang terbaru, lalu buka lagi. Tidak ada yang diubah."
        )


def version_of(storage: JournalStorage) -> int:
    """The version that the store says of itself; 1 where it says nothing."""
    with storage.reading(OWN) as rows:
        row = rows.get("1")
    return 1 if row is None else int(row["version"])


def migrate(storage: JournalStorage, version: int, steps: Mapping[int, Step]) -> None:
    """Bring the store to this version; ``steps[n]`` leads from version n to n + 1.

    An older store is copied first (``records.versi-1.jsonl`` beside it), then changed in one commit or not at all.
    Raises NewerStore, also later from every write once a newer program has changed the store; KeyError where
    a step is missing; OSError where there is no room for the copy; and what a step raises.
    """
    with storage.transaction():
        found = version_of(storage)
        _refuse_newer(found, version)
        older = found < version and bool(storage.read())
        if older:
            _copy(storage.path, found)
            _take(storage, steps, found, version)
        storage.put(OWN, "1", {"version": version})
    storage.before_writing = lambda: _refuse_newer(version_of(storage), version)
    if older:
        with suppress(OSError):  # one line holds all that was changed until then: damage there would cost it all
            storage.compact()


def _take(storage: JournalStorage, steps: Mapping[int, Step], found: int, version: int) -> None:
    tables = storage.read() or {}
    for number in range(found, version):
        tables = steps[number](tables)
    storage.write(tables)


def _refuse_newer(found: int, known: int) -> None:
    if found > known:
        raise NewerStore(found, known)


def _copy(path: Path, version: int) -> None:
    target = path.with_name(f"{path.stem}.versi-{version}{path.suffix}")
    again = count(2)
    while target.exists():
        target = path.with_name(f"{path.stem}.versi-{version}-{next(again)}{path.suffix}")
    new = target.with_name(target.name + ".new")
    try:
        with path.open("rb") as source, new.open("wb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            sync(copy)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    new.replace(target)
    sync_folder(path.parent)
