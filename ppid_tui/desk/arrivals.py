"""What the incoming screen shows: files that wait, files set aside, and records that await an officer's eye."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive.model import Document
from ppid_tui.desk import finding, intake
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.intake import Fate, Outcome
from ppid_tui.desk.office import Office


@dataclass(frozen=True)
class Arrivals:
    """``unfinished`` are documents that no officer has confirmed, the newest first."""

    waiting: tuple[Path, ...]
    set_aside: tuple[tuple[Path, str], ...]
    unfinished: tuple[Document, ...]


def arrivals(office: Office, viewer: Viewer) -> Arrivals:
    """What is there now. Documents that the viewer may not see are not among them."""
    open_ones = [d for d in office.records.documents.all() if not d.confirmed]
    seen = [d for d in open_ones if finding.may_see(office, d, viewer)]
    newest = sorted(seen, key=lambda document: -document.id)
    return Arrivals(tuple(intake.waiting(office)), tuple(intake.set_aside(office)), tuple(newest))


@dataclass(frozen=True)
class Tally:
    """What became of the files of one taking in."""

    outcomes: tuple[Outcome, ...] = ()
    cancelled: bool = False

    def count(self, fate: Fate) -> int:
        """How many files met this fate."""
        return sum(outcome.fate is fate for outcome in self.outcomes)

    @property
    def troubled(self) -> tuple[Outcome, ...]:
        """Files that were not taken, with their reasons."""
        return tuple(outcome for outcome in self.outcomes if outcome.fate is not Fate.TAKEN)
