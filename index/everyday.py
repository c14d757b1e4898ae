"""Other words for what is typed: abbreviations, everyday words, words of equal meaning, words to leave aside.

The shipped table is ``everyday.toml``; an office adds to it and takes from it in a file of the same form.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from index.colloquial import spoken_root
from index.language import fold
from index.sought import Also, Sought, family, is_law, is_light, name_forms, sought_in, spelled

ABBREVIATION, EQUAL, EVERYDAY, EXPRESSION = 0.8, 0.7, 0.6, 0.9
"""What another word counts, where the word itself counts 1; the words of an expression ("bedah rumah") say less."""

BOTH_WAYS = {"singkatan": ABBREVIATION, "sepadan": EQUAL}
ONE_WAY, ASIDE = "sehari_hari", "ditinggalkan"
SECTIONS = (*BOTH_WAYS, ONE_WAY, ASIDE)

MOST = 12
"""Other words that one word may have."""

Run = tuple[str, ...]
_NOTHING = Also((), 0.0)
Rows = dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Everyday:
    """A table ready for use. ``problems``: what was wrong with the office's own file, in Indonesian."""

    also: Mapping[Run, tuple[Also, ...]] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    longest: int = 0
    problems: tuple[str, ...] = ()


def with_other_words(words: list[Sought], table: Everyday) -> list[Sought]:
    """Give each word what it may be called instead, the longest entry first; leave aside what says nothing.

    Where only words to leave aside are typed, they stay.
    """
    heavy = [n for n, word in enumerate(words) if not is_light(word)]
    found: dict[int, tuple[Also, ...]] = {}
    at = 0
    while at < len(heavy):
        length, said = _longest_expression([words[n] for n in heavy[at : at + table.longest]], table)
        found.update((n, _joined(said, _own(words[n], table))) for n in heavy[at : at + length])
        at += length
    known = [_named(word, found.get(n, ())) for n, word in enumerate(words)]
    kept = [word for word in known if word.also or not _is_aside(word, table)]
    return kept or known


@cache
def shipped() -> Everyday:
    """The table that comes with the kiosk."""
    return _made(_shipped_rows())


def of_office(path: Path) -> Everyday:
    """The shipped table with the office's own rows: a row there stands instead of the shipped one, [] removes it.

    Never raises: a file or a row that can't be used is told in ``problems`` and left aside.
    """
    if not path.is_file():
        return shipped()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return replace(shipped(), problems=(f"{path.name} tidak dapat dibaca ({error}). Perbaiki lalu simpan lagi.",))
    problems: list[str] = []
    own = _rows(raw, problems, path.name)
    merged = {name: _shipped_rows()[name] | own[name] for name in SECTIONS}
    return replace(_made(merged), problems=tuple(problems))


def _is_aside(word: Sought, table: Everyday) -> bool:
    return not (word.exact or word.prefix) and not table.aside.isdisjoint((word.ways[0][0], spelled(word)))


def _longest_expression(words: list[Sought], table: Everyday) -> tuple[int, tuple[Also, ...]]:
    """How many of the first words are one expression of the table, and what it says; else one and nothing."""
    families = tuple(map(family, words))
    for length in range(len(words), 1, -1):
        if families[:length] in table.also:
            return length, table.also[families[:length]]
    return 1, ()


def _joined(said: tuple[Also, ...], own: tuple[Also, ...]) -> tuple[Also, ...]:
    """What an expression says, which no document may have, and what one of its words says."""
    ways = {one.way for one in said}
    return (*said, *(one for one in own if one.way not in ways))[:MOST]


def _own(word: Sought, table: Everyday) -> tuple[Also, ...]:
    return table.also.get((_name(word),)) or table.also.get((family(word),)) or _spoken(word, table)


def _spoken(word: Sought, table: Everyday) -> tuple[Also, ...]:
    root = "" if word.exact or word.prefix or _is_aside(word, table) else spoken_root(spelled(word))
    return (Also((root,), ABBREVIATION),) if root else ()


def _key(words: list[Sought]) -> Run:
    """Under what an entry stands: several words by their families, one word as it is.

    One word is looked up as it is or failing that by its root, so that "protes" is meant by "memprotes" too,
    but what is said of "bagi-bagi" is not said of "bagi".
    """
    return tuple(map(family, words)) if len(words) > 1 else (_name(words[0]),)


def _name(word: Sought) -> str:
    twice = len(word.ways) == 1 and not word.typed.isalnum() and len(word.ways[0]) == 1 and not is_law(word)
    return f"{word.ways[0][0]}2" if twice else spelled(word)


def _named(word: Sought, also: tuple[Also, ...]) -> Sought:
    other = tuple(one for one in also if one.way not in word.ways)
    return replace(word, also=other) if other else word


@cache
def _shipped_rows() -> Rows:
    text = files("index").joinpath("everyday.toml").read_text(encoding="utf-8")
    problems: list[str] = []
    rows = _rows(tomllib.loads(text), problems, "everyday.toml")
    if problems:
        raise ValueError("; ".join(problems))
    return rows


def _rows(raw: dict[str, object], problems: list[str], name: str) -> Rows:
    """The rows that can be used, by section; what is wrong with the others goes to ``problems``."""
    rows: Rows = {section: {} for section in SECTIONS}
    for section, table in raw.items():
        if section not in rows or not isinstance(table, dict):
            known = ", ".join(f"[{known}]" for known in SECTIONS)
            problems.append(f"{name}: bagian [{section}] tidak dikenal. Yang ada: {known}.")
            continue
        for word, others in table.items():
            values = (others,) if isinstance(others, str) else others
            if not name_forms(word) or not isinstance(values, list | tuple) or not all(map(_is_text, values)):
                problems.append(f'{name}: isi "{word}" di [{section}] harus kata dalam tanda kutip atau daftar kata.')
                continue
            rows[section][" ".join(name_forms(word))] = tuple(values)
    return rows


def _is_text(value: object) -> bool:
    return isinstance(value, str) and any(map(str.isalnum, value))


def _made(rows: Rows) -> Everyday:
    also: dict[Run, dict[Run, Also]] = {}
    for run, other in _pairs(rows):
        ways = also.setdefault(run, {})
        if len(ways) < MOST and other.weight > ways.get(other.way, _NOTHING).weight:
            ways[other.way] = other
    aside = {fold(word) for words in rows[ASIDE].values() for line in words for word in line.split()}
    table = {run: tuple(ways.values()) for run, ways in also.items()}
    return Everyday(table, frozenset(aside), max(map(len, table), default=0))


def _pairs(rows: Rows) -> Iterator[tuple[Run, Also]]:
    """Every way from some words to others."""
    for word, others in rows[ONE_WAY].items():
        yield from _ways(word, others, EXPRESSION if " " in word else EVERYDAY)
    for section, weight in BOTH_WAYS.items():
        for word, others in rows[section].items():
            alike = [word, *others]
            for one in alike if others else ():
                yield from _ways(one, (other for other in alike if other != one), weight)


def _ways(word: str, others: Iterable[str], weight: float) -> Iterator[tuple[Run, Also]]:
    run = _key([part for part in sought_in(word) if not is_light(part)] or sought_in(word))
    for other in others:
        way = _way(other)
        if way != run:
            yield run, Also(way, weight, "" if other == " ".join(way) else other)


def _way(text: str) -> Run:
    """The words side by side as the index has them; a law is one word there."""
    words = sought_in(text)
    return words[0].ways[0] if len(words) == 1 else name_forms(text)
