"""The newest state of the index, opened again only where something was committed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.index import FileIndex

from index import store
from index.glance import Glance, Kept
from index.manifest import ENGINE_VERSION, Manifest, Stamp, read_manifest, stamp

RETRIES = 1


class Current:
    """What one process has open of an index. Whoever looks at it holds ``reading``."""

    def __init__(self, folder: Path) -> None:
        self.reading = threading.RLock()
        self._folder, self._base = folder, str(folder)
        self._index: FileIndex | None = None
        self._build = ""
        self._glance: Glance | None = None
        self._seen: Stamp | None = None
        self._kept: dict[str, Kept] = {}

    def manifest(self) -> Manifest:
        """The manifest; that of an empty index where there is none, or one of another version."""
        manifest = read_manifest(self._folder)
        if manifest is None or manifest.version != ENGINE_VERSION:
            manifest = store.start_empty(self._folder)
        return manifest

    def index(self, manifest: Manifest) -> FileIndex:
        """The Whoosh index that the manifest names. Raises whatever Whoosh raises if it is damaged."""
        if self._index is None or self._build != manifest.build:
            self._index, self._build = store.open_build(self._folder, manifest), manifest.build
        return self._index

    def look(self) -> Glance:
        """The newest state."""
        seen = stamp(self._base, self._build)
        if self._glance and seen and seen == self._seen:
            return self._glance
        manifest = self.manifest()
        stale = self._build != manifest.build
        index = self.index(manifest)
        if self._glance and (stale or self._glance.generation != index.latest_generation()):
            self._let_go()
        if self._glance is None:
            self._glance = self._opened(index)
        self._seen = seen
        return self._glance

    @contextmanager
    def switching(self) -> Iterator[None]:
        """No search, and no file open, without which Windows can't delete what a commit replaces."""
        with self.reading:
            self._let_go()
            yield

    def close(self) -> None:
        """Let go of all files; the next call opens them again."""
        with self.switching():
            self._index = None

    def drop(self) -> None:
        """Close also what Whoosh left open when it met a damaged file."""
        if self._index:
            self._index.storage.release()
        self.close()

    def _opened(self, index: FileIndex) -> Glance:
        """Another process may take a file away while it is being opened; then there is a newer one."""
        for _ in range(RETRIES):
            try:
                return Glance(index, self._kept)
            except OSError:
                time.sleep(0.05)
        return Glance(index, self._kept)

    def _let_go(self) -> None:
        if self._glance:
            self._glance.close()
        self._glance = None
