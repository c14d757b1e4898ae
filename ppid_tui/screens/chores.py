"""What the kiosk does unasked: today's backup, a note that it is open; while nobody is there, scans and tidying."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from ppid_tui.screens.taker import GROUP as TAKE

if TYPE_CHECKING:
    from ppid_tui.app import KioskApp
    from ppid_tui.desk.scan_queue import ScanQueue

IDLE_AFTER = 60.0
"""Seconds without a key after which nobody is there, until the next key."""
BUSY = frozenset({TAKE, "care", "backup", "scan", "idle"})
"""Work that goes first."""
TIDY_EVERY = 60.0
YOUNG_OBJECTS = 2_000
"""So few new objects at a time are looked through for garbage while an officer works: nobody notices that."""
BACKUP_AFTER = 20.0
"""Seconds after signing in: the officer's first search goes first."""
BACKUP_PAUSE = 15.0
"""Seconds without a key that it waits for, since typing would feel it."""
BACKUP_LATEST = 600.0
"""Seconds after signing in after which it waits no longer."""


class Chores:
    """Each in a thread of its own, so that nobody waits for it."""

    def __init__(self, kiosk: KioskApp) -> None:
        self._kiosk = kiosk
        self._scans: ScanQueue | None = None
        self._back_up_by = 0.0

    def begin(self) -> None:
        """Do them from time to time, from now on."""
        self._kiosk.set_interval(5, self.read_when_idle)
        self._kiosk.set_interval(60, self.note_open)
        self._kiosk.set_interval(TIDY_EVERY, self.tidy_when_idle)

    def look_for_garbage_often(self) -> None:
        """Many short looks rather than few long ones, which whoever types would feel."""
        gc.set_threshold(YOUNG_OBJECTS, *gc.get_threshold()[1:])

    def tidy_when_idle(self) -> None:
        """Look through all that is in memory for what nobody needs any longer."""
        if self._is_idle:
            gc.collect()

    @property
    def _is_idle(self) -> bool:
        return monotonic() - self._kiosk.last_key >= IDLE_AFTER

    def back_up_soon(self) -> None:
        """Make today's backup when the officer has had time for a first search, and does not type."""
        self._back_up_by = monotonic() + BACKUP_LATEST
        self._kiosk.set_timer(BACKUP_AFTER, self._back_up)

    def note_open(self) -> None:
        """Leave a sign by which a sudden stop is known the next time."""
        if self._kiosk.office is not None:
            from ppid_tui.desk.opening import note_open

            note_open(self._kiosk.home, self._kiosk.clock())

    def read_when_idle(self) -> None:
        """Read the scans that wait, if nobody has pressed a key for long and no other work is under way."""
        kiosk = self._kiosk
        busy = any(worker.group in BUSY and not worker.is_finished for worker in kiosk.workers)
        if kiosk.office is None or busy or not self._is_idle:
            return
        from ppid_tui.desk.scan_queue import ScanQueue

        scans = self._scans = self._scans or ScanQueue(kiosk.office)
        if scans.is_due:
            self._run(lambda: self._read(scans), "idle")

    def stop_reading(self) -> None:
        """Somebody is there."""
        self._kiosk.workers.cancel_group(self._kiosk, "idle")

    def _read(self, scans: ScanQueue) -> None:
        worker = get_current_worker()
        scans.read(self._kiosk.clock, lambda: worker.is_cancelled)

    def _back_up(self) -> None:
        now = monotonic()
        if now - self._kiosk.last_key < BACKUP_PAUSE and now < self._back_up_by:
            self._kiosk.set_timer(BACKUP_PAUSE, self._back_up)
        elif self._kiosk.office is not None:
            self._run(self._make_backup, "backup")

    def _make_backup(self) -> None:
        """Today's backup, if there is none yet; where it fails or is long missing, the officer is told."""
        from ppid_tui.desk import backups

        kiosk = self._kiosk
        assert kiosk.office is not None
        worker, steps, words = get_current_worker(), backups.daily(kiosk.office, kiosk.clock()), ""
        try:
            for _ in steps:
                if worker.is_cancelled:
                    return
        except backups.REFUSALS as error:
            words = str(error)
        finally:
            steps.close()
        if words := words or backups.notice(kiosk.office, kiosk.clock()):
            kiosk.call_from_thread(kiosk.notify, words, severity="warning", timeout=30, markup=False)

    def _run(self, work: Callable[[], None], group: str) -> None:
        self._kiosk.run_worker(work, group=group, thread=True, exclusive=True, exit_on_error=False)
