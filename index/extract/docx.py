"""Text of Word files: every paragraph of every part, read from the XML.

python-docx is not used here: it misses content controls, insertions, text boxes and notes, loads every
picture, and counts table cells in memory.
"""

from __future__ import annotations

import re
import textwrap
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import IO, BinaryIO

from lxml import etree

from .model import Reason, Unreadable
from .text import clean

MAX_PART_BYTES = 64 * 1024 * 1024
MAX_CHARS = 5_000_000
SECTION_CHARS = 3_000

# Letterheads stand in headers, so headers come first; what hangs below the text comes after it.
_HEADERS = r"word/header\d*\.xml"
_BODY = r"word/document\d*\.xml"
_DRAWN = r"word/(?:diagrams/data|charts/chart)\d*\.xml"
_NOTES = r"word/(?:footnotes|endnotes|comments)\d*\.xml"
_FOOTERS = r"word/footer\d*\.xml"

# A text box stands twice in the file, the second time in mc:Fallback; what was deleted is no text.
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "pPr"})
_SIGNS = {"tab": "  ", "ptab": "  ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, etree.LxmlError),
    *(KeyError, OSError, ValueError, RuntimeError, EOFError),
)


def read_sections(file: BinaryIO) -> Iterator[str]:
    """The text in sections of about 3,000 characters, broken at a paragraph.

    Raises Unreadable where the file is damaged, MemoryError where a part inflates beyond 64 MB.
    """
    try:
        with zipfile.ZipFile(file) as package:
            yield from map(clean, _sections(_capped(_paragraphs(package))))
    except _DAMAGE as problem:
        raise Unreadable(Reason.DAMAGED) from problem


def _paragraphs(package: zipfile.ZipFile) -> Iterator[str]:
    names = sorted(set(package.namelist()))
    if not any(re.fullmatch(_BODY, name) for name in names):
        raise KeyError("word/document.xml")
    yield from _parts(package, names, _HEADERS, once=True)
    for pattern in (_BODY, _DRAWN, _NOTES):
        yield from _parts(package, names, pattern)
    yield from _parts(package, names, _FOOTERS, once=True)


def _parts(package: zipfile.ZipFile, names: list[str], pattern: str, once: bool = False) -> Iterator[str]:
    """Paragraphs of the parts that match; each ``once`` in headers, which mostly repeat each other."""
    seen: set[str] = set()
    for name in names:
        if not re.fullmatch(pattern, name):
            continue
        with package.open(name) as part:
            for paragraph in _walk(part):
                if not once or paragraph not in seen:
                    yield paragraph
                if once:
                    seen.add(paragraph)


def _walk(part: IO[bytes]) -> Iterator[str]:
    """The paragraphs of one part in order, without recursion; a table row becomes one line."""
    collector = _Collector()
    events = etree.iterparse(
        _Bounded(part), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False
    )
    for event, element in events:
        name = str(element.tag).rpartition("}")[2]
        if event == "start":
            collector.start(name)
            continue
        collector.end(name, element.text)
        element.clear()
        _drop_earlier(element)
        yield from collector.take()


def _drop_earlier(element: etree._Element) -> None:
    """Frees the siblings that are done, so that a million paragraphs take no memory."""
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


class _Collector:
    """Puts runs together into paragraphs, and paragraphs of a row's cells into one line."""

    def __init__(self) -> None:
        self._skipping = 0
        self._runs: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._ready: list[str] = []

    def take(self) -> list[str]:
        ready, self._ready = self._ready, []
        return ready

    def start(self, name: str) -> None:
        self._skipping += name in _SKIPPED
        if name == "p":
            self._runs.append([])
        elif name == "tr":
            self._rows.append([])
        elif name == "tc":
            self._cells.append([])

    def end(self, name: str, text: str | None) -> None:
        if name in _SKIPPED:
            self._skipping -= 1
        elif name == "p" and self._runs:
            self._emit("".join(self._runs.pop()))
        elif name == "tc" and self._cells:
            cell = " ".join(self._cells.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif name == "tr" and self._rows:
            self._emit("  ".join(filter(None, self._rows.pop())))
        elif self._runs and not self._skipping:
            self._runs[-1].append(text or "" if name == "t" else _SIGNS.get(name, ""))

    def _emit(self, paragraph: str) -> None:
        if paragraph.strip():
            (self._cells[-1] if self._cells else self._ready).append(paragraph.strip())


class _Bounded:
    """A part of the package that stops with MemoryError at the limit."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part, self._left = part, MAX_PART_BYTES

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(65_536 if size < 0 else min(size, 65_536))
        self._left -= len(data)
        if self._left < 0:
            raise MemoryError("inflates beyond the limit")
        return data


def _capped(paragraphs: Iterable[str]) -> Iterator[str]:
    total = 0
    for paragraph in paragraphs:
        yield paragraph
        total += len(paragraph) + 1
        if total > MAX_CHARS:
            return


def _sections(paragraphs: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for paragraph in paragraphs:
        for piece in _pieces(paragraph):
            if held and size + len(piece) > SECTION_CHARS:
                yield "\n".join(held)
                held, size = [], 0
            held.append(piece)
            size += len(piece) + 1
    if held:
        yield "\n".join(held)


def _pieces(paragraph: str) -> list[str]:
    """The paragraph, cut between words where it alone is longer than two sections."""
    if len(paragraph) <= 2 * SECTION_CHARS:
        return [paragraph]
    return textwrap.wrap(paragraph, SECTION_CHARS, replace_whitespace=False, drop_whitespace=False)
