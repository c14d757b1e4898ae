"""A folder that is made aside and takes its name only when it is whole: ``X.sedang``, then ``X``."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from archive.filelock import FileLock, sync_folder

ASIDE = ".sedang"
"""The ending of a folder that is not yet, or no longer, what its name says."""
_LOCK = "kunci"
_FORGOTTEN_AFTER = 3600.0


@contextmanager
def made_aside(folder: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """A new folder to work in, and the path that it takes when all went well; otherwise nothing is left.

    Where the name is taken a number follows it; nothing is ever replaced. Raises OSError.
    """
    work, path = _reserved(folder, name)
    try:
        with closing(FileLock(work / _LOCK)) as lock, lock.held():
            yield work, path
        (work / _LOCK).unlink()
        for inside in (*(p for p in work.rglob("*") if p.is_dir()), work):
            sync_folder(inside)
        work.rename(path)
        sync_folder(folder)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise


def put_away(path: Path) -> None:
    """Remove a folder so that no half of it ever bears its name. Raises OSError."""
    shutil.rmtree(path.rename(path.with_name(path.name + ASIDE)))


def sweep(folder: Path) -> None:
    """Remove what a power cut or a kill left half made; what another process is making stays."""
    for work in folder.glob(f"*{ASIDE}"):
        with suppress(OSError):
            if _is_abandoned(work):
                shutil.rmtree(work)


def _reserved(folder: Path, name: str) -> tuple[Path, Path]:
    for number in count(1):
        path = folder / (name if number == 1 else f"{name}-{number}")
        work = path.with_name(path.name + ASIDE)
        if path.exists():
            continue
        with suppress(FileExistsError):
            work.mkdir()
            if not path.exists():  # another process may just have finished it
                return work, path
            work.rmdir()
    raise AssertionError("there is always a next number")


def _is_abandoned(work: Path) -> bool:
    """Whether nobody holds its lock; where there is none, whether it is too old to be on the point of getting one."""
    lock = work / _LOCK
    if not lock.exists():
        return time.time() - work.stat().st_mtime > _FORGOTTEN_AFTER
    with closing(FileLock(lock)) as mine, mine.held_if_free() as free:
        return free
