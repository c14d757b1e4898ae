"""What became of the files that were to be taken in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archive.model import Document
from ppid_tui.desk.aside import quarantine
from ppid_tui.desk.office import Office
from ppid_tui.desk.trouble import cause


class Fate(StrEnum):
    """What became of a file."""

    TAKEN = "taken"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    DEFERRED = "deferred"


@dataclass(frozen=True)
class Outcome:
    """One file and what became of it; ``reason`` in Indonesian where it was not taken."""

    path: Path
    fate: Fate
    document: Document | None = None
    reason: str = ""


def set_apart(office: Office, file: Path, reason: str) -> Outcome:
    """Put the file with those that could not be taken in; where even that fails, it waits."""
    try:
        quarantine(office, file, reason)
    except OSError as error:
        return deferred(file, f"belum dapat disisihkan ({cause(error)}). Coba lagi nanti")
    return Outcome(file, Fate.QUARANTINED, reason=reason)


def deferred(file: Path, reason: str) -> Outcome:
    """The file stays where it is, to be tried again."""
    return Outcome(file, Fate.DEFERRED, reason=reason)
