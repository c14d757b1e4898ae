"""The heading of a document: its kind, its number and year, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .dates import whole_year
from .kinds import paper, regulation

_SEARCHED = 60
_BLOCK = 18
# Beyond these lines stand other documents' names, never the document's own.
_BODY = re.compile(r"(?:menimbang|mengingat|memutuskan|menetapkan|dasar hukum|bab\s+[i1]\b|yth\b)", re.IGNORECASE)
_TITLE_ENDS = re.compile(
    r"(?:dengan rahmat|menimbang|mengingat|presiden|kepala|gubernur|bupati|wali ?kota|menteri|dewan|ketua|"
    r"direktur|sekretaris|inspektur|bab\b|pasal\b|oleh\s*:|nomor\s*:|tanggal\s*:|pada hari|dasar hukum|"
    r"(?:[IVX]+|[A-Z]|\d+)\.|.*:$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\bN(?:OMOR|o(?:mor)?)\b(?:\s+(?:SOP|SURAT)\b)?\s*[.:]*\s*(?P<number>[./]*\s*[0-9A-Z][0-9A-Z ./()\-–]{0,60}?)\s*"
    r"(?=\n|$|\bTAHUN\b|\bTENTANG\b)(?:\s*TAHUN\s+(?P<year>[12][0-9OIl]{3}))?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\btentang\b\s*:?\s*", re.IGNORECASE)
_NEVER_NUMBERED = (
    "Laporan",
    "Formulir",
    "Maklumat",
    "Daftar",
    "Rekapitulasi",
    "Jadwal",
    "Profil",
    "Anggaran",
)


@dataclass(frozen=True)
class Heading:
    """What a heading says, and the lines that say it."""

    kind: str
    line: str
    number: str = ""
    number_line: str = ""
    year: int | None = None
    title: str = ""
    title_line: str = ""


def find_heading(lines: Sequence[str]) -> Heading | None:
    """The first heading above the body: a regulation's before any other paper's."""
    top = _above_body(lines)
    for at, line in enumerate(top):
        kind = regulation(line)
        if kind and _is_heading(line):
            heading = _regulation(kind, top[at : at + _BLOCK])
            if heading.number:
                return heading
    for at, line in enumerate(top):
        kind = paper(line) or regulation(line)
        if kind and _is_heading(line):
            return _paper(kind, top[at : at + _BLOCK])
    return None


def tidy_number(number: str) -> str:
    """The number with single spaces and none around a slash; '' where there is no digit in it."""
    spaced = re.sub(r"\s*/\s*", "/", " ".join(number.split())).strip(" .:-–")
    return spaced if re.search(r"\d", spaced) else ""


def _above_body(lines: Sequence[str]) -> list[str]:
    top = []
    for line in lines[:_SEARCHED]:
        if _BODY.match(line):
            break
        top.append(" ".join(line.split()))
    return top


def _is_heading(line: str) -> bool:
    """In capitals, or numbered on the line itself; prose that begins so is a citation."""
    return _is_capital(line) or bool(re.search(r"\bNomor\b.*\btentang\b", line, re.IGNORECASE))


def _is_capital(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) >= 0.8 * len(letters)


def _regulation(kind: str, block: Sequence[str]) -> Heading:
    text = "\n".join(block)
    about = _ABOUT.search(text)
    number = _NUMBER.search(text, 0, about.end() if about else len(text))
    title, title_line = _title(text[about.end() :]) if about else ("", "")
    if not number:
        return Heading(kind, block[0], title=title, title_line=title_line)
    return Heading(
        kind=kind,
        line=block[0],
        number=tidy_number(number["number"]),
        number_line=" ".join(number[0].split()),
        year=whole_year(number["year"]) if number["year"] else None,
        title=title,
        title_line=title_line,
    )


def _title(text: str) -> tuple[str, str]:
    """The lines after "tentang" up to the blessing, the office or the first article."""
    taken: list[str] = []
    for line in text.split("\n"):
        if taken and (_TITLE_ENDS.match(line) or _is_capital(taken[0]) > _is_capital(line)):
            break
        if line:
            taken.append(line)
        if len(taken) == 10:
            break
    return " ".join(taken).rstrip(" ,."), taken[0] if taken else ""


def _paper(kind: str, block: Sequence[str]) -> Heading:
    """Papers have their title in capitals below each other; the number, if any, on a line of its own."""
    taken = [block[0]]
    number = ""
    for line in block[1:6]:
        match = _NUMBER.match(line)
        if match:
            number = tidy_number(match["number"])
            break
        if not _is_heading(line) or _TITLE_ENDS.match(line):
            break
        taken.append(line)
    title = "" if kind in ("Nota Dinas", "SOP") and len(taken) == 1 else " ".join(taken)
    numbered = number if kind not in _NEVER_NUMBERED and re.search(r"[/.-]", number) else ""
    return Heading(kind, block[0], numbered, numbered and f"Nomor {numbered}", title=title, title_line=block[0])
