"""What the reading child may use of the laptop, and when it gives itself up."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
from typing import TextIO

from .job import bound_memory

MEMORY_BYTES = 1024**3
START_SECONDS = 60.0  # An old laptop with a virus scanner takes its time with the first start.
OPEN_SECONDS = 7.5
PAGE_SECONDS = 5.0
FILE_SECONDS = 900.0
LOST_PAGES = 2  # A third page that hangs ends the file: 5, 2 and 0.8 s are waited.
_BYTES_A_SECOND = 120 * 1024 * 1024
_CHARS_A_SECOND = 8_000
_LONGEST_LAYOUT = 15.0


def open_seconds(size: int) -> float:
    """How long opening a file of ``size`` bytes may take."""
    return OPEN_SECONDS + size / _BYTES_A_SECOND


def layout_seconds(chars: int) -> float:
    """How long finding the lines of a page may take once its characters are read.

    An honest register of 115,000 characters on one page takes 10 s on a slow laptop; loops have no characters.
    """
    return min(_LONGEST_LAYOUT, 2 + chars / _CHARS_A_SECOND)


def limit_self() -> None:
    """Bounds memory to 1 GB, forbids writing files (POSIX), and lets the kiosk go first."""
    if sys.platform == "win32":
        bound_memory(MEMORY_BYTES)
        return
    import resource

    _lower(resource.RLIMIT_AS, MEMORY_BYTES)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    os.nice(15)


def _lower(limit: int, value: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(limit)
    wanted = value if hard == resource.RLIM_INFINITY else min(value, hard)
    # macOS refuses RLIMIT_AS; reading without that limit is better than not reading.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(limit, (wanted, wanted))


def arm(seconds: float, nowhere: TextIO) -> None:
    """Ends this process after ``seconds`` unless armed again: also where the parent is gone."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)


def disarm() -> None:
    """Takes the last ``arm`` back."""
    faulthandler.cancel_dump_traceback_later()
