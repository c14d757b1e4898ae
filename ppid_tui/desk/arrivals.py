"""What the incoming screen shows: files that wait, files set aside, and records that await an officer's eye."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archive.model import Document, InformationClass
from archive.package_check import About
from ppid_tui.desk import finding, sources
from ppid_tui.desk.aside import set_aside
from ppid_tui.desk.fates import Fate, Outcome
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.handover_there import new_packages
from ppid_tui.desk.office import Office
from ppid_tui.desk.sources import Looks


@dataclass(frozen=True)
class Arrivals:
    """``unfinished`` are documents that `is_open`, the newest first.

    ``growing`` are those of ``waiting`` that may still be written; ``sticks`` have the number of their files.
    ``packages`` are cases that another kiosk handed over, on a stick or in the incoming folder, not yet taken in.
    """

    waiting: tuple[Path, ...]
    set_aside: tuple[tuple[Path, str], ...]
    unfinished: tuple[Document, ...]
    growing: frozenset[Path] = frozenset()
    sticks: Mapping[Path, int] = field(default_factory=dict)
    packages: tuple[About, ...] = ()
    looks: Looks = field(default_factory=Looks, compare=False)
    as_of: tuple[int, Viewer] | None = field(default=None, compare=False)


def arrivals(office: Office, viewer: Viewer, before: Arrivals | None = None, at: float = 0.0) -> Arrivals:
    """What is there now. Documents that the viewer may not see are not among them.

    ``at`` in seconds of any one clock: against ``before``, files that are still being written are told.
    """
    as_of = (office.records.trail.sequence, viewer)
    waiting = sources.waiting(office)
    looks = (before.looks if before else Looks()).again(waiting, at)
    known = before.sticks if before else {}
    there = sources.sticks()
    return Arrivals(
        waiting=tuple(waiting),
        set_aside=tuple(set_aside(office)),
        unfinished=before.unfinished if before and before.as_of == as_of else _unfinished(office, viewer),
        growing=frozenset(looks.changed()),
        sticks={stick: known.get(stick) or len(sources.files_in([stick])) for stick in there},
        packages=new_packages(office, [*there, office.home.incoming]),
        looks=looks,
        as_of=as_of,
    )


def _unfinished(office: Office, viewer: Viewer) -> tuple[Document, ...]:
    seen = [d for d in office.records.documents.all() if is_open(d) and finding.may_see(office, d, viewer)]
    return tuple(sorted(seen, key=lambda document: -document.id))


def is_open(document: Document) -> bool:
    """Whether an officer has still to complete the record, or to decide its class."""
    return not document.confirmed or document.information_class is InformationClass.BELUM_DITETAPKAN


@dataclass(frozen=True)
class Tally:
    """What became of the files of one taking in."""

    outcomes: tuple[Outcome, ...] = ()
    cancelled: bool = False

    def count(self, fate: Fate) -> int:
        """How many files met this fate."""
        return sum(outcome.fate is fate for outcome in self.outcomes)

    @property
    def complete(self) -> bool:
        """Whether every file met its end, so that the stick may be pulled out."""
        return bool(self.outcomes) and not self.cancelled and not self.count(Fate.DEFERRED)

    @property
    def troubled(self) -> tuple[Outcome, ...]:
        """Files that were not taken, with their reasons."""
        return tuple(outcome for outcome in self.outcomes if outcome.fate is not Fate.TAKEN)


def tally_words(tally: Tally) -> str:
    """How a taking in went, in one line."""
    counts = {
        "diterima": tally.count(Fate.TAKEN),
        "sudah tersimpan": tally.count(Fate.DUPLICATE),
        "belum dapat diterima": tally.count(Fate.QUARANTINED),
        "dicoba lagi nanti": tally.count(Fate.DEFERRED),
    }
    parts = [f"{count} {words}" for words, count in counts.items() if count]
    stopped = "Dihentikan. " if tally.cancelled else ""
    return stopped + (", ".join(parts).capitalize() + "." if parts else "Tidak ada berkas untuk diterima.")
