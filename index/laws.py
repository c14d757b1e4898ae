"""Laws by their number and year: "UU 14/2008" and its long form are one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_NAMES = {
    "uu": ("uu", "undang undang"),
    "pp": ("pp", "peraturan pemerintah"),
    "perpres": ("perpres", "peraturan presiden"),
    "perki": ("perki", "perkip", "peraturan komisi informasi"),
    "perpu": ("perpu", "perppu", "peraturan pemerintah pengganti undang undang"),
    "keppres": ("keppres", "keputusan presiden"),
    "inpres": ("inpres", "instruksi presiden"),
    "pojk": ("pojk", "peraturan otoritas jasa keuangan"),
    "permendagri": ("permendagri", "peraturan menteri dalam negeri"),
    "permensos": ("permensos", "peraturan menteri sosial"),
    "permenkeu": ("permenkeu", "pmk", "peraturan menteri keuangan"),
    "permenkes": ("permenkes", "peraturan menteri kesehatan"),
    "permenpan": ("permenpan", "permenpanrb", "peraturan menteri pendayagunaan aparatur negara"),
    "permenkominfo": ("permenkominfo", "peraturan menteri komunikasi dan informatika"),
    "permendikbud": ("permendikbud", "peraturan menteri pendidikan dan kebudayaan"),
    "permenaker": ("permenaker", "peraturan menteri ketenagakerjaan"),
    "permenhub": ("permenhub", "peraturan menteri perhubungan"),
    "permendes": ("permendes", "permendesa"),
    "permenkop": ("permenkop", "permenkopukm"),
    "perda": ("perda", "peraturan daerah"),
    "pergub": ("pergub", "peraturan gubernur"),
    "perbup": ("perbup", "peraturan bupati"),
    "perdes": ("perdes", "peraturan desa"),
    "kepgub": ("kepgub", "keputusan gubernur"),
    "kepbup": ("kepbup", "keputusan bupati"),
    "perwali": ("perwali", "perwal", "perwako", "peraturan wali kota", "peraturan walikota"),
}

_NUMBER_FIRST = frozenset(("pojk", "permenkeu"))
"""Laws (by their short name) whose number may stand before it."""

_OF_A_REGION = frozenset(("perda", "pergub", "perbup", "perwali", "perdes", "kepgub", "kepbup"))
"""Laws after whose name their region may stand."""

_WORDS_BETWEEN = "republik indonesia ri pusat nomor no nomer nmr tahun thn th"
_FILLERS = frozenset(_WORDS_BETWEEN.split())
"""Words that may stand between the name of a law and its number and year."""


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    heads = [(tuple(name.split()), short) for short, names in _NAMES.items() for name in names]
    heads.sort(key=lambda head: -len(head[0]))
    return {first: [head for head in heads if head[0][0] == first] for first in {h[0][0] for h in heads}}


_HEADS = _by_first_word()
"""First word of a law's name -> (all words of the name, short name), longest first."""

LONGEST_REGION = 6
"""Words of "Provinsi Daerah Istimewa Yogyakarta" and the like, between a law's name and its number."""


class Law(NamedTuple):
    """A law that is named: its key ("uu14/2008"), and the places of its first and last word."""

    key: str
    first: int
    last: int


def may_begin_law(form: str) -> bool:
    """Whether the name of a law may begin with this word."""
    return form in _HEADS


def laws_in(forms: Sequence[str]) -> list[Law]:
    """Every law that these words (folded) name."""
    found = (_law_at(forms, at) for at, form in enumerate(forms) if form in _HEADS)
    return [law for law in found if law]


def _law_at(forms: Sequence[str], at: int) -> Law | None:
    for head, short in _HEADS[forms[at]]:
        after = at + len(head)
        if tuple(forms[at:after]) == head:
            return _after_its_number(forms, at, short) or _before_its_number(forms, at, after, short)
    return None


def _before_its_number(forms: Sequence[str], first: int, at: int, short: str) -> Law | None:
    numbers: list[str] = []
    if short in _OF_A_REGION:
        at = _after_region(forms, at)
    while at < len(forms) and len(numbers) < 2:
        if forms[at].isdecimal():
            numbers.append(forms[at].lstrip("0"))
        elif forms[at] not in _FILLERS:
            return None
        at += 1
    if len(numbers) < 2 or len(numbers[1]) != 4:
        return None
    return Law(f"{short}{numbers[0]}/{numbers[1]}", first, at - 1)


def _after_its_number(forms: Sequence[str], at: int, short: str) -> Law | None:
    """As the finance ministry and its like write them: 22/POJK.01/2015, 12/PMK.07/2019."""
    if short not in _NUMBER_FIRST or not at or at + 2 >= len(forms):
        return None
    number, code, year = forms[at - 1], forms[at + 1], forms[at + 2]
    if not (number.isdecimal() and len(code) == 2 and re.fullmatch("[0-9]{4}", year)):
        return None
    return Law(f"{short}{number.lstrip('0')}/{year}", at - 1, at + 2)


def _after_region(forms: Sequence[str], at: int) -> int:
    """Where the number of a regional law is announced, after the name of the region; else where this began."""
    for place in range(at, min(at + LONGEST_REGION, len(forms))):
        if forms[place] in ("nomor", "no"):
            return place
        if not forms[place].isalpha() or forms[place] == "tentang":
            break
    return at
