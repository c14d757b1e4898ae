"""What an officer types, to what is sought. Forgiving: every string means something, none raises."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from index.language import FUNCTION_WORDS, Token, fold, stem, tokens

MOST_WORDS = 24
"""Words of a query that count; the rest of a pasted text is left aside."""

_CHUNK = re.compile(
    r"(?P<minus>(?<!\S)-)?(?:(?P<field>tahun|unit|kelas|nomor|jenis):\s?)?"
    r'(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)


class Also(NamedTuple):
    """Another way to say what is sought, which counts less than the word itself (``weight`` below 1)."""

    way: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Sought:
    """One thing that must be there, in any of several ways; each way is a run of words side by side.

    ``exact``: only this very form counts, not its family. ``prefix``: any word that begins so counts too.
    ``also``: what it may be called instead.
    """

    typed: str
    ways: tuple[tuple[str, ...], ...]
    exact: bool = False
    prefix: bool = False
    also: tuple[Also, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A query as understood. ``forms`` are its plain words in order, as letter numbers are compared."""

    sought: tuple[Sought, ...] = ()
    without: tuple[Sought, ...] = ()
    forms: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()
    classes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    numbers: tuple[tuple[str, ...], ...] = ()
    period: tuple[int, int] | None = None
    """First and last day (ordinals) that the words name ("tahun lalu")."""


@dataclass
class _Draft:
    plain: list[str] = field(default_factory=list)
    sought: list[Sought] = field(default_factory=list)
    without: list[Sought] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)


def parse(text: str, *, typing: bool = False, laws: bool = True) -> Asked:
    """Understand a query. ``typing``: the last word may be unfinished. ``laws``: a law reference is one."""
    draft = _Draft()
    last_is_word = False
    for chunk in _CHUNK.finditer(text[:4000]):
        last_is_word = _take(chunk, draft)
    plain = " ".join(draft.plain)
    words = _words(plain, laws)
    if typing and last_is_word and words and not text[-1:].isspace():
        words[-1] = _as_prefix(words[-1])
    sought = _unique(draft.sought + words)
    return Asked(
        sought=_demanded(sought)[:MOST_WORDS],
        without=tuple(draft.without[:MOST_WORDS]),
        forms=tuple(token.form for token in tokens(plain) if not token.extra)[:MOST_WORDS],
        years=frozenset(int(y) for y in draft.fields.get("tahun", ()) if re.fullmatch("[0-9]{4}", y)),
        classes=tuple("_".join(name_forms(name)) for name in draft.fields.get("kelas", ())),
        units=tuple(" ".join(name_forms(name)) for name in draft.fields.get("unit", ())),
        kinds=tuple(" ".join(name_forms(name)) for name in draft.fields.get("jenis", ())),
        numbers=tuple(name_forms(number) for number in draft.fields.get("nomor", ())),
    )


def name_forms(name: str) -> tuple[str, ...]:
    """The plain words of a name or a letter number, folded."""
    return tuple(token.form for token in tokens(name) if not token.extra)


def words_of(asked: Asked) -> tuple[str, ...]:
    """The single words that are sought as they are, so that each can be looked up on its own."""
    plain = (s for s in asked.sought if not s.exact and not s.prefix and len(s.ways) == 1)
    return tuple(s.ways[0][0] for s in plain if len(s.ways[0]) == 1)


def replace_words(text: str, instead: dict[str, str]) -> str:
    """The query with some words (folded) replaced, everything else as it was typed."""
    pieces, at = [], 0
    for token in tokens(text):
        if token.form in instead and not token.extra:
            pieces += [text[at : token.start], instead[token.form]]
            at = token.end
    return "".join([*pieces, text[at:]])


def _take(chunk: re.Match[str], draft: _Draft) -> bool:
    """Sort one piece of the query into the draft; say whether it was a plain word."""
    name, phrase, word = chunk["field"], chunk["phrase"], chunk["word"]
    value = phrase if phrase is not None else word
    if name:
        draft.fields.setdefault(name.lower(), []).append(value)
    elif chunk["minus"]:
        draft.without += _phrase(value) if phrase is not None else _words(value, laws=False)
    elif phrase is not None:
        draft.sought += _phrase(value)
    elif word.endswith("*"):
        draft.sought += [_as_prefix(s) if n == 0 else s for n, s in enumerate(_words(word, laws=False)[::-1])]
    else:
        draft.plain.append(word)
        return True
    return False


def _phrase(text: str) -> list[Sought]:
    run = name_forms(text)[:MOST_WORDS]
    return [Sought(text, (run,), exact=True)] if run else []


def _words(text: str, laws: bool) -> list[Sought]:
    """Plain words to what is sought: laws and hyphen words as one, every other word on its own."""
    found = tokens(text)
    wholes = [t for t in found if t.extra and (laws or "/" not in t.form)]
    result, covered = [], -1
    for token in (t for t in found if not t.extra):
        if token.start < covered:
            continue
        whole = max((t for t in wholes if t.position == token.position), key=lambda t: t.end, default=None)
        result.append(_as_one(whole, found, text) if whole else _word(token, text))
        covered = whole.end if whole else token.end
        if not whole:
            covered = _after_repetition(token, found, text)
    return result


def _after_repetition(token: Token, found: list[Token], text: str) -> int:
    """Where undang-undang ends, which is sought once and not twice."""
    end = token.end
    for follower in found:
        if follower.start == end + 1 and follower.form == token.form and not text[end].isspace():
            end = follower.end
    return end


def _word(token: Token, text: str) -> Sought:
    return Sought(text[token.start : token.end], ((token.form,),))


def _as_one(whole: Token, found: list[Token], text: str) -> Sought:
    typed = text[whole.start : whole.end]
    if "/" in whole.form:
        return Sought(typed, ((whole.form,),))
    parts = tuple(t.form for t in found if not t.extra and whole.start <= t.start < whole.end)
    return Sought(typed, ((whole.form,), parts))


def _as_prefix(sought: Sought) -> Sought:
    single = len(sought.ways) == 1 and len(sought.ways[0]) == 1 and "/" not in sought.ways[0][0]
    return Sought(sought.typed, sought.ways, sought.exact, prefix=True) if single else sought


def _unique(sought: list[Sought]) -> tuple[Sought, ...]:
    """Each family once: a word that comes twice demands nothing more."""
    seen: dict[object, Sought] = {}
    for one in sought:
        family = tuple(tuple(map(stem, way)) for way in one.ways)
        seen.setdefault((one.exact, one.prefix, family), one)
    return tuple(seen.values())


def _demanded(sought: tuple[Sought, ...]) -> tuple[Sought, ...]:
    """Without function words, unless there is nothing else."""
    heavy = tuple(s for s in sought if s.exact or s.prefix or fold(s.typed) not in FUNCTION_WORDS)
    return heavy or sought
