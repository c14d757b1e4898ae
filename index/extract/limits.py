"""What the reading child may use of the laptop, and when it gives itself up."""

from __future__ import annotations

import contextlib
import faulthandler
import sys
from typing import TextIO

MEMORY_BYTES = 1024**3
START_SECONDS = 60.0  # An old laptop with a virus scanner takes its time with the first start.
OPEN_SECONDS = 20.0
PAGE_SECONDS = 30.0
FILE_SECONDS = 900.0


def limit_self() -> None:
    """Bounds memory to 1 GB and forbids writing files.

    POSIX only: on Windows memory is not bounded yet (it takes a job object), the deadlines hold all the same.
    """
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_AS, MEMORY_BYTES)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)


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
