"""What is typed after an option, read and refused in Indonesian."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import date, datetime

MOST_DOCUMENTS = 20_000


def count(text: str) -> int:
    """A whole number from 1."""
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) == 0:
        raise ArgumentTypeError(f"“{text}” bukan bilangan bulat mulai dari 1")
    return int(text)


def month(text: str) -> date:
    """The first of a month typed as 2026-03."""
    try:
        return datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        raise ArgumentTypeError(f"“{text}” bukan bulan; tulis seperti 2026-03") from None


def year(text: str) -> int:
    """A year of four figures."""
    if not 1900 <= count(text) <= 2999:
        raise ArgumentTypeError(f"“{text}” bukan tahun; tulis seperti 2026")
    return int(text)


def documents(text: str) -> int:
    """How many documents a sample office may have."""
    if count(text) > MOST_DOCUMENTS:
        raise ArgumentTypeError(f"paling banyak {MOST_DOCUMENTS} dokumen")
    return int(text)


def class_name(text: str) -> str:
    """A class as in the records, however it was typed."""
    return text.strip().lower().replace("-", "_").replace(" ", "_")


def filled(text: str) -> str:
    """Anything but nothing."""
    if not text.strip():
        raise ArgumentTypeError("tidak boleh kosong")
    return text.strip()
