"""Forms that are being filled in: kept field by field, so that a power cut takes nothing that was typed.

A draft is no record yet: it leaves no line in the trail, and is gone once what it became is kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from archive.table import KeptTable


class Drafts:
    """The table ``drafts``: what stands in each form, by the form's name."""

    def __init__(self, table: KeptTable) -> None:
        self._table = table

    def get(self, form: str) -> dict[str, str]:
        """What was filled in; empty where nothing was."""
        rows = self._table.by("form", form)
        return dict(rows[0]["values"]) if rows else {}

    def keep(self, form: str, values: Mapping[str, str]) -> None:
        """Keep what stands in the form now; where all of it is empty, nothing is kept."""
        filled = {name: value for name, value in values.items() if value.strip()}
        rows = self._table.by("form", form)
        if not filled:
            self.drop(form)
        elif rows:
            self._table.update({"values": filled}, doc_ids=[rows[0].doc_id])
        else:
            self._table.insert({"form": form, "values": filled})

    def drop(self, form: str) -> None:
        """Forget the form: what it was for is kept, or was given up."""
        if rows := self._table.by("form", form):
            self._table.remove(doc_ids=[row.doc_id for row in rows])
