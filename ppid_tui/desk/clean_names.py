"""File names that every system takes: Windows, FAT32 sticks, web servers; "Unit nomor nama" as offices file them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from archive.model import Document

LONGEST = 110
"""Letters of a name with its ending; the folders above it must fit into Windows' 260 too."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$|\s)", re.IGNORECASE)


def clean(text: str, longest: int = LONGEST) -> str:
    """The text in letters, digits, spaces and ``-_().,`` alone; '' where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    parted = re.sub(r"[/\\|:]+", "-", plain)
    whole = " ".join(re.sub(r"[^A-Za-z0-9\-_().,]+", " ", parted).split())
    kept = _cut(f"_{whole}" if _RESERVED.match(whole) else whole, longest)
    return kept.strip(" .-,")


def _cut(text: str, longest: int) -> str:
    """At the end of a word, unless that would leave next to nothing."""
    if len(text) <= longest:
        return text
    cut = text[: longest + 1].rpartition(" ")[0]
    return cut if len(cut) > longest // 2 else text[:longest]


def file_names(documents: Iterable[Document]) -> dict[int, str]:
    """A name for the file of each document, by its id; no two alike, also where capitals don't count."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for document in sorted(documents, key=lambda one: one.id):
        name = _name(document, "")
        if name.casefold() in taken:
            name = _name(document, f" (dokumen {document.id})")
        taken.add(name.casefold())
        names[document.id] = name
    return names


def _name(document: Document, mark: str) -> str:
    given = document.given_rendition
    ending = clean(PurePath(given.name).suffix.lower(), 8) if given else ""
    ending = f".{ending}" if ending else ""
    words = f"{document.unit} {document.number} {document.title}"
    return (clean(words, LONGEST - len(mark) - len(ending)) or f"dokumen {document.id}") + mark + ending
