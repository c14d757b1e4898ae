"""As many warm children as there are cores, lent to whoever reads.

Starting one costs more than reading most files, so they are kept; after any trouble one is replaced.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .worker import Worker


def cores() -> int:
    """How many processes can work at once."""
    # Only Linux tells how many of the cores are ours.
    ours = getattr(os, "sched_getaffinity", None)
    return len(ours(0)) if ours else os.cpu_count() or 1


class Pool:
    """Children by turns; safe to be used from many threads."""

    def __init__(self, size: int) -> None:
        self._turns = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()

    @contextmanager
    def lend(self) -> Iterator[Worker]:
        """A child, waited for; it is kept if it is fit afterwards. Raises Unreadable (passing)."""
        with self._turns:
            worker = self._take()
            try:
                yield worker
            finally:
                self._give_back(worker)

    def _take(self) -> Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    break
                worker.close()
            else:
                worker = Worker()
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.fit and worker.alive:
                self._idle.append(worker)
                return
        worker.close()

    def keep(self, count: int) -> None:
        """Ends the idle children beyond ``count``: each takes the memory of a small program."""
        with self._lock:
            spare, self._idle = self._idle[count:], self._idle[:count]
        for worker in spare:
            worker.close()

    def close(self) -> None:
        """Ends all children; a reading under way ends with trouble that passes. Others start as needed."""
        with self._lock:
            workers = [*self._idle, *self._busy]
            self._idle.clear()
        for worker in workers:
            worker.close()


POOL = Pool(cores())
atexit.register(POOL.close)
