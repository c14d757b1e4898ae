"""The words of a text as they are indexed: what ``tokens`` tells but for where each stands in the text, and sooner."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from index.codec.inverting import Words
from index.codec.numbers import Ints
from index.language import _RUN, _are_one, _compound, tokens
from index.laws import laws_in
from index.vocabulary import OPENERS


class Run(NamedTuple):
    """Letters that follow each other: its words, and all of them as one word where that is one too, or ''."""

    parts: tuple[str, ...]
    whole: str


_PARTS = itemgetter(0)


def forms_of(text: str) -> Words:
    """The words of a text, each with its place among them, in order; second readings as ``tokens`` has them."""
    runs = list(map(_read, _RUN.findall(text)))
    plain = list(chain.from_iterable(map(_PARTS, runs)))
    extras = [(law.key, law.first) for law in laws_in(plain)]
    if len(plain) > len(runs):
        extras += _wholes(runs)
    if not OPENERS.isdisjoint(plain):
        extras += _joined(text, runs, plain)
    positions = np.arange(len(plain))
    return _in_order(plain, positions, extras) if extras else Words(plain, positions)


@lru_cache(maxsize=200_000)
def _read(run: str) -> Run:
    found = tokens(run) if run.isalnum() else _compound(run, 0, 0)
    plain = tuple(token.form for token in found if not token.extra)
    return Run(plain, next((token.form for token in found if token.extra), ""))


def _wholes(runs: list[Run]) -> list[tuple[str, int]]:
    at = 0
    found = []
    for run in runs:
        if run.whole:
            found.append((run.whole, at))
        at += len(run.parts)
    return found


def _joined(text: str, runs: list[Run], plain: list[str]) -> Iterator[tuple[str, int]]:
    """Two words that are one, where nothing but white space stands between them."""
    alike = [at for at, (a, b) in enumerate(pairwise(plain)) if a in OPENERS and _are_one(a, b)]
    if not alike:
        return
    spans = [match.span() for match in _RUN.finditer(text)]
    run_of = [n for n, run in enumerate(runs) for _ in run.parts]
    for at in alike:
        one, other = run_of[at], run_of[at + 1]
        if one != other and text[spans[one][1] : spans[other][0]].isspace():
            yield plain[at] + plain[at + 1], at


def _in_order(plain: list[str], positions: Ints, extras: list[tuple[str, int]]) -> Words:
    forms = plain + [form for form, _ in extras]
    places = np.concatenate([positions, np.array([at for _, at in extras], np.int64)])
    order = np.argsort(places, kind="stable")
    return Words([forms[at] for at in order.tolist()], places[order])
