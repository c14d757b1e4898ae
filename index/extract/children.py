"""How child processes of this room are started, alike on all systems."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
NO_WINDOW: Final = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Windows only: else a black window would flash up for each."""


def command(module: str, *arguments: str) -> list[str]:
    """What runs a module of this room in a Python of its own."""
    # -P: the folder one happens to be in must not lend its modules to the child.
    return [sys.executable, "-P", "-m", f"index.extract.{module}", *arguments]


def environment() -> dict[str, str]:
    """Ours, so that the child finds our modules and speaks UTF-8; one thread, since tesseract is slower with more."""
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}
