"""What could not be taken in: tried again, kept with its record alone, or removed."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import datetime
from pathlib import Path

from archive.model import Officer, Right
from archive.softcopies import digest_of
from ppid_tui.desk.aside import WHY, forget_aside, free_name, is_plain
from ppid_tui.desk.intake import Outcome, Step, take_by_hand, take_in
from ppid_tui.desk.names import one_line
from ppid_tui.desk.office import Office


def retry(office: Office, files: Sequence[Path], by: Officer, at: datetime) -> Generator[Step, None, None]:
    """Let them come in once more, by way of incoming. Raises NotAllowed, or OSError where one cannot be moved."""
    office.require(by, Right.INTAKE, "Menerima dokumen masuk")
    return take_in(office, [_back(office, file) for file in files], by, at, patience=0)


def keep_with_record_alone(office: Office, file: Path, by: Officer, at: datetime) -> Outcome:
    """Keep a file that cannot be read: only what an officer writes of it will be found. Raises NotAllowed."""
    office.require(by, Right.INTAKE, "Menerima dokumen masuk")
    outcome = take_by_hand(office, file, by, at)
    if outcome.document:
        forget_aside(file)
    return outcome


def remove(office: Office, file: Path, by: Officer, at: datetime) -> None:
    """Remove a file for good; the trail keeps its name, size and digest. Raises NotAllowed or OSError."""
    office.require(by, Right.INTAKE, "Menghapus berkas yang belum dapat diterima")
    about = one_line(file.name)
    if is_plain(file):
        about += f", {file.stat().st_size} bita, SHA-256 {digest_of(file)}"
    office.records.trail.append(at, by.name, "menghapus berkas yang belum dapat diterima", "incoming", 0, note=about)
    forget_aside(file)


def _back(office: Office, file: Path) -> Path:
    target = free_name(office.home.incoming, file.name)
    file.replace(target)
    file.with_name(file.name + WHY).unlink(missing_ok=True)
    return target
