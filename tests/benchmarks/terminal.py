"""A program in a pseudo-terminal of 80x24: keys go in, and every picture it paints is kept with its moment.

Needs a Unix, and pyte of the ``bench`` extra. Moments are when bytes arrived, in seconds of ``perf_counter``: a
thread does nothing but take them down, and what the emulator costs counts for nobody.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from time import perf_counter

import pyte

ROWS, COLUMNS = 24, 80
PATIENCE = 5.0
"""Seconds until what is waited for counts as missing."""
TURN = 0.0005
"""Seconds after which the emulator lets the thread that takes bytes down have its turn."""
ENDING = 3.0

Rows = tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """What stood on the terminal from a moment on."""

    at: float
    rows: Rows


class NotPainted(Exception):
    """What was waited for did not come."""


class Terminal:
    """Runs the command until it is closed; to be used with ``with``."""

    def __init__(self, command: tuple[str, ...], environment: dict[str, str]) -> None:
        import fcntl
        import pty
        import termios

        sys.setswitchinterval(TURN)
        self._child, self._master = pty.fork()
        if self._child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(command[0], command, {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._emulator = pyte.ByteStream(self._screen)
        self._came: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
        self.picture = Picture(perf_counter(), tuple(self._screen.display))
        Thread(target=self._take_down, daemon=True).start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGTERM)
        until = perf_counter() + ENDING
        while os.waitpid(self._child, os.WNOHANG) == (0, 0):
            self.watch(perf_counter() + 0.05)
            if perf_counter() > until:
                os.kill(self._child, signal.SIGKILL)

    def press(self, keys: str) -> float:
        """Write keys; the moment before."""
        at = perf_counter()
        os.write(self._master, keys.encode("utf-8"))
        return at

    def watch(self, until: float) -> list[Picture]:
        """All pictures that are painted until this moment."""
        painted = []
        while (left := until - perf_counter()) > 0:
            if picture := self._next(left):
                painted.append(picture)
        return painted

    def wait(self, words: str, patience: float = PATIENCE) -> None:
        """Until these words stand on one line. Raises NotPainted."""
        self.wait_for(lambda rows: any(words in row for row in rows), words, patience)

    def wait_for(self, stands: Callable[[Rows], bool], what: str, patience: float = PATIENCE) -> list[Picture]:
        """All pictures until one in which this stands. Raises NotPainted."""
        until, painted = perf_counter() + patience, [self.picture]
        while not stands(self.picture.rows):
            if (left := until - perf_counter()) <= 0:
                raise NotPainted(f"{what!r} did not come in {patience:g} s; there stands:\n" + self.text())
            if picture := self._next(left):
                painted.append(picture)
        return painted

    def text(self) -> str:
        """What stands there now."""
        return "\n".join(row.rstrip() for row in self.picture.rows)

    def _next(self, patience: float) -> Picture | None:
        try:
            at, data = self._came.get(timeout=patience)
        except Empty:
            return None
        self._emulator.feed(data)
        self.picture = Picture(at, tuple(self._screen.display))
        return self.picture

    def _take_down(self) -> None:
        with suppress(OSError):  # the program has ended
            while data := os.read(self._master, 65536):
                self._came.put((perf_counter(), data))
