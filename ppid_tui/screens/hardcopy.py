"""A paper without a softcopy, recorded in the same form as any document."""

from __future__ import annotations

from archive.model import Document
from ppid_tui.screens.describe import DescribeScreen


class HardcopyScreen(DescribeScreen):
    """Opened from incoming; nothing is kept until F8."""

    HEADING = "Catat hardcopy yang belum punya softcopy"

    def __init__(self) -> None:
        super().__init__(0)
        self._blank: Document | None = None

    @property
    def document(self) -> Document:
        """A record of today with nothing in it."""
        if self._blank is None:
            self._blank = Document(title="", received_at=self.at(), received_from=self.officer.name)
        return self._blank

    def keep(self, changed: Document) -> Document:
        """Keep it as a new record."""
        from ppid_tui.desk.hardcopy import record_hardcopy

        return record_hardcopy(self.office, changed, self.officer, self.at())
