"""Softcopies to pages of text. Others call ``extract``; what cannot be read raises ``Unreadable``."""

from __future__ import annotations

from .guess import Field, Guess, guess
from .model import DOCX, JPEG, PDF, PNG, XLSX, Extracted, OnPage, Reason, Unreadable
from .recognise import media_type_of
from .service import extract

__all__ = [
    "DOCX",
    "JPEG",
    "PDF",
    "PNG",
    "XLSX",
    "Extracted",
    "Field",
    "Guess",
    "OnPage",
    "Reason",
    "Unreadable",
    "extract",
    "guess",
    "media_type_of",
]
