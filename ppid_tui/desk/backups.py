"""Backups of the office: made by hand or once a day, told of when they are missing, and restored from."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from archive.backup import BACKUPS, Backup
from archive.kept import Kept, NoBackup, find_backup, kept_in, prune
from archive.model import Officer, Right
from archive.restore import restore as restore_files
from ppid_tui.desk.office import NotAllowed, Office, open_office
from ppid_tui.desk.progress import Progress
from ppid_tui.desk.trouble import cause

KIOSK = Officer(name="Kiosk (otomatis)", rights=(Right.ADMINISTER,))
"""Who makes the daily backup."""
MADE = "membuat cadangan"
RESTORED = "memulihkan dari cadangan"
TOLD_AFTER = timedelta(days=3)
"""How old the last good backup may be before officers are told."""
EXEMPT = "Cadangan memuat semua dokumen, juga yang dikecualikan. Simpan di tempat terkunci."


Steps = Generator[Progress, None, None]
"""Close it to give the work up; then nothing half-made stays."""


class NotDone(Exception):
    """A backup or a restoration that came to nothing because of a disk; the words say why, in Indonesian."""


REFUSALS = (NotAllowed, NoBackup, NotDone)
"""Why no backup was made; each says it in words for the officer."""


class Making:
    """A backup under way: iterate over it for progress, then ask for ``path`` and ``problems``.

    Raises NotAllowed, NoBackup or NotDone, and then leaves nothing behind. With ``keep`` the office's older ones
    in the same folder go, unless this one met problems: an older one may hold what is damaged now.
    """

    def __init__(self, office: Office, to: Path, by: Officer, at: datetime, keep: int = 0) -> None:
        office.require(by, Right.ADMINISTER, "Membuat cadangan")
        self._office, self._to, self._by, self._at, self._keep = office, to, by, at, keep
        self._backup = Backup(office.home.root, to, at, office.profile.name, _agent())

    @property
    def path(self) -> Path:
        """Where it lies; only when it is done."""
        assert self._backup.path is not None
        return self._backup.path

    @property
    def problems(self) -> tuple[str, ...]:
        """Single files that are not as they should be."""
        return tuple(self._backup.problems)

    def __iter__(self) -> Steps:
        try:
            for step in self._backup:
                yield Progress(step.done, step.total, step.name, step.problem)
        except OSError as error:
            words = f"Cadangan di {self._to} belum dibuat: {cause(error)}."
            raise NotDone(f"{words} Arsip tetap aman; periksa medianya, lalu coba lagi.") from error
        note = f"{self.path}; {len(self.problems)} masalah; kepala jejak {self._backup.contents.head}"
        self._office.records.trail.append(self._at, self._by.name, MADE, "", 0, note=note)
        if self._keep and not self.problems:
            prune(self._to, find_backup(self.path), self._keep)


def places(office: Office) -> list[Path]:
    """Where the daily backups go: the home, and the second place where it is named."""
    second = [Path(office.profile.backup_to).expanduser()] if office.profile.backup_to else []
    return [office.home.root / BACKUPS, *second]


def _ready(office: Office) -> list[Path]:
    own, *second = places(office)
    return [own, *(place for place in second if place.is_dir())]


def kept(office: Office) -> list[Kept]:
    """The backups in both places that are there now, newest first."""
    return [one for place in places(office) for one in reversed(kept_in(place))]


def now(office: Office, by: Officer, at: datetime) -> Steps:
    """A backup in each place that is there. Raises one of REFUSALS."""
    for place in _ready(office):
        yield from Making(office, place, by, at, office.profile.backups_kept)


def daily(office: Office, at: datetime) -> Steps:
    """Today's backup, in each place that is there and has none of today yet. Raises one of REFUSALS."""
    for place in _ready(office):
        if not any(one.at.date() == at.date() for one in kept_in(place) if one.office == office.profile.name):
            yield from Making(office, place, KIOSK, at, office.profile.backups_kept)


def notice(office: Office, at: datetime) -> str:
    """What officers should know: that a good backup is missing for days; '' where all is well.

    The trail is asked, not the places: a stick may be out.
    """
    made = office.records.trail.find(action=MADE, limit=200)
    good = [(entry.note, entry.at) for entry in made if "; 0 masalah;" in entry.note]
    for place in places(office):
        last = next((when for note, when in good if note.startswith(str(place / "cadangan-"))), None)
        if last is None or at - last > TOLD_AFTER:
            when = f"sejak {last:%d-%m-%Y}" if last else "satu pun"
            return f"Belum ada cadangan yang baik di {place} {when}. Beri tahu administrator."
    return ""


def restore(named: Path, home: Path, by: Officer, at: datetime) -> Steps:
    """Restore the backup in this folder, or the newest one in it, into an empty home, and build its index.

    Raises NoBackup, NotEmpty, Damaged, NotABag, NewerStore or NotDone: then the home is as it was.
    """
    backup = find_backup(named)
    try:
        for step in restore_files(backup, home):
            yield Progress(step.done, step.total, step.name, step.problem)
    except OSError as error:
        words = f"Cadangan belum dipulihkan ke {home}: {cause(error)}."
        raise NotDone(f"{words} Cadangannya tidak berubah; periksa disknya, lalu coba lagi.") from error
    office = open_office(home)
    try:
        office.records.trail.append(at, by.name, RESTORED, "", 0, note=f"{backup.path}, kepala jejak {backup.head}")
        yield from office.indexes.rebuild()
    finally:
        office.close()


def _agent() -> str:
    try:
        return f"ppid-tui {version('ppid-tui')}"
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "ppid-tui"
