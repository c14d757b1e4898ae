"""A child process that reads files, and the deadlines that it is held to."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from .children import NO_WINDOW, command, environment
from .limits import FILE_SECONDS, PAGE_SECONDS, START_SECONDS, layout_seconds, open_seconds
from .model import Reason, Unreadable
from .recognise import MAX_BYTES

Answer = dict[str, Any]
_FILES_EACH = 200  # Memory that libraries keep would eat up the child's share at last.
# The kiosk goes first; on POSIX the child itself steps back.
_FLAGS = NO_WINDOW | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_LONGEST_LINE = 8 * 1024 * 1024


def _size(path: Path) -> int:
    try:
        return min(path.lstat().st_size, MAX_BYTES)
    except (OSError, ValueError):
        return 0


class Worker:
    """A child process. Raises Unreadable (passing) where it cannot be started."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(
                command("child"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
                start_new_session=True,
                creationflags=_FLAGS,
            )
        except OSError as problem:
            raise Unreadable(Reason.TROUBLE) from problem
        self._files = 0
        self.fit = True  # to read a further file
        self._ready = False
        self._closed = False
        # A pipe cannot be read with a deadline on Windows; a queue can.
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline(_LONGEST_LINE):
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, path: Path, first: int = 0, patience: float = 1.0) -> Generator[Answer, None, None]:
        """The child's answers from page ``first`` (counted from 0) on, the last with "end".

        ``patience`` multiplies the time a page has. Raises Unreadable: too slow, too heavy, trouble.
        """
        self.fit = False
        self._send({"path": str(path.absolute()), "first": first})
        end = time.monotonic() + FILE_SECONDS
        seconds = open_seconds(_size(path))
        while True:
            answer = self._next(min(seconds, end - time.monotonic()))
            seconds = layout_seconds(answer["chars"]) if "chars" in answer else PAGE_SECONDS * patience
            if "end" in answer:
                self._files += 1
                self.fit = self._files < _FILES_EACH and answer["end"] != Reason.TOO_HEAVY
            if "chars" not in answer:
                yield answer
            if "end" in answer:
                return

    def _send(self, request: Answer) -> None:
        assert self._process.stdin
        try:
            if not self._ready:
                self._ready = bool(self._next(START_SECONDS))
            self._process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError, Unreadable) as problem:
            # The child did not come up: no fault of the file's.
            raise Unreadable(Reason.TROUBLE) from problem

    def _next(self, seconds: float) -> Answer:
        try:
            answer: Answer = json.loads(self._answers.get(timeout=max(0.0, seconds)))
        except queue.Empty as problem:
            raise Unreadable(Reason.TOO_SLOW) from problem
        except ValueError as problem:
            # It died without a word: we ended it, or it met its memory limit or a fault in a library.
            raise Unreadable(Reason.TROUBLE if self._closed else Reason.TOO_HEAVY) from problem
        return answer

    @property
    def alive(self) -> bool:
        """Whether the child still runs."""
        return not self._closed and self._process.poll() is None

    def close(self) -> None:
        """Ends the child at once, whatever it reads."""
        self._closed = True
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe and not pipe.closed:
                with contextlib.suppress(OSError):
                    pipe.close()
