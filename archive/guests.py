"""The guest book: who came and only looked. No request, so no row of the register (UU 14/2008 article 22)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

UNNAMED = "tamu"
"""The name of who gives none."""


@dataclass(frozen=True)
class Guest:
    """A visit. ``documents`` are ids of what was shown, ``wanted`` what was looked for, ``by`` the officer's name."""

    at: datetime
    by: str
    name: str = UNNAMED
    id: int = 0
    address: str = ""
    documents: tuple[int, ...] = ()
    wanted: str = ""
