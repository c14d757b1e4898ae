"""What stands in a document: the text of its pages, where in it the sought words stand, and its original."""

from __future__ import annotations

from pathlib import Path

from archive.model import Document, InformationClass
from ppid_tui.desk.office import Office


def page_text(office: Office, document: Document, page: int) -> str:
    """The text of a page, '' where there is none."""
    try:
        return office.texts.page(document.text_key, page) if document.text_key else ""
    except KeyError:
        return ""


def hit_pages(office: Office, document: Document, text: str, typing: bool = False) -> tuple[int, ...]:
    """The pages of a document on which what is sought stands, in order."""
    exempt = document.information_class is InformationClass.DIKECUALIKAN
    return office.indexes.ask(lambda engine: engine.hit_pages(document.id, text, typing=typing), exempt)


def marks(office: Office, page: str, text: str, typing: bool = False) -> tuple[tuple[int, int], ...]:
    """Where in a page the sought words stand, and what they may be called instead."""
    from index.query import ANY_DAY, Manner
    from index.snippets import marks as index_marks

    return index_marks(page, text, Manner(typing, ANY_DAY, office.indexes.everyday))


def original(office: Office, document: Document) -> Path | None:
    """The file that is given out, or None: hardcopy alone, or missing."""
    rendition = document.given_rendition
    if rendition is None:
        return None
    path = office.softcopies.path(rendition.sha256, rendition.media_type)
    return path if path.is_file() else None
