"""Taking softcopies in: copied, read, recorded, indexed; or set aside with the reason.

A file in ``incoming/`` leaves it only when it is safe in the archive, or set aside.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive.model import Document, Officer, Right
from index.extract import Extracted, Unreadable, extract_many, media_type_of
from ppid_tui.desk import interrupted
from ppid_tui.desk.aside import set_aside
from ppid_tui.desk.fates import Fate, Outcome, deferred, set_apart
from ppid_tui.desk.office import Office
from ppid_tui.desk.progress import Progress
from ppid_tui.desk.recording import record_of
from ppid_tui.desk.reserving import Arrival, Intake, leave_incoming, reserved
from ppid_tui.desk.sources import STILL, Looks, files_in, is_incoming, waiting
from ppid_tui.desk.trouble import cause

__all__ = ["Fate", "Outcome", "Step", "files_in", "set_aside", "take_in", "waiting"]

Reading = tuple[Path, Extracted | Unreadable]

INDEX_EVERY = 8
TOGETHER = 32
"""Files that are reserved and read together; so many may be read in vain where the officer stops."""


@dataclass(frozen=True)
class Step(Progress):
    """Progress with what became of the file just done."""

    outcome: Outcome | None = None


def take_in(
    office: Office, paths: Sequence[Path], by: Officer, at: datetime, unit: str = "", patience: float = STILL
) -> Generator[Step, None, None]:
    """Take files in, whole folders too; close it to stop. Raises NotAllowed before the first one.

    Files that may still be written into incoming are waited for, ``patience`` seconds at most.
    """
    office.require(by, Right.INTAKE, "Menerima dokumen masuk")
    return _steps(Intake(office, by, at, unit), paths, patience)


def take_by_hand(office: Office, file: Path, by: Officer, at: datetime) -> Outcome:
    """Keep a file unread: its record alone will be found, once an officer has written it. Raises NotAllowed."""
    office.require(by, Right.INTAKE, "Menerima dokumen masuk")
    intake = Intake(office, by, at)
    found = reserved(intake, file, Looks(), set())
    if not isinstance(found, Arrival):
        return found or deferred(file, "sedang diterima. Coba lagi nanti")
    unread = Extracted(media_type_of(found.staged.path), (), notes=("Belum terbaca; disimpan dengan catatan saja",))
    return _settled(intake, found, unread)


def _steps(intake: Intake, paths: Sequence[Path], patience: float) -> Generator[Step, None, None]:
    office, done = intake.office, 0
    interrupted.settle(office)
    files = files_in(paths)
    looks = _looked_at(office, files, patience)
    for start in range(0, len(files), TOGETHER):
        with closing(_together(intake, files[start : start + TOGETHER], looks)) as outcomes:
            for outcome in outcomes:
                done += 1
                yield Step(done, len(files), outcome.path.name, outcome.reason, outcome)
                if done % INDEX_EVERY == 0 or done == len(files):
                    office.indexes.public()


def _looked_at(office: Office, files: Sequence[Path], patience: float) -> Looks:
    """A look at all, and a second one at those that were changed in incoming just now."""
    looks, fresh_since = Looks().again(files, 0.0), time.time() - patience
    fresh = [f for f, (seen, _) in looks.seen.items() if is_incoming(office, f) and seen[1] / 1e9 > fresh_since]
    if fresh and patience:
        time.sleep(patience)
    return looks


def _together(intake: Intake, files: Sequence[Path], looks: Looks) -> Generator[Outcome, None, None]:
    """Some files: all reserved first, then read, each told as soon as its fate is known."""
    ours: dict[Path, Arrival] = {}
    twins: list[Path] = []
    try:
        for file in files:
            found = reserved(intake, file, looks, {one.staged.sha256 for one in ours.values()})
            if isinstance(found, Outcome):
                yield found
            elif found is None:
                twins.append(file)
            else:
                ours[found.staged.path] = found
        with closing(extract_many(list(ours))) as readings:
            for path, reading in _in_order(list(ours), readings):
                outcome = _settled(intake, ours[path], reading)
                del ours[path]
                yield outcome
        for twin in twins:
            yield from _together(intake, [twin], looks)
    finally:
        for arrival in ours.values():
            _release(intake.office, arrival)


def _in_order(paths: Sequence[Path], readings: Iterable[Reading]) -> Iterator[Reading]:
    """Readings as the files were given, whichever was read first: the same files get the same numbers."""
    ready: dict[Path, Reading] = {}
    waiting_for = iter(paths)
    first = next(waiting_for, None)
    for reading in readings:
        ready[reading[0]] = reading
        while first in ready:
            yield ready.pop(first)
            first = next(waiting_for, None)


def _settled(intake: Intake, arrival: Arrival, reading: Extracted | Unreadable) -> Outcome:
    file = arrival.file
    try:
        if isinstance(reading, Extracted):
            return Outcome(file, Fate.TAKEN, _kept(intake, arrival, reading))
        return deferred(file, reading.words) if reading.passing else set_apart(intake.office, file, reading.words)
    except OSError as error:
        return deferred(file, f"belum dapat disimpan ({cause(error)}). Coba lagi nanti")
    finally:
        _release(intake.office, arrival)


def _kept(intake: Intake, arrival: Arrival, extracted: Extracted) -> Document:
    """The file first, then its text, then the record: a power cut between leaves what can be cleared away."""
    office, staged = intake.office, arrival.staged
    document = record_of(arrival.file, staged, extracted, intake.unit, intake.by.name, intake.at)
    office.softcopies.keep(staged, extracted.media_type)
    if document.text_key:
        office.texts.write(document.text_key, extracted.pages)
    kept = office.records.documents.add(document, "menerima dokumen", intake.by.name, intake.at)
    leave_incoming(office, arrival)
    return kept


def _release(office: Office, arrival: Arrival) -> None:
    arrival.staged.path.unlink(missing_ok=True)
    interrupted.release(office, arrival.staged.sha256)
