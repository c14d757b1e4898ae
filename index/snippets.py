"""The words that answer, as they stand on a page, and the passage around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import islice

from index.language import Token, stem, tokens
from index.model import Snippet
from index.query import PLAINLY, Asked, Manner, Sought, parse

LENGTH = 200
"""Characters of a snippet, about."""

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]|^\s|\s$")

# While someone types, the same pages answer again and again.
_tokens = lru_cache(maxsize=128)(tokens)


def marks(page_text: str, text: str, manner: Manner = PLAINLY) -> tuple[Span, ...]:
    """Spans of the words sought by the query ``text``, in order, as they stand on this page.

    Other forms of a word are marked too; of an exact phrase only the very words.
    """
    return marks_of(page_text, parse(text, manner))


def marks_of(page_text: str, asked: Asked) -> tuple[Span, ...]:
    """As ``marks``, for a query that is already understood."""
    if not asked.sought:
        return ()
    spans = set(_spans(_tokens(page_text), asked.sought))
    return tuple(_apart(sorted(spans)))


def snippet(page_text: str, asked: Asked, place: int = 0) -> Snippet:
    """The passage of a page where most of the sought words stand together, white space closed up.

    ``place``: of the word, counted on this page, about which they are known to stand; 0 where that is not known.
    """
    part = _about(page_text, place) if place else (0, len(page_text))
    spans = _within(page_text, part, asked) or _within(page_text, (0, len(page_text)), asked)
    start, end = _window(page_text, spans)
    passage = page_text[start:end]
    inside = [(a - start, b - start) for a, b in spans if start <= a and b <= end]
    text, kept = _closed_up(passage, inside)
    before, after = "… " if start > 0 else "", " …" if end < len(page_text.rstrip()) else ""
    return Snippet(f"{before}{text}{after}", tuple((a + len(before), b + len(before)) for a, b in kept))


def _about(text: str, place: int) -> Span:
    """What stands about a word, cut at blanks: hyphens and the like make the count a little uncertain."""
    word = next(islice(_WORD.finditer(text), place, None), None)
    at = word.start() if word else len(text)
    begin = text.rfind(" ", 0, max(0, at - LENGTH)) + 1
    end = text.find(" ", at + 2 * LENGTH)
    return begin, len(text) if end < 0 else end


def _within(text: str, part: Span, asked: Asked) -> tuple[Span, ...]:
    begin, end = part
    return tuple((a + begin, b + begin) for a, b in marks_of(text[begin:end], asked))


def _spans(found: list[Token], sought: Sequence[Sought]) -> Iterator[Span]:
    """Spans of all that is sought, in one go through the page."""
    forms, stems, beginnings = _single_words(sought)
    for form, _, start, end, _ in found:
        if form in forms or stem(form) in stems or (beginnings and form.startswith(beginnings)):
            yield start, end
    runs = [(one.exact, way) for one in sought for way in _ways(one) if len(way) > 1]
    plain = [token for token in found if not token.extra] if runs else []
    exact, loose = [token.form for token in plain], [stem(token.form) for token in plain]
    for is_exact, way in runs:
        yield from _run_spans(plain, exact if is_exact else loose, way if is_exact else tuple(map(stem, way)))


def _ways(sought: Sought) -> Iterator[tuple[str, ...]]:
    """All ways to say it."""
    yield from sought.ways
    yield from (one.way for one in sought.also)


def _single_words(sought: Sequence[Sought]) -> tuple[set[str], set[str], tuple[str, ...]]:
    """The forms, the stems and the beginnings that are sought as words of their own."""
    single = [(one, way[0]) for one in sought for way in _ways(one) if len(way) == 1]
    stems = {stem(form) for one, form in single if not one.exact}
    return {form for _, form in single}, stems, tuple(one.ways[0][0] for one in sought if one.prefix)


def _run_spans(plain: list[Token], forms: list[str], way: tuple[str, ...]) -> Iterator[Span]:
    """Where the words stand side by side."""
    at = -1
    with suppress(ValueError):
        while True:
            at = forms.index(way[0], at + 1)
            if tuple(forms[at : at + len(way)]) == way:
                yield plain[at].start, plain[at + len(way) - 1].end


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Spans that overlap become one."""
    end = -1
    held: Span | None = None
    for start, stop in spans:
        if held and start < end:
            held, end = (held[0], max(end, stop)), max(end, stop)
            continue
        if held:
            yield held
        held, end = (start, stop), stop
    if held:
        yield held


def _window(text: str, spans: tuple[Span, ...]) -> Span:
    """About ``LENGTH`` characters with most different words marked, cut between words."""
    if not spans:
        return 0, _cut(text, LENGTH)
    best = max(range(len(spans)), key=lambda n: (_worth(text, spans, n), -n))
    last = max(b for a, b in spans[best:] if b <= spans[best][0] + LENGTH or a == spans[best][0])
    spare = max(0, LENGTH - (last - spans[best][0]))
    start = max(0, spans[best][0] - spare // 2)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    start = max(start, spans[best][0] - LENGTH)
    return start, max(last, _cut(text, start + LENGTH))


def _worth(text: str, spans: tuple[Span, ...], first: int) -> int:
    """How many different words stand within a snippet's length of this one."""
    begin = spans[first][0]
    seen = set()
    for start, end in spans[first:]:
        if end > begin + LENGTH:
            break
        seen.add(stem(text[start:end].lower()))
    return len(seen)


def _cut(text: str, end: int) -> int:
    """The end of the word that stands at ``end``, if it is near."""
    if end >= len(text):
        return len(text)
    space = _SPACE.search(text, end, end + 40)
    return space.start() if space else end


def _closed_up(passage: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """The passage with each white space made one blank, and its spans moved along."""
    if not _UNEVEN.search(passage):
        return passage, spans
    ends, lost = [0], [0]
    for space in _SPACE.finditer(passage):
        ends.append(space.end())
        lost.append(lost[-1] + len(space[0]) - (space.start() > 0))
    moved = [(a - lost[bisect_right(ends, a) - 1], b - lost[bisect_right(ends, b) - 1]) for a, b in spans]
    return _SPACE.sub(" ", passage).strip(), moved
