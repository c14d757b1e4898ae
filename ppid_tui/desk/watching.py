"""What lies still in the incoming folder, and so may be taken in without being asked for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive.model import Officer, Right
from ppid_tui.desk import sources
from ppid_tui.desk.fates import Fate, Outcome
from ppid_tui.desk.office import Office
from ppid_tui.desk.sources import Looks, Stamp

CALM = 10.0
"""Seconds for which the whole folder must stand still: a scanner pauses between two pages, whoever copies does not."""
AGAIN = 60.0
"""Seconds until a file that could not be taken is tried again, though it did not change."""


@dataclass(frozen=True)
class Watched:
    """What was seen of the folder, and what was tried in vain: each file with its stamp then, and when."""

    looks: Looks = field(default_factory=lambda: Looks(first=False))
    tried: Mapping[Path, tuple[Stamp, float]] = field(default_factory=dict)

    def again(self, office: Office, at: float) -> Watched:
        """Another look; ``at`` in seconds of any one clock."""
        looks = self.looks.again(sources.waiting(office), at)
        return Watched(looks, {file: one for file, one in self.tried.items() if file in looks.seen})

    def ready(self) -> list[Path]:
        """The files to take now: none while any is still being written, so that all come in one go."""
        if self.looks.changed(CALM):
            return []
        return [file for file, (stamp, _) in self.looks.seen.items() if self._is_due(file, stamp)]

    def _is_due(self, file: Path, stamp: Stamp) -> bool:
        before = self.tried.get(file)
        return before is None or before[0] != stamp or self.looks.at - before[1] >= AGAIN

    def trying(self, files: list[Path]) -> Watched:
        """These are being tried: those that stay come again later."""
        now = {file: (self.looks.seen[file][0], self.looks.at) for file in files}
        return replace(self, tried={**self.tried, **now})


def takes_by_itself(office: Office, officer: Officer) -> bool:
    """Whether what lies still is taken in while this officer is signed in."""
    return office.profile.take_incoming and office.may(officer, Right.INTAKE)


def worth_telling(outcomes: Iterable[Outcome], told: Container[Path]) -> tuple[Outcome, ...]:
    """What became of the files, without those that another kiosk had first or that were told of as waiting."""
    return tuple(
        one for one in outcomes if one.fate is not Fate.DEFERRED or (one.path.exists() and one.path not in told)
    )
