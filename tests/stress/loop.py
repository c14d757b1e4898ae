"""A small ext4 of one's own in a file, to be filled up or to have its power cut. Linux and root only."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

EXT4_IOC_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32), linux/ext4.h
NO_LOG_FLUSH = 2


class NoLoop(Exception):
    """This machine lets us mount nothing."""


@dataclass(frozen=True)
class Disk:
    """The file with the ext4 in it, and where it is mounted."""

    image: Path
    folder: Path

    def mount(self) -> None:
        """Mount it; after `cut_power` its journal is played back as at any start of a machine."""
        _run("mount", "-o", "loop", str(self.image), str(self.folder))

    def unmount(self) -> None:
        """Take it out."""
        _run("umount", str(self.folder))

    def cut_power(self) -> None:
        """Keep nothing from now on but what was synced; every later call on it fails."""
        if sys.platform == "win32":
            raise NoLoop("no such call")
        import fcntl

        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", NO_LOG_FLUSH))
        finally:
            os.close(descriptor)


@contextmanager
def small_disk(size: int) -> Iterator[Disk]:
    """A new disk of this many bytes, mounted. Raises NoLoop where that can't be had."""
    if sys.platform != "linux" or os.geteuid() != 0:
        raise NoLoop("only root on Linux may mount a disk in a file")
    with TemporaryDirectory() as parts:
        disk = Disk(Path(parts) / "image", Path(parts) / "disk")
        disk.folder.mkdir()
        disk.image.touch()
        os.truncate(disk.image, size)
        _run("mkfs.ext4", "-q", "-m", "0", str(disk.image))
        disk.mount()
        try:
            yield disk
        finally:
            _run("umount", "--lazy", str(disk.folder))  # a run that was ended may have files open in it


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise NoLoop(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise NoLoop(error.stderr.strip()) from error
