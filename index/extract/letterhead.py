"""The unit that issued a document, as its letterhead says."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SEARCHED = 14
# The nearer unit counts: a bureau before its secretariat, a section before its bureau.
_UNITS = (
    r"bagian\b",
    r"biro\b|.*\bbiro\b",
    r"dinas\b|badan\b|inspektorat\b|kecamatan\b|kelurahan\b|satuan polisi\b|rumah sakit\b|puskesmas\b"
    r"|kantor\b|otoritas\b|komisi\b|kementerian\b|sekretariat dprd\b",
    r"(?:(?:peraturan|keputusan)\s+)?kepala\s+(?:badan|dinas|biro)\b|peraturan\s+(?:badan|otoritas|komisi)\b",
    r"sekretariat\b",
)
_NOT_PART = re.compile(r"^(?:(?:peraturan|keputusan)\s+)?(?:kepala\s+)?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"jalan\b|jl\b|telp|telepon|faks|kode pos|nomor\b|no\b|tentang\b|laman|pos-el|www|e-?mail", re.IGNORECASE
)
_SMALL = {"Dan", "Yang", "Di", "Untuk", "Atas"}
_CAPITAL = {"Ri", "Dprd", "Ukm", "Umkm", "Opd", "Ppid"}


def find_unit(lines: Sequence[str]) -> tuple[str, str]:
    """The unit's name and the line it stands in; two empty strings where there is none."""
    top = [" ".join(line.split()) for line in lines[:_SEARCHED]]
    for pattern in _UNITS:
        for at, line in enumerate(top):
            if re.match(pattern, line, re.IGNORECASE) and line.isupper():
                return _name(top, at), line
    return "", ""


def _name(top: Sequence[str], at: int) -> str:
    line = _NOT_PART.sub("", top[at]).rstrip(" ,")
    biro = re.search(r"\bBIRO\b.*", line)
    name = biro[0] if biro else line
    follows = top[at + 1] if at + 1 < len(top) else ""
    # A name goes on in the next line where a joining word or a comma stands at the break.
    joined = re.search(r"\b(?:DAN|SERTA|DI)$|,$", top[at]) or re.match(r"(?:DAN|SERTA)\b", follows)
    if joined and follows.isupper() and not _ADDRESS.match(follows):
        name = f"{name} {follows}"
    return _worded(name)


def _worded(name: str) -> str:
    words = [word.capitalize() for word in name.split()]
    return " ".join(w.lower() if w in _SMALL else w.upper() if w in _CAPITAL else w for w in words)
