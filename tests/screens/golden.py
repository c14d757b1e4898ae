"""Screens as golden text: what a screen looks like is compared with what was looked at and found right.

``PPID_GOLDEN=new python -m pytest tests/screens`` writes them anew; look at the difference before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "golden"


def assert_golden(name: str, screen: str) -> None:
    """The screen is the one kept under this name."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("PPID_GOLDEN") == "new":
        path.write_text(screen, encoding="utf-8", newline="\n")
    assert path.is_file(), f"no golden file {path.name}; the screen is:\n{screen}"
    assert screen == path.read_text(encoding="utf-8"), f"{path.name} differs; the screen is:\n{screen}"
