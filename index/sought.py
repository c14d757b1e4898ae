"""What a query means, as frozen records; and plain words as things to seek."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from index.language import FUNCTION_WORDS, Token, stem, tokens
from index.vocabulary import VARIANTS
from index.wholes import whole_at

MOST_WORDS = 20
"""Words of a query that count; the rest of a pasted text is left aside."""


class Also(NamedTuple):
    """Another way to say what is sought, which counts less than the word itself (``weight`` below 1).

    ``said``: as it is written where an officer reads it, if that is not its words.
    """

    way: tuple[str, ...]
    weight: float
    said: str = ""

    def __str__(self) -> str:
        return self.said or " ".join(self.way)


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
    period_names: tuple[frozenset[str], ...] = ()
    """What a title calls that time besides its year: any of these sets of words."""
    newest: bool = False
    """Whether the words ask for what is newest ("terbaru"), which need not stand in a document then."""


def name_forms(name: str) -> tuple[str, ...]:
    """The plain words of a name or a letter number, folded."""
    return tuple(token.form for token in tokens(name) if not token.extra)


def sought_in(text: str, *, laws: bool = True) -> list[Sought]:
    """Plain words to what is sought: laws, articles, dates, amounts, hyphen words as one, others on their own."""
    found = tokens(text)
    wholes = [t for t in found if t.extra and (laws or "/" not in t.form)]
    result, covered = [], -1
    plain = [t for t in found if not t.extra]
    forms = [t.form for t in plain]
    for at, token in enumerate(plain):
        if token.start < covered:
            continue
        said = whole_at(forms, at) if laws else None
        if said:
            covered = plain[at + said.length - 1].end
            result.append(Sought(text[token.start : covered], said.ways))
            continue
        whole = max((t for t in wholes if t.position == token.position), key=lambda t: t.end, default=None)
        covered = whole.end if whole else _after_repetition(plain, at, text)
        one = _as_one(whole, found, text) if whole else Sought(text[token.start : covered], ((token.form,),))
        result.append(one)
    return result


def is_law(sought: Sought) -> bool:
    """Whether this is a law by its number and year."""
    return "/" in sought.ways[0][0]


def spelled(word: Sought) -> str:
    """Its form as it is spelled properly: "thn" is tahun."""
    return VARIANTS.get(word.ways[0][0], word.ways[0][0]) if len(word.ways[0]) == 1 else ""


def is_light(word: Sought) -> bool:
    """Whether this is a function word that nobody asked for by itself."""
    return not (word.exact or word.prefix) and spelled(word) in FUNCTION_WORDS


def family(sought: Sought) -> str:
    """What its first way has in common with its other forms: the key of a word in a table of words."""
    return " ".join(map(stem, sought.ways[0]))


def _after_repetition(plain: list[Token], at: int, text: str) -> int:
    """Where undang-undang ends, which is sought once and not twice."""
    end = plain[at].end
    for follower in plain[at + 1 :]:
        if follower.start != end + 1 or follower.form != plain[at].form or text[end].isspace():
            break
        end = follower.end
    return end


def _as_one(whole: Token, found: list[Token], text: str) -> Sought:
    typed = text[whole.start : whole.end]
    if "/" in whole.form:
        return Sought(typed, ((whole.form,),))
    parts = tuple(t.form for t in found if not t.extra and whole.start <= t.start < whole.end)
    return Sought(typed, ((whole.form,), parts))
