"""The two indexes of an office: what may be shown, and the exempt apart. Opened when first needed.

Both are expendable: each remembers the last change of the archive that it has taken in, and catches up.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from archive.model import Document, InformationClass
from archive.records import Records
from archive.texts import Texts
from index.model import Entry
from ppid_tui.desk.progress import Progress

if TYPE_CHECKING:
    from index.engine import Engine

BATCH = 500
T = TypeVar("T")


class Indexes:
    """``index/public`` and ``index/exempt`` of the data home."""

    def __init__(self, folder: Path, records: Records, texts: Texts) -> None:
        self.folder = folder
        self._records = records
        self._texts = texts
        self._open: dict[str, Engine] = {}
        self._lock = threading.RLock()

    def public(self) -> Engine:
        """Documents of every class but the exempt, caught up with the archive."""
        return self._caught_up("public")

    def exempt(self) -> Engine:
        """Exempt documents alone; only for who may ``see_exempt``."""
        return self._caught_up("exempt")

    def ask(self, question: Callable[[Engine], T], exempt: bool = False) -> T:
        """Ask an index. One that fails is built anew from the archive's texts, and asked once more."""
        name = "exempt" if exempt else "public"
        engine = self._caught_up(name)
        try:
            return question(engine)
        except Exception:  # whatever a damaged file makes of Whoosh
            self._throw_away(name)
            return question(self._caught_up(name))

    def catch_up(self) -> Iterator[Progress]:
        """Take in every change since the last one taken in, batch by batch."""
        with self._lock:
            for name in ("public", "exempt"):
                yield from self._catch_up(name)

    def rebuild(self) -> Iterator[Progress]:
        """Build both anew from the archive's texts; no file is read again."""
        with self._lock:
            for name in ("public", "exempt"):
                yield from self._rebuild(name)

    def close(self) -> None:
        """Close what was opened."""
        with self._lock:
            for engine in self._open.values():
                engine.close()
            self._open.clear()

    def _engine(self, name: str) -> Engine:
        if name not in self._open:
            from index.engine import open_engine  # whoosh is heavy, and not needed before the first search

            self._open[name] = open_engine(self.folder / name, self._read_page)
        return self._open[name]

    def _throw_away(self, name: str) -> None:
        with self._lock:
            engine = self._open.pop(name, None)
            if engine is not None:
                engine.close()
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def _caught_up(self, name: str) -> Engine:
        with self._lock:
            for _ in self._catch_up(name):
                pass
            return self._engine(name)

    def _catch_up(self, name: str) -> Iterator[Progress]:
        engine = self._engine(name)
        until = self._records.trail.sequence
        if engine.sequence == until:
            return
        since = engine.sequence
        if not 0 < since < until:
            yield from self._rebuild(name)
            return
        ids = self._changed(since)
        for start in range(0, len(ids), BATCH):
            self._apply(engine, name, ids[start : start + BATCH], since)
            yield Progress(min(start + BATCH, len(ids)), len(ids), name)
        engine.apply((), (), until)

    def _rebuild(self, name: str) -> Iterator[Progress]:
        until = self._records.trail.sequence
        wanted = [d for d in self._records.documents.all() if (name == "exempt") == _is_exempt(d)]
        yield Progress(0, len(wanted), name)
        for done in self._engine(name).rebuild((self._entry(d) for d in wanted), until):
            yield Progress(done, len(wanted), name)

    def _changed(self, since: int) -> list[int]:
        entries = self._records.trail.entries(after=since)
        return sorted({entry.record_id for entry in entries if entry.table == "documents"})

    def _apply(self, engine: Engine, name: str, ids: Iterable[int], sequence: int) -> None:
        wanted, removed = [], []
        for document_id in ids:
            document = self._records.documents.get(document_id)
            if document and (name == "exempt") == _is_exempt(document):
                wanted.append(document)
            else:
                removed.append(document_id)
        engine.apply((self._entry(d) for d in wanted), removed, sequence)

    def _entry(self, document: Document) -> Entry:
        return Entry(
            document_id=document.id,
            title=document.title,
            pages=self._texts.pages(document.text_key) if document.text_key else (),
            number=document.number,
            kind=document.kind,
            summary=document.summary,
            unit=document.unit,
            information_class=document.information_class.value,
            date=document.date,
            year=document.year,
        )

    def _read_page(self, document_id: int, page: int) -> str:
        document = self._records.documents.get(document_id)
        if document is None or not document.text_key:
            raise KeyError(document_id)
        return self._texts.page(document.text_key, page)


def _is_exempt(document: Document) -> bool:
    return document.information_class is InformationClass.DIKECUALIKAN
