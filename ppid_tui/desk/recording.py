"""The record of a file just taken in: what its pages and its name tell, each guess with how sure it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from archive.model import Document, Guessed, Rendition, RenditionKind, TextState
from archive.softcopies import Staged
from index.extract import Extracted
from index.extract.guess import Field, Guess, guess

LONGEST_LINE = 200
"""Signs that are kept of the line in which a guess was read."""


def record_of(file: Path, staged: Staged, extracted: Extracted, unit: str, by: str, at: datetime) -> Document:
    """The record, unconfirmed and of no class yet. A unit that was told is sure."""
    name = plain(file.name)
    guessed = guess(extracted.pages, name)
    document = described(Document(title=guessed.title.value or plain(file.stem)), guessed)
    if unit:
        document = replace(document, unit=unit, guesses=document.guesses | {"unit": Guessed("", 1.0)})
    return replace(
        with_text(document, staged, extracted),
        renditions=(rendition_of(name, staged, extracted, RenditionKind.SIGNED),),
        received_at=at,
        received_from=by,
        note="; ".join(extracted.notes),
    )


def described(document: Document, guessed: Guess) -> Document:
    """The record with every field that was guessed, and whence."""
    fields: dict[str, Field[str]] = {
        "kind": guessed.kind, "number": guessed.number, "title": guessed.title, "unit": guessed.unit,
    }  # fmt: skip
    found = {name: one for name, one in fields.items() if one.value}
    sources = {name: _source(one.line, one.sure) for name, one in found.items()}
    if guessed.date.value:
        sources["date"] = _source(guessed.date.line, guessed.date.sure)
    if guessed.year.value:
        sources["year"] = _source(guessed.year.line, guessed.year.sure)
    return replace(
        document,
        title=guessed.title.value or document.title,
        kind=guessed.kind.value,
        number=guessed.number.value,
        unit=guessed.unit.value,
        date=guessed.date.value,
        year=guessed.year.value,
        guesses=sources,
    )


def rendition_of(name: str, staged: Staged, extracted: Extracted, kind: RenditionKind) -> Rendition:
    """The file as one of its document's."""
    return Rendition(
        kind=kind,
        sha256=staged.sha256,
        name=plain(name),
        media_type=extracted.media_type,
        size=staged.size,
        pages=len(extracted.pages),
        electronically_signed=extracted.electronically_signed,
    )


def with_text(document: Document, staged: Staged, extracted: Extracted) -> Document:
    """The record with this file's text as the one that is searched and shown."""
    return replace(
        document,
        text_key=staged.sha256 if extracted.has_text else "",
        text_state=TextState.YES if extracted.has_text else TextState.NONE,
        pages=len(extracted.pages),
        page_unit=extracted.page_unit,
        ocr_pages=(),
    )


def plain(name: str) -> str:
    """A name that can be kept and shown, even where the stick's names are in another encoding."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _source(line: str, sure: float) -> Guessed:
    return Guessed(plain(" ".join(line.split()))[:LONGEST_LINE], sure)
