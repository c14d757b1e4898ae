"""Where a data home lies. Imports nothing heavy: the kiosk asks before its first picture."""

from __future__ import annotations

import os
from pathlib import Path

DEMO = "ppid-tui-demo"


def default_home(name: str = "ppid-tui") -> Path:
    """The data folder of the platform."""
    import platformdirs

    return Path(platformdirs.user_data_dir(name, appauthor=False))


def home_named(named: str | None, own: str = "ppid-tui") -> Path:
    """The data home that was named, else the one in PPID_HOME, else the platform's folder under this name."""
    named = named or os.environ.get("PPID_HOME")
    return Path(named).expanduser().absolute() if named else default_home(own)
