"""How a regulation is called: its bare number says little without its kind and its year."""

from __future__ import annotations

import re

from archive.model import Document

SHORT = {
    "Undang-Undang": "UU",
    "Peraturan Pemerintah Pengganti Undang-Undang": "Perppu",
    "Peraturan Pemerintah": "PP",
    "Peraturan Presiden": "Perpres",
    "Keputusan Presiden": "Keppres",
    "Instruksi Presiden": "Inpres",
    "Peraturan Menteri": "Permen",
    "Peraturan Daerah": "Perda",
    "Peraturan Gubernur": "Pergub",
    "Peraturan Bupati": "Perbup",
    "Peraturan Wali Kota": "Perwali",
    "Peraturan Komisi Informasi": "Perki",
}
"""Kinds of regulations, with the short names that officers know."""
BARE = re.compile(r"\d{1,4}[A-Za-z]?", re.ASCII)


def law_names(document: Document) -> tuple[str, ...]:
    """What a regulation is called, in full and short; () for what is none, or bears a letter number."""
    year = document.year or (document.date.year if document.date else None)
    if document.kind not in SHORT or not year or not BARE.fullmatch(document.number):
        return ()
    number = document.number
    return f"{document.kind} Nomor {number} Tahun {year}", f"{SHORT[document.kind]} {number}/{year}"
