"""What the public is told of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.model import InformationClass


@dataclass(frozen=True)
class Catalogue:
    """Whose documents these are, and of when; ``sample``: all of it is made up."""

    office: str
    address: str
    made_on: date
    sample: bool = False


@dataclass(frozen=True)
class WebEntry:
    """A document on the page. ``path`` leads to its file from there; ``partly``: parts are blacked out."""

    title: str
    letter_number: str
    day: date | None
    year: int | None
    information_class: InformationClass
    unit: str
    kind: str
    summary: str
    path: str
    media_type: str
    size: int
    pages: int
    digest: str
    partly: bool = False
