"""One index and how it follows the archive: what changed last is taken in first, the rest batch by batch."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from archive.model import Document
from archive.records import Records
from archive.texts import Texts
from index.model import Entry
from ppid_tui.desk.progress import Progress

if TYPE_CHECKING:
    from index.engine import Engine
    from index.everyday import Everyday

BATCH = 250
BREATH = 0.02
"""Seconds between two batches that are taken in aside: whoever waits for the index, or the screen, goes first."""


class OneIndex:
    """``is_mine`` says which documents belong here, ``everyday`` gives the office's words when they are needed.

    Any thread may call any function.
    """

    def __init__(
        self,
        folder: Path,
        records: Records,
        texts: Texts,
        is_mine: Callable[[Document], bool],
        everyday: Callable[[], Everyday],
    ) -> None:
        self.folder = folder
        self._records = records
        self._texts = texts
        self._is_mine = is_mine
        self._everyday = everyday
        self._lock = threading.RLock()
        self._engine: Engine | None = None
        self._left: list[int] = []
        self._done = 0
        self._until: int | None = None
        self._aside: threading.Thread | None = None
        self._closing = False

    @property
    def under_way(self) -> Progress | None:
        """How far the taking in is; None where nothing is left."""
        left = len(self._left)
        return Progress(self._done, self._done + left) if left else None

    def caught_up(self) -> Engine:
        """The engine, with every change taken in, however long it takes."""
        for _ in self.catch_up():
            pass
        return self.engine()

    def at_hand(self) -> Engine:
        """The engine with what changed just now; where much is missing, as it is, while the rest goes in aside."""
        if self._until == self._records.trail.sequence:  # nothing is new, and nobody waits for a batch
            self._go_on()
            return self.engine()
        with self._lock:
            fresh = self._notice()
            if fresh <= BATCH:
                self._take(fresh)
            if self._left:
                self._go_on()
            return self.engine()

    def catch_up(self) -> Iterator[Progress]:
        """Take in every change since the last one taken in."""
        with self._lock:
            self._notice()
        while self._until is not None:
            with self._lock:
                self._take(BATCH)
            yield Progress(self._done, self._done + len(self._left), self.folder.name)

    def rebuild(self) -> Iterator[Progress]:
        """Build it anew from the archive's texts, beside the current one."""
        with self._lock:
            until = self._records.trail.sequence
            wanted = [d for d in self._records.documents.all() if self._is_mine(d)]
            yield Progress(0, len(wanted), self.folder.name)
            for done in self.engine().rebuild((self.entry(d) for d in wanted), until):
                yield Progress(done, len(wanted), self.folder.name)
            self._begin_anew()

    def engine(self) -> Engine:
        """The engine as it is."""
        with self._lock:
            if self._engine is None:
                self._engine = self._opened()
                if self._engine.damaged():  # it might open, and find what is not there
                    self._engine.close()
                    shutil.rmtree(self.folder, ignore_errors=True)
                    self._engine = self._opened()
            return self._engine

    def throw_away(self) -> None:
        """What is damaged goes; the next question begins an empty one."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def close(self) -> None:
        """Stop what goes on aside, and close what was opened."""
        self._closing = True
        if self._aside is not None and self._aside is not threading.current_thread():
            self._aside.join()
        with self._lock:
            if self._engine is not None:
                self._engine.close()
            self._engine, self._closing = None, False
            self._begin_anew()

    def entry(self, document: Document) -> Entry:
        """A document as the index takes it in."""
        return Entry(
            document_id=document.id,
            title=document.title,
            pages=self._texts.pages(document.text_key) if document.text_key else (),
            number=document.number,
            kind=document.kind,
            summary=self._summary(document),
            unit=document.unit,
            information_class=document.information_class.value,
            date=document.date,
            year=document.year,
        )

    def _opened(self) -> Engine:
        from index.engine import open_engine  # whoosh is heavy, and not needed before the first search

        return open_engine(self.folder, self._read_page, self._everyday())

    def _summary(self, document: Document) -> str:
        """Its own, and what the records were called that were joined into it: they are found under the one."""
        joined = self._records.documents.joined_into(document.id)
        return "\n".join((document.summary, *(f"{one.title} {one.number}".strip() for one in joined)))

    def _notice(self) -> int:
        """Put what changed since last time before what is left; how many these are."""
        until = self._records.trail.sequence
        since = self.engine().sequence if self._until is None else self._until
        if since == until:
            return 0
        fresh = self._changed(since) if 0 < since < until else self._every()
        self._left, self._until = list(dict.fromkeys((*fresh, *self._left))), until
        return len(fresh)

    def _take(self, number: int) -> None:
        """Take in so many; the index counts as caught up only when nothing is left, whatever happens before."""
        engine, ids = self.engine(), self._left[:number]
        if self._until is None:
            return
        whole = len(ids) == len(self._left)
        engine.apply(self._entries(ids), self._not_mine(ids), self._until if whole else engine.sequence)
        self._left, self._done = self._left[number:], self._done + len(ids)
        if whole:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._left, self._done, self._until = [], 0, None

    def _go_on(self) -> None:
        if self._left and (self._aside is None or not self._aside.is_alive()):
            self._aside = threading.Thread(target=self._take_rest, name=f"indeks {self.folder.name}", daemon=True)
            self._aside.start()

    def _take_rest(self) -> None:
        try:
            while self._left and not self._closing:
                with self._lock:
                    self._take(BATCH)
                time.sleep(BREATH)
        except Exception:  # a full disk, a damaged file: the next question begins again, and is told
            with self._lock:
                self._until = None

    def _changed(self, since: int) -> list[int]:
        entries = self._records.trail.entries(after=since)
        return sorted({entry.record_id for entry in entries if entry.table == "documents"})

    def _every(self) -> list[int]:
        """All that must be looked at: what is here, also from an archive that was put back to an earlier day."""
        return sorted({*self.engine().ids(), *(d.id for d in self._records.documents.all())})

    def _entries(self, ids: Iterable[int]) -> Iterator[Entry]:
        found = (self._records.documents.get(document_id) for document_id in ids)
        return (self.entry(document) for document in found if document and self._is_mine(document))

    def _not_mine(self, ids: Iterable[int]) -> list[int]:
        found = ((n, self._records.documents.get(n)) for n in ids)
        return [n for n, document in found if document is None or not self._is_mine(document)]

    def _read_page(self, document_id: int, page: int) -> str:
        document = self._records.documents.get(document_id)
        if document is None or not document.text_key:
            raise KeyError(document_id)
        return self._texts.page(document.text_key, page)
