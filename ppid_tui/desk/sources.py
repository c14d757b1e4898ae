"""Where softcopies come from: the incoming folder, sticks, any folder; and when a file there is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archive.package_check import is_kiosk_bag
from ppid_tui.desk.office import Office

STILL = 2.0
"""Seconds for which a file's size and time must stand still before it is taken: who copies pauses for less."""
HIDDEN = (".", "~$", "._")
UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp")
SYSTEM = frozenset({"System Volume Information", "$RECYCLE.BIN", "lost+found", "__MACOSX"})

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files meant: folders are walked, hidden and temporary names left aside, larger files first.

    Backups and hand-over files are left aside too: their files are not documents that came in.
    """
    found: dict[Path, int] = {}
    for path in paths:
        for file in _inside(path) if path.is_dir() and not path.is_symlink() else [path]:
            found[file] = (stamp(file) or (0, 0))[0]
    return sorted(found, key=lambda file: (-found[file], file))


def waiting(office: Office) -> list[Path]:
    """The files that lie in ``incoming/``."""
    return sorted(files_in([office.home.incoming]))


def is_incoming(office: Office, file: Path) -> bool:
    """Whether the file lies in ``incoming/``, and so leaves it when it is safe. Elsewhere nothing is changed."""
    return office.home.incoming.resolve() in file.parent.resolve().joinpath(file.name).parents


def stamp(file: Path) -> Stamp | None:
    """Size and time of a file; None where it is not there."""
    try:
        seen = file.lstat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns


@dataclass(frozen=True)
class Looks:
    """What was seen of some files: each with its stamp, and since when (seconds of any one clock) it has stood so.

    A file that was there at the first look counts as standing still until it changes.
    """

    at: float = 0.0
    seen: Mapping[Path, tuple[Stamp, float]] = field(default_factory=dict)
    first: bool = True

    def again(self, files: Iterable[Path], at: float) -> Looks:
        """Another look, at these files and no others."""
        now = {file: there for file in files if (there := stamp(file))}
        return Looks(at, {file: (there, self._since(file, there, at)) for file, there in now.items()}, first=False)

    def _since(self, file: Path, there: Stamp, at: float) -> float:
        before = self.seen.get(file)
        if before and before[0] == there:
            return before[1]
        return at - STILL if self.first else at

    def changed(self, seconds: float = STILL) -> list[Path]:
        """The files that have not stood still for so long."""
        return [file for file, (_, since) in self.seen.items() if self.at - since < seconds]


def sticks() -> list[Path]:
    """The USB sticks that are plugged in. ``PPID_MEDIA`` names the folders where they appear, if not the usual ones."""
    if sys.platform == "win32" and "PPID_MEDIA" not in os.environ:
        return _removable_drives()
    usual = [Path("/media", _user()), Path("/run/media", _user()), Path("/Volumes")]
    named = os.environ.get("PPID_MEDIA")
    roots = [Path(part) for part in named.split(os.pathsep) if part] if named else usual
    return [path for root in roots for path in _folders(root)]


def _user() -> str:
    return os.environ.get("USER") or os.environ.get("LOGNAME") or "-"


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []


def _removable_drives() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes

    removable = 2  # DRIVE_REMOVABLE of GetDriveTypeW
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    drives = [f"{letter}:\\" for letter in letters[2:]]
    return [Path(drive) for drive in drives if ctypes.windll.kernel32.GetDriveTypeW(drive) == removable]


def _inside(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, folders, names in os.walk(folder):
        if is_kiosk_bag(Path(root)):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SYSTEM)
        # A link to a folder is among the folders, and os.walk does not follow it.
        found += [Path(root, name) for name in sorted(names) if _is_meant(name)]
    return found


def _is_meant(name: str) -> bool:
    return not name.startswith(HIDDEN) and not name.lower().endswith(UNFINISHED) and name.lower() != "thumbs.db"
