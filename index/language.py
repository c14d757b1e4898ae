"""Indonesian as offices write it: tokens, folded forms, stems and law references.

Text and query go through the same functions, so that what is typed meets what is written.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from index.laws import laws_in, may_begin_law
from index.stemmer import root_of
from index.vocabulary import (
    FAMILIES,
    JOINED,
    OPENERS,
    SPLIT,
    STRAY_PREFIXES,
    STRAY_VERBS,
    VARIANTS,
    WHOLE,
)

LANGUAGE_VERSION = "6"
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
_PREPOSITION = re.compile(r"^[^\W_]{2}|[^\W_].*")
_MONEY = re.compile(r"rp\d")
_UNSEEN = re.compile(r"[\u00ad\u0300-\u036f\u200b-\u200d\ufeff]")


class Token(NamedTuple):
    """A word where it stands: its place among the words, and its span in the text as it was given.

    ``extra`` marks a second reading of words that are tokens already: a hyphen word or "di kuasai" as one, a law.
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
    """All words of a text in order; once more as a whole each law reference and what is one word in pieces."""
    found: list[Token] = []
    position = 0
    names_a_law = opens = False
    for match in _RUN.finditer(text):
        whole = match[0]
        form = fold(whole)
        if whole.isalnum() and form not in SPLIT and not (form[:1] == "r" and _MONEY.match(form)):
            found.append(Token(form, position, match.start(), match.end()))
            position += 1
            names_a_law = names_a_law or may_begin_law(form)
            opens = opens or form in OPENERS
        else:
            found += _compound(whole, match.start(), position)
            position = found[-1].position + 1 if found else 0
            names_a_law = opens = True
    found = _with_laws(found) if names_a_law else found
    return _with_joined(found, text) if opens else found


def _compound(whole: str, start: int, position: int) -> list[Token]:
    """The parts of a hyphen word or of "kedalam", before them the word as one where its parts differ."""
    parts = _parts(whole, start, position)
    in_one = whole.isalnum() and fold(whole) not in SPLIT
    if len({part.form for part in parts}) < 2 or in_one:
        return parts
    joined = "".join(part.form for part in parts)[:LONGEST_WORD]
    return [Token(joined, position, start, start + len(whole), extra=True), *parts]


def _parts(run: str, start: int, position: int) -> list[Token]:
    inside = _PREPOSITION if fold(run) in SPLIT else _INSIDE
    spans = ((fold(m[0]), start + m.start(), start + m.end()) for m in inside.finditer(run))
    kept = [span for span in spans if span[0]]
    return [Token(form, position + n, begin, end) for n, (form, begin, end) in enumerate(kept)]


def _with_joined(found: list[Token], text: str) -> list[Token]:
    """Add one token for each two words that are one: di kuasai, ter update, soft copy."""
    plain = (token for token in found if not token.extra)
    joined = [
        Token(first.form + second.form, first.position, first.start, second.end, extra=True)
        for first, second in pairwise(plain)
        if first.form in OPENERS and _are_one(first.form, second.form) and text[first.end : second.start].isspace()
    ]
    return sorted(joined + found, key=_place) if joined else found


def _place(token: Token) -> int:
    return token.position


def _are_one(first: str, second: str) -> bool:
    """Whether the second word is what the first one was cut off from: "di" is also a word of its own."""
    if first in STRAY_PREFIXES:
        return root_of(first + second, _roots()) is not None
    if first != "di":
        return (first, second) in JOINED
    roots = _roots()
    derived = second.removesuffix("kan") in roots or second.removesuffix("i") in roots
    return second in STRAY_VERBS or (derived and second not in roots)


def _with_laws(found: list[Token]) -> list[Token]:
    """Add one token for each law that is named: UU 14/2008 and its long form give the same."""
    plain = [token for token in found if not token.extra]
    laws = [
        Token(law.key, plain[law.first].position, plain[law.first].start, plain[law.last].end, extra=True)
        for law in laws_in([token.form for token in plain])
    ]
    return found + laws if laws else found


def _family_table() -> dict[str, str]:
    table = {word: word for word in WHOLE.split()}
    for line in FAMILIES.strip().splitlines():
        root, _, words = line.partition(":")
        table.update({word: root.strip() for word in [root.strip(), *words.split()]})
    return table


_TABLE = _family_table()


@cache
def _roots() -> frozenset[str]:
    """All that a word may be taken back to; read when the first word is."""
    lines = files("index").joinpath("roots.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line[:1] != "#") | _TABLE.keys() | VARIANTS.keys()


def known_root(form: str) -> str | None:
    """The root of a folded word, where it is one that is known."""
    return root_of(form, _roots())


_snowball: Any = None
_turn = threading.Lock()


@lru_cache(maxsize=300_000)
def stem(form: str) -> str:
    """What a folded form has in common with its family: pemohon, permohonan -> mohon.

    Words whose family would mislead stay whole: pengadaan (procurement) is not ada (to exist).
    """
    form = VARIANTS.get(form, form)
    if form in _TABLE:
        return _TABLE[form]
    if len(form) < 4 or not form.isalpha():
        return _repeated(form) or form
    roots = _roots()
    root = root_of(form, roots)
    if root is None:
        root = _snowball_stem(form)
        # A known root to which no affixes lead is not this word's: kelebat is not lebat, belati not belat.
        root = form if root in roots or len(root) < 3 or root == form[:-1] else root
    root = VARIANTS.get(root, root)
    return _TABLE.get(root, root)


def _repeated(form: str) -> str:
    """The stem of a word said twice that is written with a 2, as in "anak2"; or ''."""
    once = form.removesuffix("2")
    return stem(once) if len(form) > 4 and once.isalpha() and root_of(once, _roots()) else ""


def _snowball_stem(form: str) -> str:
    """The algorithm keeps the word in itself while it works, so one thread at a time."""
    global _snowball
    with _turn:
        if _snowball is None:
            import snowballstemmer

            _snowball = snowballstemmer.stemmer("indonesian")
        return str(_snowball.stemWord(form))
