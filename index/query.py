"""What an officer types, to what is sought. Forgiving: every string means something, none raises."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from index.everyday import Everyday, shipped, with_other_words
from index.language import stem, tokens
from index.periods import Period, period_in
from index.sought import MOST_WORDS, is_light, sought_in, spelled
from index.sought import Also as Also
from index.sought import Asked as Asked
from index.sought import Sought as Sought
from index.sought import name_forms as name_forms

_CHUNK = re.compile(
    r"(?P<minus>(?<!\S)-)?(?:(?P<field>tahun|unit|kelas|nomor|jenis):\s?)?"
    r'(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)


_YEARS = re.compile(r"((?:19|20)[0-9]{2})(?:[-–]((?:19|20)[0-9]{2}))?")

_NEWEST = (("terbaru",), ("terkini",), ("teranyar",), ("paling", "baru"), ("paling", "anyar"), ("paling", "mutakhir"))
"""Words that ask for what is newest."""

_ASKING = frozenset(asking[-1] for asking in _NEWEST)

MOST_READ = 3 * MOST_WORDS
"""Words that are looked at for those that count."""


@dataclass
class _Draft:
    plain: list[str] = field(default_factory=list)
    sought: list[Sought] = field(default_factory=list)
    without: list[Sought] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)


class Manner(NamedTuple):
    """How a query is to be taken. ``typing``: the last word may be unfinished. ``laws``: a law is one thing,
    and so is an article, a date or an amount.

    ``today``: the day from which "tahun lalu" is counted; without it no time is read out of the words.
    ``everyday``: the office's other words; the shipped ones where it has none of its own.
    ``literal``: as it stands, without other words and times.
    """

    typing: bool = False
    today: date | None = None
    everyday: Everyday | None = None
    literal: bool = False
    laws: bool = True


PLAINLY = Manner()

ANY_DAY = date(2000, 1, 1)
"""For where it matters which words name a time, but not which time."""


def parse(text: str, manner: Manner = PLAINLY) -> Asked:
    """Understand a query."""
    draft = _Draft()
    last_is_word = False
    for chunk in _CHUNK.finditer(text[:4000]):
        last_is_word = _take(chunk, draft)
    plain = " ".join(draft.plain)
    words = sought_in(plain, laws=manner.laws)[:MOST_READ]
    if manner.typing and last_is_word and words and not text[-1:].isspace():
        words[-1] = _as_prefix(words[-1])
    period, newest = None, False
    if not manner.literal:
        in_numbers = {form for piece in draft.plain if "/" in piece for form in name_forms(piece)}
        words, period = _timed(words, manner.today, in_numbers)
        words, newest = _newest(words)
        words = with_other_words(words, manner.everyday or shipped())
    sought = _unique(draft.sought + words)
    return Asked(
        sought=_demanded(sought)[:MOST_WORDS],
        without=tuple(draft.without[:MOST_WORDS]),
        forms=tuple(token.form for token in tokens(plain) if not token.extra)[:MOST_WORDS],
        years=frozenset(year for named in draft.fields.get("tahun", ()) for year in _years(named)),
        classes=tuple("_".join(name_forms(name)) for name in draft.fields.get("kelas", ())),
        units=tuple(" ".join(name_forms(name)) for name in draft.fields.get("unit", ())),
        kinds=tuple(" ".join(name_forms(name)) for name in draft.fields.get("jenis", ())),
        numbers=tuple(name_forms(number) for number in draft.fields.get("nomor", ())),
        period=(period.first.toordinal(), period.last.toordinal()) if period else None,
        period_names=period.names if period else (),
        newest=newest,
    )


def words_of(asked: Asked) -> tuple[str, ...]:
    """The single words that are sought as they are, so that each can be looked up on its own."""
    plain = (s for s in asked.sought if not (s.exact or s.prefix or s.also) and len(s.ways) == 1)
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
        draft.without += _phrase(value) if phrase is not None else sought_in(value, laws=False)
    elif phrase is not None:
        draft.sought += _phrase(value)
    elif word.endswith("*"):
        draft.sought += [_as_prefix(s) if n == 0 else s for n, s in enumerate(sought_in(word, laws=False)[::-1])]
    else:
        draft.plain.append(word)
        return True
    return False


def _years(named: str) -> range:
    """2023, or 2021-2023; none where it is no year."""
    match = _YEARS.fullmatch(named)
    if not match:
        return range(0)
    first, last = sorted((int(match[1]), int(match[2] or match[1])))
    return range(first, last + 1)


def _phrase(text: str) -> list[Sought]:
    run = name_forms(text)[:MOST_WORDS]
    return [Sought(text, (run,), exact=True)] if run else []


def _as_prefix(sought: Sought) -> Sought:
    single = len(sought.ways) == 1 and len(sought.ways[0]) == 1 and "/" not in sought.ways[0][0]
    return replace(sought, prefix=True) if single else sought


def _timed(words: list[Sought], today: date | None, in_numbers: Container[str]) -> tuple[list[Sought], Period | None]:
    """The words without those that only name a time, with short years written out; and the time.

    ``in_numbers``: words of a letter number, in which "ta/12" is no year.
    """
    heavy = [n for n, word in enumerate(words) if not is_light(word)]
    forms = [spelled(words[n]) for n in heavy]
    period = period_in(["" if form in in_numbers else form for form in forms], today) if today else None
    if period is None:
        return words, None
    spent = range(heavy[period.start], heavy[period.stop - 1] + 1) if period.spent else range(0)
    if period.year_at is not None:
        year_at = heavy[period.year_at]
        words = [replace(w, ways=((str(period.first.year),),)) if n == year_at else w for n, w in enumerate(words)]
    return [word for n, word in enumerate(words) if n not in spent], period


def _newest(words: list[Sought]) -> tuple[list[Sought], bool]:
    """The words without those that ask for the newest, and whether any did; alone they are words as any other."""
    forms = [spelled(word) for word in words]
    for asking in _NEWEST if not _ASKING.isdisjoint(forms) else ():
        for at in range(len(forms) - len(asking) + 1):
            kept = words[:at] + words[at + len(asking) :]
            if tuple(forms[at : at + len(asking)]) == asking and not all(map(is_light, kept)):
                return kept, True
    return words, False


def _unique(sought: list[Sought]) -> tuple[Sought, ...]:
    """Each family once: a word that comes twice demands nothing more."""
    seen: dict[object, Sought] = {}
    for one in sought:
        family = tuple(tuple(map(stem, way)) for way in one.ways)
        seen.setdefault((one.exact, one.prefix, family), one)
    return tuple(seen.values())


def _demanded(sought: tuple[Sought, ...]) -> tuple[Sought, ...]:
    """Without function words, unless there is nothing else."""
    return tuple(s for s in sought if not is_light(s)) or sought
