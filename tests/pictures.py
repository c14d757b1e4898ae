"""The README's pictures, taken from the running kiosk: ``python -m tests.pictures``."""

from __future__ import annotations

import asyncio
import re
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ppid_tui.demo.build import make_demo
from ppid_tui.demo.pins import sample_pins
from tests.screens.kiosk import Kiosk, running

DOCS = Path(__file__).parent.parent / "docs"
TODAY = date(2026, 4, 2)
SIZE = (110, 32)


async def take_pictures(home: Path, folder: Path) -> None:
    """Sign in as the officer at the counter, search, then take up the first task."""
    first = sample_pins(home)[0]
    async with running(home, SIZE, datetime(2026, 4, 2, 9, 0)) as kiosk:
        await kiosk.sign_in(first.name, first.pin)
        await kiosk.keys("f3")
        await kiosk.type("perjalanan dinas")
        await kiosk.until_shown("hal.")
        save(kiosk, folder / "search.svg", "Cari dokumen")
        await kiosk.keys("f2", "enter")
        await kiosk.until_shown("Pelaksana")
        save(kiosk, folder / "step.svg", "Langkah SOP")


def save(kiosk: Kiosk, path: Path, title: str) -> None:
    """Write the screen as SVG, the same from run to run."""
    picture = kiosk.app.export_screenshot(title=title)
    path.write_text(re.sub(r"terminal-\d+", "terminal", picture), encoding="utf-8", newline="\n")


def main() -> None:
    """Make a sample office and picture it."""
    DOCS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for _ in make_demo(Path(folder) / "home", "adpim", today=TODAY):
            pass
        asyncio.run(take_pictures(Path(folder) / "home", DOCS))


if __name__ == "__main__":
    main()
