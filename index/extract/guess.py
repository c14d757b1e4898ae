"""Guesses a document's record from its first pages. Nothing guessed is final: the officer corrects it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Field(Generic[T]):
    """One guessed value, the line of the document it was read from, and how sure (0 to 1)."""

    value: T
    line: str = ""
    sure: float = 0.0


@dataclass(frozen=True)
class Guess:
    """What a document seems to be; '' and None, sure 0, where nothing was found."""

    kind: Field[str]
    number: Field[str]
    title: Field[str]
    date: Field[datetime.date | None]
    year: Field[int | None]
    unit: Field[str]


def guess(pages: Sequence[str], name: str) -> Guess:
    """The record of a document as its first pages tell it, and its file name where they are silent."""
    nothing: Field[str] = Field("")
    return Guess(nothing, nothing, nothing, Field(None), Field(None), nothing)
