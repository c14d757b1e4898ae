"""The table of documents: found by their numbers, however written, and by what was joined into them."""

from __future__ import annotations

from typing import Any

from archive.audit import Trail
from archive.model import Document
from archive.numbers import number_key
from archive.table import KeptTable
from archive.typed import Table


class Documents(Table[Document]):
    """A record that was joined into another is as good as gone; `standing` follows it to that other."""

    def __init__(self, table: KeptTable, trail: Trail) -> None:
        super().__init__(Document, table, trail)

    def get(self, record_id: int) -> Document | None:
        """The document with this id, if it stands for itself."""
        found = super().get(record_id)
        return None if found and found.joined_to else found

    def standing(self, record_id: int) -> Document | None:
        """The document with this id, or the one that it was joined into."""
        found = super().get(record_id)
        return self.standing(found.joined_to) if found and found.joined_to else found

    def all(self) -> list[Document]:
        """Every document that stands for itself, in the order of their ids."""
        return [one for one in super().all() if not one.joined_to]

    def by(self, field: str, value: Any) -> list[Document]:  # noqa: ANN401 - any plain value
        """The documents that stand for themselves whose declared field has this value."""
        return [one for one in super().by(field, value) if not one.joined_to]

    def numbered(self, number: str) -> list[Document]:
        """The documents of this number, however it is written."""
        return self.by("number~", number_key(number)) if number_key(number) else []

    def joined_into(self, document_id: int) -> list[Document]:
        """The records that were joined into this document, as they were left."""
        return super().by("joined_to", document_id)
