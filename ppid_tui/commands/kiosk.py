"""``run``: the kiosk itself. Imports nothing that the first picture does not need."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from pathlib import Path

from ppid_tui.desk.places import home_named

YOUNG_OBJECTS = 50_000
SELDOM = 1_000_000
"""Looking through everything for garbage is left to the kiosk's idle time: with 20,000 documents it takes .2 s."""
TURN = 0.001
"""Seconds after which whoever draws gets a turn, while files are taken in and searches run in threads beside."""
PICTURES = "120"
"""The most in a second: what is typed waits half as long for its picture as with Textual's own 60."""


class NoTerminal(Exception):
    """There is no screen to draw on."""


def run(asked: Namespace) -> int:
    """Open the kiosk of the office that was named."""
    return open_kiosk(home_named(asked.home))


def open_kiosk(home: Path) -> int:
    """Open the kiosk; returns when it is closed. Raises NoTerminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal("Kiosk perlu layar terminal. Jalankan ppid-tui langsung di terminal, tanpa pipa.")
    # What is imported stays; looking through it for garbage at every turn costs a tenth of the first picture.
    gc.set_threshold(YOUNG_OBJECTS, gc.get_threshold()[1], SELDOM)
    sys.setswitchinterval(TURN)
    os.environ.setdefault("TEXTUAL_FPS", PICTURES)
    from ppid_tui.app import KioskApp

    app = KioskApp(home)
    app.run()
    return app.return_code or 0
