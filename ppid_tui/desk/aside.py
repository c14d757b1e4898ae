"""Files put beside with a word why: what could not be taken in, and what was kept already."""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path

from ppid_tui.desk.office import Office
from ppid_tui.desk.sources import is_incoming, stamp

WHY = ".alasan.txt"
"""The ending of the note that lies beside each file."""
LONGEST_NAME = 200
"""Bytes; a name may have 255, and the note's is longer."""


def set_aside(office: Office) -> list[tuple[Path, str]]:
    """Files that could not be taken in, with their reasons."""
    files = sorted(path for path in office.home.quarantine.glob("*") if path.is_symlink() or not path.is_dir())
    return [(path, reason_of(path)) for path in files if not path.name.endswith(WHY)]


def reason_of(path: Path) -> str:
    """Why a file lies here, '' where nobody knows."""
    try:
        return _note(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def quarantine(office: Office, file: Path, reason: str) -> None:
    """Put a file with those not taken in: moved out of incoming, copied from elsewhere. Raises OSError.

    A link or a device is moved as such, and never opened.
    """
    target = _same_aside(office, file) or free_name(office.home.quarantine, file.name)
    if is_incoming(office, file):
        _note(target).write_text(reason + "\n", encoding="utf-8")
        file.replace(target)
    elif is_plain(file):
        _note(target).write_text(reason + "\n", encoding="utf-8")
        if target != file:
            _copy(file, target)


def is_plain(file: Path) -> bool:
    """Whether it is a file, and no link or device."""
    return file.is_file() and not file.is_symlink()


def put_with_duplicates(office: Office, file: Path, reason: str) -> None:
    """A file of incoming that is kept already goes to a folder of its own. Raises OSError."""
    target = free_name(office.home.duplicates, file.name)
    _note(target).write_text(reason + "\n", encoding="utf-8")
    file.replace(target)


def forget_aside(path: Path) -> None:
    """Remove a file that was set aside, and its note. Raises OSError."""
    path.unlink(missing_ok=True)
    _note(path).unlink(missing_ok=True)


def free_name(folder: Path, name: str) -> Path:
    """A name in the folder that no file has, as near to this one as can be; there is room for its note's name."""
    folder.mkdir(parents=True, exist_ok=True)
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - keeps names that Path would normalise
    while len(os.fsencode(stem + ending)) > LONGEST_NAME:
        stem, ending = (stem[:-1], ending) if stem else (stem, ending[:-1])
    target, count = folder / (stem + ending), 1
    while target.exists() or target.is_symlink():
        count += 1
        target = folder / f"{stem} ({count}){ending}"
    return target


def _copy(file: Path, target: Path) -> None:
    beside = target.with_name(target.name + ".new")
    shutil.copyfile(file, beside)
    beside.replace(target)


def _same_aside(office: Office, file: Path) -> Path | None:
    """The same file, set aside before: it is tried again with each folder that still holds it."""
    if not is_plain(file):
        return None
    size = (stamp(file) or (0, 0))[0]
    alike = [path for path, _ in set_aside(office) if is_plain(path) and path.stat().st_size == size]
    return next((path for path in alike if filecmp.cmp(path, file, shallow=False)), None)


def _note(path: Path) -> Path:
    return path.with_name(path.name + WHY)
