"""A scan's record guessed anew, once OCR has read its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.model import Document, Guessed
from index.extract.guess import guess
from ppid_tui.desk.recording import described

OCR_SURE = 0.55
"""How sure a guess from OCR can be at most: never so sure that nobody looks at it (`batch.SURE`)."""


def guessed_anew(document: Document, pages: Sequence[str], name: str) -> Document:
    """The record with what its pages tell of fields that are empty or were guessed less surely.

    ``name`` is that of the file. What an officer confirmed or said stays.
    """
    if document.confirmed:
        return document
    found = described(Document(title=""), guess(pages, name))
    guesses = {field: _by_ocr(one, name) for field, one in found.guesses.items()}
    better = {field: one for field, one in guesses.items() if _is_better(document, field, one)}
    values = {field: getattr(found, field) for field in better}
    return replace(document, guesses={**document.guesses, **better}, **values)


def _by_ocr(one: Guessed, name: str) -> Guessed:
    return one if one.line == name else replace(one, sure=min(one.sure, OCR_SURE))


def _is_better(document: Document, field: str, one: Guessed) -> bool:
    if not getattr(document, field):
        return True
    before = document.guesses.get(field)
    return before is not None and before.sure < one.sure
