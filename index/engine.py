"""The Whoosh index behind one narrow face: take in, take out, find.

The index is expendable: with another version, or when it does not open, it starts empty at sequence 0
and whoever owns the texts fills it again.
"""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import numpy as np

from index import answering, narrowing, places, showing, similar, store
from index.current import Current
from index.everyday import Everyday
from index.manifest import ENGINE_VERSION as ENGINE_VERSION
from index.manifest import with_sequence, write_manifest
from index.model import Entry, Facets, Filters, Hit, Listed, ReadPage, Results
from index.query import ANY_DAY, Asked, Manner
from index.spots import spots
from index.understanding import understood

BATCH = 500
"""Documents a commit when the whole index is made anew."""


class Engine:
    """One index. Any thread may call any function; another process may write at the same time."""

    def __init__(self, folder: Path, read_page: ReadPage, everyday: Everyday | None = None) -> None:
        self.folder = folder
        self._everyday = everyday
        self._read_page = read_page
        self._writing = threading.Lock()
        self._current = Current(folder)

    @property
    def sequence(self) -> int:
        """The last archive sequence taken in, by this process or another."""
        return self._current.manifest().sequence

    def count(self) -> int:
        """How many documents are in the index."""
        with self._current.reading:
            return len(self._current.look().living)

    def ids(self) -> list[int]:
        """The ids of the documents in the index; one that is in it twice is told twice."""
        with self._current.reading:
            glance = self._current.look()
            return sorted(glance.columns.document_id[glance.living].tolist())

    def apply(self, entries: Iterable[Entry], removed: Iterable[int], sequence: int) -> None:
        """Take documents in and out in one durable commit; an entry replaces what stands under its id.

        Raises whatever goes wrong, after which the index stands as it was.
        """
        with self._writing:
            manifest = self._current.manifest()
            store.write(self._current.index(manifest), entries, removed, self._current.switching)
            write_manifest(self.folder, with_sequence(manifest, sequence))

    def rebuild(self, entries: Iterable[Entry], sequence: int) -> Iterator[int]:
        """Make the whole index anew beside the current one, which answers until the new one is ready.

        Yields how many documents are in; given up half-way, the current one stays.
        """
        with self._writing:
            manifest, index = store.create_build(self.folder)
            done = 0
            try:
                for batch in _batches(entries):
                    store.write(index, batch, (), merging=False)
                    done += len(batch)
                    yield done
                store.make_one(index)
            except BaseException:
                shutil.rmtree(self.folder / manifest.build, ignore_errors=True)
                raise
            with self._current.switching():
                store.switch(self.folder, with_sequence(manifest, sequence))

    def search(
        self,
        text: str,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        limit: int = 20,
        offset: int = 0,
        *,
        typing: bool = False,
        newest_first: bool = False,
        today: date | None = None,
    ) -> Results:
        """Documents that answer, best first; with nothing sought, all that pass the filters, newest first.

        ``typing``: the last word may be unfinished. ``newest_first``: by date, not by how well they answer.
        ``today``: the day from which "tahun lalu" is counted; without it no time is read out of the words.
        Never raises for any text.
        """
        started = time.perf_counter()
        with self._current.reading:
            glance = self._current.look()
            manner = Manner(typing, today, self._everyday)
            settled = answering.settle(glance, text, filters, manner)
            asked, matched = settled.answer.asked, settled.answer.matched
            order = answering.newest if newest_first else answering.ranked
            found = order(glance, settled.answer, max(0, offset) + max(0, limit))[max(0, offset) :]
            hits = showing.hits(glance, settled.answer, found, self._read_page)
            included = answering.included(glance, asked, [one.doc for one in found])
        return Results(
            total=len(settled.answer.docs),
            hits=hits,
            took_ms=(time.perf_counter() - started) * 1000,
            all_words=matched.all_words,
            suggestion=settled.suggestion,
            repaired=settled.repaired,
            included=included,
            period=_days(asked.period),
            empty_period=_days(settled.answer.empty_period),
            newest=asked.newest,
        )

    def listed(
        self,
        text: str,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        limit: int = 20,
        *,
        typing: bool = False,
        newest_first: bool = False,
        today: date | None = None,
    ) -> Listed:
        """As ``search``, by the words alone: not how near they stand, nor pages and passages."""
        with self._current.reading:
            glance = self._current.look()
            answer = answering.settle(glance, text, filters, Manner(typing, today, self._everyday)).answer
            docs = answering.listed(glance, answer, max(0, limit), newest_first=newest_first)
            ids = glance.columns.document_id[docs].tolist()
        return Listed(len(answer.docs), tuple(ids))

    def facets(
        self,
        text: str,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        *,
        typing: bool = False,
        today: date | None = None,
    ) -> Facets:
        """How the documents that answer are spread over classes, years, units and kinds."""
        with self._current.reading:
            glance = self._current.look()
            answer = answering.answer(glance, text, filters, Manner(typing, today, self._everyday))
            names = ("information_class", "unit", "kind")
            classes, units, kinds = (glance.counted(name, answer.docs) for name in names)
            years = np.bincount(np.maximum(glance.columns.year[answer.docs], 0)).tolist()
        return Facets(
            classes=classes,
            years={year: years[year] for year in range(len(years) - 1, 0, -1) if years[year]},
            units={unit: count for unit, count in units.items() if unit},
            kinds={kind: count for kind, count in kinds.items() if kind},
        )

    def similar(self, document_id: int, filters: Filters = Filters(), limit: int = 10) -> tuple[Hit, ...]:  # noqa: B008
        """Other documents that pass the filters and have the telling words of this one, most alike first."""
        with self._current.reading:
            glance = self._current.look()
            doc = glance.by_id.get(document_id)
            if doc is None:
                return ()
            allowed = narrowing.allowed(glance, Asked(), filters)
            answer = similar.like(glance, doc, self._read_page, allowed)
            return showing.hits(glance, answer, answering.ranked(glance, answer, max(0, limit)), self._read_page)

    def hit_pages(self, document_id: int, text: str, *, typing: bool = False) -> tuple[int, ...]:
        """Pages of a document on which words of the query stand, in order."""
        with self._current.reading:
            glance = self._current.look()
            doc = glance.by_id.get(document_id)
            if doc is None:
                return ()
            asked = understood(glance, text, Manner(typing, ANY_DAY, self._everyday))
            return places.best_page(spots(glance, asked, [doc]).of(doc)).pages

    def damaged(self) -> list[str]:
        """Files of the index that are not what was written, or not there; all of them are read whole."""
        with self._current.reading:
            return store.damaged(self._current.index(self._current.manifest()))

    def close(self) -> None:
        """Let go of all files; the next call opens them again."""
        self._current.close()

    def drop(self) -> None:
        """Let go also of what is left open of a damaged index."""
        self._current.drop()


def open_engine(folder: Path, read_page: ReadPage, everyday: Everyday | None = None) -> Engine:
    """Open the index in this folder, or start an empty one where there is none that fits and opens.

    ``everyday``: the office's other words, where it has some of its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    engine = Engine(folder, read_page, everyday)
    try:
        engine.count()
    except Exception:  # a damaged index raises anything at all, down to pickle's own errors
        engine.drop()
        store.start_empty(folder)
        engine = Engine(folder, read_page, everyday)
    return engine


def _days(period: tuple[int, int] | None) -> tuple[date, date] | None:
    return period and (date.fromordinal(period[0]), date.fromordinal(period[1]))


def _batches(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
