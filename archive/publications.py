"""What went public: each publication package, which files were in it, and where and when it went up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class PublishedFile:
    """A file in a package: of which document, its SHA-256, and the name under which it went."""

    document: int
    digest: str
    name: str


@dataclass(frozen=True)
class Publication:
    """A package for the office's website. ``seal`` is the SHA-256 of its list of checksums.

    ``since_last``: it has only the files that no earlier one had. ``address`` and ``online_on`` are noted once it
    is on the web.
    """

    made_at: datetime
    made_by: str
    folder: str
    files: tuple[PublishedFile, ...]
    seal: str
    id: int = 0
    since_last: bool = False
    address: str = ""
    online_on: date | None = None
