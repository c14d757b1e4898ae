"""Scans read while nobody uses the laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ppid_tui.desk.office import Office
from ppid_tui.desk.scans import KIOSK, read_scan, tesseract_state, waiting_scans


@dataclass
class ScanQueue:
    """What waits to be read, and what was tried in vain since the kiosk was opened."""

    office: Office
    _tried: set[int] = field(default_factory=set)
    _looked: int = -1

    @property
    def is_due(self) -> bool:
        """Whether the archive has changed since all that waited was read."""
        return self._looked != self.office.records.trail.sequence

    def read(self, clock: Callable[[], datetime], stopped: Callable[[], bool]) -> None:
        """Read one document after the other until ``stopped``; what cannot be read is tried once. Raises OSError."""
        waiting = [document for document in waiting_scans(self.office) if document.id not in self._tried]
        if waiting and not tesseract_state():
            for document in waiting:
                for _ in read_scan(self.office, document, KIOSK, clock(), stopped):
                    pass
                if stopped():
                    return
                self._tried.add(document.id)
        self._looked = self.office.records.trail.sequence
