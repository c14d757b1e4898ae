"""The real kiosk at a desk, worked by keys alone, and what stands on its screen as text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from ppid_tui.app import KioskApp
from ppid_tui.desk.people import on_duty
from ppid_tui.screens import areas
from tests.small_office import AT

KEYS = {" ": "space", '"': "quotation_mark", "/": "slash", "-": "minus", ".": "full_stop", ":": "colon"}
LETTERS = {name: letter for letter, name in KEYS.items()}
PATIENCE = 15.0
"""Seconds until what is waited for must have come."""


@dataclass(frozen=True)
class Kiosk:
    """A kiosk that runs."""

    app: KioskApp
    pilot: Pilot[None]

    async def keys(self, *keys: str) -> None:
        """Press keys by their names, each when what the one before did is on the screen."""
        for key in keys:
            self._press(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Type a text, letter by letter, as fast as it goes."""
        for letter in text:
            self._press(KEYS.get(letter, letter))
        await self.settled()

    def _press(self, key: str) -> None:
        # The pilot waits after each key until the whole process idles, background threads and all.
        self.app.post_message(events.Key(key, LETTERS.get(key, key if len(key) == 1 else None)))

    async def settled(self) -> None:
        """Until the screen stays as it is. Workers may go on: one that asks a question waits for its answer."""
        before = ""
        for _ in range(100):
            await self.pilot.pause(0.03)
            now = self.text()
            if now == before:
                return
            before = now

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for something to become true."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                await self.pilot.pause(0.02)
        await self.settled()

    async def until_shown(self, words: str) -> str:
        """Wait for words on the screen, wherever they break; returns the screen."""
        try:
            await self.until(lambda: words in " ".join(self.text().split()))
        except TimeoutError:
            raise AssertionError(f"{words!r} did not come:\n{self.text()}") from None
        return self.text()

    def text(self) -> str:
        """The screen as one would read it off the terminal."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips).rstrip() + "\n"

    def names(self) -> list[str]:
        """Who stands on the sign-in screen, in its order."""
        assert self.app.office is not None
        return [officer.name for officer in on_duty(self.app.office, self.app.clock())]

    async def sign_in(self, name: str, pin: str) -> None:
        """Choose the name with the arrows and type the PIN."""
        await self.until(lambda: self.app.office is not None and self.app.current_mode == areas.SIGN_IN)
        await self.until_shown(name)
        place = next(i for i, officer in enumerate(self.names()) if officer == name)
        await self.keys("home", *["down"] * place, "enter")
        await self.type(pin)
        await self.until(lambda: self.app.current_mode == areas.HOME)


@asynccontextmanager
async def running(home: Path, size: tuple[int, int] = (80, 24), at: datetime = AT) -> AsyncIterator[Kiosk]:
    """The kiosk of this home, in a terminal of this size, at this time."""
    app = KioskApp(home, clock=lambda: at)
    app.habit = 0.0
    async with app.run_test(size=size) as pilot:
        app.animation_level = "none"
        yield Kiosk(app, pilot)


def at_the_kiosk(
    home: Path, visit: Callable[[Kiosk], Awaitable[None]], size: tuple[int, int] = (80, 24), at: datetime = AT
) -> None:
    """Run a visit to the kiosk to its end."""

    async def run() -> None:
        async with running(home, size, at) as kiosk:
            await visit(kiosk)

    asyncio.run(run())
