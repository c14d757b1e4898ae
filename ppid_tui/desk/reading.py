"""One page of a document as it is read: its text, the sought words in it, and where the next ones stand."""

from __future__ import annotations

from dataclasses import dataclass

from archive.model import Document
from ppid_tui.desk import contents
from ppid_tui.desk.office import Office

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """``marks`` are spans (start, end) in ``text``; ``hit_pages`` the pages on which the query answers."""

    document: Document
    page: int
    query: str = ""
    text: str = ""
    marks: tuple[Span, ...] = ()
    hit_pages: tuple[int, ...] = ()

    def hit_page_after(self) -> int | None:
        """The next page that answers; after the last one the first again."""
        after = [p for p in self.hit_pages if p > self.page]
        return (after or self.hit_pages or (None,))[0]

    def hit_page_before(self) -> int | None:
        """The page that answers before this one; before the first one the last."""
        before = [p for p in self.hit_pages if p < self.page]
        return (before or self.hit_pages or (None,))[-1]


def read(office: Office, document: Document, page: int, query: str = "", typing: bool = False) -> Reading:
    """Open a page. ``typing``: the query's last word may be unfinished."""
    text = contents.page_text(office, document, page)
    if not query.strip():
        return Reading(document, page, query, text)
    pages = contents.hit_pages(office, document, query, typing) if document.text_key else ()
    return Reading(document, page, query, text, contents.marks(office, text, query, typing), pages)
