"""A lock between processes, and syncs that reach the disk: where Windows and the others differ."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _lock(descriptor: int) -> None:
        # LK_LOCK gives up after ten seconds; a long intake may hold the lock for longer.
        while not _try_lock(descriptor):
            time.sleep(0.01)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class FileLock:
    """One holder among all processes; the system frees it when its holder dies.

    It lies in a file of its own, since the file it guards may be replaced. Not re-entrant, not for threads.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab", buffering=0)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the lock and hold it."""
        _lock(self._file.fileno())
        try:
            yield
        finally:
            _unlock(self._file.fileno())

    @contextmanager
    def held_if_free(self) -> Iterator[bool]:
        """Hold the lock if nobody else does; the value says whether it is held."""
        held = _try_lock(self._file.fileno())
        try:
            yield held
        finally:
            if held:
                _unlock(self._file.fileno())

    def close(self) -> None:
        """Let go of the lock's file."""
        self._file.close()


def sync(file: BinaryIO) -> None:
    """Return when what was written to the file lies on the disk."""
    getattr(os, "fdatasync", os.fsync)(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names in the folder lie on the disk; Windows has no such call and needs none."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
