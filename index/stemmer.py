"""Indonesian words to their roots: affixes are taken off until a known root is left.

A confix stripper after Nazief and Adriani as published by Asian, Williams and Tahaghoghi ("Stemming Indonesian:
A Confix-Stripping Approach", ACSC 2005 and ACM TALIP 6(4), 2007), with the prefix rules that later papers added.
They stop at the first root that they meet; here all ways are tried, and the one that explains most of the word
wins: "menilai" is nilai and not nila, "pengawasan" is awas and not kawasan.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

DEEPEST = 3
"""Prefixes that one word may have: mem-per-ber-."""

SHORTEST = 3
"""Letters of the shortest root."""

_PARTICLES = tuple(own + said for said in ("lah", "kah", "tah", "pun", "") for own in ("nya", "ku", "mu", ""))

_NEVER_WITH = {"kan": ("ke", "se"), "an": ("di", "me", "te"), "": ("ke",), "i": ("be", "ke", "se")}
"""Suffixes, and the prefixes that no word has together with them."""

_VOWEL, _OTHER = "[aiueo]", "[bcdfghjklmnpqrstvwxyz]"

_RULES = tuple(
    (re.compile(pattern), heads)
    for pattern, heads in (
        (r"di|ke|se", ("",)),
        (rf"[btp]er(?={_VOWEL})", ("", "r")),
        (rf"[btp]er(?={_OTHER})", ("",)),
        (rf"[btp]e(?={_OTHER}er{_OTHER})", ("",)),
        (r"[bp]el(?=ajar)", ("",)),
        (rf"me(?=[lrwymn]{_VOWEL}|n[gy]{_VOWEL})", ("",)),
        (rf"[mp]em(?={_OTHER})", ("",)),
        (rf"[mp]em(?=r?{_VOWEL})", ("m", "p")),
        (rf"[mp]en(?=[cdjszt]|k{_VOWEL})", ("",)),
        (rf"[mp]en(?=r?{_VOWEL})", ("n", "t")),
        (rf"[mp]eng(?={_OTHER})", ("",)),
        (rf"[mp]eng(?={_VOWEL})", ("", "k")),
        (rf"[mp]enge(?={_OTHER})", ("",)),
        (rf"[mp]eny(?={_VOWEL})", ("ny", "s")),
        (rf"pe(?!r)(?={_OTHER})", ("",)),
    )
)
"""A prefix as the letters after it show it, and the first letters of the root that it may have swallowed."""


def root_of(word: str, roots: Container[str]) -> str | None:
    """The root of a folded word, or None where no way of taking it apart ends at one of ``roots``."""
    if word in roots:
        return word
    best, most = None, 0
    for core, explained in _ways(word):
        if explained > most and core in roots:
            best, most = core, explained
    return best


def _ways(word: str) -> Iterator[tuple[str, int]]:
    """Every core that affixes could be around, and how many letters of the word it explains."""
    for particle in _PARTICLES:
        base = word.removesuffix(particle)
        if particle and (base == word or len(base) < SHORTEST):
            continue
        for suffix, never in _NEVER_WITH.items():
            inner = base.removesuffix(suffix)
            if suffix and (inner == base or len(inner) < SHORTEST):
                continue
            yield inner, len(inner)
            if not never or not base.startswith(never):
                both_sides = len(suffix) if suffix == "an" and base[0] in "pk" else 0
                yield from _without_prefixes(inner, len(inner), both_sides, DEEPEST)


def _without_prefixes(word: str, own: int, both_sides: int, deepest: int) -> Iterator[tuple[str, int]]:
    """``own``: letters not restored. ``both_sides``: letters of an ending that comes with the prefix, as in pe-an."""
    for pattern, heads in _RULES:
        match = pattern.match(word)
        if not match or len(word) - match.end() < SHORTEST - 1:
            continue
        rest = word[match.end() :]
        left = min(own, len(rest))
        for head in heads:
            if len(head) + len(rest) < SHORTEST:
                continue
            yield head + rest, left + both_sides
            if deepest > 1:
                yield from _without_prefixes(head + rest, left, both_sides, deepest - 1)
