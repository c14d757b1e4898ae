"""The folder of the index: a manifest that says which build is current, and Whoosh's files, made durable.

Whoosh itself never syncs; power lost after a commit could leave a table of contents without its files.
Here a commit is: segment files synced, table of contents synced and renamed, manifest replaced.
"""

from __future__ import annotations

import shutil
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from whoosh.index import TOC, FileIndex, clean_files
from whoosh.writing import NO_MERGE, OPTIMIZE

from index.codec import ArrayWriter, OfficeCodec, damaged_files
from index.durable import DurableStorage, sync_file
from index.manifest import Manifest, read_manifest, write_manifest
from index.model import Entry
from index.schema import fields_of, schema

PATIENCE = 60.0
"""Seconds to wait for another process that is writing."""

FORGOTTEN_AFTER = 24 * 3600.0
"""Seconds after which a build that is not current is nobody's work in hand."""

ALIKE, TOO_LARGE = 8, 4
"""So many segments of one size become one, but those of 2,048 documents or more: that would be long."""

Switching = Callable[[], AbstractContextManager[None]]


class DurableWriter(ArrayWriter):
    """A writer whose commit holds; within ``switching`` the new files come to count and the old ones go."""

    switching: Switching = staticmethod(nullcontext)

    def _commit_toc(self, segments: list[Any]) -> None:
        for path in Path(self.storage.folder).glob(f"{self.newsegment.segment_id()}.*"):
            sync_file(path)
        with self.switching():
            TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)
            clean_files(self.storage, self.indexname, self.generation, segments)


def open_build(folder: Path, manifest: Manifest) -> FileIndex:
    """The Whoosh index that the manifest names. Raises whatever Whoosh raises if it is damaged."""
    storage = DurableStorage(folder / manifest.build)
    try:
        return FileIndex(storage)
    except BaseException:
        storage.release()
        raise


def create_build(folder: Path) -> tuple[Manifest, FileIndex]:
    """An empty build in a folder of its own, not yet current."""
    manifest = Manifest(build=f"build-{uuid.uuid4().hex[:12]}")
    storage = DurableStorage(folder / manifest.build).create()
    return manifest, FileIndex.create(storage, schema())


def start_empty(folder: Path) -> Manifest:
    """Make an empty build current."""
    manifest, _ = create_build(folder)
    switch(folder, manifest)
    return manifest


def switch(folder: Path, manifest: Manifest) -> None:
    """Make a build current and drop the one before, and what an interrupted rebuild left long ago."""
    former = read_manifest(folder)
    write_manifest(folder, manifest)
    forgotten = time.time() - FORGOTTEN_AFTER
    for old in folder.glob("build-*"):
        was_current = former is not None and old.name == former.build
        if old.name != manifest.build and (was_current or old.stat().st_mtime < forgotten):
            shutil.rmtree(old, ignore_errors=True)


def write(
    index: FileIndex,
    entries: Iterable[Entry],
    removed: Iterable[int],
    switching: Switching = nullcontext,
    *,
    merging: bool = True,
) -> None:
    """One commit; ``merging``: small segments may become one. Anything that goes wrong cancels all of it: a
    commit after a failed add would put its words under the next document."""
    fresh = {entry.document_id: entry for entry in entries}
    with _writer(index, switching) as writer:
        _remove(writer, {*removed, *fresh})
        for entry in fresh.values():
            writer.add_document(**fields_of(entry))
        writer.commit(mergetype=few_segments if merging else NO_MERGE)


def make_one(index: FileIndex) -> None:
    """Merge all segments into one, without what was deleted."""
    with _writer(index, nullcontext) as writer:
        if len(writer.segments) > 1 or writer.has_deletions():
            writer.commit(mergetype=OPTIMIZE)
        else:
            writer.cancel()


def few_segments(writer: Any, segments: list[Any]) -> list[Any]:  # noqa: ANN401 - Whoosh is untyped
    """Merge policy: eight segments of like size become one; a large one is left alone until half of it is deleted."""
    by_level: dict[int, list[Any]] = {}
    for segment in segments:
        by_level.setdefault(segment.doc_count().bit_length() // 3, []).append(segment)
    full = [level for level, alike in by_level.items() if level < TOO_LARGE and len(alike) >= ALIKE]
    top = max(full, default=-1)
    worn = [s for s in segments if 2 * s.deleted_count() > s.doc_count_all()]
    going = [s for s in segments if s in worn or s.doc_count().bit_length() // 3 <= top]
    OPTIMIZE(writer, [s for s in going if s.doc_count()])
    return [s for s in segments if s not in going]


def damaged(index: FileIndex) -> list[str]:
    """Files of the index that are not what was written; all of them are read whole."""
    segments = TOC.read(index.storage, index.indexname).segments
    return [name for segment in segments for name in damaged_files(index.storage, segment)]


@contextmanager
def _writer(index: FileIndex, switching: Switching) -> Iterator[DurableWriter]:
    writer = DurableWriter(index, timeout=PATIENCE, compound=False, codec=OfficeCodec())
    writer.switching = switching
    try:
        yield writer
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise


def _remove(writer: DurableWriter, ids: set[int]) -> None:
    """Mark documents as deleted."""
    base = 0
    for segment in writer.segments:
        reader = writer.codec.terms_reader(writer.storage, segment)
        try:
            for record in filter(None, (reader.find("id", str(document_id)) for document_id in ids)):
                for doc in reader.postings(record)[0].tolist():
                    writer.delete_document(base + doc)
        finally:
            reader.close()
        base += segment.doc_count_all()
