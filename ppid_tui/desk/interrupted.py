"""What a power cut or a kill interrupted while files were taken in: brought to its end, or cleared away."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from archive.reservations import Reservation
from archive.softcopies import digest_of
from ppid_tui.desk.office import Office
from ppid_tui.desk.sources import is_incoming


def settle(office: Office) -> None:
    """End what is reserved for a process that died. Files are still where they came from, and come again.

    A disk that is full changes nothing; the next start tries again.
    """
    with suppress(OSError):
        for one in office.records.reservations.all():
            if not office.softcopies.staging.lives(one.owner):
                _end(office, one)
        office.softcopies.staging.sweep()


def release(office: Office, digest: str) -> None:
    """Let go of a file, and of what was kept without a record. Where the disk refuses, the next start does it."""
    with suppress(OSError), office.records.transaction():
        if office.records.document_with(digest) is None:
            office.softcopies.discard(digest)
            office.texts.discard(digest)
        office.records.reservations.release(digest)


def _end(office: Office, one: Reservation) -> None:
    with office.records.transaction():
        if office.records.reservations.of(one.digest) == one:
            if office.records.document_with(one.digest):
                _leave_incoming(office, Path(one.source), one.digest)
            release(office, one.digest)


def _leave_incoming(office: Office, source: Path, digest: str) -> None:
    """It was recorded, and the power went before it left."""
    if is_incoming(office, source) and source.is_file() and not source.is_symlink() and digest_of(source) == digest:
        source.unlink()
