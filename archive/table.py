"""TinyDB's table over the journal: an update touches only its documents, a look-up only its answer."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from archive.journal import JournalStorage
from archive.lines import copied
from archive.migrations import Step, migrate
from archive.rows import Row

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class KeptDocument(Document):
    """A document of its own, copied all the way down: changing it changes nothing in the store."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(copied(value), doc_id)


class Snapshot(Mapping[str, Row]):
    """A table as TinyDB reads it, without copying it first. The rows are the store's own."""

    def __init__(self, storage: JournalStorage, table: str) -> None:
        self._storage = storage
        self._table = table

    def __getitem__(self, key: str) -> Row:
        with self._storage.reading(self._table) as rows:
            row = rows.get(key)
        if row is None:
            raise KeyError(key)
        return row

    def __len__(self) -> int:
        with self._storage.reading(self._table) as rows:
            return len(rows)

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self.items()))

    def items(self) -> ItemsView[str, Row]:
        with self._storage.reading(self._table) as rows:
            return dict(rows.items()).items()


class Draft(MutableMapping[int, Row]):
    """A table as TinyDB's updaters change it: a row is copied when it is touched, the others stay unread."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.touched: dict[int, Row | None] = {}

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self.touched:
            return self.touched[doc_id] is not None
        return str(doc_id) in self._snapshot

    def __getitem__(self, doc_id: int) -> Row:
        if doc_id not in self.touched:
            self.touched[doc_id] = copied(self._snapshot[str(doc_id)])
        row = self.touched[doc_id]
        if row is None:
            raise KeyError(doc_id)
        return row

    def __setitem__(self, doc_id: int, row: Row) -> None:
        self.touched[doc_id] = row

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self.touched[doc_id] = None

    def __iter__(self) -> Iterator[int]:
        keys = dict.fromkeys([*map(int, self._snapshot), *self.touched])
        return (doc_id for doc_id in keys if doc_id in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self.touched = dict.fromkeys(self)


class KeptTable(Table):
    """A TinyDB table whose every change is one line of the journal, and on disk before the call returns.

    What it gives out are copies. An id is never given out twice, not even after its document was removed.
    """

    document_class = KeptDocument
    _storage: JournalStorage

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        # TinyDB's query cache knows nothing of other processes, and each write would empty it.
        super().__init__(storage, name, cache_size=0)

    def by(self, field: str, value: object) -> list[Document]:
        """The documents with this value at this field, at once if the field was declared to `open_records`.

        In a list each member counts, and "renditions.sha256" goes into each rendition.
        """
        with self._storage.reading(self.name) as rows:
            found = rows.find(field, value)
        return [self.document_class(row, int(key)) for key, row in found]

    def insert(self, document: Mapping[str, Any]) -> int:
        """Keep a new document; a `Document` brings its own id (ValueError if that is taken)."""
        with self._storage.transaction():
            return super().insert(self._ours(document))

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Keep new documents, all or none; much faster than one by one."""
        return super().insert_multiple(map(self._ours, documents))

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Change these fields in the documents of these ids, else of this condition, else in all."""
        with self._storage.transaction():
            return super().update(fields, doc_ids=self._matching(cond) if doc_ids is None else doc_ids)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update what matches, or insert."""
        with self._storage.transaction():
            return super().upsert(self._ours(document), cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the documents of these ids, else of this condition."""
        with self._storage.transaction():
            if doc_ids is None and cond is not None:
                doc_ids = self._matching(cond)
            return super().remove(doc_ids=doc_ids)

    def _matching(self, cond: QueryLike | None) -> list[int]:
        return [int(key) for key, row in self._read_table().items() if cond is None or cond(row)]

    def _ours(self, document: Mapping[str, Any]) -> Mapping[str, Any]:
        if isinstance(document, Document) and not isinstance(document, KeptDocument):
            return KeptDocument(document, document.doc_id)
        return document

    def _get_next_id(self) -> int:
        return self._storage.next_id(self.name)

    def _read_table(self) -> Snapshot:  # type: ignore[override]
        return Snapshot(self._storage, self.name)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._storage.transaction():
            draft = Draft(self._read_table())
            updater(draft)  # type: ignore[arg-type]
            for doc_id, row in draft.touched.items():
                self._storage.put(self.name, str(doc_id), row)


class RecordsDB(TinyDB):
    """A TinyDB whose tables and storage are ours, and known to be to whoever reads the types."""

    table_class = KeptTable
    default_storage_class = JournalStorage  # type: ignore[assignment]

    @property
    def storage(self) -> JournalStorage:
        """The journal beneath the tables, with its `transaction` and `problems`."""
        storage = super().storage
        assert isinstance(storage, JournalStorage)
        return storage

    def table(self, name: str, **kwargs: bool) -> KeptTable:
        """The table of this name; there is nothing to create."""
        table = super().table(name, **kwargs)
        assert isinstance(table, KeptTable)
        return table


def open_records(
    path: Path,
    indexed: Mapping[str, Sequence[str]] | None = None,
    *,
    version: int | None = None,
    steps: Mapping[int, Step] | None = None,
) -> RecordsDB:
    """Open the records in this file, or begin them. ``indexed``: the fields of each table to index.

    ``version`` is that of the rows' form, and ``steps`` lead there from older ones: see `migrations.migrate`.
    Raises OSError where the file can't be read or written, NewerStore where a newer program wrote it. Damage
    never raises: see ``db.storage.problems``.
    """
    db = RecordsDB(path, indexed)
    if version is not None:
        try:
            migrate(db.storage, version, steps or {})
        except BaseException:
            db.close()
            raise
    return db
