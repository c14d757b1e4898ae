"""Indonesian as offices write it: tokens, folded forms, stems and law references.

Text and query go through the same functions, so that what is typed meets what is written.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

from index.vocabulary import FAMILIES, LAW_FILLERS, LAWS, VARIANTS, WHOLE

LANGUAGE_VERSION = "2"
"""Goes up with every change of tokens or stems: an index made by other rules is made anew."""

LONGEST_WORD = 64
"""Characters of a word that count; more is no word but a broken file."""

FUNCTION_WORDS = frozenset(
    ("dan", "yang", "di", "ke", "dari", "untuk", "dengan", "pada", "dalam", "tentang", "oleh", "atau")
)
"""Indexed like any word, but never demanded where a query has other words."""

# A soft hyphen or a zero-width sign stands inside words of PDF text; an accent belongs to its letter.
_PART = r"[^\W_]+(?:[\u00ad\u0300-\u036f\u200b-\u200d\ufeff]+[^\W_]*)*"
_HYPHEN = r"[-\u2010\u2011]"
_RUN = re.compile(rf"{_PART}(?:{_HYPHEN}{_PART})*")
_INSIDE = re.compile(rf"[Rr][Pp](?=\d)|{_PART}")
_MONEY = re.compile(r"rp\d")
_UNSEEN = re.compile(r"[\u00ad\u0300-\u036f\u200b-\u200d\ufeff]")
_PARTICLE = re.compile(r"(?:lah|kah|pun|nya|ku|mu)$")


class Token(NamedTuple):
    """A word where it stands: its place among the words, and its span in the text as it was given.

    ``extra`` marks a second reading of words that are tokens already: a hyphen word as one, a law.
    """

    form: str
    position: int
    start: int
    end: int
    extra: bool = False


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without case, accents and unseen signs."""
    if word.isascii():
        return word.lower()[:LONGEST_WORD]
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", word))
    return plain.casefold()[:LONGEST_WORD]


def tokens(text: str) -> list[Token]:
    """All words of a text in order, each hyphen word and law reference once more as a whole."""
    found: list[Token] = []
    position = 0
    names_a_law = False
    for match in _RUN.finditer(text):
        whole = match[0]
        form = fold(whole)
        if whole.isalnum() and not (form[:1] == "r" and _MONEY.match(form)):
            found.append(Token(form, position, match.start(), match.end()))
            position += 1
            names_a_law = names_a_law or form in LAWS
        else:
            found += _compound(whole, match.start(), position)
            position = found[-1].position + 1 if found else 0
            names_a_law = True
    return _with_laws(found) if names_a_law else found


def _compound(whole: str, start: int, position: int) -> list[Token]:
    """The parts of a hyphen word, before them the word as one where its parts differ."""
    parts = _parts(whole, start, position)
    if len({part.form for part in parts}) < 2 or whole.isalnum():
        return parts
    joined = "".join(part.form for part in parts)[:LONGEST_WORD]
    return [Token(joined, position, start, start + len(whole), extra=True), *parts]


def _parts(run: str, start: int, position: int) -> list[Token]:
    spans = ((fold(m[0]), start + m.start(), start + m.end()) for m in _INSIDE.finditer(run))
    kept = [span for span in spans if span[0]]
    return [Token(form, position + n, begin, end) for n, (form, begin, end) in enumerate(kept)]


def _with_laws(found: list[Token]) -> list[Token]:
    """Add one token for each law that is named: UU 14/2008 and its long form give the same."""
    plain = [token for token in found if not token.extra]
    laws = []
    for at, token in enumerate(plain):
        for head, short in LAWS.get(token.form, ()):
            if tuple(t.form for t in plain[at : at + len(head)]) == head:
                law = _law(plain, at, at + len(head), short)
                if law:
                    laws.append(law)
                break
    return found + laws if laws else found


def _law(plain: list[Token], first: int, at: int, short: str) -> Token | None:
    numbers: list[str] = []
    while at < len(plain) and len(numbers) < 2:
        form = plain[at].form
        if form.isdecimal():
            numbers.append(form.lstrip("0"))
        elif form not in LAW_FILLERS:
            return None
        at += 1
    if len(numbers) < 2 or len(numbers[1]) != 4:
        return None
    key = f"{short}{numbers[0]}/{numbers[1]}"
    return Token(key, plain[first].position, plain[first].start, plain[at - 1].end, extra=True)


def _family_table() -> dict[str, str]:
    table = {word: word for word in WHOLE.split()}
    for line in FAMILIES.strip().splitlines():
        root, _, words = line.partition(":")
        table.update({word: root.strip() for word in [root.strip(), *words.split()]})
    return table


_TABLE = _family_table()
_snowball: Any = None
_turn = threading.Lock()


@lru_cache(maxsize=300_000)
def stem(form: str) -> str:
    """What a folded form has in common with its family: pemohon, permohonan -> mohon.

    Words whose family would mislead stay whole: pengadaan (procurement) is not ada (to exist).
    """
    form = VARIANTS.get(form, form)
    for candidate in (form, _PARTICLE.sub("", form)):
        if candidate in _TABLE:
            return _TABLE[candidate]
    if len(form) < 4 or not form.isalpha():
        return form
    short = _snowball_stem(form)
    return _TABLE.get(short, short) if len(short) > 1 else form


def _snowball_stem(form: str) -> str:
    """The algorithm keeps the word in itself while it works, so one thread at a time."""
    global _snowball
    with _turn:
        if _snowball is None:
            import snowballstemmer

            _snowball = snowballstemmer.stemmer("indonesian")
        return str(_snowball.stemWord(form))
