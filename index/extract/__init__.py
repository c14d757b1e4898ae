"""Softcopies to pages of text. Others call ``extract`` or ``extract_many``; ``Unreadable`` says why not."""

from __future__ import annotations

from .guess import Field, Guess, guess
from .model import DOCX, JPEG, PDF, PNG, XLSX, Extracted, OnPage, Reason, Unreadable
from .recognise import media_type_of
from .service import OnPageOf, extract, extract_many

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
    "OnPageOf",
    "Reason",
    "Unreadable",
    "extract",
    "extract_many",
    "guess",
    "media_type_of",
]
