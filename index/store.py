"""The folder of the index: a manifest that says which build is current, and Whoosh's files, made durable.

Whoosh itself never syncs; power lost after a commit could leave a table of contents without its files.
Here a commit is: segment files synced, table of contents synced and renamed, manifest replaced.
"""

from __future__ import annotations

import json
import os
import shutil
import time
import uuid
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from weakref import WeakSet

import whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.writing import NO_MERGE, OPTIMIZE

from index.codec import ArrayWriter, Damaged, OfficeCodec, damaged_files
from index.language import LANGUAGE_VERSION
from index.model import Entry
from index.schema import SCHEMA_VERSION, fields_of, schema

ENGINE_VERSION = f"schema {SCHEMA_VERSION}, language {LANGUAGE_VERSION}, whoosh {whoosh.versionstring()}"
"""What an index was made with; made with anything else, it is made anew."""

PATIENCE = 60.0
"""Seconds to wait for another process that is writing."""

FORGOTTEN_AFTER = 24 * 3600.0
"""Seconds after which a build that is not current is nobody's work in hand."""

ALIKE, TOO_LARGE = 8, 4
"""So many segments of one size become one, but those of 2,048 documents or more: that would be long."""

TICK = 2_000_000_000
"""Nanoseconds that the coarsest clock of a file system may stand still."""

Stamp = tuple[int, int, int]

Switching = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Manifest:
    """Which build is current, what made it, and the last archive sequence that it has taken in."""

    build: str
    sequence: int = 0
    version: str = ENGINE_VERSION


class DurableStorage(FileStorage):  # type: ignore[misc]
    """Files of one build; whatever gets its final name is on the disk before it has it.

    Whoosh leaves files open when it meets a damaged one, so they are remembered here, to be let go.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), supports_mmap=False)
        self._opened: WeakSet[Any] = WeakSet()

    def open_file(self, name: str, **options: object) -> Any:  # noqa: ANN401 - Whoosh is untyped
        if name.endswith(".toc"):
            check_seal(Path(self._fpath(name)))
        file = super().open_file(name, **options)
        self._opened.add(file)
        return file

    def release(self) -> None:
        """Close whatever was left open."""
        for file in list(self._opened):
            if not file.is_closed:
                file.close()

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        if newname.endswith(".toc"):
            seal(Path(self._fpath(oldname)))
        sync_file(Path(self._fpath(oldname)))
        super().rename_file(oldname, newname, safe)
        sync_folder(Path(self.folder))


class DurableWriter(ArrayWriter):
    """A writer whose commit holds; within ``switching`` the new files come to count and the old ones go."""

    switching: Switching = staticmethod(nullcontext)

    def _commit_toc(self, segments: list[Any]) -> None:
        for path in Path(self.storage.folder).glob(f"{self.newsegment.segment_id()}.*"):
            sync_file(path)
        with self.switching():
            TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)
            clean_files(self.storage, self.indexname, self.generation, segments)


def seal(path: Path) -> None:
    """Put a checksum after a table of contents; Whoosh reads only as far as it wrote."""
    content = path.read_bytes()
    path.write_bytes(content + zlib.crc32(content).to_bytes(4, "little"))


def check_seal(path: Path) -> None:
    """Raise Damaged unless the table of contents is what was written."""
    content = path.read_bytes()
    if zlib.crc32(content[:-4]) != int.from_bytes(content[-4:], "little"):
        raise Damaged(path.name)


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the folder's names are on the disk; Windows does so by itself and can't open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest, or None where there is none that can be read."""
    try:
        return Manifest(**json.loads((folder / "manifest.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step."""
    fresh = folder / f"manifest.{uuid.uuid4().hex}.tmp"
    fresh.write_text(json.dumps(asdict(manifest)), encoding="utf-8")
    sync_file(fresh)
    fresh.replace(folder / "manifest.json")
    sync_folder(folder)


def stamp(folder: str, build: str) -> Stamp | None:
    """What of the manifest and of the build's folder changes with every commit; None while that can't be told.

    A commit within the same tick of the clock may leave the same times, so what is as young as that tells nothing.
    """
    try:
        # A Path takes longer to make than to ask.
        manifest, files = os.stat(f"{folder}/manifest.json"), os.stat(f"{folder}/{build}")  # noqa: PTH116
    except OSError:
        return None
    if time.time_ns() - max(manifest.st_mtime_ns, files.st_mtime_ns) < TICK:
        return None
    return manifest.st_ino, manifest.st_mtime_ns, files.st_mtime_ns


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


def with_sequence(manifest: Manifest, sequence: int) -> Manifest:
    """The manifest after taking in the archive up to this sequence."""
    return replace(manifest, sequence=sequence)
