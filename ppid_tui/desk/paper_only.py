"""A document of which there is only paper: what is said in place of giving a file."""

from __future__ import annotations

from archive.model import Document
from ppid_tui.desk.hardcopy_places import place_words


def is_paper_only(document: Document) -> bool:
    """Whether there is a hardcopy, and no softcopy."""
    return document.hardcopy is not None and not document.renditions


def where_paper(document: Document) -> str:
    """Why no file can be given, and where the paper is, in Indonesian; '' where there is a softcopy."""
    if document.renditions:
        return ""
    place = document.hardcopy
    if place is not None and place.borrower:
        return f"hanya ada hardcopy, sedang dipinjam {place.borrower}"
    if lies := place_words(place):
        return f"hanya ada hardcopy: ambil di {lies}"
    return "belum ada softcopy, dan tempat hardcopy-nya belum dicatat"
